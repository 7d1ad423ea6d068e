import { basename, dirname } from 'node:path'
import { fillOwnTemplate, previewOwnFill, proposedOwnName } from '../../services/templates/ownFill.ts'
import {
  ownTemplateViews,
  removeOwnTemplate,
  takeOwnTemplate
} from '../../services/templates/ownTemplates.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type OwnTemplateHandlers = Pick<
  Handlers,
  'template.takeOwn' | 'template.own' | 'template.previewOwn' | 'template.fillOwn' | 'template.removeOwn'
>

export function ownTemplateHandlers(context: HandlerContext): OwnTemplateHandlers {
  return {
    'template.takeOwn': ({ batch, name }) => takeOwnTemplate(libraryOf(context), batch, name),
    'template.own': () => ownTemplateViews(libraryOf(context)),
    'template.previewOwn': (request) => previewOwnFill(libraryOf(context), context.reader, request),
    'template.fillOwn': async (request) => {
      const library = libraryOf(context)
      const { name, extension } = proposedOwnName(library, request)
      const path = await context.desktop.saveAs(name, extension)
      if (path === null) return null
      await fillOwnTemplate(library, context.reader, { ...request, path })
      return {
        ticket: context.tickets.issue(path),
        fileName: basename(path),
        folder: dirname(path),
        preview: false,
        snapshot: null
      }
    },
    'template.removeOwn': ({ id }) => {
      removeOwnTemplate(libraryOf(context), id)
      return {}
    }
  }
}
