import { SLIDE, TITLE_AREA, type Box } from '#shared/domain/report/deck/slideRoom.ts'
import { linesOf } from '#shared/domain/report/deck/slideText.ts'
import { findElement, findTags } from '../../workbook/fill/xmlEdit.ts'
import { xmlAttribute } from '../../workbook/xmlTokens.ts'
import { points } from './emu.ts'
import { presentationPath } from './openMaster.ts'
import type { Parts } from './parts.ts'

/** A placeholder of a layout; what the layout leaves open is its master's. */
export interface LayoutPlace {
  type: string
  /** The tag as a slide repeats it. */
  ph: string
  box: Box | null
  /** First level's type in points; null: the master's style. */
  size: number | null
}

export interface Layout {
  path: string
  /** `title`, `obj` …; '' where the layout does not say. */
  type: string
  places: LayoutPlace[]
}

/** What a presentation offers for our slides, boxes in points. */
export interface DeckLayouts {
  width: number
  height: number
  cover: Layout
  content: Layout
  /** Where title and parts of a content slide stand. */
  title: Box
  body: Box
  /** Type of titles, in points. */
  titleSize: number
  /** Where the footer stands; null: in the layout's own place. */
  foot: Box | null
}

export const FOOT_SIZE = 12
const FOOT_HEIGHT = 20

const TITLES = new Set(['title', 'ctrTitle'])
const BODIES = new Set(['', 'body', 'obj'])
const DEFAULT_TITLE_SIZE = 44
/** Least height in which a table can be read. */
const LOWEST_BODY = 200

function boxOf(xml: string): Box | null {
  const frame = findElement(xml, 'xfrm')
  if (frame === null) return null
  const inner = xml.slice(frame.open.end, frame.innerEnd)
  const number = (tag: string, name: string): number => {
    const found = findTags(inner, [tag])[0]
    return points(Number(xmlAttribute(found?.attributes ?? '', name) ?? 0))
  }
  const box = {
    x: number('off', 'x'),
    y: number('off', 'y'),
    width: number('ext', 'cx'),
    height: number('ext', 'cy')
  }
  return box.width > 0 && box.height > 0 ? box : null
}

function sizeIn(xml: string): number | null {
  const level = findElement(xml, 'lvl1pPr')
  const tag = level === null ? undefined : findTags(xml.slice(level.open.end, level.innerEnd), ['defRPr'])[0]
  const size = Number(xmlAttribute(tag?.attributes ?? '', 'sz') ?? 0)
  return size > 0 ? size / 100 : null
}

function placesOf(xml: string): LayoutPlace[] {
  const places: LayoutPlace[] = []
  for (let at = 0; ;) {
    const shape = findElement(xml, 'sp', at)
    if (shape === null) return places
    const inner = xml.slice(shape.open.start, shape.end)
    const ph = findTags(inner, ['ph'])[0]
    if (ph !== undefined) {
      const type = xmlAttribute(ph.attributes, 'type') ?? ''
      const index = xmlAttribute(ph.attributes, 'idx')
      const tag = `<p:ph${type === '' ? '' : ` type="${type}"`}${index === undefined ? '' : ` idx="${index}"`}/>`
      places.push({ type, ph: tag, box: boxOf(inner), size: sizeIn(inner) })
    }
    at = shape.end
  }
}

function sameKind(a: string, b: string): boolean {
  return a === b || (TITLES.has(a) && TITLES.has(b)) || (BODIES.has(a) && BODIES.has(b))
}

/** A layout's places with the boxes that it takes from its master. */
function layoutOf(parts: Parts, path: string, masterPlaces: readonly LayoutPlace[]): Layout {
  const xml = parts.text(path)
  const root = findTags(xml, ['sldLayout'])[0]
  const places = placesOf(xml).map((place) => {
    const above = masterPlaces.find((each) => sameKind(each.type, place.type))
    return { ...place, box: place.box ?? above?.box ?? null, size: place.size ?? above?.size ?? null }
  })
  return { path, type: xmlAttribute(root?.attributes ?? '', 'type') ?? '', places }
}

