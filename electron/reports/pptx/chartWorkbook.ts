import { zipFiles } from '../zipFiles.ts'
import type { ChartData } from './chartData.ts'
import { NS, xml, XML_HEADER } from './emu.ts'

/** What Excel opens when somebody edits the chart's numbers: one sheet, categories in A, series from B on. */
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
export const DATA_SHEET = 'Sheet1'

function letter(column: number): string {
  return String.fromCharCode(65 + column)
}

/** `Sheet1!$B$2:$B$9` for 0-based column 1 with 8 values. */
export function dataRange(column: number, rows: number): string {
  return `${DATA_SHEET}!$${letter(column)}$2:$${letter(column)}$${rows + 1}`
}

export function headCell(column: number): string {
  return `${DATA_SHEET}!$${letter(column)}$1`
}

function textCell(column: number, row: number, text: string): string {
  return `<c r="${letter(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`
}

function sheetXml({ labels, fullLabels, series, title }: ChartData): string {
  const full = series.length + 1
  const head = [title, ...series.map((each) => each.name), ...(fullLabels === null ? [] : ['全称'])]
  const rows = labels.map((label, index) => {
    const at = index + 2
    const numbers = series.map(({ values }, column) => {
      const value = values[index] ?? null
      return value === null ? '' : `<c r="${letter(column + 1)}${at}" s="1"><v>${value}</v></c>`
    })
    const name = fullLabels === null ? '' : textCell(full, at, fullLabels[index]!)
    return `<row r="${at}">${textCell(0, at, label)}${numbers.join('')}${name}</row>`
  })
  const heads = head.map((text, column) => textCell(column, 1, text)).join('')
  return (
    `${XML_HEADER}<worksheet xmlns="${MAIN}"><cols><col min="1" max="1" width="32" customWidth="1"/></cols>` +
    `<sheetData><row r="1">${heads}</row>${rows.join('')}</sheetData></worksheet>`
  )
}

function stylesXml(format: string): string {
  const xf = (more: string): string => `<xf ${more} fontId="0" fillId="0" borderId="0"/>`
  return (
    `${XML_HEADER}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${xml(format)}"/></numFmts>` +
    '<fonts count="1"><font><sz val="11"/><name val="微软雅黑"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    `<cellStyleXfs count="1">${xf('numFmtId="0"')}</cellStyleXfs>` +
    `<cellXfs count="2">${xf('numFmtId="0" xfId="0"')}${xf('numFmtId="164" xfId="0" applyNumberFormat="1"')}</cellXfs></styleSheet>`
  )
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${NS.r}/${type}" Target="${target}"/>`
}

/** Bytes of the workbook; the same data and date give the same bytes. */
export function chartWorkbook(data: ChartData, at: Date): Promise<Uint8Array> {
  const relations = (inner: string): string =>
    `${XML_HEADER}<Relationships xmlns="${NS.relations}">${inner}</Relationships>`
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      `${XML_HEADER}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `${override('workbook', 'sheet.main')}${override('worksheets/sheet1', 'worksheet')}${override('styles', 'styles')}</Types>`
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${XML_HEADER}<workbook xmlns="${MAIN}" xmlns:r="${NS.r}"><sheets><sheet name="${DATA_SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + relation('rId2', 'styles', 'styles.xml')
      )
    ],
    ['xl/worksheets/sheet1.xml', sheetXml(data)],
    ['xl/styles.xml', stylesXml(data.format)]
  ]
  const encoder = new TextEncoder()
  return zipFiles(
    parts.map(([name, text]) => ({ name, bytes: encoder.encode(text) })),
    at
  )
}
