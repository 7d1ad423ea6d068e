import { contract, type RouteInput, type RouteName, type RouteOutput } from '#shared/ipc/contract.ts'
import type { Envelope, ErrorEnvelope } from '#shared/ipc/define.ts'
import type { AppEvent, PreloadApi } from '#shared/ipc/events.ts'

export type Handlers = {
  [R in RouteName]?: (input: RouteInput<R>) => RouteOutput<R> | Promise<RouteOutput<R>>
}

/** Throw this in a handler to answer with an error envelope. */
export class Refusal extends Error {
  readonly envelope: ErrorEnvelope
  constructor(code: string, message: string, details: ErrorEnvelope['details'] = {}) {
    super(message)
    this.envelope = { code, message, details }
  }
}

export interface FakeApi extends PreloadApi {
  /** Every request so far, oldest first. */
  readonly calls: { route: string; input: unknown }[]
  readonly cancelled: string[]
  /** Inputs of one route. */
  inputsOf<R extends RouteName>(route: R): RouteInput<R>[]
  /** Replaces answers; the next request sees them. */
  set(handlers: Handlers): void
  /** Speaks as main. */
  emit(event: AppEvent): void
}

/**
 * Stands in for main behind `window.liangji`: inputs go through the contract's own schema, so that a test fails
 * when a screen asks something that main would refuse. Routes without a handler refuse by name.
 */
export function createFakeApi(initial: Handlers): FakeApi {
  let handlers = initial
  const listeners = new Set<(event: AppEvent) => void>()
  const calls: FakeApi['calls'] = []
  const cancelled: string[] = []

  async function answer(route: string, input: unknown): Promise<Envelope<unknown>> {
    calls.push({ route, input })
    const entry = contract[route as RouteName]
    const parsed = entry.input.safeParse(input)
    if (!parsed.success) throw new Error(`${route}: ${parsed.error.message}`)
    const handler = handlers[route as RouteName] as ((input: unknown) => unknown) | undefined
    try {
      if (handler === undefined) throw new Refusal('ROUTE_NOT_FOUND', `没有准备 ${route} 的回答`)
      return { ok: true, data: await handler(parsed.data) }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.envelope }
      throw error
    }
  }

  return {
    calls,
    cancelled,
    invoke: answer,
    cancel: (job) => void cancelled.push(job),
    on: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    inputsOf: <R extends RouteName>(route: R) =>
      calls.filter((item) => item.route === route).map((item) => item.input as RouteInput<R>),
    set: (more) => {
      handlers = { ...handlers, ...more }
    },
    emit: (event) => listeners.forEach((listener) => listener(event))
  }
}
