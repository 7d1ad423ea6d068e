import { describePlace } from '../../../problem.ts'
import type { IndicatorResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportTable } from '../reportTable.ts'
import { columnsOf, indicatorCell, rowsOf, type ColumnSpec } from '../ranking/columnSpec.ts'
import { raceLabel, restRemark } from '../ranking/groupTable.ts'
import { unitsOf, unnamedOf } from './indicatorTable.ts'

interface TraceRow {
  unit: UnitResult
  dimension: string
  indicator: IndicatorResult
}

/** Cells of one sheet, and sheets, that are named before the rest is only counted. */
const NAMED = 3

function shortList(items: readonly string[], separator: string): string {
  const text = items.slice(0, NAMED).join(separator)
  return items.length > NAMED ? `${text} 等 ${items.length} 处` : text
}

/** Every source of an indicator's numbers: file · sheet · cells, each sheet once. `called` may shorten the files' names. */
export function sourcesOf(
  { trace }: IndicatorResult,
  called: (file: string) => string = (file) => file
): string {
  const cells = new Map<string, Set<string>>()
  for (const { source } of trace.inputs) {
    if (source?.kind === 'cell') {
      const sheet = describePlace({ file: called(source.file), sheet: source.sheet })
      cells.set(sheet, (cells.get(sheet) ?? new Set()).add(source.address))
    } else if (source?.kind === 'decision') cells.set(`按决定：${source.basis}`, new Set())
    else if (source?.kind === 'manual') cells.set(`人工填写：${source.reason}`, new Set())
  }
  const places = Array.from(cells, ([place, addresses]) =>
    addresses.size === 0 ? place : `${place} · ${shortList([...addresses], '、')}`
  )
  return shortList(places, '；')
}

function traceColumns(decimals: number): ColumnSpec<TraceRow>[] {
  return [
    {
      ...{ id: 'UNIT', head: '单位', align: 'left', min: 14, max: 22, bold: true },
      cell: ({ unit }) => unit.name
    },
    { id: 'DIMENSION', head: '板块', align: 'left', min: 10, max: 14, cell: ({ dimension }) => dimension },
    {
      ...{ id: 'INDICATOR', head: '指标', align: 'left', min: 14, max: 22 },
      cell: ({ indicator }) => indicator.name
    },
    {
      ...{ id: 'FULL_MARK', head: '满分', align: 'right', min: 6, max: 8 },
      cell: ({ indicator }) => ({ number: indicator.fullMark, decimals: null })
    },
    {
      ...{ id: 'SCORE', head: '得分', align: 'right', min: 8, max: 10, tint: true },
      cell: ({ indicator }) => indicatorCell(indicator, decimals)
    },
    {
      ...{ id: 'SENTENCE', head: '计算过程', align: 'left', min: 30, max: 48 },
      cell: ({ indicator }) => indicator.trace.sentence
    },
    {
      ...{ id: 'SOURCE', head: '数据来源', align: 'left', min: 20, max: 34 },
      cell: ({ indicator }) => sourcesOf(indicator)
    }
  ]
}

/** 计算过程: one line an indicator, with the sentence and the cells that it came from. */
export function traceTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const units = unitsOf(race, options)
  const rows = units.flatMap((unit) =>
    unit.dimensions.flatMap((dimension) =>
      dimension.indicators.map((indicator): TraceRow => ({ unit, dimension: dimension.name, indicator }))
    )
  )
  const columns = traceColumns(facts.results.decimals)
  const name = `${raceLabel(facts, race)}计算过程`
  return {
    ...{ id: `trace:${race.race}`, name, ...tableFrame(facts, options, name, '单位：分') },
    columns: columnsOf(columns),
    rows: rowsOf(columns, rows, (row, previous) => row.unit !== previous.unit),
    foot: [],
    remarks: restRemark(unnamedOf(race, units)),
    ...{ signatures: [], pinned: 1, filter: true, orientation: 'LANDSCAPE' }
  }
}
