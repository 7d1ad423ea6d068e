import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { letter, type Book, type Cell, type CellStyle, type Sheet } from './sheet.ts'

/** Zip entries carry this time, so that the same data gives the same bytes on every machine. */
const ENTRY_TIME = new Date(Date.UTC(2026, 0, 1))

const FONTS: Record<CellStyle, Partial<ExcelJS.Font>> = {
  title: { name: '黑体', size: 16, bold: true },
  cover: { name: '方正小标宋简体', size: 22 },
  meta: { name: '仿宋', size: 11 },
  head: { name: '黑体', size: 11 },
  body: { name: '仿宋', size: 11 },
  name: { name: '仿宋', size: 11 },
  total: { name: '仿宋', size: 11, bold: true },
  note: { name: '楷体', size: 10 }
}

const BOX: Partial<ExcelJS.Borders> = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' }
}

/** Writes a book as .xlsx; equal books give equal bytes. */
export async function toXlsx(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '考核办'
  workbook.lastModifiedBy = '考核办'
  workbook.created = new Date(book.savedAt)
  workbook.modified = new Date(book.savedAt)
  for (const sheet of book.sheets) addSheet(workbook, sheet)
  return repack(await workbook.xlsx.writeBuffer())
}

function addSheet(workbook: ExcelJS.Workbook, sheet: Sheet): void {
  const target = workbook.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    pageSetup: {
      paperSize: 9,
      orientation: sheet.portrait ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(sheet.repeat ? { printTitlesRow: `${sheet.repeat[0]}:${sheet.repeat[1]}` } : {})
    },
    headerFooter: { oddFooter: '&C第 &P 页' }
  })
  sheet.widths.forEach((width, column) => (target.getColumn(column + 1).width = width))
  sheet.rows.forEach((row, r) => {
    row.forEach((content, c) => content && paint(target.getCell(r + 1, c + 1), content))
    target.getRow(r + 1).height = heightOf(row[0]?.style)
  })
  for (const [top, left, bottom, right] of sheet.merges) {
    target.mergeCells(`${letter(left)}${top + 1}:${letter(right)}${bottom + 1}`)
  }
}

function paint(target: ExcelJS.Cell, content: Cell): void {
  target.value = valueOf(content)
  target.font = FONTS[content.style]
  if (content.format !== undefined) target.numFmt = content.format
  if (['head', 'body', 'name', 'total'].includes(content.style)) target.border = BOX
  if (content.style === 'head') {
    target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } }
  }
  const centred = ['title', 'head', 'cover', 'name'].includes(content.style)
  target.alignment = {
    vertical: 'middle',
    wrapText: content.style !== 'title',
    ...(centred ? { horizontal: 'center' as const } : {})
  }
}

function valueOf(content: Cell): ExcelJS.CellValue {
  if (content.formula === undefined) return content.value
  const result = content.error === undefined ? content.value : { error: content.error }
  return { formula: content.formula, result: result as number }
}

function heightOf(style: CellStyle | undefined): number {
  if (style === 'cover') return 60
  if (style === 'title') return 32
  return style === 'note' ? 30 : 22
}

async function repack(written: ArrayBuffer): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(written)
  const packed = new JSZip()
  for (const [path, entry] of Object.entries(source.files)) {
    if (!entry.dir)
      packed.file(path, await entry.async('uint8array'), { date: ENTRY_TIME, createFolders: false })
  }
  return packed.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS'
  })
}
