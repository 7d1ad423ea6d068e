/** Colours as DrawingML elements. */
export interface Palette {
  ink: string
  ink2: string
  /** 靛青: rules and marks. */
  strong: string
  /** 朱砂: first places and rises. */
  good: string
  bar: string
  mean: string
  hairline: string
  head: string | null
  tint: string | null
}

const rgb = (value: string): string => `<a:srgbClr val="${value}"/>`
const scheme = (name: string, change = ''): string => `<a:schemeClr val="${name}">${change}</a:schemeClr>`

/** The values of DESIGN.md §3, on our own white master. */
export const OWN_PALETTE: Palette = {
  ink: rgb('1B2430'),
  ink2: rgb('475362'),
  strong: rgb('1F5187'),
  good: rgb('BF1A20'),
  bar: rgb('8FB0D1'),
  mean: rgb('606B79'),
  hairline: rgb('D5DBE1'),
  head: rgb('F7F8F9'),
  tint: rgb('EAF1F8')
}

/** On a master of the unit's own: its colours, and no grounds that its background would show through. */
export const THEME_PALETTE: Palette = {
  ink: scheme('tx1'),
  ink2: scheme('tx1'),
  strong: scheme('accent1'),
  good: rgb('BF1A20'),
  bar: scheme('accent1', '<a:lumMod val="60000"/><a:lumOff val="40000"/>'),
  mean: scheme('tx1', '<a:lumMod val="65000"/><a:lumOff val="35000"/>'),
  hairline: scheme('tx1', '<a:lumMod val="25000"/><a:lumOff val="75000"/>'),
  head: null,
  tint: null
}

export function fill(colour: string | null): string {
  return colour === null ? '<a:noFill/>' : `<a:solidFill>${colour}</a:solidFill>`
}
