import { effectiveTarget } from '#shared/domain/scoring/effectiveTarget.ts'
import { periodTitle, quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { unitsOfIndicator } from '#shared/domain/scheme/appliesTo.ts'
import type {
  IndicatorDefinition,
  RaceDefinition,
  SchemeDefinition
} from '#shared/domain/scheme/schemeDefinition.ts'
import {
  bandRow,
  cell,
  headRow,
  headRows,
  metaRow,
  type Book,
  type Sheet
} from '../../samples/build/sheet.ts'
import { draw, drawBetween } from './random.ts'

/** Where a sample's numbers lie, besides chance. */
export interface ScoreTaste {
  /** How good a unit is, 0.85 … 1.1; by code. Units without an entry are ordinary. */
  strength: Readonly<Record<string, number>>
  /** Judges in 体育讲堂-style rounds. */
  judges: readonly string[]
  /** Ballots handed out in 民主测评. */
  ballots: number
}

interface Part {
  race: RaceDefinition
  dimension: string
  indicator: IndicatorDefinition
  units: readonly string[]
}

/** The workbooks of one quarter: one a providing department, as offices send them. File name → book. */
export function scoreBooks(
  scheme: SchemeDefinition,
  period: PeriodKey,
  taste: ScoreTaste
): Map<string, Book> {
  const books = new Map<string, Book>()
  for (const [provider, parts] of byProvider(scheme, period)) {
    const name = scheme.units.find(({ code }) => code === provider)?.name ?? '考核办'
    const sheets = [
      ...tableSheets(scheme, period, taste, name, parts),
      ...parts.filter(isVoted).map((part) => voteSheet(scheme, period, taste, name, part)),
      ...parts.filter(isJudged).map((part) => judgeSheet(scheme, period, taste, name, part))
    ]
    books.set(`${name}${periodTitle(period)}报送表.xlsx`, { sheets, savedAt: savedAt(period) })
  }
  return books
}

/** A week after the quarter's end. */
export function savedAt(period: PeriodKey): string {
  const { year, quarter } = quarterOf(period)
  return new Date(Date.UTC(year, quarter * 3, 7, 2)).toISOString()
}

const isVoted = ({ indicator }: Part): boolean => indicator.rule.kind === 'BALLOT_SHARE'
const isJudged = ({ indicator }: Part): boolean => indicator.rule.kind === 'JUDGE_MEAN'

function byProvider(scheme: SchemeDefinition, period: PeriodKey): Map<string, Part[]> {
  const found = new Map<string, Part[]>()
  for (const race of scheme.races) {
    for (const dimension of race.dimensions) {
      for (const indicator of dimension.indicators) {
        const provider = indicator.provider ?? 'office'
        const units = unitsOfIndicator(scheme, race, indicator, period)
        const parts = found.get(provider) ?? []
        parts.push({ race, dimension: dimension.name, indicator, units })
        found.set(provider, parts)
      }
    }
  }
  return found
}

const nameOf = (scheme: SchemeDefinition, unit: string): string =>
  scheme.units.find(({ code }) => code === unit)?.name ?? unit

/** Measured values of one race: units down, 目标 and 完成 under each indicator, 「/」 where it does not apply. */
function tableSheets(
  scheme: SchemeDefinition,
  period: PeriodKey,
  taste: ScoreTaste,
  provider: string,
  parts: readonly Part[]
): Sheet[] {
  const measured = parts.filter((part) => !isVoted(part) && !isJudged(part))
  const races = [...new Set(measured.map(({ race }) => race))]
  return races.map((race) => {
    const own = measured.filter((part) => part.race === race)
    const units = scheme.units.filter(({ code }) => own.some((part) => part.units.includes(code)))
    const columns = 2 + own.reduce((sum, part) => sum + columnsOf(part).length, 0)
    const sheet: Sheet = {
      name: race.name,
      rows: [],
      merges: [],
      widths: [6, 20, ...Array.from({ length: columns - 2 }, () => 12)],
      repeat: [3, 4]
    }
    bandRow(sheet, `${periodTitle(period)}“${race.name}”完成情况表`, 'title', columns)
    metaRow(sheet, `填报单位：${provider}`, `填报时间：${savedAt(period).slice(0, 10)}`, columns)
    headRows(sheet, ['序号', '单位', ...own.map((part) => [headOf(part), columnsOf(part)] as const)])
    units.forEach(({ code, name }, index) => {
      sheet.rows.push([
        cell(index + 1, 'name'),
        cell(name),
        ...own.flatMap((part) => {
          if (!part.units.includes(code)) return columnsOf(part).map(() => cell('/', 'name'))
          const { target, actual } = valueOf(part.indicator, code, period, taste)
          return columnsOf(part).length === 1 ? [cell(actual)] : [cell(target), cell(actual)]
        })
      ])
    })
    return sheet
  })
}

function headOf({ indicator }: Part): string {
  return indicator.unit === '' ? indicator.name : `${indicator.name}（${indicator.unit}）`
}

function columnsOf({ indicator }: Part): readonly string[] {
  if (indicator.rule.kind === 'EXTERNAL_RANK') return ['目标位次', '实际位次']
  if (indicator.rule.kind === 'DIRECT_SCORE') return ['得分']
  return hasTarget(indicator) ? ['目标', '完成'] : ['完成']
}

/** 按完成比例 needs a target; where the scheme gives none the sheet does, as many as came up in the quarter. */
function hasTarget({ targets, rule }: IndicatorDefinition): boolean {
  return targets.length > 0 || rule.kind === 'RATIO_TO_TARGET'
}

/** What a unit handed in: around its target, as good as the unit is. */
function valueOf(
  indicator: IndicatorDefinition,
  unit: string,
  period: PeriodKey,
  { strength }: ScoreTaste
): { target: number | null; actual: number } {
  const skill = strength[unit] ?? 1
  const seed = [indicator.code, unit, period] as const
  if (indicator.rule.kind === 'DIRECT_SCORE') {
    const most = Number(indicator.fullMark)
    return {
      target: null,
      actual: drawBetween(Math.min(0.98, 0.86 * skill) * most, Math.min(1, 0.97 * skill) * most, 1, ...seed)
    }
  }
  if (indicator.rule.kind === 'EXTERNAL_RANK') {
    const aimed = indicator.targets.find((entry) => entry.unit === unit || entry.unit === '*')!.rankTarget!
    return {
      target: aimed,
      actual: Math.max(1, aimed + Math.round((1.02 - skill) * 20 + draw(...seed) * 3 - 1))
    }
  }
  const aim = effectiveTarget(indicator, unit, period)
  if (aim === null && hasTarget(indicator)) {
    const count = drawBetween(3, 8, 0, ...seed)
    return { target: count, actual: count - (draw('left', ...seed) > 0.75 ? 1 : 0) }
  }
  if (aim === null)
    return { target: null, actual: drawBetween(84 * skill, Math.min(99, 97 * skill), 1, ...seed) }
  const target = Number(aim.value)
  const isShare = indicator.unit === '%'
  const low = (isShare ? 0.93 : 0.86) * skill
  const high = (isShare ? 1.01 : 1.12) * skill
  const decimals = isShare ? 1 : indicator.precision
  const drawn = drawBetween(target * low, target * high, decimals, ...seed)
  return { target, actual: isShare ? Math.min(100, drawn) : drawn }
}

/** 民主测评: units down, options across, counted against the ballots handed out. */
function voteSheet(
  scheme: SchemeDefinition,
  period: PeriodKey,
  { ballots, strength }: ScoreTaste,
  provider: string,
  { indicator, units }: Part
): Sheet {
  const options = ['好', '较好', '一般', '较差', '不了解']
  const sheet: Sheet = {
    name: indicator.name,
    rows: [],
    merges: [],
    widths: [6, 22, ...options.map(() => 9), 10],
    portrait: true,
    repeat: [3, 3]
  }
  bandRow(sheet, `${periodTitle(period)}${indicator.name}计票表`, 'title', options.length + 3)
  metaRow(sheet, `计票单位：${provider}`, '单位：票', options.length + 3)
  headRow(sheet, ['序号', '单位', ...options, '合计'])
  units.forEach((unit, index) => {
    const skill = strength[unit] ?? 1
    const best = Math.round(ballots * Math.min(0.9, (0.5 + draw(indicator.code, unit, period) * 0.2) * skill))
    const second = Math.round((ballots - best) * 0.65)
    const third = Math.round((ballots - best - second) * 0.6)
    const unknown = Math.min(ballots - best - second - third, Math.round(draw(unit, indicator.code) * 2))
    const worst = ballots - best - second - third - unknown
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(nameOf(scheme, unit)),
      ...[best, second, third, worst, unknown].map((count) => cell(count, 'name')),
      cell(ballots, 'name')
    ])
  })
  return sheet
}

