import type { DeckContent } from '#shared/domain/report/deck/deckContent.ts'
import { paginate } from '#shared/domain/report/deck/paginate.ts'
import { applySplices, findElement, findTags } from '../../workbook/fill/xmlEdit.ts'
import { zipFiles } from '../zipFiles.ts'
import { chartData } from './chartData.ts'
import { chartWorkbook } from './chartWorkbook.ts'
import { chartXml } from './deckChart.ts'
import { footerText, layoutFor, slideXml } from './deckSlide.ts'
import { writeProperties } from './docProps.ts'
import { deckLayouts } from './layouts.ts'
import { notesMasterXml, notesSlideXml } from './notesMaster.ts'
import { openMaster, presentationPath } from './openMaster.ts'
import { ownMaster } from './ownMaster.ts'
import { OWN_PALETTE, THEME_PALETTE } from './palette.ts'
import { CONTENT_TYPE, RELATION } from './partTypes.ts'
import type { Parts } from './parts.ts'
import { themeXml } from './theme.ts'

/** Smallest id that a slide may have. */
const FIRST_SLIDE_ID = 256

/** The notes master of the presentation; one is added where there is none. */
function notesMaster(parts: Parts, presentation: string): string {
  const known = parts.relationsOf(presentation).find(({ type }) => type === 'notesMaster')
  if (known !== undefined) return known.target
  const path = parts.freePath('ppt/notesMasters/notesMaster', '.xml')
  const theme = parts.freePath('ppt/theme/theme', '.xml')
  parts.put(path, notesMasterXml())
  parts.declare(path, CONTENT_TYPE.notesMaster)
  parts.put(theme, themeXml())
  parts.declare(theme, CONTENT_TYPE.theme)
  parts.relate(path, RELATION.theme, theme)
  const id = parts.relate(presentation, RELATION.notesMaster, path)
  insertAfter(
    parts,
    presentation,
    ['sldMasterIdLst'],
    (prefix, rel) =>
      `<${prefix}notesMasterIdLst><${prefix}notesMasterId ${rel}="${id}"/></${prefix}notesMasterIdLst>`
  )
  return path
}

/** Writes an element into presentation.xml behind the last of those that the schema puts before it. */
function insertAfter(
  parts: Parts,
  presentation: string,
  before: readonly string[],
  element: (prefix: string, relation: string) => string
): void {
  const xml = parts.text(presentation)
  const root = findTags(xml, ['presentation'])[0]!
  const ends = before.flatMap((name) => findElement(xml, name)?.end ?? [])
  const at = Math.max(root.end, ...ends)
  const declared =
    /xmlns:(\w+)="http:\/\/schemas\.openxmlformats\.org\/officeDocument\/2006\/relationships"/.exec(
      root.attributes
    )
  const text = element(root.prefix, `${declared?.[1] ?? 'r'}:id`)
  parts.put(presentation, applySplices(xml, [{ start: at, end: at, text }]))
}

/** Charts and their workbooks are written beside the slides; the workbooks are zipped last, as that takes its time. */
interface PendingWorkbook {
  path: string
  data: ReturnType<typeof chartData>
}

/**
 * A presentation with native, editable charts and tables. With `master`, a presentation of the unit's own, the slides
 * take its master, layouts and size. The same input gives the same bytes.
 * @throws AppError FILE_UNSUPPORTED, FILE_UNREADABLE, FILE_ENCRYPTED … for a master that is none
 */
export async function writeDeck(deck: DeckContent, master: Uint8Array | null, at: Date): Promise<Uint8Array> {
  const parts = master === null ? ownMaster() : openMaster(master)
  const palette = master === null ? OWN_PALETTE : THEME_PALETTE
  const presentation = presentationPath(parts)
  const layouts = deckLayouts(parts, footerText(deck))
  const notes = notesMaster(parts, presentation)
  const workbooks: PendingWorkbook[] = []
  const slides = deck.slides.flatMap((slide) =>
    slide.layout === 'CONTENT' ? paginate(slide, layouts.body) : [slide]
  )
  parts.declareSuffix('xlsx', CONTENT_TYPE.workbook)
  const ids = slides.map((slide) => {
    const path = parts.freePath('ppt/slides/slide', '.xml')
    const addChart = (
      chart: Parameters<typeof chartData>[0],
      box: Parameters<typeof chartXml>[1]
    ): string => {
      const data = chartData(chart)
      const chartPath = parts.freePath('ppt/charts/chart', '.xml')
      const bookPath = parts.freePath('ppt/embeddings/Microsoft_Excel_Sheet', '.xlsx')
      workbooks.push({ path: bookPath, data })
      parts.put(bookPath, '')
      parts.put(chartPath, '')
      const bookId = parts.relate(chartPath, RELATION.package, bookPath)
      parts.put(chartPath, chartXml(data, box, palette, bookId))
      parts.declare(chartPath, CONTENT_TYPE.chart)
      return parts.relate(path, RELATION.chart, chartPath)
    }
    parts.put(path, '')
    parts.relate(path, RELATION.layout, layoutFor(slide, layouts).path)
    parts.put(path, slideXml(slide, { deck, layouts, palette, own: master === null, addChart }))
    parts.declare(path, CONTENT_TYPE.slide)
    const notesPath = parts.freePath('ppt/notesSlides/notesSlide', '.xml')
    parts.put(notesPath, notesSlideXml(slide.notes))
    parts.declare(notesPath, CONTENT_TYPE.notes)
    parts.relate(notesPath, RELATION.notesMaster, notes)
    parts.relate(notesPath, RELATION.slide, path)
    parts.relate(path, RELATION.notes, notesPath)
    return parts.relate(presentation, RELATION.slide, path)
  })
  insertAfter(
    parts,
    presentation,
    ['sldMasterIdLst', 'notesMasterIdLst', 'handoutMasterIdLst'],
    (prefix, rel) => {
      const list = ids.map((id, index) => `<${prefix}sldId id="${FIRST_SLIDE_ID + index}" ${rel}="${id}"/>`)
      return `<${prefix}sldIdLst>${list.join('')}</${prefix}sldIdLst>`
    }
  )
  for (const { path, data } of workbooks) parts.put(path, await chartWorkbook(data, at))
  writeProperties(parts, deck, slides.length, at)
  return zipFiles(parts.files(), at)
}
