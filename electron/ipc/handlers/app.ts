import { join } from 'node:path'
import { backupLibrary, backupsOf } from '../../services/backups.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type AppHandlers = Pick<Handlers, Extract<keyof Handlers, `app.${string}`>>

export function appHandlers(context: HandlerContext): AppHandlers {
  const { holder } = context
  return {
    'app.state': () => holder.state(),
    'app.create': async (input) => {
      await holder.create(input.with === 'SAMPLE')
      changed(context, null)
      return holder.state()
    },
    'app.backups': () => {
      const library = libraryOf(context)
      return { folder: library.paths.backups, backups: backupsOf(library.paths.backups) }
    },
    'app.backupNow': () =>
      context.exclusively('正在备份，请稍候再改动。', () => backupLibrary(libraryOf(context), '手动备份')),
    'app.restore': (input) =>
      context.exclusively('正在恢复备份，请稍候。', () => {
        holder.restore(input.name)
        changed(context, null)
        return Promise.resolve(holder.state())
      }),
    'app.showBackups': () => {
      const [newest] = backupsOf(libraryOf(context).paths.backups)
      const folder = libraryOf(context).paths.backups
      context.desktop.showInFolder(newest === undefined ? folder : join(folder, newest.name))
      return {}
    }
  }
}
