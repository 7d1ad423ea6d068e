import type { Borders, Fill, Font, Style } from 'exceljs'
import type { NumberCell } from '#shared/domain/report/reportTable.ts'

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

/** A row that names a part of the table. */
export const BAND: Partial<Style> = {
  font: font(FONT.head, 10.5),
  alignment: { horizontal: 'left', vertical: 'middle', indent: 1 },
  border: { ...BORDER, top: rule },
  fill: fill('FFF1F3F5')
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

const made = new Map<string, Partial<Style>>()

/**
 * `body` with a number format, '' for none. One object a look: exceljs finds a style by its object, and would else compare
 * every cell's with all others. Nobody may change it.
 */
export function cellStyle(align: Align, look: BodyStyle, format: string): Partial<Style> {
  const key = JSON.stringify([align, look, format])
  const known = made.get(key) ?? { ...body(align, look), ...(format === '' ? {} : { numFmt: format }) }
  made.set(key, known)
  return known
}

/** Room of a space at the right of a number, as accountants' formats have it; text beside numbers gets the same. */
const PAD = '_ '

function digits(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** From here on General shows a number without the separators that paper has, or in powers of ten. */
const GENERAL_BELOW = 1000

/**
 * The number format that shows a cell as paper does: fixed decimals, thousands, the true minus, `+` where `signed`. The
 * suffix is shown behind the number, which stays a number. Numbers with all their digits are General, so that a reader may
 * type others.
 */
export function formatOf({ number, decimals, signed, suffix = '' }: NumberCell, align: Align): string {
  const own = Math.abs(Number(number)) < GENERAL_BELOW ? 'General' : digits(fractionOf(number))
  const pad = align === 'right' ? PAD : ''
  const word = suffix === '' ? '' : `"${suffix.replaceAll('"', '')}"`
  const shown = `${decimals === null ? own : digits(decimals)}${word}${pad}`
  return [signed === true ? `"+"${shown}` : shown, `"−"${shown}`, shown, `@${pad}`].join(';')
}

function fractionOf(number: string): number {
  return (number.split('.')[1] ?? '').length
}

/** Any number as it is, and words in a column of numbers. */
export const PLAIN_FORMAT = formatOf({ number: '0', decimals: null }, 'right')