/** Judges by evaluator group: the rule's own groups with three judges each, or one pot. */
function benchOf(
  { params }: IndicatorDefinition['rule'],
  judges: readonly string[]
): [group: string, raters: string[]][] {
  const groups = (params['groups'] ?? []) as readonly { name: string }[]
  if (groups.length === 0) return [['', [...judges]]]
  return groups.map(({ name }) => [name, [1, 2, 3].map((seat) => `${name}${seat}`)])
}

/** 评委打分: units down, judges across under their groups, the office's own mean at the end. */
function judgeSheet(
  scheme: SchemeDefinition,
  period: PeriodKey,
  { judges, strength }: ScoreTaste,
  provider: string,
  { indicator, units }: Part
): Sheet {
  const bench = benchOf(indicator.rule, judges)
  const raters = bench.flatMap(([, own]) => own)
  const sheet: Sheet = {
    name: indicator.name,
    rows: [],
    merges: [],
    widths: [6, 22, ...raters.map(() => 9), 9],
    repeat: [3, 3]
  }
  bandRow(sheet, `${periodTitle(period)}${indicator.name}评分表`, 'title', raters.length + 3)
  metaRow(sheet, `汇总单位：${provider}`, '单位：分', raters.length + 3)
  if (bench.length === 1) headRow(sheet, ['序号', '单位', ...raters, '平均分'])
  else headRows(sheet, ['序号', '单位', ...bench, '平均分'])
  units.forEach((unit, index) => {
    const skill = strength[unit] ?? 1
    const marks = raters.map((judge) =>
      Math.min(99, drawBetween(80 * skill, 93 * skill, 1, indicator.code, unit, judge, period))
    )
    const mean = Math.round((marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 100) / 100
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(nameOf(scheme, unit)),
      ...marks.map((mark) => cell(mark, 'name')),
      cell(mean, 'name', { format: '0.00' })
    ])
  })
  return sheet
}
