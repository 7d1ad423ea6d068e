import { Worker } from 'node:worker_threads'
import { AppError } from '#shared/appError.ts'
import { fileError, tooComplex, unreadable } from './fileError.ts'
import type { ReadStage } from './readJob.ts'
import type { ImportNames, Question, SentQuestion, ThreadReply, ThreadRequest } from './readMessages.ts'

type Done = Extract<ThreadReply, { type: 'done' }>
/** Gives each kind of request without its number. */
type Numbered<T> = T extends unknown ? Omit<T, 'id'> : never

export interface ThreadJob {
  timeoutMs: number
  signal: AbortSignal
  onStage: (stage: ReadStage) => void
}

export type ReadThread = ReturnType<typeof createReadThread>

export function cancelled(file: string): AppError {
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

/**
 * One thread for many requests, asked one at a time. One that times out, is cancelled or dies is replaced by the next
 * request.
 */
export function createReadThread(entry: URL, maxMemoryMb: number) {
  let worker: Worker | null = null
  /** What the running thread was last given. */
  let known: ImportNames | null = null
  let nextId = 1

  function start(): Worker {
    if (worker === null) {
      worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb } })
      known = null
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

  return {
    discard,
    /** A question without the names that the thread has already: they can be as long as a workbook. */
    questionFor({ names, fixes }: Question): SentQuestion {
      start()
      const sent = known === names ? null : names
      known = names
      return { names: sent, fixes }
    },
    ask(
      request: Numbered<ThreadRequest>,
      { timeoutMs, signal, onStage }: ThreadJob,
      transfer: ArrayBuffer[] = []
    ): Promise<Done> {
      const id = nextId++
      const thread = start()
      const { file } = request
      return new Promise((resolve, reject) => {
        const finish = (settle: () => void): void => {
          clearTimeout(timer)
          signal.removeEventListener('abort', abort)
          thread.off('message', take).off('error', die).off('exit', die)
          settle()
        }
        const fail = (error: AppError): void => finish(() => void discard().then(() => reject(error)))
        const abort = (): void => fail(cancelled(file))
        const die = (cause: unknown): void => fail(crashed(file, cause))
        const late = (): void => fail(timedOut(file, timeoutMs))
        let timer = setTimeout(late, timeoutMs)
        const take = (reply: ThreadReply): void => {
          if (reply.id !== id) return
          if (reply.type === 'stage') {
            onStage(reply.stage)
            // Understanding a file has as long as reading it.
            if (reply.stage === '识别内容') {
              clearTimeout(timer)
              timer = setTimeout(late, timeoutMs)
            }
            return
          }
          thread.unref()
          finish(() => {
            if (reply.type === 'done') resolve(reply)
            else reject(new AppError(reply.code, reply.message, reply.details))
          })
        }
        signal.addEventListener('abort', abort)
        thread.on('message', take).on('error', die).on('exit', die)
        thread.postMessage({ ...request, id }, transfer)
      })
    }
  }
}
