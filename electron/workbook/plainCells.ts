import type { CellObject, WorkSheet } from './sheetjs.ts'

/**
 * Nearly all cells of a large sheet are numbers and shared texts written in one and the same way. They are taken out
 * of the part before the library sees it, and put back behind it: the library's way through a cell is ten times as
 * long. Everything else (formulas, inline texts, errors, dates …) stays with the library, and so does the first cell of
 * each style and of each shared text: from those it is learnt what the others show.
 */
export interface PlainCells {
  rows: number[]
  cols: number[]
  /** Style of each, -1 for none. */
  styles: number[]
  kinds: Kind[]
  /** A number, 0/1, the place of a shared text, or -1, -2 … for texts that stand in the cells. */
  values: number[]
  /** Cells left to the library that tell a style or a shared text. */
  samples: { row: number; col: number; style: number; text: number | null }[]
}

type Kind = 'n' | 's' | 'b'

interface Found {
  kind: Kind
  value: number
  /** Where the cell's end tag begins. */
  end: number
}

const SPACE = 32
const QUOTE = 34
const SLASH = 47
const GREATER = 62
const A = 65
const S_SMALL = 115
const T_SMALL = 116

const isBlank = (code: number): boolean => code === SPACE || code === 10 || code === 13 || code === 9
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** What other ways of writing a sheet contain; such sheets are left to the library as a whole. */
const UNUSUAL = ['<!--', '<![CDATA[', 't="array"', "t='array'", '<?']

/**
 * @param data the element `sheetData`, with its tags
 * @returns the cells and what is left for the library; null where the sheet is written in another way than usual
 */
export function takePlainCells(data: string): { plain: PlainCells; rest: string } | null {
  if (!data.startsWith('<sheetData>') || UNUSUAL.some((mark) => data.includes(mark))) return null
  return new Scanner(data).scan()
}

class Scanner {
  private readonly data: string
  private at = '<sheetData>'.length
  private readonly plain: PlainCells = { rows: [], cols: [], styles: [], kinds: [], values: [], samples: [] }
  private readonly rest: string[] = []
  private readonly knownStyles = new Set<number>([-1])
  private readonly knownTexts = new Set<number>()
  private readonly ownTexts = new Map<string, number>()
  /** Of the cell being read. */
  private col = 0
  private style = -1
  private kind = 'n'

  constructor(data: string) {
    this.data = data
  }

  scan(): { plain: PlainCells; rest: string } | null {
    let above = 0
    for (;;) {
      this.skipBlanks()
      if (this.data.startsWith('</sheetData>', this.at)) break
      const row = this.row()
      if (row === null || row <= above) return null
      above = row
    }
    return { plain: this.plain, rest: `<sheetData>${this.rest.join('')}</sheetData>` }
  }

  private skipBlanks(): void {
    while (isBlank(this.data.charCodeAt(this.at))) this.at++
  }

  /** One row; returns its number, or null where something is unusual. */
  private row(): number | null {
    const { data } = this
    if (!data.startsWith('<row ', this.at)) return null
    const end = data.indexOf('>', this.at)
    const tag = data.slice(this.at, end + 1)
    const number = / r="(\d{1,7})"/.exec(tag)?.[1]
    if (end < 0 || number === undefined) return null
    this.at = end + 1
    if (tag.endsWith('/>')) return Number(number)
    const left: string[] = []
    let before = -1
    for (;;) {
      this.skipBlanks()
      if (data.startsWith('</row>', this.at)) break
      const start = this.at
      if (!this.cellTag(number) || this.col <= before) return null
      before = this.col
      if (this.value(Number(number) - 1)) continue
      const close = data.charCodeAt(this.at - 2) === SLASH ? this.at : data.indexOf('</c>', this.at) + 4
      if (close < this.at) return null
      left.push(data.slice(start, close))
      this.at = close
    }
    this.at += '</row>'.length
    if (left.length > 0) this.rest.push(`<row r="${number}">`, ...left, '</row>')
    return Number(number)
  }

