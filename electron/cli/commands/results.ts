import type { Command } from 'commander'
import type { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { describePlace } from '#shared/problem.ts'
import type { IndicatorResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { standingResults, type StandingResults } from '../../services/results.ts'
import type { Workspace } from '../../services/workspace.ts'
import { periodOf, type CommandContext } from '../context.ts'
import type { jsonShapes } from '../jsonShapes.ts'
import { choiceLines, standingLines } from '../explainLines.ts'
import { PERIOD, run, type PeriodOption } from '../periodCommand.ts'
import { rankingLines } from '../rankingLines.ts'

export function resultCommands(program: Command, context: () => CommandContext): void {
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
    ...standingLines(unit).map((line) => `  ${line}`),
    ...unit.reasons.map((reason) => `  ${reason}`)
  ]
}

function indicatorLines(indicator: IndicatorResult): string[] {
  const score = indicator.score?.printed ?? (indicator.status === 'NA' ? '/' : '缺报')
  return [
    `${indicator.name}  ${score} / ${indicator.fullMark}`,
    `  规则：${indicator.trace.ruleInWords}`,
    `  计算：${indicator.trace.sentence}`,
    ...choiceLines(indicator).map((line) => `  ${line}`),
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
