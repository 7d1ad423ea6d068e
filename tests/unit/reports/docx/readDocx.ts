import JSZip from 'jszip'
import { parse } from '../openPackage.ts'

/** A written document, read by nothing that had a part in writing it: its XML, as the format defines it. */
export interface ReadCell {
  /** Paragraphs one after the other, line breaks inside of one left out: heads break where there is room. */
  text: string
  span: number
  merge: 'restart' | 'continue' | null
  align: string | null
  bold: boolean
  colour: string | null
}

export interface ReadTable {
  /** Rows that repeat on each page. */
  heads: ReadCell[][]
  rows: ReadCell[][]
  /** Of the columns, in twips. */
  widths: number[]
}

export interface ReadParagraph {
  style: string | null
  text: string
}

export interface ReadDocx {
  /** Path → text of every part that is text. */
  parts: Map<string, string>
  /** Date of each entry of the zip. */
  dates: Date[]
  document: Document
  /** Outside of tables. */
  paragraphs: ReadParagraph[]
  tables: ReadTable[]
}

function textOf(element: Element): string {
  return [...element.getElementsByTagName('*')]
    .map((each) =>
      each.tagName === 'w:t'
        ? (each.textContent ?? '')
        : each.tagName === 'w:tab' && each.parentElement!.tagName === 'w:r'
          ? '\t'
          : ''
    )
    .join('')
}

export function child(element: Element | undefined, tag: string): Element | undefined {
  return [...(element?.children ?? [])].find((each) => each.tagName === tag)
}

function value(element: Element | undefined): string | null {
  return element?.getAttribute('w:val') ?? null
}

function readCell(cell: Element): ReadCell {
  const properties = child(cell, 'w:tcPr')
  const merge = child(properties, 'w:vMerge')
  const paragraph = child(cell, 'w:p')
  const run = child(child(paragraph, 'w:r'), 'w:rPr')
  return {
    text: [...cell.children]
      .filter((each) => each.tagName === 'w:p')
      .map(textOf)
      .join(''),
    span: Number(value(child(properties, 'w:gridSpan')) ?? 1),
    merge: merge === undefined ? null : value(merge) === 'restart' ? 'restart' : 'continue',
    align: value(child(child(paragraph, 'w:pPr'), 'w:jc')),
    bold: child(run, 'w:b') !== undefined,
    colour: value(child(run, 'w:color'))
  }
}

function readTable(table: Element): ReadTable {
  const rows = [...table.children].filter((each) => each.tagName === 'w:tr')
  const isHead = (row: Element): boolean => child(child(row, 'w:trPr'), 'w:tblHeader') !== undefined
  const cells = (row: Element): ReadCell[] =>
    [...row.children].filter((each) => each.tagName === 'w:tc').map(readCell)
  return {
    heads: rows.filter(isHead).map(cells),
    rows: rows.filter((row) => !isHead(row)).map(cells),
    widths: [...child(table, 'w:tblGrid')!.children].map((column) => Number(column.getAttribute('w:w')))
  }
}

export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = new Map<string, string>()
  for (const [path, entry] of Object.entries(zip.files))
    if (/\.(xml|rels|svg)$/.test(path)) parts.set(path, await entry.async('string'))
  const document = parse(parts.get('word/document.xml')!)
  const body = [...document.getElementsByTagName('w:body')[0]!.children]
  return {
    parts,
    dates: Object.values(zip.files).map((entry) => entry.date),
    document,
    paragraphs: body
      .filter((element) => element.tagName === 'w:p')
      .map((element) => ({
        style: value(child(child(element, 'w:pPr'), 'w:pStyle')),
        text: textOf(element)
      })),
    tables: body.filter((element) => element.tagName === 'w:tbl').map(readTable)
  }
}
