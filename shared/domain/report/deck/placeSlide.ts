import type { Slide, SlidePart } from './deckContent.ts'
import { fitTable, type TableFit } from './fitTable.ts'
import { BULLET_SIZES, HEADING_SIZE, LINE, NOTE_SIZE, type Box } from './slideRoom.ts'
import { bulletsHeight, linesOf } from './slideText.ts'

type Part<T extends SlidePart['type']> = Extract<SlidePart, { type: T }>

/** A part of a slide in its place, with the type that it is set in. */
export type Placed =
  | { type: 'bullets'; part: Part<'bullets'>; box: Box; size: number; fits: boolean }
  | { type: 'figures'; part: Part<'figures'>; box: Box }
  /** `box` is the table's, beneath its heading. */
  | { type: 'table'; part: Part<'table'>; box: Box; fit: TableFit }
  | { type: 'chart'; part: Part<'chart'>; box: Box }
  | { type: 'note'; part: Part<'note'>; box: Box }

const GAP = 24
const FIGURES_HEIGHT = 84
export const HEADING_HEIGHT = HEADING_SIZE * LINE + 6

/** Share of the width that the left of two neighbours takes. */
function leftShare(left: SlidePart, right: SlidePart): number {
  if (left.type === right.type) return 0.5
  if (left.type === 'table' && right.type === 'chart') return left.table.columns.length > 4 ? 0.68 : 0.54
  if (left.type === 'table') return 0.5
  return right.type === 'chart' ? 0.56 : 0.6
}

function placeOne(part: SlidePart, box: Box): Placed {
  switch (part.type) {
    case 'bullets': {
      const { type, items } = part
      const fitting = BULLET_SIZES.find((size) => bulletsHeight(items, box.width, size) <= box.height)
      return { type, part, box, size: fitting ?? BULLET_SIZES.at(-1)!, fits: fitting !== undefined }
    }
    case 'table': {
      const head = part.heading === undefined ? 0 : HEADING_HEIGHT
      const below = { ...box, y: box.y + head, height: box.height - head }
      return { type: part.type, part, box: below, fit: fitTable(part.table, below) }
    }
    case 'figures':
      return { type: part.type, part, box }
    case 'chart':
      return { type: part.type, part, box }
    case 'note':
      return { type: part.type, part, box }
  }
}

/** Two tables in the same type and rows of the same height. */
function alike(left: Placed, right: Placed): [Placed, Placed] {
  if (left.type !== 'table' || right.type !== 'table') return [left, right]
  const size = Math.min(left.fit.size, right.fit.size)
  const again = (each: typeof left, stretch: number): typeof left => ({
    ...each,
    fit: fitTable(each.part.table, each.box, { size, stretch })
  })
  const sized = [left, right].map((each) => again(each, each.fit.stretch))
  const stretch = Math.min(...sized.map(({ fit }) => fit.stretch))
  return [again(left, stretch), again(right, stretch)]
}

/** The parts of a slide inside an area, in the order in which they are read. */
export function placeSlide(slide: Slide, area: Box): Placed[] {
  const placed: Placed[] = []
  let { y, height } = area
  for (const part of slide.parts) {
    if (part.type !== 'figures') continue
    placed.push(placeOne(part, { ...area, y, height: FIGURES_HEIGHT }))
    y += FIGURES_HEIGHT + GAP / 2
    height -= FIGURES_HEIGHT + GAP / 2
  }
  const notes = slide.parts.filter((part) => part.type === 'note')
  const noteHeights = notes.map(({ text }) => linesOf(text, area.width, NOTE_SIZE) * NOTE_SIZE * LINE + 4)
  height -= noteHeights.reduce((sum, each) => sum + each, 0)
  const [left, right] = slide.parts.filter((part) => part.type !== 'figures' && part.type !== 'note')
  if (left !== undefined && right === undefined) placed.push(placeOne(left, { ...area, y, height }))
  if (left !== undefined && right !== undefined) {
    const width = (area.width - GAP) * leftShare(left, right)
    const leftBox = { x: area.x, y, width, height }
    const rightBox = { x: area.x + width + GAP, y, width: area.width - GAP - width, height }
    placed.push(...alike(placeOne(left, leftBox), placeOne(right, rightBox)))
  }
  let noteY = y + height
  for (const [index, note] of notes.entries()) {
    placed.push(placeOne(note, { ...area, y: noteY, height: noteHeights[index]! }))
    noteY += noteHeights[index]!
  }
  return placed
}
