import ExcelJS, { type Cell, type Style, type Worksheet } from 'exceljs'
import type { GapFields } from '#shared/domain/selfReview/gapFields.ts'
import {
  GAP_COLUMNS,
  GAP_KEY_SHEET,
  GAP_ROW_KEY,
  GAP_SHEET,
  gapKeyLines,
  type GapColumnId,
  type GapTemplateKey
} from '#shared/domain/selfReview/gapTemplate.ts'
import { DIRECTION_WORDS } from '#shared/domain/selfReview/gapWords.ts'
import type { SelfReviewSettings } from '#shared/domain/selfReview/selfReviewSettings.ts'
import { finishPackage } from '../xlsx/finishPackage.ts'
import { columnLetter, lineCount } from '../xlsx/sheetText.ts'
import { body, HEAD, META, NOTE, PLAIN_FORMAT, TITLE } from '../xlsx/style.ts'
import { CELL_PADDING, put, putAcross, rowHeight, widthOf } from '../xlsx/table.ts'

export interface GapWorkbook {
  key: GapTemplateKey
  title: string
  issuer: string
  settings: SelfReviewSettings
  /** 填表说明 above the table. */
  notes: readonly string[]
}

/** Rows that wait for gaps of the unit's own. */
const SPARE = 8
const LOCKED: Style['fill'] = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF7F8FA' } }
const OPEN = { locked: false }
const WIDTH = GAP_COLUMNS.length
const KEY_COLUMN = WIDTH + 1

const columnOf = (id: GapColumnId): number => GAP_COLUMNS.findIndex((column) => column.id === id) + 1

/** Writes a 六问对标 to be filled in, with what is known printed into it; the same input gives the same bytes. */
export async function writeGapWorkbook(template: GapWorkbook, at: Date): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '亮绩赛马'
  workbook.lastModifiedBy = '亮绩赛马'
  workbook.created = at
  workbook.modified = at
  const sheet = workbook.addWorksheet(GAP_SHEET)
  GAP_COLUMNS.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width + CELL_PADDING
  })
  const header = writeTop(sheet, template)
  writeHeader(sheet, header, template.settings)
  const first = header + 3
  const { rows } = template.key
  rows.forEach((row, index) => writeRow(sheet, first + index, index + 1, row.fields, row.key))
  for (let index = rows.length; index < rows.length + SPARE; index += 1)
    writeRow(sheet, first + index, index + 1, null, '')
  const last = first + rows.length + SPARE
  putAcross(
    sheet,
    last,
    [1, WIDTH],
    `填报人：${gapOf(20)}负责人：${gapOf(20)}联系电话：${gapOf(20)}填报日期：`,
    {
      ...META,
      alignment: { horizontal: 'left', vertical: 'middle' },
      protection: OPEN
    }
  )
  sheet.getRow(last).height = 30
  await finishSheet(sheet, header, last)
  const hidden = workbook.addWorksheet(GAP_KEY_SHEET, { state: 'veryHidden' })
  gapKeyLines(template.key).forEach((line, index) => put(hidden.getCell(index + 1, 1), line))
  return finishPackage(new Uint8Array(await workbook.xlsx.writeBuffer()), [], at)
}

const gapOf = (width: number): string => '\u3000'.repeat(width / 2)

/** Title, 填报单位, notes; gives the first row of the header. */
function writeTop(sheet: Worksheet, { title, issuer, notes, key }: GapWorkbook): number {
  putAcross(sheet, 1, [1, WIDTH], title, TITLE)
  sheet.getRow(1).height = 12 + 26 * lineCount(title, widthOf(sheet, [1, WIDTH]) / 1.8)
  putAcross(sheet, 2, [1, 7], `填报单位：${key.head.unit.name}`, {
    ...META,
    alignment: { horizontal: 'left', vertical: 'middle' }
  })
  putAcross(sheet, 2, [8, WIDTH], issuer === '' ? '' : `下发：${issuer}`, {
    ...META,
    alignment: { horizontal: 'right', vertical: 'middle' }
  })
  sheet.getRow(2).height = 21
  notes.forEach((text, index) => {
    putAcross(sheet, 3 + index, [1, WIDTH], text, NOTE)
    sheet.getRow(3 + index).height = rowHeight(lineCount(text, widthOf(sheet, [1, WIDTH])), 18)
  })
  return 3 + notes.length
}

