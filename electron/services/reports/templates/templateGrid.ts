import type { RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { TemplateGrid } from '#shared/ipc/reportTemplate.ts'
import type { WorkbookReader } from '../../../workbook/workbookReader.ts'
import type { Library } from '../../library.ts'
import { filledTemplate, openTemplate, type TemplateRequest } from './fillTemplate.ts'

/** More cannot be picked on a screen; a form that is larger is shown in part. */
const MOST_ROWS = 300
const MOST_COLS = 60
/** Blank rows and columns beside what is used, to pick into. */
const ROOM = 2

function toGrid(sheet: RawSheet): TemplateGrid {
  const bottom = Math.max(sheet.rowCount, ...sheet.merges.map((merge) => merge.bottom + 1))
  const right = Math.max(sheet.colCount, ...sheet.merges.map((merge) => merge.right + 1))
  const rows = Math.min(MOST_ROWS, bottom + ROOM)
  const cols = Math.min(MOST_COLS, right + ROOM)
  const isShown = ({ row, col }: { row: number; col: number }): boolean => row < rows && col < cols
  return {
    name: sheet.name,
    rows,
    cols,
    cells: sheet.cells
      .filter(isShown)
      .map(({ row, col, shown, kind }) => ({ row, col, text: shown, number: kind === 'number' })),
    merges: sheet.merges
      .filter(({ top, left }) => isShown({ row: top, col: left }))
      .map((merge) => ({
        ...merge,
        bottom: Math.min(merge.bottom, rows - 1),
        right: Math.min(merge.right, cols - 1)
      })),
    cut: bottom > MOST_ROWS || right > MOST_COLS
  }
}

async function gridsOf(reader: WorkbookReader, name: string, bytes: Uint8Array): Promise<TemplateGrid[]> {
  const book = await reader.read({ name, bytes })
  return book.sheets.filter(({ visibility }) => visibility === 'visible').map(toGrid)
}

const isBook = (format: string): boolean => format === 'xlsx' || format === 'xlsm'

/** The sheets of a template workbook as they stand; [] for a document or a presentation. */
export async function templateGrids(
  library: Library,
  reader: WorkbookReader,
  id: number
): Promise<TemplateGrid[]> {
  const { format, fileName, bytes } = await openTemplate(library, { template: id })
  return isBook(format) ? gridsOf(reader, fileName, bytes) : []
}

/** The sheets as they will be written, unknown placeholders as 「/」. */
export async function previewGrids(
  library: Library,
  reader: WorkbookReader,
  request: TemplateRequest
): Promise<TemplateGrid[]> {
  const { format, fileName } = await openTemplate(library, request.source)
  if (!isBook(format)) return []
  const { bytes } = await filledTemplate(library, { ...request, unknown: 'SLASH' })
  return gridsOf(reader, fileName, bytes)
}
