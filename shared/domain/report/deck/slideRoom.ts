/** Where things stand on a slide, in points (1/72 inch). The presentation, its pages and the texts share these. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** 16:9, 338.67 × 190.5 mm. */
export const SLIDE = { width: 960, height: 540 } as const

/** Areas of our own master; a master of the unit's own brings its own. */
export const TITLE_AREA: Box = { x: 48, y: 26, width: 864, height: 68 }
export const BODY_AREA: Box = { x: 48, y: 108, width: 864, height: 376 }
export const FOOT_AREA: Box = { x: 48, y: 498, width: 864, height: 24 }

/** 「预览，未定稿」 in the upper right corner of a slide of this width, above any title. */
export function markArea(slideWidth: number): Box {
  return { x: slideWidth - 128, y: 3, width: 120, height: 21 }
}

/** Smallest type that can be read from the back of a meeting room. */
export const BULLET_SIZES = [24, 22, 20, 18] as const
export const TABLE_SIZES = [16, 15, 14, 13, 12] as const
export const TITLE_SIZES = [28, 26, 24, 22, 20] as const
export const NOTE_SIZE = 12
export const HEADING_SIZE = 16

/** Height of a line by its type: that of the tallest faces that may stand in for 微软雅黑 (1.32). */
export const LINE = 1.45
