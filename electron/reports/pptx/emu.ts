import { escapeMarkup } from '#shared/domain/report/escapeMarkup.ts'
import type { Box } from '#shared/domain/report/deck/slideRoom.ts'

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const NS = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  table: 'http://schemas.openxmlformats.org/drawingml/2006/table',
  relations: 'http://schemas.openxmlformats.org/package/2006/relationships'
} as const
/** Declarations of a slide's root. */
export const ROOT_NS = `xmlns:a="${NS.a}" xmlns:r="${NS.r}" xmlns:p="${NS.p}"`
const EMU = 12_700

/** Points → English Metric Units. */
export function emu(points: number): number {
  return Math.round(points * EMU)
}

export function points(units: number): number {
  return units / EMU
}

export function transform({ x, y, width, height }: Box, prefix: 'a' | 'p' = 'a'): string {
  return (
    `<${prefix}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/>` +
    `<a:ext cx="${emu(width)}" cy="${emu(height)}"/></${prefix}:xfrm>`
  )
}

/** Text for an element or an attribute; line ends and tabs become blanks, as a run cannot hold them. */
export function xml(text: string): string {
  return escapeMarkup(text.replace(/[\t\r\n]+/g, ' '))
}
