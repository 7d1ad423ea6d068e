import { parentPort } from 'node:worker_threads'
import { isAppError } from '#shared/appError.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { unreadable } from './fileError.ts'
import { analysisBuffers, packAnalysis, type PackedAnalysis } from './packAnalysis.ts'
import { buffersOf, packWorkbook, unpackWorkbook } from './packWorkbook.ts'
import { readBytes } from './readBytes.ts'
import type { ImportNames, SentQuestion, ThreadReply, ThreadRequest } from './readMessages.ts'

// The library reports odd records on the console; in a command line's output that is noise.
for (const level of ['log', 'warn', 'error'] as const) console[level] = () => undefined

let names: ImportNames | null = null

function send(message: ThreadReply, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer)
}

function analyse(workbook: RawWorkbook, question: SentQuestion, id: number): PackedAnalysis {
  send({ id, type: 'stage', stage: '识别内容' })
  return packAnalysis(analyseWorkbook(workbook, names!.catalogue, question.fixes, names!.knowledge))
}

async function work(request: ThreadRequest): Promise<void> {
  const { id, question } = request
  if (question?.names != null) names = question.names
  if (request.type === 'analyse') {
    const analysis = analyse(unpackWorkbook(request.workbook), request.question, id)
    send({ id, type: 'done', workbook: null, analysis }, analysisBuffers(analysis))
    return
  }
  const read = await readBytes(request, (stage) => send({ id, type: 'stage', stage }))
  const analysis = question === null ? null : analyse(read, question, id)
  const workbook = packWorkbook(read)
  send({ id, type: 'done', workbook, analysis }, [
    ...buffersOf(workbook),
    ...(analysis === null ? [] : analysisBuffers(analysis))
  ])
}

/** The reading thread: one file after another, each answered with a workbook or a named failure. */
async function answer(request: ThreadRequest): Promise<void> {
  try {
    await work(request)
  } catch (error) {
    // Whatever a library throws over a broken file is a broken file to the clerk.
    const { code, message, details } = isAppError(error) ? error : unreadable(request.file, error)
    send({ id: request.id, type: 'failed', code, message, details })
  }
}

parentPort?.on('message', (request: ThreadRequest) => void answer(request))
