import { dec } from '../../number/decimal.ts'
import { cellAddress } from '../grid/a1.ts'
import { looksNumeric } from '../grid/looksNumeric.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { RawCell, RawSheet } from '../grid/rawWorkbook.ts'
import type { SheetGrid } from '../grid/sheetGrid.ts'
import type { TableLocation } from './locateTable.ts'
import type { KeySheet, TemplateKey } from './templateKey.ts'

/** Rows below the table in which numbers are dates and telephone numbers. */
const SIGNATURE = /填报人|负责人|审核人|联系电话|日期|填表|^注[:：]/

/** Somebody who adds a row numbers it. */
const SERIAL = { path: '序号', col: 0 }

export interface StrayRequest {
  file: string
  raw: RawSheet
  key: TemplateKey
  sheet: KeySheet
  grid: SheetGrid
  at: TableLocation
  sink: ProblemSink
  /** Addresses that have been read. */
  taken: readonly string[]
}

/** Numbers that stand where nothing was asked, and printed numbers that somebody has written over: told, never used. */
export function reportStrayValues(request: StrayRequest): void {
  const { key, sheet, grid, at, sink } = request
  const known = new Set(request.taken)
  for (const { row, col, label, path, value, ...fixed } of key.fixed) {
    if (fixed.sheet !== sheet.sheet) continue
    const [toRow, toCol] = [at.rowOf(label, row), at.colOf(path, col)]
    if (toRow === null || toCol === null) continue
    const cell = grid.own(toRow, toCol)
    known.add(cellAddress(toRow, toCol))
    if (cell === null || same(cell, value)) continue
    sink.add(cell, {
      code: 'TEMPLATE_FIXED_CHANGED',
      level: 'confirm',
      message: `「${label}」的「${path}」下发时是 ${value}，现在是 ${cell.shown}；这一格不用填，改动没有导入。`,
      suggestion: fixed.target === null ? '请核对；以下发的为准。' : '如果目标调整过，请先在方案里改目标。',
      group: `TEMPLATE_FIXED_CHANGED:${request.file}!${request.raw.name}`
    })
  }
  const colsOf = (columns: readonly (KeySheet['remark'] | null)[]): (number | null)[] =>
    columns.flatMap((column) => (column === null ? [] : [at.colOf(column.path, column.col)]))
  const free = colsOf([sheet.remark, SERIAL])
  const names = colsOf(sheet.labels)
  for (const row of grid.rows) {
    if (row <= at.header.last) continue
    const isKnown = grid.rowCells(row).some((cell) => known.has(cell.address))
    const quiet = isKnown ? [...free, ...names] : free
    const cells = grid.rowCells(row)
    if (cells.some((cell) => SIGNATURE.test(cell.value))) continue
    for (const cell of cells) {
      if (known.has(cell.address) || quiet.includes(cell.col) || !looksNumeric(cell)) continue
      sink.add(cell, {
        code: 'TEMPLATE_EXTRA_VALUE',
        level: 'confirm',
        message: `「${cell.shown}」填在了没有要数的格子里，没有导入。`,
        suggestion: '如果是要报的数，请填到对应的白底格子里后重新导入。',
        group: `TEMPLATE_EXTRA_VALUE:${request.file}!${request.raw.name}`
      })
    }
  }
}

function same(cell: RawCell, value: string): boolean {
  return cell.kind === 'number' ? dec(cell.value).eq(dec(value)) : cell.value.trim() === value
}
