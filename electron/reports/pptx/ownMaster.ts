import { SLIDE } from '#shared/domain/report/deck/slideRoom.ts'
import { emu, ROOT_NS, XML_HEADER } from './emu.ts'
import { notesMasterXml } from './notesMaster.ts'
import { contentLayout, coverLayout, masterXml, otherStyle } from './ownLayouts.ts'
import { CONTENT_TYPE, RELATION } from './partTypes.ts'
import { Parts, relationsXml } from './parts.ts'
import { themeXml } from './theme.ts'

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

function presentationXml(): string {
  return (
    `${XML_HEADER}<p:presentation ${ROOT_NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>' +
    `<p:sldSz cx="${emu(SLIDE.width)}" cy="${emu(SLIDE.height)}"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>${otherStyle()}</p:defaultTextStyle></p:presentation>`
  )
}

/** Our own presentation without slides: one master, a layout for the cover and one for everything else. */
export function ownMaster(): Parts {
  const parts = new Parts(new Map())
  parts.put(
    '[Content_Types].xml',
    `${XML_HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${CONTENT_TYPE.rels}"/><Default Extension="xml" ContentType="application/xml"/></Types>`
  )
  const put = (path: string, text: string, type: string, relations: string): void => {
    parts.put(path, text)
    parts.declare(path, type)
    if (relations === '') return
    const slash = path.lastIndexOf('/')
    parts.put(`${path.slice(0, slash)}/_rels/${path.slice(slash + 1)}.rels`, relationsXml(relations))
  }
  parts.put('_rels/.rels', relationsXml(relation('rId1', RELATION.document, 'ppt/presentation.xml')))
  put(
    'ppt/presentation.xml',
    presentationXml(),
    CONTENT_TYPE.presentation,
    relation('rId1', RELATION.master, 'slideMasters/slideMaster1.xml') +
      relation('rId2', RELATION.notesMaster, 'notesMasters/notesMaster1.xml') +
      relation('rId3', RELATION.theme, 'theme/theme1.xml')
  )
  put(
    'ppt/slideMasters/slideMaster1.xml',
    masterXml(),
    CONTENT_TYPE.master,
    relation('rId1', RELATION.layout, '../slideLayouts/slideLayout1.xml') +
      relation('rId2', RELATION.layout, '../slideLayouts/slideLayout2.xml') +
      relation('rId3', RELATION.theme, '../theme/theme1.xml')
  )
  const toMaster = relation('rId1', RELATION.master, '../slideMasters/slideMaster1.xml')
  put('ppt/slideLayouts/slideLayout1.xml', coverLayout(), CONTENT_TYPE.layout, toMaster)
  put('ppt/slideLayouts/slideLayout2.xml', contentLayout(), CONTENT_TYPE.layout, toMaster)
  put('ppt/theme/theme1.xml', themeXml(), CONTENT_TYPE.theme, '')
  put(
    'ppt/notesMasters/notesMaster1.xml',
    notesMasterXml(),
    CONTENT_TYPE.notesMaster,
    relation('rId1', RELATION.theme, '../theme/theme2.xml')
  )
  put('ppt/theme/theme2.xml', themeXml(), CONTENT_TYPE.theme, '')
  return parts
}
