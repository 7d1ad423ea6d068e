import type { PaperSection } from '#shared/domain/report/reportContent.ts'

/** Word measures in twentieths of a point; paper in millimetres, type in points. */
export const twipsOfMm = (mm: number): number => Math.round((mm * 1440) / 25.4)
export const twipsOfPt = (pt: number): number => Math.round(pt * 20)

/** Sizes of type in points by their Chinese names. */
export const SIZE = {
  二号: 22,
  小二: 18,
  三号: 16,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9
} as const

/** 版心 156 × 225 mm in 22 lines: 28.95 pt each, as 22 × 29 pt would not fit (domain.md §3.4; S68). */
export const LINE = 579
/**
 * 28 characters in 156 mm are a little narrower than 3号: each 0.25 pt closer to the next, in twips. Said as spacing and
 * not by a text grid of characters, which only Word itself keeps when it is narrower than the type.
 */
export const SPACING = -5

const A4 = { width: twipsOfMm(210), height: twipsOfMm(297) } as const

interface Margins {
  top: number
  right: number
  bottom: number
  left: number
  /** Of the lines at head and foot from the edge of the paper. */
  header: number
  footer: number
}

/** In mm. The page number of a 公文 stands 7 mm below the 版心 (S68). */
const MARGINS: Readonly<Record<PaperSection['layout'], Margins>> = {
  OFFICIAL: { top: 37, bottom: 35, left: 28, right: 26, header: 20, footer: 25 },
  TABLE: { top: 22, bottom: 20, left: 18, right: 18, header: 11, footer: 10 },
  CARD: { top: 18, bottom: 16, left: 16, right: 16, header: 8, footer: 8 }
}

/** A page as Word is told of it, all in twips. `width` and `height` are those of the upright sheet. */
export interface PageGeometry {
  layout: PaperSection['layout']
  landscape: boolean
  width: number
  height: number
  margins: Margins
  textWidth: number
  textHeight: number
}

export function geometryOf({ layout, orientation }: PaperSection): PageGeometry {
  const mm = MARGINS[layout]
  const margins: Margins = {
    top: twipsOfMm(mm.top),
    right: twipsOfMm(mm.right),
    bottom: twipsOfMm(mm.bottom),
    left: twipsOfMm(mm.left),
    header: twipsOfMm(mm.header),
    footer: twipsOfMm(mm.footer)
  }
  const landscape = orientation === 'LANDSCAPE'
  const [across, down] = landscape ? [A4.height, A4.width] : [A4.width, A4.height]
  return {
    layout,
    landscape,
    ...A4,
    margins,
    textWidth: across - margins.left - margins.right,
    textHeight: down - margins.top - margins.bottom
  }
}
