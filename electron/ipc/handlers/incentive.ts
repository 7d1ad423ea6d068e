import { editEntry } from '../../services/incentive/entries.ts'
import { actOnEntries, addAndMove } from '../../services/incentive/entryActions.ts'
import {
  catalogueView,
  moveCatalogue,
  saveCatalogue,
  setCatalogueEnded
} from '../../services/incentive/catalogue.ts'
import { importCatalogue } from '../../services/incentive/catalogueFile.ts'
import { effectOf, effectOfEntry } from '../../services/incentive/effect.ts'
import { entryDetail, ledgerView } from '../../services/incentive/ledger.ts'
import { catalogueContent, ledgerContent } from '../../services/incentive/lists.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveContent } from '../saveContent.ts'
import { honourHandlers, type HonourHandlers } from './honour.ts'

type IncentiveHandlers = Pick<Handlers, Extract<keyof Handlers, `incentive.${string}`>> & HonourHandlers

export function incentiveHandlers(context: HandlerContext): IncentiveHandlers {
  return {
    'incentive.ledger': ({ period }) => ledgerView(libraryOf(context), period),
    'incentive.get': ({ id }) => entryDetail(libraryOf(context), id),
    'incentive.effect': ({ id, entry }) =>
      entry === undefined
        ? effectOfEntry(libraryOf(context), id ?? 0)
        : effectOf(libraryOf(context), entry, id ?? null),
    'incentive.add': ({ entry, then }) => {
      const { id, period } = addAndMove(libraryOf(context), entry, then)
      changed(context, period)
      return { id, period }
    },
    'incentive.edit': ({ id, entry }) => {
      const { period } = editEntry(libraryOf(context), id, entry)
      // It may have moved from one quarter to another.
      changed(context, null)
      return { id, period }
    },
    'incentive.act': ({ ids, action }) => {
      const rows = actOnEntries(libraryOf(context), ids, action)
      changed(context, null)
      return { changed: rows.length }
    },
    'incentive.export': ({ period, list, format }) =>
      saveContent(context, { ...ledgerContent(libraryOf(context), period, list), period, format }),
    'incentive.catalogue': ({ period }) => catalogueView(libraryOf(context), period),
    'incentive.saveCatalogue': ({ period, id, entry }) => {
      const saved = saveCatalogue(libraryOf(context), period, id, entry)
      changed(context, null)
      return saved
    },
    'incentive.endCatalogue': ({ id, ended }) => {
      const entry = setCatalogueEnded(libraryOf(context), id, ended)
      changed(context, null)
      return entry
    },
    'incentive.moveCatalogue': ({ id, by }) => {
      moveCatalogue(libraryOf(context), id, by)
      changed(context, null)
      return {}
    },
    'incentive.pickCatalogue': async ({ period }) => {
      const [path] = await context.desktop.pickWorkbooks()
      if (path === undefined) return null
      const imported = await importCatalogue(libraryOf(context), context.reader, { period, path })
      changed(context, null)
      return imported
    },
    'incentive.exportCatalogue': ({ period, format }) =>
      saveContent(context, { ...catalogueContent(libraryOf(context), period), period, format }),
    ...honourHandlers(context)
  }
}
