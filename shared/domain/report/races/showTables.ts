import { canonical, dec } from '../../number/decimal.ts'
import type { CompareRow } from '../../races/compareBoard.ts'
import type { Exposure } from '../../races/exposures.ts'
import type { ShineRow } from '../../races/shineBoard.ts'
import type { ProgressRules } from '../../scheme/progressRules.ts'
import { emptyRow, NUMBER_COLUMN } from '../lists/listWorkbook.ts'
import { statusText } from '../lists/itemStatus.ts'
import { countCell } from '../ranking/columnSpec.ts'
import { SIGNATURES } from '../reportFrame.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '../reportTable.ts'
import { liveTitle, type LiveFrame } from './liveFrame.ts'

const COMPARE: readonly ReportColumn[] = [
  NUMBER_COLUMN,
  { id: 'ITEM', head: '创新项目', align: 'left', min: 20, max: 44, bold: true },
  { id: 'UNIT', head: '责任单位', align: 'left', min: 12, max: 24 },
  { id: 'MEASURES', head: '主要举措', align: 'left', min: 20, max: 50 },
  { id: 'PROGRESS', head: '最新进展', align: 'left', min: 20, max: 50 },
  { id: 'DONE', head: '进度', align: 'right', min: 7, max: 9 },
  { id: 'REMARK', head: '点评', align: 'left', min: 12, max: 24, toFill: true }
]

/** 创新项目比看: what each unit tries out, side by side, with room for a remark. */
export function compareTable(frame: LiveFrame, rows: readonly CompareRow[]): ReportTable {
  return {
    id: 'compare',
    name: '创新项目比看',
    ...liveTitle(frame, '创新项目比看表', `共 ${rows.length} 项`),
    columns: COMPARE,
    rows:
      rows.length === 0
        ? emptyRow(COMPARE, '清单里没有标「知新创新」的事项，也没有重点改革。')
        : rows.map((row, index) => ({
            cells: {
              NO: countCell(index + 1),
              ITEM: `${row.title}（${row.number}）`,
              UNIT: row.unitName ?? '待定',
              MEASURES: row.measures,
              PROGRESS: progressText(row),
              DONE: row.done === null ? '未报' : { number: row.done, decimals: null, suffix: '%' }
            }
          })),
    foot: [],
    remarks: ['收录本季度在册的重点改革和标「知新创新」的事项。'],
    signatures: SIGNATURES,
    pinned: 2,
    filter: rows.length > 0,
    orientation: 'LANDSCAPE'
  }
}

function progressText({ lastProgress, closedOn }: CompareRow): string {
  const words = lastProgress === null ? '还没有报进展' : `${lastProgress.on} ${lastProgress.text}`
  return closedOn === null ? words : `${words}；${closedOn} 销号`
}

const SHINE: readonly ReportColumn[] = [
  { id: 'DIMENSION', head: '板块', align: 'left', min: 10, max: 18 },
  { id: 'INDICATOR', head: '指标', align: 'left', min: 16, max: 36, bold: true },
  { id: 'GROUP', head: '组别', align: 'left', min: 10, max: 18 },
  { id: 'UNIT', head: '单位', align: 'left', min: 12, max: 28 },
  { id: 'TARGET', head: '本季目标', align: 'right', min: 9, max: 14 },
  { id: 'VALUE', head: '完成值', align: 'right', min: 9, max: 14 },
  { id: 'SCORE', head: '得分', align: 'right', min: 8, max: 10, tint: true },
  { id: 'STATUS', head: '状态', align: 'center', min: 9, max: 16 }
]

/** 指标亮晒: every indicator with every unit that it applies to; the head of each says how many are on target. */
export function shineTable(
  frame: LiveFrame,
  rows: readonly ShineRow[],
  { decimals, vocabulary }: { decimals: number; vocabulary: ProgressRules['vocabulary'] }
): ReportTable {
  const body = rows.flatMap((row): ReportRow[] => [
    { cells: {}, band: headOf(row) },
    ...row.units.map((unit): ReportRow => ({
      cells: {
        DIMENSION: row.dimensionName,
        INDICATOR: row.name,
        GROUP: unit.group,
        UNIT: unit.name,
        TARGET: measured(unit.target, row.unitOfMeasure),
        VALUE: measured(unit.value, row.unitOfMeasure),
        SCORE:
          unit.score === null
            ? statusText(unit.status, vocabulary)
            : { number: canonical(dec(unit.score)), decimals },
        STATUS: statusText(unit.status, vocabulary)
      },
      ...(unit.status === 'MET' && vocabulary !== 'LIGHTS' ? { red: ['STATUS'] } : {})
    }))
  ])
  return {
    id: 'shine',
    name: '指标亮晒',
    ...liveTitle(frame, '指标亮晒表', `${rows.length} 项指标`),
    columns: SHINE,
    rows: body.length === 0 ? emptyRow(SHINE, '还没有计算成绩。') : body,
    foot: [],
    remarks: ['单位按组内名次排列；「/」为没有目标或不适用，缺报另写。'],
    signatures: SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

function headOf({ name, fullMark, met, scored, missing }: ShineRow): string {
  const lack = missing === 0 ? '' : `，缺报 ${missing} 家`
  return `${name}（${fullMark} 分）：${scored} 家有成绩，${met} 家达标${lack}`
}

function measured(value: string | null, unit: string): TableCell {
  if (value === null) return '/'
  return { number: value, decimals: null, ...(unit === '' ? {} : { suffix: unit }) }
}

const EXPOSE: readonly ReportColumn[] = [
  NUMBER_COLUMN,
  { id: 'KIND', head: '类别', align: 'center', min: 10, max: 14, bold: true },
  { id: 'UNIT', head: '责任单位', align: 'left', min: 12, max: 28, bold: true },
  { id: 'MATTER', head: '问题', align: 'left', min: 20, max: 44 },
  { id: 'REASON', head: '情况', align: 'left', min: 28, max: 70 },
  { id: 'ANSWER', head: '整改打算', align: 'left', min: 14, max: 24, toFill: true }
]

export const EXPOSURE_WORDS: Record<Exposure['kind'], string> = {
  OVERDUE: '逾期未办结',
  RED_SLIP: '红色督办',
  BADLY_BEHIND: '严重滞后',
  MISSING: '未报送',
  INDICATOR: '指标落后'
}

/** 问题曝光: gravest first, with room for what the unit will do. */
export function exposeTable(
  frame: LiveFrame,
  rows: readonly (Exposure & { unitName: string })[]
): ReportTable {
  return {
    id: 'expose',
    name: '问题曝光',
    ...liveTitle(frame, '问题曝光清单', `共 ${rows.length} 件`),
    columns: EXPOSE,
    rows:
      rows.length === 0
        ? emptyRow(EXPOSE, '没有逾期、严重滞后、未报送的事项，也没有落后的指标。')
        : rows.map((row, index) => ({
            cells: {
              NO: countCell(index + 1),
              KIND: EXPOSURE_WORDS[row.kind],
              UNIT: row.unitName,
              MATTER: row.matter,
              REASON: row.reason
            },
            opens: index > 0 && rows[index - 1]!.kind !== row.kind
          })),
    foot: [],
    remarks: [
      '依次列出逾期、红色督办、严重滞后的事项，没有报送的单位，得分率低于方案「落后」线的指标；一件事只列一次。'
    ],
    signatures: SIGNATURES,
    pinned: 3,
    filter: rows.length > 0,
    orientation: 'LANDSCAPE'
  }
}
