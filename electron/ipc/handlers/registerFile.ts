import { basename } from 'node:path'
import {
  registerExportKinds,
  registerList,
  writeRegisterTemplates
} from '../../services/register/registerFileExport.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveContent } from '../saveContent.ts'

type RegisterFileHandlers = Pick<Handlers, Extract<keyof Handlers, `registerFile.${string}`>>

export function registerFileHandlers(context: HandlerContext): RegisterFileHandlers {
  return {
    'registerFile.kinds': () => registerExportKinds(),
    'registerFile.export': ({ list, period, filter, format }) => {
      const { stem, ...content } = registerList(libraryOf(context), list, filter, period)
      return saveContent(context, { period, content, format, stem })
    },
    'registerFile.templates': async ({ period, filter, units }) => {
      const folder = await context.desktop.pickFolder('EXPORT')
      if (folder === null) return null
      const request = { period, filter, units: units ?? null, folder }
      const paths = await writeRegisterTemplates(libraryOf(context), request)
      return {
        folder,
        ticket: context.tickets.issue(paths[0]!),
        files: paths.map((path) => basename(path))
      }
    }
  }
}
