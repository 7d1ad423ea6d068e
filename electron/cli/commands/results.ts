import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { describePlace } from '#shared/problem.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { IndicatorResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { computePeriod } from '../../services/compute.ts'
import { freezeChecks, freezePeriod } from '../../services/freeze.ts'
import { periodView } from '../../services/periods.ts'
import { standingResults, type StandingResults } from '../../services/results.ts'
import { schemeView } from '../../services/schemes.ts'
import { periodSubmissions } from '../../services/submissions.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, withWorkspace, type CommandContext } from '../context.ts'
import { EXIT } from '../exitCodes.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { problemLines } from '../output.ts'
import { rankingLines } from '../rankingLines.ts'

interface PeriodOption {
  period?: string
}

const PERIOD = ['--period <quarter>', '季度，如 2026Q3；默认最新的季度'] as const

export function resultCommands(program: Command, context: () => CommandContext): void {
  program
    .command('check')
    .description('检查方案、报送和冻结条件')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), check, options))
  program
    .command('compute')
    .description('计算成绩（预览）')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), compute, options))
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
    .command('rank')
    .description('看排名')
    .option(...PERIOD)
    .action((options: PeriodOption) => run(context(), rank, options))
  program
    .command('explain <unit> [indicator]')
    .description('一个单位的得分是怎么来的，一直到原表的格子')
    .option(...PERIOD)
    .action((unit: string, indicator: string | undefined, options: PeriodOption) =>
      run(
        context(),
        (workspace, command, given) => explain(workspace, command, given, unit, indicator),
        options
      )
    )
}

interface FreezeOptions extends PeriodOption {
  accept: string[]
  reason: string
}

function run<O extends PeriodOption>(
  command: CommandContext,
  work: (workspace: Workspace, command: CommandContext, options: O) => void | Promise<void>,
  options: O
): Promise<void> {
  return withWorkspace(command.options, (workspace) => work(workspace, command, options))
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
  options: PeriodOption
): void {
  const period = periodOf(workspace, options.period)
  const { counts, inputsHash } = computePeriod(workspace.library, period)
  const shown: z.output<(typeof jsonShapes)['compute']> = { period, inputsHash, counts }
  if (global.json === true) return out.json(shown)
  out.line(
    `${periodTitle(period)}：${counts.units} 个单位，${counts.ranked} 个排名，${counts.blocked} 个缺报或无法给分，并列 ${counts.tiedRanks} 处。`
  )
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

function requireStanding(workspace: Workspace, text: string | undefined): StandingResults {
  const standing = standingResults(workspace.library, periodOf(workspace, text))
  if (standing === null)
    throw new AppError('NOT_COMPUTED', '这一季度还没有计算成绩。', { action: '请先运行 liangji compute。' })
  return standing
}

function rank(workspace: Workspace, { out, options: global }: CommandContext, options: PeriodOption): void {
  const standing = requireStanding(workspace, options.period)
  const shown: z.output<(typeof jsonShapes)['rank']> = {
    snapshot: standing.snapshot?.id ?? null,
    stale: standing.stale,
    results: standing.results
  }
  if (global.json === true) return out.json(shown)
  out.line(standing.snapshot === null ? '预览，未定稿' : `快照 ${standing.snapshot.id}`)
  if (standing.stale) out.note('数据在计算后有变动，请重新运行 liangji compute。')
  for (const line of rankingLines(standing.results)) out.line(line)
}

function explain(
  workspace: Workspace,
  { out, options: global }: CommandContext,
  options: PeriodOption,
  unitText: string,
  indicatorText: string | undefined
): void {
  const standing = requireStanding(workspace, options.period)
  const units = standing.results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  const unit = units.find((candidate) => candidate.name === unitText || candidate.unit === unitText)
  if (unit === undefined) {
    throw new AppError('NOT_FOUND', `没有「${unitText}」这个单位。`, {
      action: `可选：${units.map((u) => u.name).join('、')}。`
    })
  }
  const snapshot = standing.snapshot?.id ?? null
  if (indicatorText === undefined) {
    const shown: z.output<(typeof jsonShapes)['explain-unit']> = { snapshot, unit }
    if (global.json === true) return out.json(shown)
    for (const line of unitLines(unit)) out.line(line)
    return
  }
  const indicators = unit.dimensions.flatMap((dimension) => dimension.indicators)
  const indicator = indicators.find(
    (candidate) => candidate.name === indicatorText || candidate.indicator === indicatorText
  )
  if (indicator === undefined) {
    throw new AppError('NOT_FOUND', `${unit.name}没有「${indicatorText}」这个指标。`, {
      action: `可选：${indicators.map((item) => item.name).join('、')}。`
    })
  }
  const shown: z.output<(typeof jsonShapes)['explain-indicator']> = { snapshot, unit: unit.unit, indicator }
  if (global.json === true) return out.json(shown)
  for (const line of indicatorLines(indicator)) out.line(line)
}

/** A unit's statement in words: every indicator's sentence, base, adjustments, total, place. */
export function unitLines(unit: UnitResult): string[] {
  return [
    `${unit.name}  ${unit.rank === null ? '不排名' : `第 ${unit.rank} 名`}  总得分 ${unit.total?.printed ?? '/'}${unit.remarks.length === 0 ? '' : `（${unit.remarks.join('；')}）`}`,
    ...unit.dimensions.flatMap((dimension) => [
      `  ${dimension.name}  ${dimension.score?.printed ?? '/'} / ${dimension.fullMark}`,
      ...dimension.indicators.flatMap((indicator) => indicatorLines(indicator).map((line) => `    ${line}`))
    ]),
    `  ${unit.baseSentence}`,
    `  ${unit.adjustments.sentence}`,
    `  ${unit.totalSentence}`,
    ...unit.reasons.map((reason) => `  ${reason}`)
  ]
}

function indicatorLines(indicator: IndicatorResult): string[] {
  const score = indicator.score?.printed ?? (indicator.status === 'NA' ? '/' : '缺报')
  return [
    `${indicator.name}  ${score} / ${indicator.fullMark}`,
    `  规则：${indicator.trace.ruleInWords}`,
    `  计算：${indicator.trace.sentence}`,
    ...indicator.trace.inputs.map((input) => {
      const value = input.value === null ? (input.state === 'NA' ? '/' : '缺') : `${input.value}${input.unit}`
      const source = input.source
      const place =
        source?.kind === 'cell'
          ? `《${source.file}》${describePlace({ sheet: source.sheet, cell: source.address })}「${source.raw}」`
          : source?.kind === 'scheme'
            ? `方案${source.clause}`
            : source?.kind === 'decision'
              ? `按决定：${source.basis}`
              : source?.kind === 'manual'
                ? `${source.by}填写：${source.reason}`
                : ''
      return `  ${input.label}：${value}  ${place}${input.leftOut === undefined ? '' : `（${input.leftOut}）`}`
    })
  ]
}
