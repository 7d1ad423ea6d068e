import { readFile, stat } from 'node:fs/promises'
import { Option, type Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { textEncoding, type TextEncoding } from '#shared/ipc/importViews.ts'
import { applyAnswers, readAnswers } from '../../services/answers.ts'
import { backupLibrary } from '../../services/backups.ts'
import { commitSession } from '../../services/importing/commit.ts'
import { batchViews } from '../../services/importing/history.ts'
import { fileFailure } from '../../services/fileFailure.ts'
import { previewSession } from '../../services/importing/preview.ts'
import type { ImportSession } from '../../services/importing/session.ts'
import { workbooksIn } from '../../services/importing/folderFiles.ts'
import { sessionProblems, sessionView } from '../../services/importing/sessionView.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import { EXIT } from '../exitCodes.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { problemLines } from '../output.ts'

interface ImportOptions {
  period?: string
  alias: string[]
  answers?: string
  leaveErrors?: boolean
  dryRun?: boolean
  passwordFile?: string
  encoding?: TextEncoding
}

async function pathsOf(given: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    given.map(async (path) => {
      const info = await stat(path).catch(() => null)
      if (info === null)
        throw new AppError('FILE_NOT_FOUND', '找不到这个文件或文件夹。', { place: { file: path } })
      return info.isDirectory() ? (await workbooksIn(path)).map((found) => found.path) : [path]
    })
  )
  return lists.flat()
}

/** `体育产业科=体育产业处`: by the unit's name or code. */
async function applyAlias(
  workspace: Workspace,
  session: ImportSession,
  units: ReadonlyMap<string, string>,
  text: string
): Promise<void> {
  const [from, to] = text.split('=').map((part) => part.trim())
  const unit = to === undefined ? undefined : units.get(to)
  if (from === undefined || from === '' || unit === undefined) {
    throw new AppError(
      'VALIDATION_FAILED',
      `--alias「${text}」应写成 表里的写法=单位名称，且单位要在方案里。`
    )
  }
  await workspace.imports.fixUnit(session.id, from, unit, true)
}

/** Tries the passwords of a file, one a line, on every locked workbook. One that stays locked is told like any other. */
async function unlock({ imports }: Workspace, session: ImportSession, path: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFailure(error, path)
  })
  const passwords = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  for (const { id } of session.files.filter((file) => file.error?.code === 'FILE_ENCRYPTED')) {
    for (const password of passwords) {
      if (imports.file(session.id, id).raw === null) await imports.reread(session.id, id, { password })
    }
  }
}

/** Reads the text files again in a given encoding. */
async function decode({ imports }: Workspace, session: ImportSession, encoding: TextEncoding): Promise<void> {
  for (const file of session.files.filter(({ raw }) => raw?.encoding !== undefined)) {
    await imports.reread(session.id, file.id, { encoding })
  }
}

export function importCommand(program: Command, context: () => CommandContext): void {
  program
    .command('import <paths...>')
    .description('导入考核表（文件或文件夹）')
    .option('--period <quarter>', '季度，如 2026Q3；默认最新的季度')
    .option(
      '--alias <写法=单位>',
      '表里的单位写法对应哪个单位，可重复',
      (value, all: string[]) => [...all, value],
      []
    )
    .option('--answers <file>', '逐个文件的处理决定（JSON）')
    .option('--password-file <file>', '加密文件的密码，一行一个，逐个试')
    .addOption(
      new Option('--encoding <name>', '文本文件（CSV 等）的编码；默认自动识别').choices(textEncoding.options)
    )
    .option('--leave-errors', '有问题的格子留下不导入，其余照常导入')
    .option('--dry-run', '只预演，不写入')
    .action(async (given: string[], options: ImportOptions) => {
      const { out, options: global } = context()
      await withWorkspace(global, async (workspace) => {
        const { library, imports } = workspace
        const period = periodOf(workspace, options.period)
        const paths = await pathsOf(given)
        if (paths.length === 0) throw new AppError('FILE_NOT_FOUND', '没有找到表格文件。')
        const session = await imports.add(
          period,
          null,
          paths.map((path) => ({ path })),
          { progress: (label, done, total) => out.note(`读取 ${done + 1}/${total}：${label}`) }
        )
        if (options.passwordFile !== undefined) await unlock(workspace, session, options.passwordFile)
        if (options.encoding !== undefined) await decode(workspace, session, options.encoding)
        const units = unitNames(workspace, period)
        for (const alias of options.alias) await applyAlias(workspace, session, units, alias)
        if (options.answers !== undefined)
          await applyAnswers(imports, session, await readAnswers(options.answers))

        const problems = sessionProblems(session)
        const view = sessionView(library, session)
        const shown: z.output<(typeof jsonShapes)['import']> = {
          period,
          files: view.files.map((file) => ({
            name: file.name,
            status: file.status,
            cells: file.counts.cells,
            reason: file.error?.message ?? file.duplicateOf
          })),
          problems,
          batches: null,
          preview: null,
          missingUnits: view.totals.missingUnits
        }
        for (const file of shown.files) {
          if (file.reason !== null) out.note(`《${file.name}》没有导入：${file.reason}`)
        }
        for (const line of problemLines(problems)) out.note(line)

        if (options.dryRun === true) shown.preview = previewSession(library, session)
        else if (view.canCommit || (options.leaveErrors === true && view.totals.ready > 0)) {
          await backupLibrary(library, '导入前')
          const outcomes = commitSession(library, session, options.leaveErrors ?? false)
          shown.batches = batchViews(
            library,
            outcomes.map((outcome) => outcome.batchId)
          )
        } else process.exitCode = EXIT.problems

        if (global.json === true) return out.json(shown)
        summarise(out, shown, view.blockedBy)
      })
    })
}

function unitNames(workspace: Workspace, period: string): Map<string, string> {
  return new Map(
    workspace.imports.catalogue(period).units.flatMap(
      (unit) =>
        [
          [unit.name, unit.code],
          [unit.code, unit.code]
        ] as const
    )
  )
}

function summarise(
  out: CommandContext['out'],
  shown: z.output<(typeof jsonShapes)['import']>,
  blockedBy: string | null
): void {
  if (shown.batches !== null) {
    const sum = (pick: (batch: (typeof shown.batches & object)[number]) => number): number =>
      shown.batches!.reduce((total, batch) => total + pick(batch), 0)
    const waiting = shown.batches.some((batch) => batch.state === 'waiting')
    out.line(
      `${waiting ? '已提交复核' : '已导入'} ${shown.batches.length} 个文件：新增 ${sum((b) => b.created)} 个数，更新 ${sum((b) => b.changed)} 个，相同 ${sum((b) => b.same)} 个，加减分 ${sum((b) => b.adjustments)} 笔，未导入 ${sum((b) => b.left)} 处。`
    )
    if (waiting) out.line('另一个人复核之前，这些数不计入成绩：liangji review <编号> --approve --by 姓名。')
  } else if (shown.preview !== null) {
    const { created, changed, same, left, rankChanges } = shown.preview
    out.line(
      `预演：新增 ${created} 个数，更新 ${changed.length} 个，相同 ${same} 个，留下 ${left} 处；名次变动 ${rankChanges.length} 个。没有写入。`
    )
  } else {
    out.line(
      `没有导入任何数据：${blockedBy ?? ''}。修好原表再导入，或用 --alias、--answers 作出决定，或用 --leave-errors 把有问题的格子留下。`
    )
  }
  if (shown.missingUnits.length > 0) out.line(`尚未报送：${shown.missingUnits.join('、')}`)
}
