import type { ImportGrid } from '#shared/ipc/import.ts'

const NARROWEST = 44
const WIDEST = 240

/** Rough width in px at 13 px type: a Chinese character is as wide as two Latin ones. */
function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 13 : 7.4
  return width
}

/**
 * Widths that show ordinary cells whole. Merged cells and one-off long notes would stretch a column for
 * nothing, so the ninth of ten texts decides; header tags get room of their own.
 */
export function columnWidths(grid: ImportGrid, tagged: ReadonlyMap<number, string>): number[] {
  const texts = new Map<number, number[]>()
  const merged = new Set(
    grid.merges.filter((merge) => merge.right > merge.left).map((merge) => `${merge.top}:${merge.left}`)
  )
  for (const cell of grid.cells) {
    if (cell.text === '' || merged.has(`${cell.row}:${cell.col}`)) continue
    const widths = texts.get(cell.col) ?? []
    widths.push(textWidth(cell.text))
    texts.set(cell.col, widths)
  }
  return Array.from({ length: grid.colCount }, (_, col) => {
    const sorted = (texts.get(col) ?? []).sort((a, b) => a - b)
    const usual = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0
    const tag = tagged.get(col)
    const header = tag === undefined ? 0 : textWidth(tag) * 0.86 + 20
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, usual + 22, header + 12)))
  })
}
