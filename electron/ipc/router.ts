import { contract, type RouteName, type RouteOutput } from '#shared/ipc/contract.ts'
import type { Envelope } from '#shared/ipc/define.ts'
import { AppError } from '#shared/appError.ts'
import type { z } from 'zod'
import { toEnvelopeError } from './envelope.ts'

export type HandlerInput<R extends RouteName> = z.output<(typeof contract)[R]['input']>

/** One function per route of the contract, under the same name. */
export type Handlers = {
  [R in RouteName]: (input: HandlerInput<R>) => RouteOutput<R> | Promise<RouteOutput<R>>
}

export interface RouterOptions {
  handlers: Handlers
  /** Says in words why nothing may be written now (a backup or a restore runs), or null. */
  writeBlocked(): string | null
  onUnexpected(route: string, error: unknown): void
  /** Check what handlers return against the contract too: on in tests, off where it would only cost time. */
  checkOutput?: boolean
}

function known(route: string): route is RouteName {
  return Object.hasOwn(contract, route)
}

/**
 * Known route → input parsed → write routes refused while the database is being copied or swapped → handler →
 * envelope. Nothing else: what a route does stands in its handler.
 */
export function createRouter(options: RouterOptions) {
  return async function invoke(route: unknown, input: unknown): Promise<Envelope<unknown>> {
    const name = String(route)
    try {
      if (!known(name))
        throw new AppError('ROUTE_NOT_FOUND', '程序内部请求不存在，请重新启动亮绩赛马。', { route: name })
      const entry = contract[name]
      const parsed = entry.input.safeParse(input)
      if (!parsed.success) {
        throw new AppError('VALIDATION_FAILED', parsed.error.issues[0]?.message ?? '填写的内容不完整。', {
          issues: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
        })
      }
      const blocked = entry.kind === 'write' ? options.writeBlocked() : null
      if (blocked !== null) throw new AppError('BUSY', blocked)
      const handler = options.handlers[name] as (value: unknown) => unknown
      const data = await handler(parsed.data)
      return { ok: true, data: options.checkOutput === true ? entry.output.parse(data) : data }
    } catch (error) {
      if (!(error instanceof AppError)) options.onUnexpected(name, error)
      return { ok: false, error: toEnvelopeError(error) }
    }
  }
}
