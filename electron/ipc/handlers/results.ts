import { computeMonth } from '../../services/compute.ts'
import { overviewView } from '../../services/overview.ts'
import { rankingView } from '../../services/results.ts'
import { changesOf, sourceSnippet } from '../../services/sources.ts'
import { unitView } from '../../services/unitDetail.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type ResultHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `overview.${string}` | `ranking.${string}` | `unit.${string}`>
>

export function resultHandlers(context: HandlerContext): ResultHandlers {
  return {
    'overview.get': ({ period }) => overviewView(libraryOf(context), period),
    'ranking.get': ({ period }) => rankingView(libraryOf(context), period),
    'ranking.month': ({ period, month }) => computeMonth(libraryOf(context), period, month),
    'unit.get': ({ period, unit }) => unitView(libraryOf(context), period, unit),
    'unit.source': ({ batch, sheet, address }) => sourceSnippet(libraryOf(context), batch, sheet, address),
    'unit.changes': ({ period, unit, indicator }) => changesOf(libraryOf(context), period, unit, indicator)
  }
}
