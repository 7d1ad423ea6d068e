import { AppError, isAppError } from '#shared/appError.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import type { ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { TextEncoding } from '#shared/ipc/importViews.ts'
import { listAliases } from '#db/repos/organisationRepo.ts'
import type { ImportNames, ReadOptions, WorkbookReader } from '../../workbook/workbookReader.ts'
import type { Library } from '../library.ts'
import { versionOf } from '../schemes.ts'
import { catalogueOf } from './catalogueOf.ts'
import { knowledgeOf } from './knowledgeOf.ts'
import type { SessionFile } from './session.ts'

export interface ReadingJob {
  signal?: AbortSignal
  progress?: (label: string, done: number, total: number) => void
}

type HowToRead = Pick<ReadOptions, 'password' | 'encoding'>

/** Reads and analyses the files of imports. All heavy work is in the reader's thread; nothing here waits for a file. */
export function createFileReading(library: Library, reader: WorkbookReader) {
  let last: { key: string; names: ImportNames } | null = null

  /** The same object as long as nothing changed, so that the thread is not given it again and again. */
  function names(period: PeriodKey): ImportNames {
    const scheme = versionOf(library, period).definition
    const aliases = listAliases(library.db)
    const knowledge = knowledgeOf(library, period)
    const key = JSON.stringify([period, scheme, aliases, knowledge])
    if (last?.key !== key) {
      last = { key, names: { catalogue: catalogueOf(scheme, period, aliases), knowledge } }
    }
    return last.names
  }

  /** Works on the files two at a time, in order, telling how many are done. */
  async function inLanes(
    files: readonly SessionFile[],
    { signal, progress }: ReadingJob,
    work: (file: SessionFile, options: ReadOptions) => Promise<void>
  ): Promise<void> {
    const waiting = files.values()
    let done = 0
    const lane = async (): Promise<void> => {
      for (const file of waiting) {
        const tell = (label: string): void => progress?.(label, done, files.length)
        tell(file.name)
        await work(file, {
          ...(signal === undefined ? {} : { signal }),
          onProgress: ({ stage }) => tell(`${file.name} · ${stage}`)
        })
        done++
      }
    }
    await Promise.all([lane(), lane()])
  }

  /** The file's content from its source, or why it has none. Throws only when cancelled. */
  async function open(
    known: ImportNames,
    file: SessionFile,
    options: ReadOptions
  ): Promise<Pick<SessionFile, 'raw' | 'analysis' | 'original' | 'bytes' | 'error'> | AppError> {
    try {
      const opened = await reader.open(file.source, { names: known, fixes: file.fixes }, options)
      return { ...opened, bytes: opened.raw.bytes, error: null }
    } catch (error) {
      if (!isAppError(error) || error.code === 'CANCELLED') throw error
      return error
    }
  }

  return {
    names,
    /** Reads files; what is wrong with one stays with it. Throws only when cancelled, or when there is no scheme. */
    async readAll(period: PeriodKey, files: readonly SessionFile[], job: ReadingJob): Promise<void> {
      const known = names(period)
      await inLanes(files, job, async (file, options) => {
        const result = await open(known, file, options)
        if (isAppError(result)) file.error = result
        else Object.assign(file, result)
      })
    },
    /**
     * Reads one file again.
     * @throws why it could not be read, where it had been read before; the file then stays as it was
     */
    async readAgain(
      period: PeriodKey,
      file: SessionFile,
      how: { password?: string; encoding?: TextEncoding },
      job: ReadingJob
    ): Promise<void> {
      checkReadAgain(file, how)
      const encoding = how.encoding ?? file.encoding
      const options: HowToRead = {
        ...(how.password === undefined ? {} : { password: how.password }),
        ...(encoding === null ? {} : { encoding })
      }
      const known = names(period)
      await inLanes([file], job, async (_file, lane) => {
        const result = await open(known, file, { ...lane, ...options })
        if (!isAppError(result)) Object.assign(file, result, { encoding })
        else if (file.raw === null) file.error = result
        else throw result
      })
    },
    /** Files with other answers; those without content are left out. */
    async analyse(
      period: PeriodKey,
      files: readonly { file: SessionFile; fixes: ImportFixes }[],
      job: ReadingJob
    ): Promise<Map<SessionFile, WorkbookAnalysis>> {
      const analyses = new Map<SessionFile, WorkbookAnalysis>()
      const fixesOf = new Map(files.map(({ file, fixes }) => [file, fixes]))
      const known = names(period)
      await inLanes([...fixesOf.keys()], job, async (file, options) => {
        if (file.raw === null) return
        const question = { names: known, fixes: fixesOf.get(file)! }
        analyses.set(file, await reader.analyse(file.raw, question, options))
      })
      return analyses
    }
  }
}

/** Refuses what would change nothing, with the reason. */
function checkReadAgain(file: SessionFile, how: { password?: string; encoding?: TextEncoding }): void {
  const place = { file: file.name }
  if (how.encoding !== undefined) {
    if (file.raw !== null && file.raw.encoding === undefined)
      throw new AppError('VALIDATION_FAILED', '这不是文本文件，不需要选择编码。', { place })
  } else if (how.password !== undefined) {
    if (file.error?.code !== 'FILE_ENCRYPTED')
      throw new AppError('VALIDATION_FAILED', '这个文件没有打开密码，不需要输入密码。', { place })
  } else if (!('path' in file.source)) {
    throw new AppError('VALIDATION_FAILED', '这张表是拖进来或粘贴的，不能从原处重新读取。', {
      place,
      action: '请重新拖入或粘贴。'
    })
  }
}
