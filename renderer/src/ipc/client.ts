import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import type { Envelope, ErrorEnvelope } from '#shared/ipc/define.ts'
import type { AppEvent, PreloadApi } from '#shared/ipc/events.ts'

declare global {
  interface Window {
    liangji?: PreloadApi
  }
}

/** A refused request: `message` is a whole Chinese sentence, `details` may say where and what to do. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly code: string
  readonly details: ErrorEnvelope['details']

  constructor(error: ErrorEnvelope) {
    super(error.message)
    this.code = error.code
    this.details = error.details
  }
}

function api(): PreloadApi {
  if (!window.liangji) {
    throw new CallError({
      code: 'INTERNAL',
      message: '窗口没有连上程序主体。',
      details: { action: '请关掉窗口，重新打开本程序。' }
    })
  }
  return window.liangji
}

/**
 * Calls a route of the contract and unwraps its envelope.
 * @throws CallError when main refuses or fails
 */
export async function call<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
  const envelope = (await api().invoke(route, input)) as Envelope<RouteOutput<R>>
  if (envelope.ok) return envelope.data
  throw new CallError(envelope.error)
}

/** Listens to main. Returns the function that stops listening. */
export function onEvent(listener: (event: AppEvent) => void): () => void {
  return api().on(listener)
}

/** Asks main to stop a running job (id of its `progress` event). */
export function cancelJob(job: string): void {
  api().cancel(job)
}

/** Any thrown value as a CallError, so that screens have one kind of failure to show. */
export function toCallError(error: unknown): CallError {
  if (error instanceof CallError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new CallError({ code: 'INTERNAL', message: `程序内部出错：${reason}`, details: {} })
}
