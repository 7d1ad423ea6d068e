import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import type { BatchDetail, BatchView } from '#shared/ipc/batch.ts'
import { backupLibrary } from '../../services/backups.ts'
import { batchDetail } from '../../services/importing/batchDetail.ts'
import { batchViews, importHistory, undoImport } from '../../services/importing/history.ts'
import { returnedName, returnedWorkbook, writeReturned } from '../../services/importing/rejected.ts'
import { reviewBatch } from '../../services/importing/review.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, type CommandContext } from '../context.ts'
import { refuseExisting } from '../refuseExisting.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { problemLines, table } from '../output.ts'
import { PERIOD, run, type PeriodOption } from '../periodCommand.ts'

/** 导入批次: what was imported, 撤销, 复核, 退回. */
export function batchCommands(program: Command, context: () => CommandContext): void {
  program
    .command('batches')
    .description('本季度的导入批次，新的在前')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), list, options))
  program
    .command('batch <id>')
    .description('一次导入：每一格是什么、改了什么，发现的问题')
    .action((id: string) => run(context(), show, { id: batchId(id) }))
  program
    .command('undo <id>')
    .description('撤销一次导入，恢复成导入前的数')
    .action((id: string) => run(context(), undo, { id: batchId(id) }))
  program
    .command('review <id>')
    .description('复核一次导入：确认、退回，或由导入人收回')
    .option('--approve', '确认：写入等待的数')
    .option('--reject', '退回：不写入，要写理由')
    .option('--withdraw', '导入人收回')
    .option('--by <姓名>', '复核人；默认设置里的操作人')
    .option('--reason <text>', '理由', '')
    .action((id: string, options: ReviewOptions) => run(context(), review, { ...options, id: batchId(id) }))
  program
    .command('rejected <id>')
    .description('生成退回表：原来的版式，没有导入的格标红并写明原因')
    .option('-o, --output <file>', '写到哪里；默认当前文件夹、原名加（退回）')
    .option('--force', '覆盖已有的文件')
    .action((id: string, options: RejectedOptions) =>
      run(context(), rejected, { ...options, id: batchId(id) })
    )
}

interface One {
  id: number
}
interface ReviewOptions {
  approve?: boolean
  reject?: boolean
  withdraw?: boolean
  by?: string
  reason: string
}
interface RejectedOptions {
  output?: string
  force?: boolean
}

function batchId(text: string): number {
  if (!/^\d{1,15}$/.test(text)) {
    throw new AppError('VALIDATION_FAILED', `看不懂批次编号「${text}」。`, {
      action: '编号见 liangji batches。'
    })
  }
  return Number(text)
}

const STATES = {
  waiting: '待复核',
  merged: '已导入',
  rejected: '未通过',
  undone: '已撤销'
} satisfies Record<BatchView['state'], string>

const DECISIONS = { APPROVED: '确认', REJECTED: '退回', WITHDRAWN: '收回' } as const

function list(workspace: Workspace, { out, options: global }: CommandContext, options: PeriodOption): void {
  const shown: z.output<(typeof jsonShapes)['batches']> = importHistory(
    workspace.library,
    periodOf(workspace, options.period)
  )
  if (global.json === true) return out.json(shown)
  if (shown.length === 0) return out.line('这一季度还没有导入过。')
  const headers = ['编号', '时间', '文件', '经办', '状态', '新增', '更新', '相同', '加减分', '未导入']
  out.line(
    table(
      headers.map((header, index) => ({ header, right: index === 0 || index >= 5 })),
      shown.map((batch) => [
        String(batch.id),
        batch.at.slice(0, 16).replace('T', ' '),
        batch.fileName,
        batch.by,
        STATES[batch.state],
        ...[batch.created, batch.changed, batch.same, batch.adjustments, batch.left].map(String)
      ])
    )
  )
}

