import type { DeckContent, Slide } from '#shared/domain/report/deck/deckContent.ts'
import { HEADING_HEIGHT, placeSlide, type Placed } from '#shared/domain/report/deck/placeSlide.ts'
import {
  HEADING_SIZE,
  markArea,
  NOTE_SIZE,
  TITLE_SIZES,
  type Box
} from '#shared/domain/report/deck/slideRoom.ts'
import { sizeFor, titleSizeFor } from '#shared/domain/report/deck/slideText.ts'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'
import { NS, ROOT_NS, transform, xml, XML_HEADER } from './emu.ts'
import { bodyPlace, FOOT_SIZE, holdsFooter, titlePlace, type DeckLayouts, type Layout } from './layouts.ts'
import { COVER_PLACES } from './ownLayouts.ts'
import { fill, type Palette } from './palette.ts'
import {
  bulletParagraphs,
  paragraph,
  placeholder,
  runProperties,
  shapeIds,
  textBox,
  type ShapeIds
} from './slideText.ts'
import { tableXml } from './slideTable.ts'
import { TREE } from './tree.ts'

/** Adds the parts of a chart and gives the id by which the slide names it. */
export type AddChart = (chart: ReportChart, box: Box) => string

export interface SlidePage {
  deck: DeckContent
  layouts: DeckLayouts
  palette: Palette
  /** On our own master; else the footer looks as the unit's master has it. */
  own: boolean
  addChart: AddChart
}

type PlacedOf<T extends Placed['type']> = Extract<Placed, { type: T }>

function chartFrame(ids: ShapeIds, title: string, box: Box, id: string): string {
  const name = xml(`图表：${title}`)
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${ids.next()}" name="${name}" descr="${name}。数值见同页文字、表格和图表数据。"/>` +
    '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>' +
    `${transform(box, 'p')}<a:graphic><a:graphicData uri="${NS.c}"><c:chart xmlns:c="${NS.c}" r:id="${id}"/></a:graphicData></a:graphic></p:graphicFrame>`
  )
}

function figuresXml(ids: ShapeIds, { part, box }: PlacedOf<'figures'>, palette: Palette): string {
  const width = box.width / part.items.length
  const run = (text: string, size: number, bold: boolean, colour: string): string =>
    `<a:r>${runProperties({ size, bold, colour })}<a:t>${xml(text)}</a:t></a:r>`
  return part.items
    .map(({ label, value, note }, index) => {
      const cell = { ...box, x: box.x + index * width, width: width - 8 }
      const figure = `<a:p>${run(value, 36, true, palette.strong)}${run(` ${note}`, 14, false, palette.ink2)}</a:p>`
      return textBox(ids, label, cell, paragraph(label, { size: 14, colour: palette.ink2 }) + figure, 'ctr')
    })
    .join('')
}

function tablePart(ids: ShapeIds, { part, box, fit }: PlacedOf<'table'>, palette: Palette): string {
  const { heading, table } = part
  const name = `表格：${heading ?? table.columns.map((column) => column.head).join('、')}`
  const above = { ...box, y: box.y - HEADING_HEIGHT, height: HEADING_HEIGHT }
  const title =
    heading === undefined
      ? ''
      : textBox(
          ids,
          heading,
          above,
          paragraph(heading, { size: HEADING_SIZE, bold: true, colour: palette.strong })
        )
  return title + tableXml(ids, name, table, box, fit, palette)
}

/** The first bullets of a slide take the layout's body, so that they stand in the outline and follow the master. */
function bulletsPart(
  ids: ShapeIds,
  { part, box, size }: PlacedOf<'bullets'>,
  body: string | null,
  palette: Palette
): string {
  return body === null
    ? textBox(ids, '要点', box, bulletParagraphs(part.items, size, palette.strong))
    : placeholder(ids, '要点', body, bulletParagraphs(part.items, size, null), box)
}

function partsXml(ids: ShapeIds, slide: Slide, page: SlidePage): string {
  const { layouts, palette, addChart } = page
  const placed = placeSlide(slide, layouts.body)
  const first = placed.find(({ type }) => type === 'bullets')
  const body = bodyPlace(layouts.content)?.ph ?? null
  return placed
    .map((each) => {
      switch (each.type) {
        case 'figures':
          return figuresXml(ids, each, palette)
        case 'table':
          return tablePart(ids, each, palette)
        case 'bullets':
          return bulletsPart(ids, each, each === first ? body : null, palette)
        case 'chart':
          return chartFrame(ids, each.part.chart.title, each.box, addChart(each.part.chart, each.box))
        case 'note':
          return textBox(
            ids,
            '说明',
            each.box,
            paragraph(each.part.text, { size: NOTE_SIZE, colour: palette.ink2 }),
            'b'
          )
      }
    })
    .join('')
}

