import type { DeckContent } from '#shared/domain/report/deck/deckContent.ts'
import { xml, XML_HEADER } from './emu.ts'
import { CONTENT_TYPE, RELATION } from './partTypes.ts'
import type { Parts } from './parts.ts'

/** Title, author and counts as file managers show them. */
export function writeProperties(parts: Parts, deck: DeckContent, slides: number, at: Date): void {
  const date = `${at.toISOString().slice(0, 19)}Z`
  const stamp = (tag: string): string => `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${date}</dcterms:${tag}>`
  parts.put(
    'docProps/core.xml',
    `${XML_HEADER}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<dc:title>${xml(deck.title)}</dc:title><dc:subject>${xml(deck.provenance)}</dc:subject><dc:creator>${xml(deck.organisation)}</dc:creator>` +
      `<cp:lastModifiedBy>${xml(deck.organisation)}</cp:lastModifiedBy>${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  )
  parts.put(
    'docProps/app.xml',
    `${XML_HEADER}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
      `<Application>亮绩赛马</Application><Slides>${slides}</Slides><Notes>${slides}</Notes></Properties>`
  )
  parts.declare('docProps/core.xml', CONTENT_TYPE.core)
  parts.declare('docProps/app.xml', CONTENT_TYPE.app)
  parts.relate('', RELATION.core, 'docProps/core.xml')
  parts.relate('', RELATION.app, 'docProps/app.xml')
}
