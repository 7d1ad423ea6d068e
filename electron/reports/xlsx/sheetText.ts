/** Excel's limits. */
const LONGEST_CELL = 32_767
const LONGEST_SHEET_NAME = 31

/** Cuts text to `length` UTF-16 units without splitting a character in two. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** Text from data for a cell or an XML part: without the characters that XML 1.0 forbids, within Excel's limit. */
export function cellText(text: string): string {
  return cut(text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff\p{Surrogate}]/gu, ''), LONGEST_CELL)
}

/** Whether Excel would take the text for a formula if it were typed; Chinese editions take full-width signs too. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]/.test(text)
}

/**
 * A sheet name that Excel accepts, unique among `taken`. Apostrophes go too: they would have to be doubled in the
 * print ranges, which exceljs does not do.
 */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = cellText(wanted)
    .replace(/[\s']+/g, ' ')
    .replace(/[[\]:*?/\\]/g, '_')
    .trim()
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let attempt = 1; ; attempt += 1) {
    const suffix = attempt === 1 ? '' : `(${attempt})`
    const name = cut(clean === '' ? '表' : clean, LONGEST_SHEET_NAME - suffix.length) + suffix
    if (!used.has(name.toLowerCase())) return name
  }
}

/** Width of text in Excel's character units: a Chinese character takes two. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((width, char) => width + (char.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)
}

/** Lines that text needs in a column of `width` units. One unit is kept back: lines break before a whole character. */
export function lineCount(text: string, width: number): number {
  const usable = Math.max(2, width - 1)
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part) / usable)), 0)
}

/** `A`, `Z`, `AA` for 1, 26, 27. */
export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
