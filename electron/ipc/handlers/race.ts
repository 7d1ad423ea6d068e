import { boardContent } from '../../services/races/exportBoards.ts'
import { raceDesk, showBoards } from '../../services/races/raceDesk.ts'
import { redMatrixView, statementsView } from '../../services/races/statements.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveContent } from '../saveContent.ts'

type RaceHandlers = Pick<Handlers, Extract<keyof Handlers, `race.${string}`>>

export function raceHandlers(context: HandlerContext): RaceHandlers {
  return {
    'race.desk': ({ period }) => raceDesk(libraryOf(context), period),
    'race.show': ({ period }) => showBoards(libraryOf(context), period),
    'race.statements': ({ period }) => statementsView(libraryOf(context), period),
    'race.matrix': (request) => redMatrixView(libraryOf(context), request),
    'race.export': ({ format, ...request }) =>
      saveContent(context, { ...boardContent(libraryOf(context), request), period: request.period, format })
  }
}
