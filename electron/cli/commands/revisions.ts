import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { parsePeriod, periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { InputChange, RevisionDiff } from '#shared/domain/revision/revisionDiff.ts'
import type { Verification } from '#shared/ipc/revision.ts'
import { listPeriodViews } from '../../services/periods.ts'
import { compare, listRevisions } from '../../services/revisions.ts'
import { verifySnapshot } from '../../services/verify.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, type CommandContext } from '../context.ts'
import { EXIT } from '../exitCodes.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { PERIOD, run, type PeriodOption } from '../periodCommand.ts'

/** 冻结版本: what was frozen, what differs between two of them, and whether the numbers still come out. */
export function revisionCommands(program: Command, context: () => CommandContext): void {
  program
    .command('revisions')
    .description('一个季度的冻结版本')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), revisions, options))
  program
    .command('compare <before> [after]')
    .description('比较两个冻结版本；不写后一个就和现在的数据比')
    .action((before: string, after: string | undefined) =>
      run(
        context(),
        (workspace, command, given) => compareTwo(workspace, command, given.before, given.after),
        { before, after }
      )
    )
  program
    .command('verify [snapshot]')
    .description('复算核对：用冻结时的输入重算；默认核对所有冻结版本')
    .option('--period <quarter>', '只核对这一季度，如 2026Q3')
    .action((snapshot: string | undefined, options: PeriodOption) =>
      run(context(), (workspace, command, given) => verify(workspace, command, given, snapshot), options)
    )
}

function revisions(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: PeriodOption
): void {
  const period = periodOf(workspace, options.period)
  const shown: z.output<(typeof jsonShapes)['revisions']> = listRevisions(workspace.library, period)
  if (global.json === true) return out.json(shown)
  if (shown.length === 0) out.line(`${periodTitle(period)}还没有冻结过。`)
  for (const head of shown) {
    out.line(
      `${head.snapshot}  第 ${head.revision} 版  ${head.frozenAt.slice(0, 10)}  ${head.by}  方案第 ${head.schemeVersion} 版  ${head.reason}`.trimEnd()
    )
  }
}

/** Snapshot ids begin with their quarter. */
function periodOfSnapshot(publicId: string): PeriodKey {
  const period = parsePeriod(publicId.slice(0, 6))
  if (period === null)
    throw new AppError('NOT_FOUND', `没有冻结版本「${publicId}」。`, {
      action: '冻结版本的编号用 liangji revisions 查看。'
    })
  return period
}

function compareTwo(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  before: string,
  after: string | undefined
): void {
  const period = periodOfSnapshot(before)
  const shown: z.output<(typeof jsonShapes)['compare']> = compare(workspace.library, {
    period,
    before,
    after: after ?? null
  })
  if (global.json === true) return out.json(shown)
  for (const line of diffLines(shown)) out.line(line)
}

const KINDS: Record<InputChange['kind'], string> = {
  READING: '数据',
  TARGET: '目标',
  ADJUSTMENT: '加减分',
  DECISION: '决定',
  SCHEME: '方案',
  PREVIOUS: '以前的成绩'
}

function diffLines({ before, after, inputs, scores, standings }: RevisionDiff): string[] {
  const text = (value: string | number | null): string => (value === null ? '无' : String(value))
  const grade = (value: string | null): string => (value === null ? '' : `（${value}）`)
  const source = (from: string | null, to: string | null): string =>
    from === null && to === null ? '' : `  〔${text(from)} → ${text(to)}〕`
  return [
    `${before} → ${after}`,
    `输入不同 ${inputs.length} 处`,
    ...inputs.map(
      (entry) =>
        `  ${KINDS[entry.kind]}  ${entry.unitName ?? ''} ${entry.what}：${text(entry.before)} → ${text(entry.after)}${source(entry.sourceBefore, entry.sourceAfter)}`
    ),
    `得分不同 ${scores.length} 处`,
    ...scores.map(
      (entry) =>
        `  ${entry.unitName} ${entry.name}：${text(entry.before)} → ${text(entry.after)}${entry.difference === null ? '' : `（${entry.difference}）`}`
    ),
    `名次或等次不同 ${standings.length} 处`,
    ...standings.map(
      (entry) =>
        `  ${entry.unitName}：${text(entry.rankBefore)}${grade(entry.gradeBefore)} → ${text(entry.rankAfter)}${grade(entry.gradeAfter)}`
    )
  ]
}

function verify(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: PeriodOption,
  snapshot: string | undefined
): void {
  const ids = snapshot === undefined ? snapshotsOf(workspace, options.period) : [snapshot]
  const shown: z.output<(typeof jsonShapes)['verify']> = ids.map((id) =>
    verifySnapshot(workspace.library, id)
  )
  if (shown.some((entry) => !entry.ok)) process.exitCode = EXIT.problems
  if (global.json === true) return out.json(shown)
  if (shown.length === 0) out.line('还没有冻结过。')
  for (const line of shown.flatMap(verificationLines)) out.line(line)
}

function snapshotsOf({ library }: Workspace, text: string | undefined): string[] {
  const all = listPeriodViews(library).map((view) => view.key)
  const period = text === undefined ? null : parsePeriod(text)
  if (text !== undefined && period === null)
    throw new AppError('VALIDATION_FAILED', `看不懂季度「${text}」，请写成 2026Q3。`)
  return (period === null ? all : [period]).flatMap((key) =>
    listRevisions(library, key).map((head) => head.snapshot)
  )
}

function verificationLines({ snapshot, ok, results, differences, notes }: Verification): string[] {
  return [
    `${snapshot}  ${ok ? '相符' : '不符'}  成绩校验值 ${results.found.slice(0, 16)}`,
    ...differences.map((line) => `    ${line}`),
    ...notes.map((line) => `    注：${line}`)
  ]
}
