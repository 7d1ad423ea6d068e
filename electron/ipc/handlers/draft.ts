import { basename } from 'node:path'
import {
  activateDraft,
  addDraft,
  createDraft,
  deleteDraft,
  getDraft,
  listDrafts,
  saveDraft
} from '../../services/drafts.ts'
import { readSchemeJson } from '../../services/schemeFiles.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'
import { saveScheme } from './saveScheme.ts'

type DraftHandlers = Pick<Handlers, Extract<keyof Handlers, `draft.${string}`>>

export function draftHandlers(context: HandlerContext): DraftHandlers {
  return {
    'draft.list': () => listDrafts(libraryOf(context)),
    'draft.get': ({ id }) => getDraft(libraryOf(context), id),
    'draft.create': (start) => createDraft(libraryOf(context), start),
    'draft.save': ({ id, updatedAt, definition }) => saveDraft(libraryOf(context), id, updatedAt, definition),
    'draft.delete': ({ id }) => {
      deleteDraft(libraryOf(context), id)
      return {}
    },
    'draft.activate': ({ id, period }) => {
      const view = activateDraft(libraryOf(context), id, period)
      changed(context, null)
      return view
    },
    'draft.import': async () => {
      const path = await context.desktop.pickScheme()
      if (path === null) return null
      const definition = await readSchemeJson(path, context.reader)
      return addDraft(libraryOf(context), definition, `文件：${basename(path)}`, '导入方案草稿')
    },
    'draft.export': ({ id, format }) => {
      const { title, definition } = getDraft(libraryOf(context), id)
      return saveScheme(context, title, definition, format)
    }
  }
}
