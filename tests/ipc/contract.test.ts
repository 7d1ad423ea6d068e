import { describe, expect, it } from 'vitest'
import { allHandlers } from '#electron/ipc/handlers/all.ts'
import type { HandlerContext } from '#electron/ipc/handlerContext.ts'
import { contract } from '#shared/ipc/contract.ts'

describe('the contract', () => {
  it('has one handler for every route, and no handler more', () => {
    const handlers = allHandlers({ holder: {} } as unknown as HandlerContext)
    expect(Object.keys(handlers).sort()).toEqual(Object.keys(contract).sort())
  })

  it('names routes area.action', () => {
    for (const name of Object.keys(contract)) expect(name).toMatch(/^[a-z][a-zA-Z]*\.[a-zA-Z]+$/)
  })
})
