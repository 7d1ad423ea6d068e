import type { RawRange } from '#shared/domain/importing/grid/rawWorkbook.ts'

export interface HtmlCell {
  row: number
  col: number
  text: string
  /** The number that an office program put beside the shown text (`x:num`). */
  number?: string
}

export interface HtmlTable {
  cells: HtmlCell[]
  merges: RawRange[]
  hiddenRows: number[]
  hiddenCols: number[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  middot: '·',
  times: '×',
  yen: '¥',
  deg: '°',
  plusmn: '±',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  permil: '‰',
  le: '≤',
  ge: '≥'
}

const MAX_SPAN = 16_384

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[]
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : null
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return ENTITIES[String(name).toLowerCase()] ?? whole
  })
}

/** Browsers and Excel fold white space and start a new line only at `<br>` and between paragraphs. */
function cellText(html: string): string {
  const folded = html.replace(/[\t\r\n ]+/g, ' ')
  const lines = folded.replace(/ *<(?:br|\/p|\/div)\b[^>]*> */gi, '\n').replace(/<[^>]*>/g, '')
  return decodeEntities(lines.replace(/^[ \n]+|[ \n]+$/g, '')).replace(/^\u00a0+$/, '')
}

function span(tag: string, name: 'colspan' | 'rowspan' | 'span'): number {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d+)`, 'i').exec(tag)?.[1]
  return Math.min(MAX_SPAN, Math.max(1, Number(value ?? 1)))
}

/** `x:num="0.8543"` beside 「85%」: what the cell holds. A bare `x:num` says that the text is the number. */
function numberBeside(tag: string): string | undefined {
  return /\bx:num\s*=\s*["']?\s*(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/i.exec(tag)?.[1]
}

const HIDDEN = /display\s*:\s*none/i

/** Places cells in the grid: columns under a rowspan from above are skipped. */
class Grid {
  readonly table: HtmlTable = { cells: [], merges: [], hiddenRows: [], hiddenCols: [] }
  private row = -1
  private col = 0
  private columns = 0
  private readonly busyUntil: number[] = []

  column(tag: string): void {
    const width = span(tag, 'span')
    for (let i = 0; HIDDEN.test(tag) && i < width; i++) this.table.hiddenCols.push(this.columns + i)
    this.columns += width
  }

  nextRow(tag = ''): void {
    this.row++
    this.col = 0
    if (HIDDEN.test(tag)) this.table.hiddenRows.push(this.row)
  }

  add(tag: string, html: string): void {
    if (this.row < 0) this.nextRow()
    while ((this.busyUntil[this.col] ?? -1) >= this.row) this.col++
    const right = this.col + span(tag, 'colspan') - 1
    const bottom = this.row + span(tag, 'rowspan') - 1
    for (let col = this.col; col <= right; col++) this.busyUntil[col] = bottom
    if (right > this.col || bottom > this.row) {
      this.table.merges.push({ top: this.row, left: this.col, bottom, right })
    }
    const text = cellText(html)
    if (text !== '') {
      const number = numberBeside(tag)
      const place = { row: this.row, col: this.col, text }
      this.table.cells.push(number === undefined ? place : { ...place, number })
    }
    this.col = right + 1
  }
}

/**
 * The tables of an HTML page, as web systems export them under an .xls name. Cell texts stay texts.
 * Missing end tags are tolerated; a table inside a cell ends the outer cell and becomes a table of its own.
 */
export function parseHtmlTables(html: string): HtmlTable[] {
  const clean = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style|head)\b[\s\S]*?<\/\1\s*>/gi, '')
  const tables: HtmlTable[] = []
  let grid: Grid | null = null
  let open: { tag: string; from: number } | null = null
  const close = (at: number): void => {
    if (open && grid) grid.add(open.tag, clean.slice(open.from, at))
    open = null
  }
  for (const match of clean.matchAll(/<(\/?)(table|col|tr|td|th)\b[^>]*>/gi)) {
    const ending = match[1] === '/'
    const name = (match[2] as string).toLowerCase()
    close(match.index)
    if (name === 'table' && !ending) {
      grid = new Grid()
      tables.push(grid.table)
    } else if (name === 'col' && !ending) grid?.column(match[0])
    else if (name === 'tr' && !ending) grid?.nextRow(match[0])
    else if ((name === 'td' || name === 'th') && !ending) {
      open = { tag: match[0], from: match.index + match[0].length }
    }
  }
  close(clean.length)
  return tables.filter((table) => table.cells.length > 0)
}
