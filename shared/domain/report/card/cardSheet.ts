import { dec, sum, type D } from '../../number/decimal.ts'
import type { DimensionResult } from '../../ranking/resultSet.ts'
import { columnsOf, rowOf } from '../ranking/columnSpec.ts'
import { raceLabel } from '../ranking/groupTable.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, reportTitle, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { exactCell, storedValue, type Rounding } from '../scores/liveNumber.ts'
import { noDimensionScore } from './cardCharts.ts'
import { cardFigures } from './cardFigures.ts'
import { blockedSentences, commentSentences, remarkSentences, standingSentences } from './cardSentences.ts'
import type { CardRace } from './cardSubject.ts'
import { cardContext, indicatorColumns, pointsCell, type CardTableContext } from './cardTables.ts'
import { liveCell, negativeCell, roundedCell, summandCell } from './liveCells.ts'

/** What stands under 板块 beside what counted of the ledger; formulas find it by these words. */
const BONUS = '加分合计'
const DEDUCTION = '减分合计'

const DIMENSION: ReportColumn = { id: 'DIMENSION', head: '板块', align: 'left', min: 10, max: 18, bold: true }
const SUM: ReportColumn = { id: 'SUM', head: '合计', align: 'right', min: 8, max: 11, bold: true, tint: true }

/** Scores in the rows with this row's word under 板块. Words among the scores count as nothing in SUMPRODUCT. */
const SUBTOTAL = 'SUMPRODUCT(({DIMENSION:all}={DIMENSION})*1,{SCORE:all})'
const TOTAL = 'SUM({SUM:all})'
const BASE = `${TOTAL}-SUMPRODUCT(({DIMENSION:all}="${BONUS}")+({DIMENSION:all}="${DEDUCTION}"),{SUM:all})`

const markCell = (number: string): TableCell => ({ number, decimals: null })

/** What a formula finds in some cells. */
function storedSum(cells: readonly (TableCell | undefined)[]): D {
  return sum(cells.flatMap((cell) => storedValue(cell) ?? []))
}

/** Excel compares without regard to case, and what is there twice would be counted twice. */
function isClear(dimensions: readonly DimensionResult[]): boolean {
  const names = [...dimensions.map(({ name }) => name), BONUS, DEDUCTION]
  return new Set(names.map((name) => name.toUpperCase())).size === names.length
}

/** The indicators of a dimension with their 小计. */
function dimensionRows(
  context: CardTableContext,
  dimension: DimensionResult,
  clear: boolean,
  rounding: Rounding
): ReportRow[] {
  const { name, fullMark, score, indicators } = dimension
  const specs = indicatorColumns(context)
  const rows = indicators.map((indicator, index): ReportRow => {
    const row = rowOf(specs, indicator, index === 0)
    return { ...row, cells: { ...row.cells, DIMENSION: name, SCORE: summandCell(indicator, rounding) } }
  })
  const found = storedSum(rows.map(({ cells }) => cells.SCORE))
  const mean = context.entry.group.mean?.dimensions[dimension.dimension]
  const cells = {
    ...{ DIMENSION: name, INDICATOR: '小计', FULL_MARK: markCell(fullMark) },
    SUM:
      score === null
        ? noDimensionScore(dimension)
        : liveCell(score, clear ? [{ formula: SUBTOTAL, value: found }] : [], rounding),
    SENTENCE: mean === undefined ? '' : `组平均 ${mean}`
  }
  return [...rows, { cells }]
}

/** The ledger's entries, and what counted of them. */
function ledgerRows({ entry: { unit } }: CardTableContext, rounding: Rounding): ReportRow[] {
  const { entries, bonus, deduction, sentence } = unit.adjustments
  const ledger = entries.map((each): ReportRow => ({
    cells: {
      ...{ DIMENSION: '加减分', INDICATOR: each.className, VALUE: pointsCell(each, rounding.decimals) },
      SENTENCE: [each.entry.date ?? '', each.entry.reason].filter((part) => part !== '').join('　'),
      SOURCE: each.entry.evidence ?? ''
    }
  }))
  const counted: ReportRow[] = [
    { cells: { DIMENSION: BONUS, SENTENCE: sentence, SUM: exactCell(bonus, rounding) } },
    { cells: { DIMENSION: DEDUCTION, SUM: negativeCell(exactCell(deduction, rounding)) } }
  ]
  return [...ledger, ...counted].map((row, index) => ({ ...row, opens: index === 0 }))
}

