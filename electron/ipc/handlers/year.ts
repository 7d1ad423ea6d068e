import { freezeYear, listYears, yearView } from '../../services/year.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type YearHandlers = Pick<Handlers, Extract<keyof Handlers, `year.${string}`>>

export function yearHandlers(context: HandlerContext): YearHandlers {
  return {
    'year.list': () => listYears(libraryOf(context)),
    'year.get': ({ year, span }) => yearView(libraryOf(context), year, span),
    'year.freeze': async (request) => {
      // Not `exclusively`: freezing writes. It checks again inside its transaction, after the backup.
      const view = await freezeYear(libraryOf(context), request)
      changed(context, null)
      return view
    }
  }
}