/** Largest type of a title that is a sentence. */
const LARGEST_SENTENCE = 32

/** The title in its place: in the master's type where that fits, else in smaller type. */
function titleXml(ids: ShapeIds, { title, layout }: Slide, { layouts }: SlidePage): string {
  const place = titlePlace(layout === 'CONTENT' ? layouts.content : layouts.cover)
  const box = place?.box ?? layouts.title
  const inherited = place?.size ?? layouts.titleSize
  const most = layout === 'CONTENT' ? Math.min(inherited, LARGEST_SENTENCE) : inherited
  const smaller = layout === 'CONTENT' ? TITLE_SIZES : COVER_PLACES.sizes
  const size = titleSizeFor(title, box, [most, ...smaller.filter((each) => each < most)])
  return place === undefined
    ? textBox(ids, '标题', box, paragraph(title, { size, bold: true }), 'ctr')
    : placeholder(ids, '标题', place.ph, paragraph(title, size === inherited ? {} : { size }))
}

/** What stands at the foot of every slide. */
export function footerText(deck: DeckContent): string {
  return `${deck.organisation}\u3000${deck.provenance}`
}

/** Footer and number in the layout's places; where it has none for the footer, at the foot of the body. */
function footXml(ids: ShapeIds, layout: Layout, { deck, layouts, palette, own }: SlidePage): string {
  const text = footerText(deck)
  const foot = layout.places.find(({ type }) => type === 'ftr')
  const number = layout.places.find(({ type }) => type === 'sldNum')
  const field = `<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${runProperties({})}<a:t>‹#›</a:t></a:fld></a:p>`
  const small = { size: FOOT_SIZE, colour: palette.ink2 }
  const { x, y, width, height } = layouts.body
  const box = layouts.foot ?? { x, y: y + height, width, height: FOOT_SIZE * 1.6 }
  const footer =
    foot !== undefined && holdsFooter(layout, text)
      ? placeholder(ids, '页脚', foot.ph, paragraph(text, own ? { ...small, align: 'l' } : {}))
      : textBox(ids, '页脚', box, paragraph(text, small), 'b')
  return footer + (number === undefined ? '' : placeholder(ids, '页码', number.ph, field))
}

/** 「预览，未定稿」 in the upper right corner, on any ground. */
function markXml(ids: ShapeIds, { deck, layouts }: SlidePage): string {
  if (deck.mark === '') return ''
  const look = `${fill('<a:srgbClr val="FFF8E1"/>')}<a:ln w="9525">${fill('<a:srgbClr val="7D5A00"/>')}</a:ln>`
  const text = paragraph(deck.mark, {
    size: 14,
    bold: true,
    align: 'ctr',
    colour: '<a:srgbClr val="7D5A00"/>'
  })
  return textBox(ids, '预览标记', markArea(layouts.width), text, 'ctr', look)
}

function coverText(ids: ShapeIds, slide: Slide, { deck, layouts, palette }: SlidePage): string {
  const lines = [slide.subtitle, deck.organisation, deck.date].filter((line) => line !== '')
  const place = layouts.cover.places.find(({ type }) => type === 'subTitle') ?? bodyPlace(layouts.cover)
  const box = place?.box ?? layouts.body
  const fits = (size: number): boolean =>
    lines.every(
      (line) => sizeFor(line, { ...box, height: (box.height / lines.length) * 1.05 }, [size, 0]) === size
    )
  const size = [20, 18, 16].find(fits) ?? 14
  const paragraphs = lines.map((line) => paragraph(line, { size })).join('')
  return place === undefined
    ? textBox(
        ids,
        '副标题',
        box,
        lines.map((line) => paragraph(line, { size, colour: palette.ink })).join('')
      )
    : placeholder(ids, '副标题', place.ph, paragraphs)
}

export function layoutFor(slide: Slide, layouts: DeckLayouts): Layout {
  return slide.layout === 'CONTENT' ? layouts.content : layouts.cover
}

export function slideXml(slide: Slide, page: SlidePage): string {
  const ids = shapeIds()
  const layout = layoutFor(slide, page.layouts)
  const inside =
    titleXml(ids, slide, page) +
    (slide.layout === 'CONTENT' ? partsXml(ids, slide, page) : coverText(ids, slide, page))
  return (
    `${XML_HEADER}<p:sld ${ROOT_NS}><p:cSld><p:spTree>${TREE}${inside}${footXml(ids, layout, page)}${markXml(ids, page)}</p:spTree></p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>'
  )
}
