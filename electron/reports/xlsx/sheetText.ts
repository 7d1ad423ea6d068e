/**
 * Text from data for a cell: control characters out, length within Excel's limit. exceljs writes strings as shared
 * strings, which Excel never evaluates; the apostrophe style keeps that true when a clerk edits the cell.
 */
export function cellText(text: string): string {
  // eslint-disable-next-line no-control-regex -- XML 1.0 does not allow them
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_767)
}

/** Whether Excel would take the text for a formula if it were typed. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}

/** A sheet name that Excel accepts, unique among `taken`. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = cellText(wanted).replace(/[[\]:*?/\\]/g, '_').replace(/^'+|'+$/g, '').trim() || '表'
  const used = new Set(taken.map((name) => name.toLowerCase()))
  for (let attempt = 1; ; attempt += 1) {
    const suffix = attempt === 1 ? '' : `(${attempt})`
    const name = clean.slice(0, 31 - suffix.length) + suffix
    if (!used.has(name.toLowerCase())) return name
  }
}

/** Width of text in Excel's character units: a Chinese character takes two. */
export function textWidth(text: string): number {
  return [...text].reduce((width, char) => width + (char.codePointAt(0)! > 0x2e7f ? 2 : 1), 0)
}

/** `A`, `Z`, `AA` for 1, 26, 27. */
export function columnLetter(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
