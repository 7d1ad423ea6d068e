import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAppError } from '#shared/appError.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { reportOptions } from '#shared/domain/report/reportOptions.ts'
import { applyAnswers, readAnswers } from '../services/answers.ts'
import { computePeriod } from '../services/compute.ts'
import { freezePeriod } from '../services/freeze.ts'
import { freezeChecks } from '../services/freezeChecks.ts'
import { commitSession } from '../services/importing/commit.ts'
import { sessionProblems, sessionView } from '../services/importing/sessionView.ts'
import { exportPlan, exportReport, NO_PRINTER } from '../services/reports/exportReport.ts'
import { installSample, sampleFolder, sampleWorkbooks } from '../services/samples.ts'
import { openWorkspace, type Workspace } from '../services/workspace.ts'
import { pathsFor } from './context.ts'
import { unitLines } from './commands/results.ts'
import { problemLines, terminal as out } from './output.ts'
import { rankingLines } from './rankingLines.ts'
import { version } from './version.ts'

/**
 * The main job on the bundled sample quarter, from an empty folder to the ranking workbook: what a clerk does in the
 * window, with the decisions that a clerk would take read from `answers.json`.
 */
async function demo(folder: string): Promise<void> {
  const workspace = openWorkspace({
    paths: pathsFor(join(folder, 'liangji.db')),
    appVersion: version(),
    create: true
  })
  try {
    out.line('亮绩赛马演示：示例体育局，一个季度从报送到排名表。')
    const period = await installSample(workspace.library, workspace.reader)
    out.line(`一、新建数据库，载入考核方案；上季度已导入并冻结，现在做${periodTitle(period)}。`)
    await importAll(workspace, period)
    const results = computePeriod(workspace.library, period)
    out.line(
      `\n三、计算：${results.counts.units} 个单位，${results.counts.ranked} 个参加排名，并列 ${results.counts.tiedRanks} 处。`
    )
    for (const check of freezeChecks(workspace.library, period)) {
      out.line(`   ${check.ok ? '通过' : '待认'}  ${check.title}：${check.detail}`)
    }
    const snapshot = await freezePeriod(workspace.library, {
      period,
      accept: ['MISSING_UNITS', 'SCHEME_CONFIRMS'],
      reason: '审计处未报送，按缺报处理'
    })
    out.line(`\n四、冻结：快照 ${snapshot.publicId}`)
    for (const line of rankingLines(snapshot.results)) out.line(line)

    const reports: string[] = []
    for (const report of ['ranking', 'circular', 'unitCard', 'deck', 'display']) {
      const request = { period, report, options: reportOptions.parse({}) }
      const { stem, extension } = exportPlan(workspace.library, request)
      const path = join(folder, `${stem}.${extension}`)
      await exportReport(workspace.library, { ...request, path }, { print: NO_PRINTER })
      reports.push(path)
    }
    const trace = join(folder, `${periodTitle(period)}得分由来.txt`)
    const units = snapshot.results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
    // A byte-order mark: Notepad on older Windows takes UTF-8 without one for GBK.
    writeFileSync(trace, `\uFEFF${units.flatMap((unit) => [...unitLines(unit), '']).join('\r\n')}`)
    out.line('\n五、文件：')
    for (const path of [...reports, trace, workspace.library.paths.database]) out.line(`   ${path}`)
  } finally {
    await workspace.close()
  }
}

async function importAll({ library, imports }: Workspace, period: string): Promise<void> {
  const files = await sampleWorkbooks(library, period)
  const session = await imports.add(
    period,
    null,
    files.map((path) => ({ path }))
  )
  const found = sessionView(library, session)
  out.line(
    `\n二、导入 ${files.length} 个文件，认出 ${found.totals.cells} 个数；必须修 ${found.totals.errors} 处，请确认 ${found.totals.confirms} 处，已规整 ${found.totals.infos} 处：`
  )
  for (const file of found.files) {
    if (file.duplicateOf !== null) out.line(`   [重复] ${file.name}：${file.duplicateOf}，不再导入。`)
  }
  const problems = sessionProblems(session).filter((problem) => problem.level !== 'info')
  for (const line of problemLines(problems)) out.line(`   ${line}`)

  const answers = await readAnswers(join(sampleFolder(library, period), 'answers.json'))
  await applyAnswers(imports, session, answers)
  out.line('\n   经办人的决定：')
  for (const [name, answer] of Object.entries(answers.files)) out.line(`   ${name}：${answer.why}`)
  const outcomes = commitSession(library, session, false)
  const missing = sessionView(library, session).totals.missingUnits
  out.line(
    `\n   已导入 ${outcomes.length} 个文件，${outcomes.reduce((sum, outcome) => sum + outcome.created, 0)} 个数。`
  )
  if (missing.length > 0) out.line(`   尚未报送：${missing.join('、')}`)
}

try {
  await demo(mkdtempSync(join(tmpdir(), 'liangji-demo-')))
} catch (error) {
  out.note(
    isAppError(error) ? `错误（${error.code}）：${error.toSentence()}` : String((error as Error).stack)
  )
  if (isAppError(error)) for (const line of problemLines(error.details.problems ?? [])) out.note(line)
  process.exitCode = 1
}
