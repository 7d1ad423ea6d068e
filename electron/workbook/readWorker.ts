import { parentPort } from 'node:worker_threads'
import { isAppError } from '#shared/appError.ts'
import { unreadable } from './fileError.ts'
import { packWorkbook } from './packWorkbook.ts'
import { readBytes } from './readBytes.ts'
import type { ReadReply, ReadRequest } from './readMessages.ts'

// The library reports odd records on the console; in a command line's output that is noise.
for (const level of ['log', 'warn', 'error'] as const) console[level] = () => undefined

/** The reading thread: one file after another, each answered with a workbook or a named failure. */
async function answer(request: ReadRequest): Promise<void> {
  const { id, ...job } = request
  const reply = (message: ReadReply, transfer: ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, transfer)
  try {
    const workbook = await readBytes(job, (stage) => reply({ id, type: 'stage', stage }))
    const packed = packWorkbook(workbook)
    reply({ id, type: 'done', workbook: packed.workbook }, packed.transfer)
  } catch (error) {
    // Whatever a library throws over a broken file is a broken file to the clerk.
    const known = isAppError(error) ? error : unreadable(request.file, error)
    reply({ id, type: 'failed', code: known.code, message: known.message, details: known.details })
  }
}

parentPort?.on('message', (request: ReadRequest) => void answer(request))