function writeHeader(sheet: Worksheet, top: number, { questions, sections }: SelfReviewSettings): void {
  for (let row = top; row < top + 3; row += 1)
    for (let column = 1; column <= WIDTH; column += 1) sheet.getCell(row, column).style = HEAD
  const spanOf = (from: number, to: number): [number, number] => {
    const columns = GAP_COLUMNS.flatMap(({ question }, index) =>
      question !== null && question >= from && question <= to ? [index + 1] : []
    )
    return [columns[0]!, columns.at(-1)!]
  }
  ;[spanOf(0, 2), spanOf(3, 3), spanOf(4, 5)].forEach((span, index) =>
    putAcross(sheet, top, span, sections[index]!, HEAD)
  )
  questions.forEach((question, index) => putAcross(sheet, top + 1, spanOf(index, index), question.ask, HEAD))
  GAP_COLUMNS.forEach(({ head, question }, index) => {
    if (question === null) sheet.mergeCells(top, index + 1, top + 2, index + 1)
    put(sheet.getCell(question === null ? top : top + 2, index + 1), head)
  })
  put(sheet.getCell(top + 2, KEY_COLUMN), GAP_ROW_KEY)
  for (let row = top; row < top + 3; row += 1) sheet.getRow(row).height = 22
}

/** `fields` null: an empty row of the unit's own. */
function writeRow(sheet: Worksheet, row: number, no: number, fields: GapFields | null, key: string): void {
  let lines = 2
  GAP_COLUMNS.forEach(({ id, width }, index) => {
    const cell = sheet.getCell(row, index + 1)
    const isNumber = id === 'benchmarkValue' || id === 'ownValue' || id === 'gap'
    const align = isNumber ? 'right' : id === 'no' || id === 'direction' || id === 'due' ? 'center' : 'left'
    const isLocked = id === 'no' || id === 'gap'
    cell.style = {
      ...body(align, { wrap: true }),
      ...(isLocked ? { fill: LOCKED } : { protection: OPEN })
    }
    if (id === 'no') put(cell, { number: String(no), format: '0' })
    else if (id === 'gap') writeGap(cell, row)
    else {
      const text = fields === null ? '' : textOf(fields, id)
      writeText(cell, text, isNumber)
      lines = Math.max(lines, lineCount(text, width - 2))
      addPrompt(cell, id)
    }
  })
  if (key !== '') put(sheet.getCell(row, KEY_COLUMN), key)
  sheet.getRow(row).height = rowHeight(lines, 36)
}

function textOf(fields: GapFields, id: Exclude<GapColumnId, 'no' | 'gap'>): string {
  if (id === 'direction') return DIRECTION_WORDS[fields.direction]
  return fields[id] ?? ''
}

function writeText(cell: Cell, text: string, isNumber: boolean): void {
  if (text === '') {
    if (isNumber) cell.numFmt = PLAIN_FORMAT
    return
  }
  // A number that a double does not hold is printed as text: what was issued must come back unchanged.
  if (isNumber && String(Number(text)) === text) put(cell, { number: text, format: PLAIN_FORMAT })
  else put(cell, text)
}

/** Own − benchmark, for the eye only: the gap is reckoned again when the sheet comes back. */
function writeGap(cell: Cell, row: number): void {
  const own = `${columnLetter(columnOf('ownValue'))}${row}`
  const benchmark = `${columnLetter(columnOf('benchmarkValue'))}${row}`
  cell.value = { formula: `IF(AND(ISNUMBER(${own}),ISNUMBER(${benchmark})),ROUND(${own}-${benchmark},6),"")` }
  cell.numFmt = PLAIN_FORMAT
}

const PROMPTS: Partial<Record<GapColumnId, readonly [title: string, text: string]>> = {
  topic: ['差距事项', '差在哪一项：指标名称，或本单位自己找的短板。'],
  benchmark: ['对标谁', '本季目标、组内第一、省内第一、全国第一、兄弟单位……'],
  benchmarkValue: ['标杆值', '只填数；没有数的留空，在「原因」里写清差在哪里。'],
  benchmarkSource: ['标杆值来源', '文件、通报、网页或单位名称，让人查得到。'],
  ownValue: ['现状值', '只填数，与标杆值同一计量单位。'],
  cause: ['为什么', '写主观原因，具体到环节。'],
  measures: ['怎么办', '一条举措一句话，能检查。'],
  person: ['谁来办', '写到人。'],
  due: ['何时成', '写成 2026-12-31 这样的日期。']
}

function addPrompt(cell: Cell, id: GapColumnId): void {
  if (id === 'direction') {
    cell.dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${Object.values(DIRECTION_WORDS).join(',')}"`],
      showErrorMessage: true,
      errorTitle: '方向',
      error: '请从下拉中选一个。'
    }
    return
  }
  const prompt = PROMPTS[id]
  if (prompt === undefined) return
  cell.dataValidation = {
    type: 'custom',
    allowBlank: true,
    formulae: ['TRUE'],
    showInputMessage: true,
    promptTitle: prompt[0],
    prompt: prompt[1]
  }
}

async function finishSheet(sheet: Worksheet, header: number, last: number): Promise<void> {
  sheet.getColumn(KEY_COLUMN).hidden = true
  sheet.views = [
    {
      state: 'frozen',
      xSplit: 2,
      ySplit: header + 2,
      topLeftCell: `C${header + 3}`,
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
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: `${header}:${header + 2}`,
    printArea: `A$1:${columnLetter(WIDTH)}$${last}`
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
