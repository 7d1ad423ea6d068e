import { forgetMemory, memoryViews } from '../../services/importing/memory.ts'
import { libraryOf, type HandlerContext } from '../handlerContext.ts'
import type { Handlers } from '../router.ts'

type MemoryHandlers = Pick<Handlers, Extract<keyof Handlers, `memory.${string}`>>

export function memoryHandlers(context: HandlerContext): MemoryHandlers {
  return {
    'memory.list': () => memoryViews(libraryOf(context)),
    'memory.forget': ({ id }) => {
      forgetMemory(libraryOf(context), id)
      return {}
    }
  }
}