export function titlePlace({ places }: Layout): LayoutPlace | undefined {
  return places.find(({ type }) => TITLES.has(type))
}

export function bodyPlace({ places }: Layout): LayoutPlace | undefined {
  const bodies = places.filter(({ type }) => BODIES.has(type))
  const area = ({ box }: LayoutPlace): number => (box === null ? 0 : box.width * box.height)
  return bodies.toSorted((a, b) => area(b) - area(a))[0]
}

/** 标题和内容 if there is one, else the layout with a title and the largest body. */
function contentLayout(layouts: readonly Layout[]): Layout {
  const titled = layouts.filter((layout) => titlePlace(layout) !== undefined && layout.type !== 'title')
  const named = titled.find(({ type }) => type === 'obj')
  if (named !== undefined) return named
  const area = (layout: Layout): number => {
    const box = bodyPlace(layout)?.box
    return box == null ? 0 : box.width * box.height
  }
  return titled.toSorted((a, b) => area(b) - area(a))[0] ?? layouts[0]!
}

/** Where nothing says how large the body is: beneath the title, as wide as it, to the foot. */
function freeBody(title: Box, width: number, height: number): Box {
  const top = title.y + title.height + height * 0.02
  const beside = title.width > width * 0.5
  return {
    x: beside ? title.x : width * 0.05,
    y: top,
    width: beside ? title.width : width * 0.9,
    height: height * 0.9 - top
  }
}

function titleSizeOf(master: string): number {
  const style = findElement(master, 'titleStyle')
  return (style === null ? null : sizeIn(master.slice(style.open.end, style.innerEnd))) ?? DEFAULT_TITLE_SIZE
}

/** Whether the layout has a place for the footer in which it stands on one line. */
export function holdsFooter({ places }: Layout, footer: string): boolean {
  const place = places.find(({ type }) => type === 'ftr')
  return place?.box != null && linesOf(footer, place.box.width, place.size ?? FOOT_SIZE) === 1
}

/** The layouts of the first master, which is the one that new slides take. */
export function deckLayouts(parts: Parts, footer: string): DeckLayouts {
  const path = presentationPath(parts)
  const size = findTags(parts.text(path), ['sldSz'])[0]
  const measure = (name: string, otherwise: number): number => {
    const found = Number(xmlAttribute(size?.attributes ?? '', name) ?? 0)
    return found > 0 ? points(found) : otherwise
  }
  const [width, height] = [measure('cx', SLIDE.width), measure('cy', SLIDE.height)]
  const masters = parts.relationsOf(path).filter(({ type }) => type === 'slideMaster')
  const layouts = masters.flatMap(({ target }) => {
    const masterPlaces = placesOf(parts.text(target))
    return parts
      .relationsOf(target)
      .filter((relation) => relation.type === 'slideLayout' && parts.has(relation.target))
      .map((relation) => ({ ...layoutOf(parts, relation.target, masterPlaces), master: target }))
  })
  const content = contentLayout(layouts)
  const cover = layouts.find(({ type }) => type === 'title') ?? content
  const master = layouts.find((layout) => layout.path === content.path)!.master
  const titled = titlePlace(content)
  const title = titled?.box ?? { ...TITLE_AREA, x: width * 0.05, width: width * 0.9, height: height * 0.12 }
  const found = bodyPlace(content)?.box ?? null
  const whole = found !== null && found.height >= LOWEST_BODY ? found : freeBody(title, width, height)
  // Without a place of its own the footer takes the foot of the body: anywhere else the master may have something.
  const inPlace = holdsFooter(content, footer)
  const body = inPlace ? whole : { ...whole, height: whole.height - FOOT_HEIGHT }
  const foot = inPlace ? null : { ...whole, y: whole.y + whole.height - FOOT_HEIGHT, height: FOOT_HEIGHT }
  return {
    width,
    height,
    cover,
    content,
    title,
    body,
    foot,
    titleSize: titled?.size ?? titleSizeOf(parts.text(master))
  }
}
