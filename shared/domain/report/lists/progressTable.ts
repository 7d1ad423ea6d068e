import { dec } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { groupedBy } from '../../groupedBy.ts'
import type { RaceResult } from '../../ranking/resultSet.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { countCell } from '../ranking/columnSpec.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { SIGNATURES, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import { completionOf, measureOf, statusLegend } from './itemStatus.ts'
import { percentCell, valueCell } from './measureCells.ts'
import { emptyRow, NUMBER_COLUMN, raceSubject } from './listWorkbook.ts'
import { earlierValues, itemProgress, itemState, type EarlierValues } from './progressItem.ts'
import { indicatorDefinitions, raceItems, type RaceItem } from './raceItems.ts'

const number = { align: 'right', min: 8, max: 14 } as const

const COLUMNS: readonly ReportColumn[] = [
  NUMBER_COLUMN,
  { id: 'WORK', head: '重点工作', align: 'left', min: 14, max: 32, bold: true },
  { id: 'UNIT', head: '责任单位', align: 'left', min: 12, max: 26 },
  { id: 'YEAR_TARGET', head: '年度目标', ...number },
  { id: 'QUARTER_TARGET', head: '目标', band: '本季', ...number },
  { id: 'QUARTER_DONE', head: '完成', band: '本季', ...number },
  { id: 'DUE_TARGET', head: '时序目标', band: '年初以来累计', ...number },
  { id: 'YEAR_DONE', head: '完成', band: '年初以来累计', ...number },
  { id: 'RATE', head: '完成率', ...number, min: 9 },
  { id: 'STATUS', head: '状态', align: 'center', min: 8, max: 16, bold: true },
  { id: 'NOTE', head: '备注', align: 'left', min: 10, max: 26 }
]

/** Longer blocks run over the page: there every row says what the work is. */
const LONG_BLOCK = 15

interface TableContext {
  facts: ReportFacts
  options: ReportOptions
  definitions: ReadonlyMap<string, IndicatorDefinition>
  earlier: EarlierValues
  race: string
}

/** 工作推进表 of a race (S63, S64): dimension by dimension, each indicator with the units that answer for it. */
export function progressTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const { scheme, results } = facts
  const context: TableContext = {
    facts,
    options,
    definitions: indicatorDefinitions(scheme, race.race),
    earlier: earlierValues(results.period, facts.earlier),
    race: race.race
  }
  const subject = raceSubject(facts, race, '重点工作推进表')
  const rows = rowsOf(race, context)
  return {
    id: `progress.${race.race}`,
    name: raceSubject(facts, race, '推进表'),
    ...tableFrame(facts, options, subject),
    columns: COLUMNS,
    rows: rows.length === 0 ? emptyRow(COLUMNS, '本季度没有适用的指标。') : rows,
    foot: [],
    remarks: remarksOf(facts, options),
    signatures: SIGNATURES,
    pinned: 3,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

/** Items that do not apply to a unit are no work of its. */
function rowsOf(race: RaceResult, context: TableContext): ReportRow[] {
  const items = raceItems(race, context.facts.scheme).filter(({ item }) => item.status !== 'NA')
  const byDimension = groupedBy(items, ({ dimension }) => dimension.dimension)
  let no = 0
  return race.dimensions.flatMap(({ code, name, fullMark }) => {
    const own = byDimension.get(code)
    if (own === undefined) return []
    const order = [...context.definitions.keys()]
    const blocks = [...groupedBy(own, ({ item }) => item.indicator)].sort(
      ([a], [b]) => order.indexOf(a) - order.indexOf(b)
    )
    const rows = blocks.flatMap(([, block]) =>
      block.map((entry, index): ReportRow => {
        no += 1
        const first = index === 0 || block.length > LONG_BLOCK
        return { cells: { NO: countCell(no), ...cellsOf(entry, first, context) } }
      })
    )
    return [{ cells: {}, band: `${name}（满分 ${formatValue(dec(fullMark))} 分）` }, ...rows]
  })
}

function cellsOf({ unit, item }: RaceItem, first: boolean, context: TableContext): ReportRow['cells'] {
  const { facts, options, definitions, earlier, race } = context
  const definition = definitions.get(item.indicator)
  const rules = facts.scheme.progress
  const measure = measureOf(item, definition)
  const progress = itemProgress(item, definition, unit.unit, earlier(race, unit.unit, item.indicator))
  const vocabulary = options.vocabulary ?? rules.vocabulary
  const state = itemState(item, progress, definition?.direction, { rules, vocabulary })
  const missing = item.status === 'MISSING' && item.value === null
  const cumulative = definition?.nature === 'CUMULATIVE'
  return {
    WORK: first ? item.name : null,
    UNIT: unit.name,
    YEAR_TARGET: valueCell(progress.yearTarget, measure),
    QUARTER_TARGET: valueCell(progress.quarterTarget, measure),
    QUARTER_DONE: missing && !cumulative ? '缺报' : valueCell(progress.quarterDone, measure),
    DUE_TARGET: valueCell(progress.dueTarget, measure),
    YEAR_DONE: missing && cumulative ? '缺报' : valueCell(progress.yearDone, measure),
    RATE: percentCell(completionOf(item, definition)),
    STATUS: state.text,
    NOTE: state.note
  }
}

function remarksOf({ scheme }: ReportFacts, options: ReportOptions): string[] {
  const rules = scheme.progress
  return [
    statusLegend(rules, options.vocabulary ?? rules.vocabulary),
    '有年度目标的累计指标，状态按方案的进度规则：实际进度与计划进度（都按年度目标的百分比）相比。',
    '累计指标的「本季完成」是本季新增；当期指标只有场、次、件、项、万元等可以相加、各季度又都有数的才列累计，其余记「/」。完成率：累计指标对时序目标，当期指标对本季目标。'
  ]
}
