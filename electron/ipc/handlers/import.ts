import { backupLibrary } from '../../services/backups.ts'
import { commitSession } from '../../services/importing/commit.ts'
import { batchViews } from '../../services/importing/history.ts'
import { previewSession } from '../../services/importing/preview.ts'
import { workbooksIn } from '../../services/importing/folderFiles.ts'
import type { AddedSource } from '../../services/importing/sessions.ts'
import { fileDetail, gridOf } from '../../services/importing/fileView.ts'
import { pastedFile } from '../../services/importing/pastedFile.ts'
import type { ImportSession } from '../../services/importing/session.ts'
import { sessionProblemGroups } from '../../services/importing/sessionProblemGroups.ts'
import { sessionView } from '../../services/importing/sessionView.ts'
import { sampleWorkbooks } from '../../services/samples.ts'
import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { TextEncoding } from '#shared/ipc/importViews.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type ImportHandlers = Pick<Handlers, Extract<keyof Handlers, `import.${string}`>>

export function importHandlers(context: HandlerContext): ImportHandlers {
  async function read(period: PeriodKey, session: string | null, sources: readonly AddedSource[]) {
    const added = await context.jobs.run('import', (job) =>
      context.imports().add(period, session, sources, job)
    )
    return sessionView(libraryOf(context), added)
  }

  const view = (session: ImportSession) => sessionView(libraryOf(context), session)

  async function reread(session: string, file: string, how: { password?: string; encoding?: TextEncoding }) {
    return view(await context.jobs.run('import', (job) => context.imports().reread(session, file, how, job)))
  }

  async function picked(what: 'FILES' | 'FOLDER'): Promise<AddedSource[] | null> {
    if (what === 'FILES') {
      const paths = await context.desktop.pickWorkbooks()
      return paths.length === 0 ? null : paths.map((path) => ({ path }))
    }
    const folder = await context.desktop.pickFolder('IMPORT')
    if (folder === null) return null
    const found = await workbooksIn(folder)
    if (found.length === 0)
      throw new AppError('FILE_NOT_FOUND', '这个文件夹里没有表格文件。', {
        action: '请选择放着 Excel、WPS 或 CSV 文件的文件夹。'
      })
    return found
  }

  return {
    'import.pick': async ({ period, what, session }) => {
      const sources = await picked(what)
      return sources === null ? null : read(period, session ?? null, sources)
    },
    'import.drop': ({ period, session, files }) => read(period, session ?? null, files),
    'import.sample': async ({ period }) => {
      const paths = await sampleWorkbooks(libraryOf(context), period)
      return read(
        period,
        null,
        paths.map((path) => ({ path }))
      )
    },
    'import.session': ({ session }) => {
      const found = context.imports().find(session)
      return found === null ? null : sessionView(libraryOf(context), found)
    },
    'import.current': ({ period }) => {
      const found = context.imports().current(period)
      return found === null ? null : sessionView(libraryOf(context), found)
    },
    'import.file': ({ session, file }) => fileDetail(context.imports().file(session, file)),
    'import.grid': ({ session, file, sheet, top, rows }) => {
      const { raw } = context.imports().file(session, file)
      if (raw === null) throw new AppError('NOT_FOUND', '这个文件没有读出来，没有表格可看。')
      return gridOf(raw, sheet, top, rows)
    },
    'import.fix': async ({ session, file, fixes }) =>
      fileDetail(await context.imports().fix(session, file, fixes)),
    'import.fixAll': async ({ session, fixes }) => view(await context.imports().fixAll(session, fixes)),
    'import.problems': ({ session }) => sessionProblemGroups(context.imports().get(session)),
    'import.undoFix': async ({ session }) => view(await context.imports().undoFix(session)),
    'import.password': ({ session, file, password }) => reread(session, file, { password }),
    'import.encoding': ({ session, file, encoding }) => reread(session, file, { encoding }),
    'import.reread': ({ session, file }) => reread(session, file, {}),
    'import.paste': ({ period, session, text, html }) =>
      read(period, session ?? null, [{ ...pastedFile(text, html), pasted: true }]),
    'import.skipFile': ({ session, file, skip }) =>
      sessionView(libraryOf(context), context.imports().skip(session, file, skip)),
    'import.preview': ({ session }) => previewSession(libraryOf(context), context.imports().get(session)),
    'import.commit': async ({ session, leaveErrors }) => {
      const library = libraryOf(context)
      const running = context.imports().get(session)
      const backup = await backupLibrary(library, '导入前')
      const outcomes = commitSession(library, running, leaveErrors)
      context.imports().discard(session)
      changed(context, running.period)
      return {
        batches: batchViews(
          library,
          outcomes.map((outcome) => outcome.batchId)
        ),
        backup: backup.name,
        rejected: outcomes.reduce((sum, outcome) => sum + outcome.left.length, 0),
        waiting: outcomes.some((outcome) => outcome.waiting)
      }
    },
    'import.discard': ({ session }) => {
      context.imports().discard(session)
      return {}
    }
  }
}
