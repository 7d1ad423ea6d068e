import type { Box } from '#shared/domain/report/deck/slideRoom.ts'
import { BULLET_INDENT } from '#shared/domain/report/deck/slideText.ts'
import { emu, transform, xml } from './emu.ts'
import { fill } from './palette.ts'

export interface TextStyle {
  /** In points; absent: as the master says. */
  size?: number
  bold?: boolean
  colour?: string
  align?: 'l' | 'ctr' | 'r'
  anchor?: 't' | 'ctr' | 'b'
}

export function runProperties({ size, bold, colour }: TextStyle, tag = 'rPr'): string {
  const sized = size === undefined ? '' : ` sz="${Math.round(size * 100)}"`
  const weight = bold === undefined ? '' : ` b="${bold ? 1 : 0}"`
  const inner = colour === undefined ? '' : fill(colour)
  return `<a:${tag} lang="zh-CN" altLang="en-US"${sized}${weight}${tag === 'rPr' ? ' dirty="0"' : ''}>${inner}</a:${tag}>`
}

/** A paragraph; `properties` are the whole `a:pPr`. */
export function paragraph(text: string, style: TextStyle, properties = ''): string {
  const align = style.align === undefined ? '' : `<a:pPr algn="${style.align}"/>`
  const run = text === '' ? '' : `<a:r>${runProperties(style)}<a:t>${xml(text)}</a:t></a:r>`
  return `<a:p>${properties === '' ? align : properties}${run}${runProperties(style, 'endParaRPr')}</a:p>`
}

/** Bullets with the room that the layout reckons with. `colour` of the mark; null: as the master says. */
export function bulletParagraphs(items: readonly string[], size: number, colour: string | null): string {
  const marked = colour === null ? '' : `<a:buClr>${colour}</a:buClr>`
  const mark = `${marked}<a:buFont typeface="Arial"/><a:buChar char="&#8226;"/>`
  const properties =
    `<a:pPr marL="${emu(BULLET_INDENT)}" indent="${emu(-BULLET_INDENT)}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>` +
    `<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="${Math.round(size * 40)}"/></a:spcAft>${mark}</a:pPr>`
  return items.map((item) => paragraph(item, { size }, properties)).join('')
}

const NO_EDGE = 'lIns="0" tIns="0" rIns="0" bIns="0"'

/** Shapes get their ids from the slide, 1 being the tree itself. */
export interface ShapeIds {
  next(): number
}

export function shapeIds(): ShapeIds {
  let last = 1
  return { next: () => (last += 1) }
}

/** A placeholder of the layout, in its place or moved to `box`. */
export function placeholder(
  ids: ShapeIds,
  name: string,
  ph: string,
  paragraphs: string,
  box: Box | null = null
): string {
  const place = box === null ? '' : transform(box)
  const body = box === null ? '<a:bodyPr/>' : `<a:bodyPr ${NO_EDGE} anchor="t"><a:noAutofit/></a:bodyPr>`
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${ids.next()}" name="${xml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr>` +
    `<p:txBody>${body}<a:lstStyle/>${paragraphs}</p:txBody></p:sp>`
  )
}

/** Text boxes have no master to take a face from. */
const FREE_STYLE =
  '<a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></a:lstStyle>'

/** A text box; `look` holds fill and line. */
export function textBox(
  ids: ShapeIds,
  name: string,
  box: Box,
  paragraphs: string,
  anchor: TextStyle['anchor'] = 't',
  look = '<a:noFill/>'
): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${ids.next()}" name="${xml(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>` +
    `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${look}</p:spPr>` +
    `<p:txBody><a:bodyPr wrap="square" ${NO_EDGE} anchor="${anchor}"><a:noAutofit/></a:bodyPr>${FREE_STYLE}${paragraphs}</p:txBody></p:sp>`
  )
}
