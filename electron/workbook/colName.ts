const colNames: string[] = []

/** `A`, `Z`, `AA` … for 0-based columns. */
export function colName(col: number): string {
  let name = colNames[col]
  if (name === undefined) {
    name = col < 26 ? String.fromCharCode(65 + col) : colName(Math.floor(col / 26) - 1) + colName(col % 26)
    colNames[col] = name
  }
  return name
}
