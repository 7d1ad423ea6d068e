import type { Borders, Fill, Font, Style } from 'exceljs'

/**
 * Fonts by name only, as offices have them (domain.md §3.4, §3.5): a machine without 仿宋_GB2312 shows 仿宋. Font files
 * are never embedded.
 */
export const FONT = { title: '方正小标宋简体', head: '黑体', body: '仿宋' } as const

const hair = { style: 'thin', color: { argb: 'FF6B7682' } } as const
const rule = { style: 'medium', color: { argb: 'FF1B2430' } } as const

const BORDER: Partial<Borders> = { top: hair, left: hair, bottom: hair, right: hair }

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })

const font = (name: string, size: number, extra: Partial<Font> = {}): Partial<Font> => ({
  name,
  size,
  family: 3,
  charset: 134,
  ...extra
})

export const TITLE: Partial<Style> = {
  font: font(FONT.title, 18),
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true }
}
export const META: Partial<Style> = { font: font(FONT.body, 10.5), alignment: { vertical: 'middle' } }
export const HEAD: Partial<Style> = {
  font: font(FONT.head, 10.5),
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border: BORDER,
  fill: fill('FFF1F3F5')
}
export const NOTE: Partial<Style> = {
  font: font(FONT.body, 10.5),
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true }
}

export type Align = 'left' | 'center' | 'right'

export interface BodyStyle {
  bold?: boolean
  tint?: boolean
  red?: boolean
  /** A thick rule above: what follows is another group, or no part of the ranking. */
  apart?: boolean
  wrap?: boolean
}

export function body(align: Align, { bold, tint, red, apart, wrap }: BodyStyle = {}): Partial<Style> {
  return {
    font: font(FONT.body, 10.5, {
      ...(bold === true ? { bold } : {}),
      // 朱砂 praises: only rises and first places are red, and the word or arrow says it as well.
      ...(red === true ? { color: { argb: 'FFBF1A20' } } : {})
    }),
    alignment: {
      horizontal: align,
      vertical: 'middle',
      wrapText: wrap ?? align === 'left',
      ...(align === 'left' ? { indent: 1 } : {})
    },
    border: apart === true ? { ...BORDER, top: rule } : BORDER,
    ...(tint === true ? { fill: fill('FFEAF1F8') } : {})
  }
}

/** Room of a space at the right of a number, as accountants' formats have it; text beside numbers gets the same. */
const PAD = '_ '
const TEXT = `@${PAD}`

function digits(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
}

/** `0.00` for two decimals, with the true minus. `suffix` is shown behind the number, which stays a number. */
export function numberFormat(decimals: number, suffix = ''): string {
  const shown = `${digits(decimals)}${suffix === '' ? '' : `"${suffix}"`}${PAD}`
  return [shown, `"−"${shown}`, shown, TEXT].join(';')
}

/** `+0.08`, `−4.04`, `0.00`. */
export function signedFormat(decimals: number): string {
  const shown = digits(decimals) + PAD
  return [`"+"${shown}`, `"−"${shown}`, shown, TEXT].join(';')
}

/** Any number as it is, and words in a column of numbers. */
export const PLAIN_FORMAT = [`General${PAD}`, `"−"General${PAD}`, `General${PAD}`, TEXT].join(';')
