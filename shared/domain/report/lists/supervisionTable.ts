import { canonical } from '../../number/decimal.ts'
import { round } from '../../number/rounding.ts'
import type { IndicatorResult, RaceResult } from '../../ranking/resultSet.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { sourceText } from '../../scoring/sourceText.ts'
import { countCell, printedCell } from '../ranking/columnSpec.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { SIGNATURES, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import { completionOf, measureOf, statusLegend, statusText, type ItemStatus } from './itemStatus.ts'
import { gapToTargetCell, percentCell, valueCell } from './measureCells.ts'
import { emptyRow, NUMBER_COLUMN, raceSubject } from './listWorkbook.ts'
import { indicatorDefinitions } from './raceItems.ts'
import { supervisionItems, type SupervisionItem } from './supervisionItems.ts'

const number = { align: 'right', min: 7, max: 14 } as const
/** Left empty, to be filled in by hand or in Excel. */
const blank = { align: 'left', min: 9, max: 12, toFill: true } as const

const COLUMNS: readonly ReportColumn[] = [
  NUMBER_COLUMN,
  { id: 'UNIT', head: '责任单位', align: 'left', min: 10, max: 24, bold: true },
  { id: 'ITEM', head: '事项\n（指标）', align: 'left', min: 10, max: 24 },
  { id: 'TARGET', head: '目标', ...number },
  { id: 'ACTUAL', head: '实际', ...number },
  { id: 'RATE', head: '完成率', ...number, min: 9 },
  { id: 'GAP', head: '差距', ...number, min: 9 },
  { id: 'STATUS', head: '状态', align: 'center', min: 8, max: 12, bold: true },
  { id: 'SCORE', head: '计分', ...number },
  { id: 'LOSS', head: '失分', ...number, tint: true },
  { id: 'SOURCE', head: '数据来源', align: 'left', min: 14, max: 24 },
  { id: 'MEASURE', head: '整改措施', ...blank, min: 18, max: 26 },
  { id: 'DUE', head: '完成时限', ...blank },
  { id: 'PERSON', head: '责任人', ...blank }
]

/** 督办清单 of a race (S45, S46): what must be followed up, the heaviest loss first. */
export function supervisionTable(facts: ReportFacts, options: ReportOptions, race: RaceResult): ReportTable {
  const { scheme, results } = facts
  const vocabulary = options.vocabulary ?? scheme.progress.vocabulary
  const items = supervisionItems(race, scheme)
  const definitions = indicatorDefinitions(scheme, race.race)
  const rows = items.map((entry, index) =>
    rowOf(entry, index + 1, {
      definition: definitions.get(entry.item.indicator),
      decimals: results.decimals,
      status: statusText(entry.status, vocabulary)
    })
  )
  const subject = raceSubject(facts, race, '督办清单')
  return {
    id: `supervision.${race.race}`,
    name: raceSubject(facts, race, '督办清单'),
    ...tableFrame(
      facts,
      options,
      subject,
      countsText(items, (status) => statusText(status, vocabulary))
    ),
    columns: COLUMNS,
    rows: rows.length === 0 ? emptyRow(COLUMNS, '没有需要督办的事项：有目标的都已达到，没有缺报。') : rows,
    foot: [],
    remarks: remarksOf(facts, vocabulary),
    signatures: SIGNATURES,
    pinned: 3,
    filter: rows.length > 0,
    orientation: 'LANDSCAPE'
  }
}

interface RowContext {
  definition: IndicatorDefinition | undefined
  decimals: number
  status: string
}

function rowOf({ unit, item, lost }: SupervisionItem, no: number, context: RowContext): ReportRow {
  const measure = measureOf(item, context.definition)
  return {
    cells: {
      NO: countCell(no),
      UNIT: unit.name,
      ITEM: item.name,
      TARGET: valueCell(item.target, measure),
      ACTUAL: item.value === null && item.status === 'MISSING' ? '缺报' : valueCell(item.value, measure),
      RATE: percentCell(completionOf(item, context.definition)),
      GAP: gapToTargetCell(item.gapToTarget, measure),
      STATUS: context.status,
      SCORE: item.score === null ? context.status : printedCell(item.score.printed, context.decimals),
      LOSS:
        lost === null
          ? '/'
          : { number: canonical(round(lost, context.decimals)), decimals: context.decimals },
      SOURCE: sourcesText(item)
    }
  }
}

/** Cells that the measured numbers came from; the scheme's own numbers have none. */
function sourcesText({ trace }: IndicatorResult): string {
  const found = trace.inputs.flatMap(({ source, leftOut }) =>
    source === null || source.kind === 'scheme' || leftOut !== undefined ? [] : [sourceText(source)]
  )
  const [first = '', ...others] = [...new Set(found)]
  return others.length === 0 ? first : `${first} 等 ${others.length + 1} 处`
}

/** 「共 12 项：缺报 1 项、落后 8 项、稍缓 3 项」. */
function countsText(items: readonly SupervisionItem[], word: (status: ItemStatus | null) => string): string {
  if (items.length === 0) return ''
  const kinds = new Map<string, number>()
  for (const { status } of items) kinds.set(word(status), (kinds.get(word(status)) ?? 0) + 1)
  const units = new Set(items.map(({ unit }) => unit.unit)).size
  const parts = [...kinds].map(([name, count]) => `${name} ${count} 项`)
  return `共 ${units} 个单位 ${items.length} 项：${parts.join('、')}`
}

function remarksOf({ scheme }: ReportFacts, vocabulary: NonNullable<ReportOptions['vocabulary']>): string[] {
  const { slightlyBehind } = scheme.progress
  return [
    statusLegend(scheme.progress, vocabulary),
    `列入：没有达到目标的指标、缺报和未能计分的指标；没有目标值的指标，得分率低于 ${slightlyBehind}% 的列入。缺报和未能计分的排在前面，其余按失分从多到少排列。`,
    '本清单由本季度成绩产生，不是督办台账；整改措施、完成时限和责任人由责任单位填写。',
    '失分按所在板块折算；越低越好、接近目标为好的指标没有统一的完成率算法，方案没有规定的记「/」。'
  ]
}
