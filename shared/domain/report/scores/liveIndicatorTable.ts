import { dec, sum } from '../../number/decimal.ts'
import { commonMark, fullMarksOf } from '../../ranking/fullMarksOf.ts'
import { noScoreReason } from '../../ranking/noScoreReason.ts'
import type { IndicatorResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import { noScoreText } from '../ranking/columnSpec.ts'
import { raceLabel, restRemark } from '../ranking/groupTable.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { indicatorsOf, unitsOf, unnamedOf, type IndicatorHead } from './indicatorTable.ts'
import { exactCell, storedValue, type Rounding } from './liveNumber.ts'
import { liveRemarks } from './liveRemarks.ts'
import { liveScores, liveSum, type LiveScores } from './liveScores.ts'
import { dimensionCell } from './matrixTable.ts'

/** The columns of one dimension: its indicators, and 小计 where they are several. */
interface Block {
  code: string
  name: string
  indicators: readonly IndicatorHead[]
  /** Column of the dimension's score: 小计, or its only indicator. */
  score: string
}

const idOf = (indicator: string): string => `INDICATOR:${indicator}`

function blocksOf(race: RaceResult, units: readonly UnitResult[]): Block[] {
  const all = indicatorsOf(race, units)
  return race.dimensions.flatMap(({ code, name }): Block[] => {
    const indicators = all.filter((indicator) => indicator.within === code)
    const [first] = indicators
    if (first === undefined) return []
    const alone = indicators.length === 1 && units.every((unit) => isOnlyIndicator(unit, code))
    return [{ code, name, indicators, score: alone ? idOf(first.code) : `DIMENSION:${code}` }]
  })
}

/** Whether the dimension's score is that of its indicator: no weight, no rescaling comes between. */
function isOnlyIndicator(unit: UnitResult, code: string): boolean {
  const dimension = unit.dimensions.find((entry) => entry.dimension === code)
  return dimension === undefined || dimension.score?.exact === dimension.indicators[0]?.score?.exact
}

function indicatorColumns(race: RaceResult, blocks: readonly Block[]): ReportColumn[] {
  const marks = fullMarksOf(race, race.groups)
  const number = { align: 'right', min: 7.5, max: 10 } as const
  const several = race.groups.length > 1
  return [
    { id: 'UNIT', head: '单位', align: 'left', min: 16, max: 30, bold: true },
    ...(several ? [{ id: 'GROUP', head: '组别', align: 'left', min: 10, max: 16 } as const] : []),
    ...blocks.flatMap(({ code, name, indicators, score }): ReportColumn[] => [
      ...indicators.map((indicator): ReportColumn => ({
        ...{ id: idOf(indicator.code), head: indicator.name, fullMark: commonMark(indicator.marks) },
        ...{ band: name, ...number }
      })),
      ...(score === idOf(indicators[0]!.code)
        ? []
        : [
            {
              ...{ id: score, head: '小计', band: name, ...number, bold: true },
              fullMark: marks.dimensions.find((entry) => entry.code === code)?.fullMark ?? null
            }
          ])
    ]),
    { id: 'BASE', head: '基础分', fullMark: marks.base, ...number },
    { id: 'BONUS', head: '加分', ...number },
    { id: 'DEDUCTION', head: '减分', ...number },
    { id: 'TOTAL', head: '总得分', ...number, min: 9, bold: true, tint: true }
  ]
}

function liveCell(indicator: IndicatorResult | undefined, rounding: Rounding): TableCell {
  if (indicator === undefined) return '/'
  if (indicator.score === null) return noScoreText(indicator)
  return { ...exactCell(indicator.score, rounding), ...(indicator.estimated ? { suffix: '补' } : {}) }
}

/** Cells of one dimension; `plain` where its score is no sum of its indicators. */
function blockCells(
  unit: UnitResult,
  block: Block,
  rounding: Rounding
): { cells: Record<string, TableCell>; plain: boolean } {
  const dimension = unit.dimensions.find((entry) => entry.dimension === block.code)
  const cells = Object.fromEntries(
    block.indicators.map(({ code }) => {
      const found = dimension?.indicators.find((entry) => entry.indicator === code)
      return [idOf(code), liveCell(found, rounding)]
    })
  )
  const [first, last] = [idOf(block.indicators[0]!.code), idOf(block.indicators.at(-1)!.code)]
  if (block.score === first) return { cells, plain: false }
  const score = dimension?.score ?? null
  if (dimension === undefined || score === null)
    return { cells: { ...cells, [block.score]: dimensionCell(dimension, rounding) }, plain: false }
  const range = `SUM({${first}}:{${last}})`
  const added = sum(Object.values(cells).flatMap((cell) => storedValue(cell) ?? []))
  const marks = sum(
    dimension.indicators.flatMap((entry) => (entry.score === null ? [] : [dec(entry.fullMark)]))
  )
  const [live] = [
    ...liveSum(range, added, score, rounding),
    // A weighted dimension: earned points in the share that the dimension has.
    ...(marks.isZero()
      ? []
      : liveSum(
          `${range}*${dimension.fullMark}/${marks.toFixed()}`,
          added.times(dec(dimension.fullMark)).div(marks),
          score,
          rounding
        ))
  ]
  return {
    cells: { ...cells, [block.score]: live?.cell ?? dimensionCell(dimension, rounding) },
    plain: live === undefined
  }
}

/**
 * 指标明细: units down, indicators across under their dimensions. 小计, base and total are live formulas wherever they give
 * the snapshot's numbers.
 */
export function liveIndicatorTable(
  facts: ReportFacts,
  options: ReportOptions,
  race: RaceResult
): ReportTable {
  const { results, scheme } = facts
  const rounding: Rounding = { decimals: results.decimals, mode: scheme.policies.rounding }
  const units = unitsOf(race, options)
  const blocks = blocksOf(race, units)
  const formula = `SUM(${blocks.map(({ score }) => `{${score}}`).join(',')})`
  const live = new Map<UnitResult, LiveScores>()
  const plain = new Set<string>()
  const rows = units.map((unit, index): ReportRow => {
    const group = race.groups.find((entry) => entry.group === unit.group)
    const made = blocks.map((block) => ({ block, ...blockCells(unit, block, rounding) }))
    for (const entry of made) if (entry.plain) plain.add(entry.block.name)
    const marks = [group?.fullMark ?? race.fullMark, '100']
    const parts = made.map(({ cells, block }) => cells[block.score] ?? null)
    const scores = liveScores(unit, { formula, cells: parts }, marks, rounding)
    live.set(unit, scores)
    const blocked = unit.state === 'BLOCKED'
    const opens = index > 0 && units[index - 1]!.group !== unit.group
    return {
      cells: {
        ...{ UNIT: unit.name, GROUP: group?.name ?? unit.group },
        ...Object.fromEntries(made.flatMap(({ cells }) => Object.entries(cells))),
        ...(blocked ? {} : scores.cells)
      },
      ...(blocked ? { merged: { from: 'BASE', to: 'TOTAL', text: noScoreReason(unit) } } : {}),
      ...(opens ? { opens } : {})
    }
  })
  const name = `${raceLabel(facts, race)}指标明细`
  return {
    ...{ id: `live:${race.race}`, name, ...tableFrame(facts, options, name, '单位：分') },
    columns: indicatorColumns(race, blocks),
    rows,
    foot: [],
    remarks: [...restRemark(unnamedOf(race, units)), `${reportFrame(facts, options).provenance}。`],
    sheetRemarks: [
      ...liveRemarks(units, live, '小计、基础分和总得分'),
      ...(plain.size === 0
        ? []
        : [`板块得分不是各项得分直接相加的，直接写数值、没有公式：${[...plain].join('、')}。`])
    ],
    ...{ signatures: [], pinned: 1, filter: false, orientation: 'LANDSCAPE' }
  }
}
