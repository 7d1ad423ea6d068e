import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import { PERIOD_STATE_NAMES } from '#shared/domain/period/periodState.ts'
import { computeMonth, computePeriod } from '../../services/compute.ts'
import { archivePeriod, freezePeriod, publishPeriod, reopenPeriod } from '../../services/freeze.ts'
import { freezeChecks } from '../../services/freezeChecks.ts'
import { periodView } from '../../services/periods.ts'
import { schemeView } from '../../services/schemes.ts'
import { periodSubmissions } from '../../services/submissions.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, type CommandContext } from '../context.ts'
import { EXIT } from '../exitCodes.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { problemLines } from '../output.ts'
import { PERIOD, run, type PeriodOption } from '../periodCommand.ts'
import { rankingLines } from '../rankingLines.ts'

/** A quarter from its computation to the archive. */
export function quarterCommands(program: Command, context: () => CommandContext): void {
  program
    .command('check')
    .description('检查方案、报送和冻结条件')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), check, options))
  program
    .command('compute')
    .description('计算成绩（预览）')
    .option(...PERIOD)
    .option('--month <month>', '月度预览：按这个月的进度目标算，不保存')
    .action((options: ComputeOptions) => run(context(), compute, options))
  program
    .command('freeze')
    .description('冻结季度，生成成绩快照')
    .option(...PERIOD)
    .option(
      '--accept <codes>',
      '接受的检查项，用逗号分开（如 MISSING_UNITS,PREVIOUS_FROZEN）',
      (value) => value.split(','),
      []
    )
    .option('--reason <text>', '说明', '')
    .action((options: FreezeOptions) => run(context(), freeze, options))
  program
    .command('publish')
    .description('标记为已发布（通报已发出）')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), publish, options))
  program
    .command('reopen')
    .description('重开已冻结的季度，更正后再冻结为新的一版')
    .option(...PERIOD)
    .requiredOption('--reason <text>', '重开的理由')
    .action((options: ReopenOptions) => run(context(), reopen, options))
  program
    .command('archive')
    .description('归档已发布的季度，此后不能重开')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), archive, options))
}

interface ComputeOptions extends PeriodOption {
  month?: string
}

interface FreezeOptions extends PeriodOption {
  accept: string[]
  reason: string
}

interface ReopenOptions extends PeriodOption {
  reason: string
}

function check(workspace: Workspace, { out, options: global }: CommandContext, options: PeriodOption): void {
  const { library } = workspace
  const period = periodOf(workspace, options.period)
  const shown: z.output<(typeof jsonShapes)['check']> = {
    period: periodView(library, period),
    scheme: schemeView(library, period)?.problems ?? [],
    checks: freezeChecks(library, period),
    submissions: periodSubmissions(library, period)
  }
  if (shown.checks.some((item) => !item.ok && item.blocking)) process.exitCode = EXIT.problems
  if (global.json === true) return out.json(shown)
  for (const line of problemLines(shown.scheme)) out.line(line)
  for (const item of shown.checks)
    out.line(`${item.ok ? '通过' : item.blocking ? '未过' : '待认'}  ${item.title}：${item.detail}`)
  const open = shown.submissions.filter((row) => row.state !== 'COMPLETE')
  for (const row of open)
    out.line(`${row.state === 'MISSING' ? '缺报' : '未齐'}  ${row.name}：${row.missing.join('、')}`)
}

function compute(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: ComputeOptions
): void {
  const period = periodOf(workspace, options.period)
  const month = options.month === undefined ? null : monthOf(options.month)
  const results =
    month === null ? computePeriod(workspace.library, period) : computeMonth(workspace.library, period, month)
  const { counts, inputsHash } = results
  const shown: z.output<(typeof jsonShapes)['compute']> = { period, month, inputsHash, counts, results }
  if (global.json === true) return out.json(shown)
  const title = month === null ? periodTitle(period) : `${periodTitle(period)} ${month}月预览（没有保存）`
  out.line(
    `${title}：${counts.units} 个单位，${counts.ranked} 个排名，${counts.blocked} 个缺报或无法给分，并列 ${counts.tiedRanks} 处。`
  )
  if (month !== null) for (const line of rankingLines(results)) out.line(line)
}

function monthOf(text: string): number {
  const match = /^(\d{1,2})月?$/.exec(text.normalize('NFKC').trim())
  if (match === null) throw new AppError('VALIDATION_FAILED', `看不懂月份「${text}」，请写成 8。`)
  return Number(match[1])
}

async function freeze(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: FreezeOptions
): Promise<void> {
  const period = periodOf(workspace, options.period)
  const snapshot = await freezePeriod(workspace.library, {
    period,
    accept: options.accept,
    reason: options.reason
  })
  const shown: z.output<(typeof jsonShapes)['freeze']> = {
    period,
    snapshot: snapshot.publicId,
    frozenAt: snapshot.frozenAt
  }
  if (global.json === true) return out.json(shown)
  out.line(`已冻结${periodTitle(period)}，快照 ${shown.snapshot}。`)
}

function publish(workspace: Workspace, command: CommandContext, options: PeriodOption): void {
  const period = periodOf(workspace, options.period)
  publishPeriod(workspace.library, period)
  showState(workspace, command, period)
}

function reopen(workspace: Workspace, command: CommandContext, options: ReopenOptions): void {
  const period = periodOf(workspace, options.period)
  if (options.reason.trim() === '') throw new AppError('VALIDATION_FAILED', '请写明重开的理由。')
  reopenPeriod(workspace.library, period, options.reason.trim())
  showState(workspace, command, period)
}

function archive(workspace: Workspace, command: CommandContext, options: PeriodOption): void {
  const period = periodOf(workspace, options.period)
  archivePeriod(workspace.library, period)
  showState(workspace, command, period)
}

function showState(workspace: Workspace, { out, options }: CommandContext, period: string): void {
  const shown: z.output<(typeof jsonShapes)['period']> = periodView(workspace.library, period)
  if (options.json === true) return out.json(shown)
  out.line(`${shown.title}：${PERIOD_STATE_NAMES[shown.state]}（第 ${shown.revision} 版）`)
}
