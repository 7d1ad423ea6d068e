import { basename, dirname } from 'node:path'
import type { ExportedView } from '#shared/ipc/report.ts'
import { galleryViews, presetFile } from '../../services/reports/templates/gallery.ts'
import {
  checkTemplate,
  fieldCatalogueOf,
  filledTemplate,
  openTemplate,
  writeFilled
} from '../../services/reports/templates/fillTemplate.ts'
import {
  addReportTemplate,
  readTemplateFile,
  removeReportTemplate,
  replaceReportTemplate,
  reportTemplateViews,
  setTemplatePlaces
} from '../../services/reports/templates/reportTemplates.ts'
import { previewGrids, templateGrids } from '../../services/reports/templates/templateGrid.ts'
import { writeWhole } from '../../services/writeWhole.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type TemplateHandlers = Pick<Handlers, Extract<keyof Handlers, `reportTemplate.${string}`>>

export function reportTemplateHandlers(context: HandlerContext): TemplateHandlers {
  const written = (path: string, snapshot: string | null, preview: boolean): ExportedView => ({
    ticket: context.tickets.issue(path),
    fileName: basename(path),
    folder: dirname(path),
    preview,
    snapshot
  })
  return {
    'reportTemplate.list': () => reportTemplateViews(libraryOf(context)),
    'reportTemplate.gallery': () => galleryViews(libraryOf(context)),
    'reportTemplate.add': async () => {
      const path = await context.desktop.pickTemplate()
      return path === null ? null : addReportTemplate(libraryOf(context), await readTemplateFile(path))
    },
    'reportTemplate.addPreset': async ({ preset }) => {
      const library = libraryOf(context)
      return addReportTemplate(library, await presetFile(library, preset))
    },
    'reportTemplate.savePreset': async ({ preset }) => {
      const { name, bytes, fileName } = await presetFile(libraryOf(context), preset)
      const extension = fileName.slice(fileName.lastIndexOf('.') + 1)
      const path = await context.desktop.saveAs(`${name}.${extension}`, extension)
      if (path === null) return null
      await writeWhole(path, bytes)
      return written(path, null, false)
    },
    'reportTemplate.replace': async ({ id }) => {
      const path = await context.desktop.pickTemplate()
      return path === null
        ? null
        : replaceReportTemplate(libraryOf(context), id, await readTemplateFile(path))
    },
    'reportTemplate.catalogue': ({ period, options }) =>
      fieldCatalogueOf(libraryOf(context), period, options),
    'reportTemplate.check': (request) => checkTemplate(libraryOf(context), request),
    'reportTemplate.grid': ({ id }) => templateGrids(libraryOf(context), context.reader, id),
    'reportTemplate.preview': (request) => previewGrids(libraryOf(context), context.reader, request),
    'reportTemplate.setPlaces': ({ id, places }) => setTemplatePlaces(libraryOf(context), id, places),
    'reportTemplate.fill': async (request) => {
      const library = libraryOf(context)
      const { name } = await openTemplate(library, request.source)
      // Filled first: what cannot be filled is told before anybody is asked where to.
      const filled = await filledTemplate(library, request)
      const path = await context.desktop.saveAs(`${filled.stem}.${filled.extension}`, filled.extension)
      if (path === null) return null
      await writeFilled(library, { period: request.period, title: name, path }, filled)
      return { file: written(path, filled.snapshot, filled.snapshot === null), notes: filled.notes }
    },
    'reportTemplate.remove': ({ id }) => {
      removeReportTemplate(libraryOf(context), id)
      return {}
    }
  }
}
