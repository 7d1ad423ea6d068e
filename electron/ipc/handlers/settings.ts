import { aliasesOf, auditOf, changeSettings, forgetAlias, getSettings } from '../../services/settings.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type SettingsHandlers = Pick<Handlers, Extract<keyof Handlers, `settings.${string}`>>

export function settingsHandlers(context: HandlerContext): SettingsHandlers {
  return {
    'settings.get': () => getSettings(libraryOf(context)),
    'settings.set': (change) => changeSettings(libraryOf(context), change),
    'settings.aliases': () => aliasesOf(libraryOf(context)),
    'settings.removeAlias': ({ text }) => {
      forgetAlias(libraryOf(context), text)
      return {}
    },
    'settings.audit': ({ limit }) => auditOf(libraryOf(context), limit)
  }
}