const OUTCOMES = {
  NEW: '新增',
  CHANGED: '更新',
  SAME: '相同',
  SKIPPED: '没有用',
  REJECTED: '没有导入'
} satisfies Record<BatchDetail['cells'][number]['outcome'], string>

function show({ library }: Workspace, { out, options: global }: CommandContext, { id }: One): void {
  const shown: z.output<(typeof jsonShapes)['batch']> = batchDetail(library, id)
  if (global.json === true) return out.json(shown)
  const { batch, cells, problems, undoBlockers } = shown
  out.line(`第 ${batch.id} 次导入《${batch.fileName}》（${STATES[batch.state]}）`)
  out.line(
    `${batch.by} ${batch.at.slice(0, 10)}，${shown.format}，${shown.bytes} 字节，SHA-256 ${shown.sha256}`
  )
  if (batch.review !== null) {
    const { requestedBy, decision, decidedBy, reason } = batch.review
    const end =
      decision === null
        ? '等待另一个人复核'
        : `${decidedBy ?? ''}${DECISIONS[decision]}${reason === null ? '' : `：${reason}`}`
    out.line(`复核：${requestedBy} 提交，${end}`)
  }
  out.line()
  out.line(
    table(
      ['位置', '单位', '指标', '结果', '原来', '导入为'].map((header) => ({ header })),
      cells.map((cell) => [
        `${cell.sheet}!${cell.address}`,
        cell.unitName,
        cell.rater === null ? cell.subjectName : `${cell.subjectName}（${cell.rater}）`,
        OUTCOMES[cell.outcome],
        cell.before ?? '',
        cell.after
      ])
    )
  )
  for (const line of problemLines(problems)) out.line(line)
  for (const blocker of undoBlockers) out.line(`不能撤销：${blocker.text}。`)
}

function undo({ library }: Workspace, { out, options: global }: CommandContext, { id }: One): void {
  const shown: z.output<(typeof jsonShapes)['undo']> = undoImport(library, id)
  if (global.json === true) return out.json(shown)
  out.line(`已撤销第 ${id} 次导入《${shown.fileName}》，恢复成导入前的数。`)
}

async function review(
  { library }: Workspace,
  { out, options: global }: CommandContext,
  { id, approve, reject, withdraw, by, reason }: One & ReviewOptions
): Promise<void> {
  const chosen = [
    approve === true ? ('APPROVED' as const) : [],
    reject === true ? ('REJECTED' as const) : [],
    withdraw === true ? ('WITHDRAWN' as const) : []
  ].flat()
  const [decision] = chosen
  if (decision === undefined || chosen.length > 1) {
    throw new AppError('VALIDATION_FAILED', '请写明 --approve、--reject、--withdraw 中的一个。')
  }
  if (decision === 'APPROVED') await backupLibrary(library, '导入前')
  reviewBatch(library, { batch: id, decision, reason, ...(by === undefined ? {} : { by }) })
  const shown: z.output<(typeof jsonShapes)['review']> = batchViews(library, [id])[0]!
  if (global.json === true) return out.json(shown)
  out.line(
    decision === 'APPROVED'
      ? `已确认《${shown.fileName}》：新增 ${shown.created} 个数，更新 ${shown.changed} 个，相同 ${shown.same} 个，加减分 ${shown.adjustments} 笔。`
      : `已${DECISIONS[decision]}《${shown.fileName}》，没有计入。`
  )
}

async function rejected(
  { library }: Workspace,
  { out, options: global }: CommandContext,
  { id, output, force }: One & RejectedOptions
): Promise<void> {
  const workbook = await returnedWorkbook(library, id)
  const path = resolve(output ?? returnedName(workbook.batch, workbook.extension))
  refuseExisting(path, force)
  await writeReturned(library, workbook, path)
  const shown: z.output<(typeof jsonShapes)['rejected']> = {
    batch: id,
    cells: workbook.batch.counts.left,
    file: path
  }
  if (global.json === true) return out.json(shown)
  out.line(`已写出退回表：${path}，标出 ${shown.cells} 处。`)
}
