import { availableParallelism } from 'node:os'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { loadFile, type LoadedFile, type ReadInput } from './loadFile.ts'
import { unpackAnalysis } from './packAnalysis.ts'
import { packWorkbook, unpackWorkbook } from './packWorkbook.ts'
import type { ReadStage, TextEncoding } from './readJob.ts'
import { DEFAULT_READ_LIMITS, DEFAULT_TIMEOUT_MS, type ReadLimits } from './readLimits.ts'
import type { Question } from './readMessages.ts'
import { cancelled, createReadThread, type ReadThread, type ThreadJob } from './readThread.ts'
import { workerEntry } from './workerEntry.ts'

export type { ImportNames, Question } from './readMessages.ts'

export interface ReadOptions {
  /** Default 30,000. Counts from the moment the thread takes the file, and anew when it begins to analyse. */
  timeoutMs?: number
  signal?: AbortSignal
  /** Used for this one call and kept nowhere. */
  password?: string
  /** Reads a text file in this encoding instead of the one that its bytes suggest. */
  encoding?: TextEncoding
  onProgress?(progress: { stage: ReadStage }): void
  limits?: Partial<ReadLimits>
}

export interface OpenedWorkbook {
  raw: RawWorkbook
  analysis: WorkbookAnalysis
  /** The file byte for byte; null above `keptBytes`. */
  original: Uint8Array<ArrayBuffer> | null
}

/** Two requests are worked on at a time; further ones wait in the order in which they came. */
export interface WorkbookReader {
  read(input: ReadInput, options?: ReadOptions): Promise<RawWorkbook>
  /** Reads a file and analyses it in the same thread. */
  open(input: ReadInput, question: Question, options?: ReadOptions): Promise<OpenedWorkbook>
  /** Analyses a workbook again, with other answers. */
  analyse(workbook: RawWorkbook, question: Question, options?: ReadOptions): Promise<WorkbookAnalysis>
  /** Ends the threads; requests under way fail as cancelled. */
  close(): Promise<void>
}

interface ReaderSettings {
  limits?: Partial<ReadLimits>
  /** Another thread entry; tests use one that hangs or dies. */
  entry?: URL
}

/** Reading 80 small workbooks takes half the time in two threads; more would leave nothing to the window. */
const THREADS = Math.min(2, availableParallelism())

/**
 * A reader that keeps its threads for many files: importing 80 workbooks starts two threads, not 80; the second only
 * when two files wait. A file that times out, is cancelled or kills its thread takes only itself along; the next one
 * gets a fresh thread.
 */
export function createWorkbookReader(settings: ReaderSettings = {}): WorkbookReader {
  const limits: ReadLimits = { ...DEFAULT_READ_LIMITS, ...settings.limits }
  const threads = Array.from({ length: THREADS }, () =>
    createReadThread(settings.entry ?? workerEntry(), limits.maxMemoryMb)
  )
  const idle = [...threads]
  const waiting: ((thread: ReadThread) => void)[] = []
  const closing = new AbortController()

  async function inTurn<T>(work: (thread: ReadThread) => Promise<T>): Promise<T> {
    const thread = idle.shift() ?? (await new Promise<ReadThread>((take) => waiting.push(take)))
    try {
      return await work(thread)
    } finally {
      const next = waiting.shift()
      // In front: the thread that has worked before has its code and the names at hand.
      if (next === undefined) idle.unshift(thread)
      else next(thread)
    }
  }

  function jobOf(options: ReadOptions): ThreadJob {
    return {
      timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      signal: AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])]),
      onStage: (stage) => options.onProgress?.({ stage })
    }
  }

  async function load(input: ReadInput, options: ReadOptions): Promise<LoadedFile> {
    const loaded = await loadFile(input, options.limits?.maxBytes ?? limits.maxBytes)
    stopIfCancelled(loaded.file, options)
    return loaded
  }

  function stopIfCancelled(file: string, options: ReadOptions): void {
    if (closing.signal.aborted || options.signal?.aborted === true) throw cancelled(file)
  }

  function askForFile(
    thread: ReadThread,
    { file, bytes }: LoadedFile,
    question: Question | null,
    options: ReadOptions
  ) {
    return thread.ask(
      {
        type: 'read',
        file,
        bytes,
        password: options.password,
        encoding: options.encoding,
        limits: { ...limits, ...options.limits },
        question: question && thread.questionFor(question)
      },
      jobOf(options),
      [bytes.buffer]
    )
  }

  return {
    read(input, options = {}) {
      return inTurn(async (thread) => {
        const { workbook } = await askForFile(thread, await load(input, options), null, options)
        return unpackWorkbook(workbook!)
      })
    },
    open(input, question, options = {}) {
      return inTurn(async (thread) => {
        const loaded = await load(input, options)
        // Before the buffer moves to the thread.
        const original = loaded.bytes.length > limits.keptBytes ? null : loaded.bytes.slice()
        const { workbook, analysis } = await askForFile(thread, loaded, question, options)
        return { raw: unpackWorkbook(workbook!), analysis: unpackAnalysis(analysis!), original }
      })
    },
    analyse(workbook, question, options = {}) {
      return inTurn(async (thread) => {
        const file = workbook.fileName
        stopIfCancelled(file, options)
        const { analysis } = await thread.ask(
          { type: 'analyse', file, workbook: packWorkbook(workbook), question: thread.questionFor(question) },
          jobOf(options)
        )
        return unpackAnalysis(analysis!)
      })
    },
    async close() {
      closing.abort()
      await Promise.all(threads.map((thread) => thread.discard()))
    }
  }
}
