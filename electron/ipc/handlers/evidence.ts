import { AppError } from '#shared/appError.ts'
import {
  addEvidence,
  checkEvidence,
  evidenceOf,
  evidencePath,
  removeEvidence,
  replaceEvidence,
  restoreEvidence,
  type EvidenceJob
} from '../../services/evidence/evidence.ts'
import { changed, libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type EvidenceHandlers = Pick<Handlers, Extract<keyof Handlers, `evidence.${string}`>>

export function evidenceHandlers(context: HandlerContext): EvidenceHandlers {
  const after = <T>(result: T): T => {
    changed(context, null)
    return result
  }
  const run = <T>(name: string, work: (job: EvidenceJob) => Promise<T>): Promise<T> =>
    context.jobs.run(name, (job) =>
      work({ signal: job.signal, progress: (label, done, total) => job.progress(label, done, total) })
    )
  // A job of a name stops the one before: files that are dropped while others are being copied wait instead.
  let copying: Promise<unknown> = Promise.resolve()
  const copy = <T>(work: (job: EvidenceJob) => Promise<T>): Promise<T> => {
    const next = copying.then(() => run('evidence', work))
    copying = next.catch(() => undefined)
    return next
  }
  return {
    'evidence.list': ({ subject, subjectId }) => evidenceOf(libraryOf(context), subject, subjectId),
    'evidence.pick': async ({ subject, subjectId }) => {
      const paths = await context.desktop.pickEvidence(true)
      if (paths.length === 0) return null
      const sources = paths.map((path) => ({ path }))
      return after(await copy((job) => addEvidence(libraryOf(context), subject, subjectId, sources, job)))
    },
    'evidence.drop': async ({ subject, subjectId, files }) =>
      after(await copy((job) => addEvidence(libraryOf(context), subject, subjectId, files, job))),
    'evidence.open': async ({ id }) => {
      const failure = await context.desktop.openFile(evidencePath(libraryOf(context), id, 'OPEN'))
      if (failure !== null)
        throw new AppError('FILE_UNREADABLE', '打不开这份佐证材料。', {
          action: '请确认装有能打开它的程序，或在文件夹里查看。',
          technical: failure
        })
      return {}
    },
    'evidence.showInFolder': ({ id }) => {
      context.desktop.showInFolder(evidencePath(libraryOf(context), id, 'SHOW'))
      return {}
    },
    'evidence.remove': ({ id }) => after(removeEvidence(libraryOf(context), id)),
    'evidence.restore': ({ id }) => after(restoreEvidence(libraryOf(context), id)),
    'evidence.replace': async ({ id }) => {
      const [path] = await context.desktop.pickEvidence(false)
      if (path === undefined) return null
      return after(await copy((job) => replaceEvidence(libraryOf(context), id, path, job)))
    },
    'evidence.check': () => run('evidenceCheck', (job) => checkEvidence(libraryOf(context), job))
  }
}
