/** `AB12` → 0-based row 11 and column 27; null for anything that is no single cell. */
export function parseAddress(address: string): { row: number; col: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d*)$/.exec(address)
  if (match === null) return null
  const col = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(match[2]) - 1, col }
}
