import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/appError.ts'
import type { RawWorkbook } from '#shared/domain/importing/rawWorkbook.ts'
import { fileError, tooComplex, unreadable } from './fileError.ts'
import { loadFile, type LoadedFile, type ReadInput } from './loadFile.ts'
import { unpackWorkbook } from './packWorkbook.ts'
import type { ReadStage } from './readJob.ts'
import { DEFAULT_READ_LIMITS, DEFAULT_TIMEOUT_MS, type ReadLimits } from './readLimits.ts'
import type { ReadReply, ReadRequest } from './readMessages.ts'
import { workerEntry } from './workerEntry.ts'

export interface ReadOptions {
  /** Default 30,000. Counts from the moment the thread takes the file. */
  timeoutMs?: number
  signal?: AbortSignal
  /** Used for this one call and kept nowhere. */
  password?: string
  onProgress?(progress: { stage: ReadStage }): void
  limits?: Partial<ReadLimits>
}

export interface WorkbookReader {
  /** Files wait for one another: the reader has one thread. */
  read(input: ReadInput, options?: ReadOptions): Promise<RawWorkbook>
  /** Ends the thread; a read under way fails as cancelled. */
  close(): Promise<void>
}

function cancelled(file: string): AppError {
  return fileError('CANCELLED', file, '已取消读取。', '')
}

function timedOut(file: string, ms: number): AppError {
  return fileError(
    'FILE_TIMEOUT',
    file,
    `文件太复杂，${Math.round(ms / 1000)} 秒内没有读完。`,
    '请把要导入的表格复制到一个新工作簿，保存后再导入。'
  )
}

function crashed(file: string, cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? tooComplex(file, '文件的内容太多，内存不够')
    : unreadable(file, cause)
}

interface ReaderSettings {
  limits?: Partial<ReadLimits>
  /** Another thread entry; tests use one that hangs or dies. */
  entry?: URL
}

/**
 * A reader that keeps one thread for many files: importing 80 workbooks starts one thread, not 80. A file that
 * times out, is cancelled or kills the thread takes only itself along; the next one gets a fresh thread.
 */
export function createWorkbookReader(settings: ReaderSettings = {}): WorkbookReader {
  const entry = settings.entry ?? workerEntry()
  const limits: ReadLimits = { ...DEFAULT_READ_LIMITS, ...settings.limits }
  let worker: Worker | null = null
  let nextId = 1
  let closed = false
  let tail: Promise<unknown> = Promise.resolve()
  const closing = new AbortController()

  function start(): Worker {
    if (worker === null) {
      worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryMb } })
      forgetWhenDead(worker)
    }
    worker.ref()
    return worker
  }

  /** A thread that dies between two files must neither take the program along nor be asked again. */
  function forgetWhenDead(thread: Worker): void {
    thread.on('error', () => undefined)
    thread.once('exit', () => {
      if (worker === thread) worker = null
    })
  }

  async function discard(): Promise<void> {
    const dying = worker
    worker = null
    await dying?.terminate()
  }

  function parse({ file, bytes }: LoadedFile, options: ReadOptions): Promise<RawWorkbook> {
    const id = nextId++
    const thread = start()
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS
    const stop = AbortSignal.any([closing.signal, ...(options.signal ? [options.signal] : [])])
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(timer)
        stop.removeEventListener('abort', abort)
        thread.off('message', take).off('error', die).off('exit', die)
        settle()
      }
      const fail = (error: AppError): void => finish(() => void discard().then(() => reject(error)))
      const abort = (): void => fail(cancelled(file))
      const die = (cause: unknown): void => fail(crashed(file, cause))
      const take = (reply: ReadReply): void => {
        if (reply.id !== id) return
        if (reply.type === 'stage') options.onProgress?.({ stage: reply.stage })
        else {
          thread.unref()
          finish(() => {
            if (reply.type === 'done') resolve(unpackWorkbook(reply.workbook))
            else reject(new AppError(reply.code, reply.message, reply.details))
          })
        }
      }
      const timer = setTimeout(() => fail(timedOut(file, timeoutMs)), timeoutMs)
      stop.addEventListener('abort', abort)
      thread.on('message', take).on('error', die).on('exit', die)
      const request: ReadRequest = {
        id,
        file,
        bytes,
        password: options.password,
        limits: { ...limits, ...options.limits }
      }
      thread.postMessage(request, [bytes.buffer])
    })
  }

  async function readNext(input: ReadInput, options: ReadOptions): Promise<RawWorkbook> {
    const loaded = await loadFile(input, options.limits?.maxBytes ?? limits.maxBytes)
    if (closed || options.signal?.aborted === true) throw cancelled(loaded.file)
    return parse(loaded, options)
  }

  return {
    read(input, options = {}) {
      const turn = tail.then(() => readNext(input, options))
      tail = turn.catch(() => undefined)
      return turn
    },
    async close() {
      closed = true
      closing.abort()
      await tail
      await discard()
    }
  }
}
