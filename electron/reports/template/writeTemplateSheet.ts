import type { Cell, Style, Workbook, Worksheet } from 'exceljs'
import { columnLetter, lineCount, textWidth } from '../xlsx/sheetText.ts'
import { body, HEAD, META, PLAIN_FORMAT, TITLE } from '../xlsx/style.ts'
import { CELL_PADDING, put, putAcross, rowHeight, widthOf } from '../xlsx/table.ts'
import { inputCheck } from './inputCheck.ts'
import { placeSheet } from './placeSheet.ts'
import type { TemplateCell, TemplateColumn, TemplateSheet } from './templateSheet.ts'

const SIGNATURES = ['填报人：', '负责人：', '联系电话：', '填报日期：'] as const
/** Locked cells are tinted: what is white is to be filled in. */
const LOCKED_FILL: Style['fill'] = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF7F8FA' } }
const OPEN = { locked: false }

/** One protected table: only the cells to fill in, the remarks and the signatures can be typed into. */
export async function writeTemplateSheet(workbook: Workbook, template: TemplateSheet): Promise<void> {
  const sheet = workbook.addWorksheet(template.name)
  const { columns } = template
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width + CELL_PADDING
  })
  const { headerLast, body: first } = placeSheet(template)
  writeTop(sheet, template)
  writeHeader(sheet, template)
  template.rows.forEach((row, index) => writeRow(sheet, first + index + 1, columns, row))
  mergeRepeats(sheet, template, first)
  const last = first + template.rows.length + 2
  writeSignatures(sheet, last, columns.length, template.signatures ?? SIGNATURES)

  sheet.views = [
    {
      state: 'frozen',
      xSplit: template.pinned,
      ySplit: headerLast + 1,
      topLeftCell: `${columnLetter(template.pinned + 1)}${first + 1}`,
      showGridLines: false
    }
  ]
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    printTitlesRow: `1:${headerLast + 1}`,
    printArea: `A$1:${columnLetter(columns.length)}$${last}`
  }
  sheet.headerFooter = { oddFooter: '&C&"仿宋,Regular"&10第 &P 页 共 &N 页' }
  // Without a password: the lock keeps fingers off, it hides nothing.
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true
  })
}

function writeTop(sheet: Worksheet, { columns, title, left, right }: TemplateSheet): void {
  const width = columns.length
  putAcross(sheet, 1, [1, width], title, TITLE)
  sheet.getRow(1).height = 12 + 26 * lineCount(title, widthOf(sheet, [1, width]) / 1.8)
  let middle = 1
  while (middle < width - 1 && widthOf(sheet, [1, middle]) < widthOf(sheet, [1, width]) / 2) middle += 1
  const style = (horizontal: 'left' | 'right'): Partial<Style> => ({
    ...META,
    alignment: { horizontal, vertical: 'middle' }
  })
  putAcross(sheet, 2, [1, middle], left, style('left'))
  if (middle < width) putAcross(sheet, 2, [middle + 1, width], right, style('right'))
  sheet.getRow(2).height = 21
}

/** Neighbours with the same upper text share a cell; a header of one level spans all of them downwards. */
function writeHeader(sheet: Worksheet, template: TemplateSheet): void {
  const { columns } = template
  const { headerFirst, headerLast } = placeSheet(template)
  for (let row = headerFirst; row <= headerLast; row += 1) {
    columns.forEach((_, col) => {
      sheet.getCell(row + 1, col + 1).style = HEAD
    })
    const texts = columns.flatMap(({ path, width }) => {
      const text = path[row - headerFirst]
      return text === undefined ? [] : [lineCount(text, isShared(columns, path) ? width * 2 : width)]
    })
    sheet.getRow(row + 1).height = rowHeight(Math.max(1, ...texts), 26)
  }
  for (let col = 0; col < columns.length; col += 1) {
    const { path } = columns[col]!
    path.forEach((text, level) => {
      const isLast = level === path.length - 1
      if (!isLast && columns[col - 1]?.path[level] === text && columns[col - 1]!.path.length > level + 1)
        return
      put(sheet.getCell(headerFirst + level + 1, col + 1), text)
      if (isLast) {
        if (headerFirst + level < headerLast)
          sheet.mergeCells(headerFirst + level + 1, col + 1, headerLast + 1, col + 1)
        return
      }
      let right = col
      while (columns[right + 1]?.path[level] === text && columns[right + 1]!.path.length > level + 1)
        right += 1
      if (right > col) sheet.mergeCells(headerFirst + level + 1, col + 1, headerFirst + level + 1, right + 1)
    })
  }
}

function isShared(columns: readonly TemplateColumn[], path: readonly string[]): boolean {
  return path.length > 1 && columns.filter((column) => column.path[0] === path[0]).length > 1
}

function writeRow(
  sheet: Worksheet,
  rowNumber: number,
  columns: readonly TemplateColumn[],
  row: readonly TemplateCell[]
): void {
  let lines = 1
  row.forEach((cell, col) => {
    const { align, width } = columns[col]!
    writeCell(sheet.getCell(rowNumber, col + 1), cell, align)
    if (cell.kind === 'text') lines = Math.max(lines, lineCount(cell.text, width - 2))
  })
  sheet.getRow(rowNumber).height = rowHeight(lines, 26)
}

function writeCell(cell: Cell, content: TemplateCell, align: TemplateColumn['align']): void {
  if (content.kind === 'input' || content.kind === 'remark') {
    cell.style = { ...body(content.kind === 'input' ? 'right' : 'left', { wrap: true }), protection: OPEN }
    if (content.kind === 'input') cell.dataValidation = inputCheck(cell.address, content.asked)
    return
  }
  cell.style = { ...body(content.kind === 'none' ? 'center' : align, { wrap: true }), fill: LOCKED_FILL }
  if (content.kind === 'text') put(cell, content.text)
  else if (content.kind === 'none') put(cell, '—')
  else if (content.kind === 'number') {
    // A number that a double does not hold is printed as text: what was issued must come back unchanged.
    const exact = String(Number(content.value)) === content.value
    put(cell, exact ? { number: content.value, format: PLAIN_FORMAT } : content.value)
  }
}

function mergeRepeats(sheet: Worksheet, { columns, rows }: TemplateSheet, first: number): void {
  columns.forEach((_, col) => {
    for (let top = 0; top < rows.length; top += 1) {
      let bottom = top
      while (rows[bottom + 1]?.[col]?.kind === 'above') bottom += 1
      if (bottom > top) sheet.mergeCells(first + top + 1, col + 1, first + bottom + 1, col + 1)
      top = bottom
    }
  })
}

/** 填报人 … 填报日期 in one open line, evenly apart: there is room to type behind each. */
function writeSignatures(sheet: Worksheet, row: number, columns: number, words: readonly string[]): void {
  const width = widthOf(sheet, [1, columns])
  const used = words.reduce((total, word) => total + textWidth(word), 0)
  const room = Math.max(4, Math.floor((width - used) / words.length / 2) - 1)
  putAcross(sheet, row, [1, columns], words.join('\u3000'.repeat(room)), {
    ...META,
    alignment: { horizontal: 'left', vertical: 'middle' },
    protection: OPEN
  })
  sheet.getRow(row).height = 30
}
