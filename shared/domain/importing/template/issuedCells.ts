import { cellAddress } from '../grid/a1.ts'
import { stageCell } from '../extract/readCell.ts'
import type { SheetScope } from '../extract/sheetScope.ts'
import type { ImportContext } from '../importContext.ts'
import type { StagedReading } from '../importPlan.ts'
import { tidy } from '../names/normaliseLabel.ts'
import { parseValue } from '../values/parseValue.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import { isBlank, type SheetGrid } from '../grid/sheetGrid.ts'
import type { TableLocation } from './locateTable.ts'
import type { KeyCell, KeySheet, TemplateKey } from './templateKey.ts'

export interface IssuedSheet {
  raw: RawSheet
  key: TemplateKey
  sheet: KeySheet
  context: ImportContext
}

/** The sheet as it was found, while its cells are read. */
export interface Work extends IssuedSheet {
  grid: SheetGrid
  at: TableLocation
  sink: ProblemSink
  scope: SheetScope
}

/** Where a cell stands now; null where its row or column cannot be found by its name. */
export interface Place {
  row: number | null
  col: number | null
}

export function placeOf(cell: KeyCell, { at }: Work): Place {
  return { row: at.rowOf(cell.label, cell.row), col: at.colOf(cell.path, cell.col) }
}

/** Stages one value, or tells why it cannot be. */
export function readCell({ cell, row, col }: Place & { cell: KeyCell }, work: Work): StagedReading | null {
  const { grid, at, sink, scope, raw, context } = work
  const { unit, indicator, field, rater } = cell
  const definition = context.indicatorOf.get(indicator)
  if (row === null || col === null) return lost(cell, row, work)
  const own = grid.own(row, col)
  if (definition === undefined) {
    if (isBlank(own)) return null
    sink.add(own, {
      code: 'TEMPLATE_INDICATOR_GONE',
      level: 'confirm',
      message: `下发之后「${cell.name}」已从方案里去掉，这个数没有导入。`,
      suggestion: '如果还要考核，请先在方案里补上。',
      group: `TEMPLATE_INDICATOR_GONE:${indicator}`
    })
    return null
  }
  const answered = Object.hasOwn(context.fixes.cells, `${raw.name}!${cellAddress(row, col)}`)
  if (isBlank(own) && cell.blank === 'NONE' && !answered) return null
  const isAmount = field === 'actual' || field === 'target'
  const measure = isAmount ? definition.unit : cell.measure
  const parsed = parseValue(own, {
    measure,
    stated: cell.measure === '' ? null : cell.measure,
    emptyWords: context.emptyWords,
    textFormat: context.textFormat
  })
  const staged = stageCell({ row, col, cell: own }, parsed, { unit, indicator, field, rater }, scope)
  if (staged === null) return null
  if (!isBlank(own) && (row !== cell.row + at.shift || col !== cell.col))
    sink.add(own, {
      code: 'TEMPLATE_MOVED',
      level: 'confirm',
      message: `「${cell.label}」的数原应在 ${cellAddress(cell.row + at.shift, cell.col)}，表里的行列动过，已按名称在这里找到。`,
      suggestion: '请看一眼是不是这一格。',
      group: `TEMPLATE_MOVED:${context.file}!${raw.name}`
    })
  return withRemark(staged, row, work)
}

/** A row or column that cannot be found by its name. The clerk may still answer for the cell at its old place. */
function lost(cell: KeyCell, row: number | null, work: Work): StagedReading | null {
  const { at, grid, sink, raw, context, scope } = work
  const place = { row: cell.row + at.shift, col: cell.col }
  const address = cellAddress(place.row, place.col)
  const own = grid.own(place.row, place.col)
  const { unit, indicator, field, rater } = cell
  const answered = Object.hasOwn(context.fixes.cells, `${raw.name}!${address}`)
  if (answered && context.indicatorOf.has(indicator)) {
    const parsed = { kind: 'BLANK' } as const
    return stageCell({ ...place, cell: null }, parsed, { unit, indicator, field, rater }, scope)
  }
  if (cell.blank !== 'MISSING' && isBlank(own)) return null
  const shown = at.labelAt(place.row)
  const message =
    row === null
      ? `这一行下发时是「${cell.label}」，现在是「${shown}」，数没有导入。`
      : `「${cell.path}」这一列找不到了，「${cell.label}」的数没有导入。`
  sink.add(
    { address, value: own?.value ?? '' },
    {
      code: 'TEMPLATE_LABEL_CHANGED',
      level: 'error',
      message,
      suggestion: '请把名称改回下发时的样子后重新导入，或对这一格填入数值。',
      group: `TEMPLATE_LABEL_CHANGED:${context.file}!${raw.name}!${row === null ? cell.label : cell.path}`
    }
  )
  return null
}

/** What the unit wrote beside a number stays with it. */
function withRemark(staged: StagedReading, row: number, { sheet, at, grid }: Work): StagedReading {
  const col = sheet.remark === null ? null : at.colOf(sheet.remark.path, sheet.remark.col)
  const text = col === null ? '' : tidy(grid.own(row, col)?.value ?? '')
  if (text === '' || staged.state === 'MISSING') return staged
  return { ...staged, note: [staged.note, `备注：${text}`].filter((part) => part !== null).join('；') }
}
