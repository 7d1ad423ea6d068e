import { textWidth } from '../chart/textMeasure.ts'
import { LINE } from './slideRoom.ts'

/** Lines that a text takes. A character's width is kept back: no line breaks before a full stop. */
export function linesOf(text: string, width: number, size: number, bold = false): number {
  const usable = Math.max(size, width - size * 0.6)
  return text
    .split('\n')
    .reduce((lines, part) => lines + Math.max(1, Math.ceil(textWidth(part, size, bold) / usable)), 0)
}

/** Indent of a bullet and the room after it, in points. */
export const BULLET_INDENT = 20
const BULLET_GAP = 0.4

/** Height of bullets at a size, with the room between them. */
export function bulletsHeight(items: readonly string[], width: number, size: number): number {
  const lines = items.reduce((sum, item) => sum + linesOf(item, width - BULLET_INDENT, size), 0)
  return lines * size * LINE + items.length * size * BULLET_GAP
}

/** How many of the items stand in a box at the smallest size: at least one. */
export function bulletsThatFit(
  items: readonly string[],
  box: { width: number; height: number },
  size: number
): number {
  let fitting = items.length
  while (fitting > 1 && bulletsHeight(items.slice(0, fitting), box.width, size) > box.height) fitting -= 1
  return fitting
}

/** The largest of the sizes, falling, at which a text keeps to the lines that its box has; else the smallest. */
export function sizeFor(
  text: string,
  box: { width: number; height: number },
  sizes: readonly number[],
  bold = false
): number {
  const fits = (size: number): boolean => linesOf(text, box.width, size, bold) * size * 1.2 <= box.height
  return sizes.find(fits) ?? sizes.at(-1)!
}

/** Smallest type of a title that stands on one line for the sake of it. */
const ONE_LINE_TITLE = 24

/** A title on one line if it need not be much smaller for that, else on as many as its box has. */
export function titleSizeFor(
  text: string,
  box: { width: number; height: number },
  sizes: readonly number[]
): number {
  const single = sizes.find(
    (size) => size >= ONE_LINE_TITLE && linesOf(text, box.width * 0.96, size, true) === 1
  )
  return single ?? sizeFor(text, box, sizes, true)
}
