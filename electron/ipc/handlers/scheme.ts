import { readSchemeFile } from '../../services/schemeFiles.ts'
import {
  listPresets,
  loadScheme,
  readPreset,
  schemeVersions,
  schemeView,
  versionOf
} from '../../services/schemes.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveScheme } from './saveScheme.ts'

type SchemeHandlers = Pick<Handlers, Extract<keyof Handlers, `scheme.${string}`>>

export function schemeHandlers(context: HandlerContext): SchemeHandlers {
  return {
    'scheme.get': ({ period }) => schemeView(libraryOf(context), period),
    'scheme.presets': () => listPresets(libraryOf(context)),
    'scheme.loadPreset': async ({ id, period }) => {
      const view = loadScheme(libraryOf(context), await readPreset(libraryOf(context), id), period)
      changed(context, null)
      return view
    },
    'scheme.pick': async ({ period }) => {
      const path = await context.desktop.pickScheme()
      if (path === null) return null
      const view = loadScheme(libraryOf(context), await readSchemeFile(path, context.reader), period)
      changed(context, null)
      return view
    },
    'scheme.export': ({ period, format }) => {
      const { title, definition } = versionOf(libraryOf(context), period)
      return saveScheme(context, title, definition, format)
    },
    'scheme.versions': () => schemeVersions(libraryOf(context))
  }
}