/** 基础分 and 总得分, live where the sheet gives the snapshot's numbers. */
function footRows(
  { entry: { unit, race, group }, own }: CardTableContext,
  body: readonly ReportRow[],
  rounding: Rounding
): ReportRow[] {
  const fullMark = group.fullMark ?? race.fullMark
  const isCounted = ({ cells: { DIMENSION: word } }: ReportRow): boolean =>
    word === BONUS || word === DEDUCTION
  const earned = storedSum(body.filter((row) => !isCounted(row)).map(({ cells }) => cells.SUM))
  const counted = storedSum(body.filter(isCounted).map(({ cells }) => cells.SUM))
  const { rescaledFrom } = unit
  const bases =
    rescaledFrom === null
      ? [{ formula: BASE, value: earned }]
      : [fullMark, '100'].map((mark) => ({
          formula: `(${BASE})*${mark}/${rescaledFrom}`,
          value: earned.times(dec(mark)).div(dec(rescaledFrom))
        }))
  const totals =
    rescaledFrom === null
      ? [{ formula: TOTAL, value: earned.plus(counted) }]
      : bases.map(({ formula, value }) => ({
          formula: `${formula}+(${TOTAL}-(${BASE}))`,
          value: value.plus(counted)
        }))
  const clear = isClear(unit.dimensions)
  return [
    {
      cells: {
        ...{ DIMENSION: '基础分', FULL_MARK: markCell(fullMark) },
        SUM: unit.base === null ? '未计分' : liveCell(unit.base, clear ? bases : [], rounding),
        SENTENCE: own(unit.baseSentence)
      }
    },
    {
      cells: {
        DIMENSION: '总得分',
        SUM: unit.total === null ? '未计分' : roundedCell(unit.total, clear ? totals : [], rounding),
        SENTENCE: own(unit.totalSentence)
      }
    }
  ]
}

/** What the head of a card says, as sentences beneath the table. */
function sheetRemarks({ facts, entry, own, files }: CardTableContext): string[] {
  const figures = cardFigures(entry).map(
    ({ label, value, note }) => `${label} ${value}${note === '' ? '' : `（${note}）`}`
  )
  const said = [...blockedSentences(facts, entry), ...remarkSentences(entry)].map(own)
  return [
    [`${figures.join('；')}。`, ...standingSentences(entry)].join(''),
    ...(said.length === 0 ? [] : [said.join('')]),
    ...commentSentences(facts, entry.unit.unit).map((sentence) => `讲评：${sentence}`),
    ...(files.legend === '' ? [] : [files.legend]),
    '小计、基础分、总得分凡是能由表中得分算出的都带公式，改动得分会跟着重算；名次不重算，以快照为准。'
  ]
}

/** One sheet of a unit in a race: what its card says, with numbers to reckon with. */
export function cardSheet(facts: ReportFacts, options: ReportOptions, entry: CardRace): ReportTable {
  const { unit, race, group } = entry
  const context = cardContext(facts, entry)
  const rounding: Rounding = { decimals: facts.results.decimals, mode: facts.scheme.policies.rounding }
  const clear = isClear(unit.dimensions)
  const rows = [
    ...unit.dimensions.flatMap((dimension) => dimensionRows(context, dimension, clear, rounding)),
    ...ledgerRows(context, rounding)
  ]
  const columns = columnsOf(indicatorColumns(context))
  const behindScore = columns.findIndex(({ id }) => id === 'SCORE') + 1
  const label = raceLabel(facts, race)
  return {
    id: `cardSheet:${race.race}:${unit.unit}`,
    name: `${unit.name}${label}`,
    title: `${unit.name}${reportTitle(facts, `${label}成绩单`)}`,
    left: [`组别：${group.name}`, `考核单位：${reportFrame(facts, options).issuer}`].join('　'),
    right: tableFrame(facts, options, '', '单位：分').right,
    columns: [DIMENSION, ...columns.slice(0, behindScore), SUM, ...columns.slice(behindScore)],
    rows,
    foot: footRows(context, rows, rounding),
    remarks: sheetRemarks(context),
    ...{ signatures: [], pinned: 2, filter: false, orientation: 'LANDSCAPE' }
  }
}
