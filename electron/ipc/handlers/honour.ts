import { acceptBonuses, refuseBonus } from '../../services/incentive/honourBonuses.ts'
import { addHonour, editHonour, restoreHonour, voidHonour } from '../../services/incentive/honourRegister.ts'
import { saveHonourSettings } from '../../services/incentive/honourSettings.ts'
import { honourDetail, honourList } from '../../services/incentive/honourViews.ts'
import { honourContent, modelContent } from '../../services/incentive/lists.ts'
import { modelViews, removeModel, saveModel } from '../../services/incentive/models.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveContent } from '../saveContent.ts'

export type HonourHandlers = Pick<Handlers, Extract<keyof Handlers, `honour.${string}`>>

export function honourHandlers(context: HandlerContext): HonourHandlers {
  /** Honours belong to no one quarter: everything is read again. */
  const told = <T>(value: T): T => {
    changed(context, null)
    return value
  }
  return {
    'honour.list': ({ filter }) => honourList(libraryOf(context), filter),
    'honour.get': ({ id }) => honourDetail(libraryOf(context), id),
    'honour.add': ({ honour }) => told(addHonour(libraryOf(context), honour)),
    'honour.edit': ({ id, version, honour }) => told(editHonour(libraryOf(context), id, version, honour)),
    'honour.void': ({ id, reason }) => told(voidHonour(libraryOf(context), id, reason)),
    'honour.restore': ({ id }) => told(restoreHonour(libraryOf(context), id)),
    'honour.accept': ({ ids, approver }) =>
      told({ entries: acceptBonuses(libraryOf(context), ids, approver) }),
    'honour.refuse': ({ id, refused, reason }) => told(refuseBonus(libraryOf(context), id, refused, reason)),
    'honour.saveSettings': ({ settings }) => told(saveHonourSettings(libraryOf(context), settings)),
    'honour.export': ({ period, filter, format }) =>
      saveContent(context, { ...honourContent(libraryOf(context), period, filter), period, format }),
    'honour.models': ({ period }) => modelViews(libraryOf(context), period),
    'honour.saveModel': ({ period, id, model }) =>
      told({ id: saveModel(libraryOf(context), period, id, model) }),
    'honour.removeModel': ({ id }) => {
      removeModel(libraryOf(context), id)
      return told({})
    },
    'honour.exportModel': ({ period, id, format }) =>
      saveContent(context, { ...modelContent(libraryOf(context), period, id), period, format })
  }
}
