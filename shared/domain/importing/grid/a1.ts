/** `0` → `A`, `27` → `AB`. */
export function columnLetter(col: number): string {
  let letters = ''
  for (let rest = col + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** 0-based row and column → A1 text as Excel shows it. */
export function cellAddress(row: number, col: number): string {
  return `${columnLetter(col)}${row + 1}`
}
