import type { ImportGrid } from '#shared/ipc/importViews.ts'

const NARROWEST = 44
const WIDEST = 240

/** Rough width in px at 13 px type: a Chinese character is as wide as two Latin ones. */
function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 13 : 7.4
  return width
}

/** A tag may widen its column a little; its whole text is in the title. */
const WIDEST_TAG = 96

/**
 * Widths that show ordinary cells whole. Merged cells and one-off long notes would stretch a column for nothing:
 * beyond twice the usual width a text is cut. Header tags get some room of their own.
 *
 * @param room px that the window has for all columns
 */
export function columnWidths(grid: ImportGrid, tagged: ReadonlyMap<number, string>, room: number): number[] {
  const whole = widthsFor(grid, tagged, WIDEST)
  // Where the window has room, every tag stands there whole.
  if (whole.reduce((sum, width) => sum + width, 0) <= room) return whole
  return widthsFor(grid, tagged, WIDEST_TAG)
}

function widthsFor(grid: ImportGrid, tagged: ReadonlyMap<number, string>, widestTag: number): number[] {
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
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
    const whole = sorted.filter((width) => width <= usual * 2 + 26).at(-1) ?? 0
    const tag = Math.min(widestTag, textWidth(tagged.get(col) ?? '') + 16)
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, whole + 22, tag)))
  })
}
