export interface DelimitedText {
  rows: string[][]
  delimiter: Delimiter
  /** 1-based row where a quotation mark was opened and never closed; its text was then taken literally. */
  unclosedQuoteRow?: number
}

export type Delimiter = '\t' | ',' | ';' | '|'

const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';', '|']
const SAMPLE_ROWS = 50

/** Excel's first-line hint. Excel does not count the line as a row, so it is cut off. */
function takeHint(text: string): { text: string; delimiter: Delimiter | null } {
  const hint = /^"?sep=([\t,;|])"?(?:\r\n|\n|\r)/i.exec(text)
  return hint
    ? { text: text.slice(hint[0].length), delimiter: hint[1] as Delimiter }
    : { text, delimiter: null }
}

/** The delimiter that cuts most sample rows into the same number (> 1) of fields. */
function chooseDelimiter(text: string): Delimiter {
  let best: Delimiter = ','
  let bestScore = 0
  for (const delimiter of DELIMITERS) {
    const widths = split(text, delimiter, SAMPLE_ROWS)
      .rows.filter((row) => row.length > 1 || row[0] !== '')
      .map((row) => row.length)
    const counts = new Map<number, number>()
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1)
    const score = Math.max(0, ...counts.values()) / Math.max(1, widths.length)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/**
 * Machine exports write `="007"` so that Excel keeps the zeros; the text inside is what is meant.
 */
function unwrapFormulaText(field: string): string {
  const wrapped = /^="([^"]*)"$/.exec(field)
  return wrapped ? (wrapped[1] as string) : field
}

/**
 * Splits delimited text (RFC 4180: quoted fields may hold delimiters, line breaks and doubled quotes).
 * Everything stays text: `007` and `1-2` are not numbers here.
 */
export function parseDelimited(text: string): DelimitedText {
  const hint = takeHint(text)
  const delimiter = hint.delimiter ?? chooseDelimiter(hint.text)
  const { rows, unclosedQuoteRow } = split(hint.text, delimiter, Infinity)
  return unclosedQuoteRow === undefined ? { rows, delimiter } : { rows, delimiter, unclosedQuoteRow }
}

function split(
  text: string,
  delimiter: Delimiter,
  maxRows: number
): { rows: string[][]; unclosedQuoteRow?: number } {
  const rows: string[][] = []
  const plainEnd = new RegExp(delimiter === '|' ? '[|\\r\\n]' : `[${delimiter}\\r\\n]`, 'g')
  let row: string[] = []
  let at = 0
  let unclosedQuoteRow: number | undefined
  let quotesCount = true
  while (at < text.length && rows.length < maxRows) {
    let field = ''
    if (quotesCount && text[at] === '"') {
      const closing = closingQuote(text, at)
      if (closing < 0) {
        // Swallowing the rest of the file into one cell would lose rows without a word.
        unclosedQuoteRow = rows.length + 1
        quotesCount = false
      } else {
        field = text.slice(at + 1, closing).replaceAll('""', '"')
        at = closing + 1
      }
    }
    plainEnd.lastIndex = at
    const end = plainEnd.exec(text)?.index ?? text.length
    row.push(unwrapFormulaText(field + text.slice(at, end)))
    at = end
    if (text[at] === delimiter) {
      at++
      if (at === text.length) row.push('')
      continue
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return unclosedQuoteRow === undefined ? { rows } : { rows, unclosedQuoteRow }
}

function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}
