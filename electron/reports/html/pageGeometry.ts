import type { PaperSection } from '#shared/domain/report/reportContent.ts'

/** An A4 page in mm. */
export interface PageGeometry {
  /** Name of the CSS page. */
  name: string
  orientation: PaperSection['orientation']
  /** Top, right, bottom, left. */
  margins: readonly [number, number, number, number]
  /** Type area. */
  width: number
  height: number
}

const LONG = 297
const SHORT = 210

const MARGINS: Readonly<Record<PaperSection['layout'], PageGeometry['margins']>> = {
  /** 天头 37, 订口 28, 版心 156 × 225 (GB/T 9704: S68). */
  OFFICIAL: [37, 26, 35, 28],
  TABLE: [17, 15, 17, 15],
  CARD: [14, 15, 15, 15]
}

/** Page of a section: margins by its layout, type area by its orientation. */
export function pageGeometry({
  layout,
  orientation
}: Pick<PaperSection, 'layout' | 'orientation'>): PageGeometry {
  const margins = MARGINS[layout]
  const [top, right, bottom, left] = margins
  const portrait = orientation === 'PORTRAIT'
  return {
    name: `${layout}-${orientation}`.toLowerCase(),
    orientation,
    margins,
    width: (portrait ? SHORT : LONG) - left - right,
    height: (portrait ? LONG : SHORT) - top - bottom
  }
}

export const LAYOUTS = Object.keys(MARGINS) as PaperSection['layout'][]
