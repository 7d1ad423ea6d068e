import { NS } from './emu.ts'

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** Content types of the parts of a presentation (ECMA-376 Part 1, 13.3). */
export const CONTENT_TYPE = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  presentation: `${PRESENTATION}.presentation.main+xml`,
  slide: `${PRESENTATION}.slide+xml`,
  layout: `${PRESENTATION}.slideLayout+xml`,
  master: `${PRESENTATION}.slideMaster+xml`,
  notes: `${PRESENTATION}.notesSlide+xml`,
  notesMaster: `${PRESENTATION}.notesMaster+xml`,
  theme: `${OFFICE}.theme+xml`,
  chart: `${OFFICE}.drawingml.chart+xml`,
  workbook: `${OFFICE}.spreadsheetml.sheet`,
  app: `${OFFICE}.extended-properties+xml`,
  core: 'application/vnd.openxmlformats-package.core-properties+xml'
} as const

export const RELATION = {
  document: `${NS.r}/officeDocument`,
  slide: `${NS.r}/slide`,
  layout: `${NS.r}/slideLayout`,
  master: `${NS.r}/slideMaster`,
  notes: `${NS.r}/notesSlide`,
  notesMaster: `${NS.r}/notesMaster`,
  theme: `${NS.r}/theme`,
  chart: `${NS.r}/chart`,
  package: `${NS.r}/package`,
  app: `${NS.r}/extended-properties`,
  core: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
} as const
