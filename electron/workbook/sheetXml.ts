import { tooComplex, truncated } from './fileError.ts'
import { takePlainCells, type PlainCells } from './plainCells.ts'
import type { ReadLimits } from './readLimits.ts'

/** What the library would not tell, or would choke on, read from a sheet part before it sees it. */
export interface PreparedSheet {
  /** The part reduced to cells and merges: nothing else in it is needed, and the rest is where the traps are. */
  xml: string
  hiddenRows: number[]
  hiddenCols: number[]
  /** At least one cell has a value: a result without cells would then be a failure. */
  holdsValues: boolean
  /** Cells that the part no longer holds; null where it holds all. */
  plain: PlainCells | null
}

const MAX_COL = 16_384
/** `NaN` as a cached value marks a formula that was never calculated; the library alone would call it 0. */
const NO_VALUE = '<v>NaN</v>'

/** True where a part is a worksheet (and not a chart sheet, dialog or macro sheet). */
export function isWorksheetXml(xml: string): boolean {
  return /^[^<]*(?:<[?!][^>]*>[^<]*)*<(?:\w+:)?worksheet[\s>/]/.test(xml.slice(0, 4096))
}

/** True where the root element is closed: a part cut in half would otherwise read as an empty or short sheet. */
export function isCompleteXml(xml: string, root: string): boolean {
  if (xml.lastIndexOf(`${root}>`) >= 0 && new RegExp(`</(?:\\w+:)?${root}>`).test(xml.slice(-4096)))
    return true
  return new RegExp(`<(?:\\w+:)?${root}(?:\\s[^<>]*)?/>`).test(xml)
}

/**
 * Reduces a worksheet part (as Latin-1 text of its UTF-8 bytes) to what is read.
 * @param id becomes the sheet's code name: the one mark that the library carries from a part to its sheet
 * @throws FILE_TRUNCATED, FILE_TOO_COMPLEX (too many merges)
 */
export function prepareSheetXml(xml: string, id: string, limits: ReadLimits, file: string): PreparedSheet {
  if (!isCompleteXml(xml, 'worksheet')) throw truncated(file)
  const mark = `<sheetPr codeName="${id}"/>`
  const start = xml.search(/<(?:\w+:)?sheetData[\s>/]/)
  const end = xml.lastIndexOf('sheetData>')
  const hiddenCols = findHiddenCols(start < 0 ? xml : xml.slice(0, start))
  if (start < 0 || end < start) {
    return {
      xml: `<worksheet>${mark}</worksheet>`,
      hiddenRows: [],
      hiddenCols,
      holdsValues: false,
      plain: null
    }
  }
  const data = xml.slice(start, end + 'sheetData>'.length)
  const merges = xml.slice(end).match(/<(?:\w+:)?mergeCell\s[^>]*>/g) ?? []
  if (merges.length > limits.maxMerges) throw tooComplex(file, `一张工作表里有 ${merges.length} 处合并单元格`)
  const { plain, rest } = takePlainCells(data) ?? { plain: null, rest: data }
  return {
    xml: `<worksheet>${mark}${joinRichText(markMissingResults(rest))}<mergeCells>${merges.join('')}</mergeCells></worksheet>`,
    hiddenRows: findHiddenRows(data),
    hiddenCols,
    holdsValues: /<(?:\w+:)?(?:v|t)(?:\s[^>]*)?>[^<]/.test(rest),
    plain
  }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]
}

function isHidden(tag: string): boolean {
  const hidden = attribute(tag, 'hidden')
  if (hidden === '1' || hidden === 'true') return true
  const size = attribute(tag, 'ht') ?? attribute(tag, 'width')
  return size !== undefined && Number(size) === 0
}

function findHiddenCols(head: string): number[] {
  const hidden = new Set<number>()
  for (const [tag] of head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    if (!isHidden(tag)) continue
    const min = Number(attribute(tag, 'min'))
    const max = Math.min(MAX_COL, Number(attribute(tag, 'max')))
    for (let col = min; col <= max; col++) hidden.add(col - 1)
  }
  return [...hidden].sort((a, b) => a - b)
}

function findHiddenRows(data: string): number[] {
  if (!/\shidden=|\sht=["']0/.test(data)) return []
  const hidden: number[] = []
  // Rows without an address follow the one before; only files of hand-made writers leave it out.
  let row = 0
  for (const [tag] of data.matchAll(/<(?:\w+:)?row(?=[\s>/])[^>]*>/g)) {
    const address = attribute(tag, 'r')
    row = address === undefined ? row + 1 : Number(address)
    if (isHidden(tag)) hidden.push(row - 1)
  }
  return hidden.sort((a, b) => a - b)
}

const FORMULA_WITHOUT_VALUE =
  /(<(?:\w+:)?f(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>))\s*(<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*<\/(?:\w+:)?v>)?\s*(?=<\/(?:\w+:)?c>)/g

function markMissingResults(data: string): string {
  return data.replace(
    FORMULA_WITHOUT_VALUE,
    (whole: string, formula: string, _empty: unknown, at: number) => {
      const opening =
        /<(?:\w+:)?c(?=[\s>])[^>]*>$/.exec(data.slice(Math.max(0, at - 400), at).trimEnd())?.[0] ?? ''
      const type = attribute(opening, 't') ?? 'n'
      // An empty text is a result; an empty number is none.
      return type === 'n' ? `${formula}${NO_VALUE}` : whole
    }
  )
}

const PLAIN_BEFORE_RICH =
  /(<(?:\w+:)?(?:si|is)>\s*)(<(?:\w+:)?t(?:\s[^>]*)?>[^<]*<\/(?:\w+:)?t>)(?=\s*<(?:\w+:)?r[\s>])/g

/** Plain text followed by rich runs is one text; the library would keep only the plain part. */
export function joinRichText(xml: string): string {
  return xml.replace(PLAIN_BEFORE_RICH, '$1<r>$2</r>')
}