  /** Reads `<c r="B7" s="3" t="s">`; false where it is written otherwise. */
  private cellTag(row: string): boolean {
    const { data } = this
    if (!data.startsWith('<c r="', this.at)) return false
    let at = this.at + 6
    let col = 0
    for (let code = data.charCodeAt(at) - A; code >= 0 && code < 26; code = data.charCodeAt(++at) - A)
      col = col * 26 + code + 1
    if (col === 0 || col > 16_384 || !data.startsWith(row, at) || data.charCodeAt(at + row.length) !== QUOTE)
      return false
    at += row.length + 1
    this.col = col - 1
    this.style = -1
    this.kind = 'n'
    while (data.charCodeAt(at) === SPACE) {
      const name = data.charCodeAt(at + 1)
      const open = data.indexOf('="', at)
      const close = data.indexOf('"', open + 2)
      if (open < 0 || close < 0) return false
      if (open === at + 2 && name === S_SMALL) this.style = Number(data.slice(open + 2, close))
      else if (open === at + 2 && name === T_SMALL) this.kind = data.slice(open + 2, close)
      else this.kind = 'other'
      at = close + 1
    }
    if (data.charCodeAt(at) === SLASH) at++
    if (data.charCodeAt(at) !== GREATER || !Number.isInteger(this.style)) return false
    this.at = at + 1
    return true
  }

  /** Takes the cell when it is plain and nothing can be learnt from it; otherwise it is the library's. */
  private value(row: number): boolean {
    const found = this.kind === 'str' || this.kind === 'inlineStr' ? this.ownText() : this.numberOf()
    if (found === null) return false
    const { kind, value, end } = found
    const { style, plain, knownStyles, knownTexts } = this
    if (!knownStyles.has(style) || (kind === 's' && !knownTexts.has(value))) {
      plain.samples.push({ row, col: this.col, style, text: kind === 's' ? value : null })
      knownStyles.add(style)
      if (kind === 's') knownTexts.add(value)
      return false
    }
    plain.rows.push(row)
    plain.cols.push(this.col)
    plain.styles.push(style)
    plain.kinds.push(kind)
    plain.values.push(value)
    this.at = end + '</c>'.length
    return true
  }

  /** A number, a boolean, or the place of a shared text. */
  private numberOf(): Found | null {
    const { data, kind } = this
    if ((kind !== 'n' && kind !== 's' && kind !== 'b') || !data.startsWith('<v>', this.at)) return null
    const from = this.at + 3
    const to = data.indexOf('<', from)
    if (to === from || !data.startsWith('</v></c>', to)) return null
    const value = numberIn(data, from, to)
    if (
      value === null ||
      (kind === 's' && !Number.isInteger(value)) ||
      (kind === 'b' && value !== 0 && value !== 1)
    )
      return null
    return { kind, value, end: to + 4 }
  }

  /** A text in the cell itself, as machine exports write it; known by how it is written. */
  private ownText(): Found | null {
    const end = this.data.indexOf('</c>', this.at)
    const written = this.data.slice(this.at, end)
    if (end < 0 || written.includes('<f') || !/<[vt][\s>]/.test(written)) return null
    let value = this.ownTexts.get(written)
    if (value === undefined) {
      value = -1 - this.ownTexts.size
      this.ownTexts.set(written, value)
    }
    return { kind: 's', value, end }
  }
}

const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** The number as it is written; null where it is no decimal. Short whole numbers need no text of their own. */
function numberIn(data: string, from: number, to: number): number | null {
  if (to - from <= 9) {
    let value = 0
    let at = from
    for (; at < to && isDigit(data.charCodeAt(at)); at++) value = value * 10 + data.charCodeAt(at) - 48
    if (at === to) return value
  }
  const text = data.slice(from, to)
  return DECIMAL.test(text) ? Number(text) : null
}

/**
 * Puts the cells back into the library's (dense) sheet, as the library would have made them.
 * @throws where the library did not read a cell that it was left
 */
export function putBack(sheet: WorkSheet, plain: PlainCells): void {
  const data = (sheet['!data'] ??= []) as (CellObject[] | undefined)[]
  const formats = new Map<number, CellObject['z']>([[-1, 'General']])
  const texts = new Map<number, CellObject>()
  for (const { row, col, style, text } of plain.samples) {
    const cell = data[row]?.[col]
    if (cell === undefined) throw new Error(`cell ${row},${col} was not read`)
    if (!formats.has(style)) formats.set(style, cell.z)
    if (text !== null) texts.set(text, cell)
  }
  plain.rows.forEach((row, i) => {
    const kind = plain.kinds[i] as Kind
    const value = plain.values[i] as number
    const cell: CellObject = { t: kind, v: value, z: formats.get(plain.styles[i] as number) }
    if (kind === 's') cell.v = texts.get(value)?.v
    else if (kind === 'b') cell.v = value === 1
    ;(data[row] ??= [])[plain.cols[i] as number] = cell
  })
}
