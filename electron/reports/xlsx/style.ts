import type { Borders, Fill, Font, Style } from 'exceljs'

/**
 * Fonts by name only, as offices have them (domain.md §3.4, §3.5): a machine without 仿宋_GB2312 shows 仿宋. Font files
 * are never embedded.
 */
const FONT = { title: '方正小标宋简体', head: '黑体', body: '仿宋' } as const

const hair = { style: 'thin', color: { argb: 'FF7F8A96' } } as const
const rule = { style: 'medium', color: { argb: 'FF475362' } } as const

export const BORDER: Partial<Borders> = { top: hair, left: hair, bottom: hair, right: hair }
/** Above 单列 and 缺报 rows: they are not part of the ranking. */
export const BORDER_APART: Partial<Borders> = { ...BORDER, top: rule }

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
export const FILL_HEAD = fill('FFF1F3F5')
export const FILL_TOTAL = fill('FFEAF1F8')

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
  fill: FILL_HEAD
}
export const NOTE: Partial<Style> = {
  font: font(FONT.body, 10),
  alignment: { vertical: 'top', wrapText: true }
}

export type Align = 'left' | 'center' | 'right'

export function body(align: Align, extra: { bold?: boolean; apart?: boolean; tint?: boolean; red?: boolean } = {}): Partial<Style> {
  return {
    font: font(FONT.body, 10.5, {
      ...(extra.bold === true ? { bold: true } : {}),
      // 朱砂 praises: only rises and first places are red, and the word or arrow says it as well.
      ...(extra.red === true ? { color: { argb: 'FFBF1A20' } } : {})
    }),
    alignment: { horizontal: align, vertical: 'middle', wrapText: align === 'left' },
    border: extra.apart === true ? BORDER_APART : BORDER,
    ...(extra.tint === true ? { fill: FILL_TOTAL } : {})
  }
}

/** `0.00` for two decimals. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
}
