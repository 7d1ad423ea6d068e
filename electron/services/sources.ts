import { AppError } from '#shared/appError.ts'
import type { RawCell, RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReadingField } from '#shared/domain/scoring/reading.ts'
import type { SourceSnippet } from '#shared/ipc/results.ts'
import { getBatch } from '#db/repos/batchRepo.ts'
import { sourceOfBatch } from '#db/repos/batchSourceRepo.ts'
import { stagedHistoryOf } from '#db/repos/stagedRepo.ts'
import { printedReading } from './importing/printedReading.ts'
import type { Library } from './library.ts'

/** Rows above and below, and columns at most, that a snippet shows. */
const ROWS_AROUND = 2
const MAX_COLUMNS = 8

/** A few rows around a source cell, as they stood in the file that was imported. */
export function sourceSnippet(
  library: Library,
  batchId: number,
  sheetName: string,
  address: string
): SourceSnippet {
  const batch = getBatch(library.db, batchId)
  const sheet = sourceOfBatch(library.db, batchId)?.sheets.find((candidate) => candidate.name === sheetName)
  const here = sheet?.cells.find((cell) => cell.address === address)
  if (batch === null || sheet === undefined) throw new AppError('NOT_FOUND', '找不到这个数的原表。')
  const centre = here ?? parsed(address)
  const columns = columnsOf(sheet, centre.col)
  const rows = Array.from(
    { length: ROWS_AROUND * 2 + 1 },
    (_, index) => centre.row - ROWS_AROUND + index
  ).filter((row) => row >= 0 && row < Math.max(sheet.rowCount, centre.row + 1))
  return {
    file: batch.fileName,
    sheet: sheetName,
    address,
    batch: batchId,
    importedAt: batch.at,
    importedBy: batch.by,
    columns: columns.map(letterOf),
    rows: rows.map((row) => ({
      row: row + 1,
      cells: columns.map((col) => ({
        address: letterOf(col) + String(row + 1),
        text: textAt(sheet, row, col),
        here: row === centre.row && col === centre.col
      }))
    }))
  }
}

/** Columns that hold something near the cell: the first few name the row, the rest surround it. */
function columnsOf(sheet: RawSheet, centre: number): number[] {
  const used = [...new Set(sheet.cells.map((cell) => cell.col))].sort((a, b) => a - b)
  if (!used.includes(centre)) used.push(centre)
  if (used.length <= MAX_COLUMNS) return used.sort((a, b) => a - b)
  const names = used.slice(0, 2)
  const near = used
    .filter((col) => !names.includes(col))
    .sort((a, b) => Math.abs(a - centre) - Math.abs(b - centre))
    .slice(0, MAX_COLUMNS - names.length)
  return [...names, ...near].sort((a, b) => a - b)
}

function textAt(sheet: RawSheet, row: number, col: number): string {
  const merge = sheet.merges.find((m) => row >= m.top && row <= m.bottom && col >= m.left && col <= m.right)
  const anchor = merge === undefined ? { row, col } : { row: merge.top, col: merge.left }
  return sheet.cells.find((cell) => cell.row === anchor.row && cell.col === anchor.col)?.shown ?? ''
}

function letterOf(col: number): string {
  return (col >= 26 ? letterOf(Math.floor(col / 26) - 1) : '') + String.fromCharCode(65 + (col % 26))
}

function parsed(address: string): Pick<RawCell, 'row' | 'col'> {
  const match = /^([A-Z]+)(\d+)$/.exec(address)
  if (match === null) throw new AppError('NOT_FOUND', '单元格地址不对。')
  const col = [...match[1]!].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]) - 1, col }
}

const FIELD_NAMES: Record<ReadingField, string> = {
  actual: '完成',
  target: '目标',
  self: '自评分',
  score: '得分',
  rating: '评分'
}

/** What happened to one unit's numbers of one indicator, newest first. */
export function changesOf(library: Library, period: PeriodKey, unit: string, indicator: string) {
  return stagedHistoryOf(library.db, period, unit, indicator).map(({ batch, row }) => {
    const { cell, previous, outcome } = row
    const after = printedReading(cell)
    const what =
      outcome === 'CHANGED' && previous !== null
        ? `${printedReading(previous)} → ${after}`
        : outcome === 'SAME'
          ? `再次报送，仍为 ${after}`
          : `报送 ${after}`
    const subject = cell.rater === null ? FIELD_NAMES[cell.field] : cell.rater.name
    const undone = batch.state === 'undone' ? '（已撤销）' : ''
    const note = cell.note === null ? '' : `；${cell.note}`
    return {
      at: batch.at,
      who: batch.by,
      text: `${subject}：${what}${note}，《${batch.fileName}》${cell.sheet} ${cell.address}${undone}`
    }
  })
}
