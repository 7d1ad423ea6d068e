import { bulkEdit } from '../../services/register/bulkEdit.ts'
import { actOnItems, addItem, editItem, itemDetail, listItems } from '../../services/register/items.ts'
import { getRegisterSettings } from '../../services/register/registerContext.ts'
import { removeFilter, saveFilter, savedViews } from '../../services/register/savedViews.ts'
import { changeRegisterSettings, clockFrom } from '../../services/register/settings.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type RegisterHandlers = Pick<Handlers, Extract<keyof Handlers, `register.${string}`>>

export function registerHandlers(context: HandlerContext): RegisterHandlers {
  /** Items belong to no quarter. */
  const after = <T>(result: T): T => {
    changed(context, null)
    return result
  }
  return {
    'register.list': ({ filter, on }) => listItems(libraryOf(context), filter, on),
    'register.get': ({ id, on }) => itemDetail(libraryOf(context), id, on),
    'register.add': ({ fields }) => after(addItem(libraryOf(context), fields)),
    'register.edit': ({ id, version, fields }) => after(editItem(libraryOf(context), id, version, fields)),
    'register.bulkEdit': ({ ids, patch }) => after(bulkEdit(libraryOf(context), ids, patch)),
    'register.act': ({ ids, action }) => after(actOnItems(libraryOf(context), ids, action)),
    'register.clock': ({ urgency, from }) => clockFrom(libraryOf(context), urgency, from),
    'register.settings': () => getRegisterSettings(libraryOf(context)),
    'register.setSettings': (change) => after(changeRegisterSettings(libraryOf(context), change)),
    'register.views': ({ page }) => savedViews(libraryOf(context), page),
    'register.saveView': (entry) => saveFilter(libraryOf(context), entry),
    'register.removeView': ({ id }) => {
      removeFilter(libraryOf(context), id)
      return {}
    }
  }
}
