import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/appError.ts'
import { createRouter, type Handlers } from '#electron/ipc/router.ts'

function routerWith(handlers: Partial<Handlers>, blocked: string | null = null) {
  const unexpected: string[] = []
  const invoke = createRouter({
    handlers: handlers as Handlers,
    writeBlocked: () => blocked,
    onUnexpected: (route) => unexpected.push(route)
  })
  return { invoke, unexpected }
}

describe('the router', () => {
  it('hands the parsed input on and wraps the answer', async () => {
    const { invoke } = routerWith({
      'settings.audit': ({ limit }) => [{ at: '', who: '', what: String(limit), subject: '', reason: null }]
    })
    expect(await invoke('settings.audit', {})).toMatchObject({ ok: true, data: [{ what: '200' }] })
  })

  it.each(['constructor', 'toString', 'nothing.here', '__proto__'])('knows no route %s', async (route) => {
    expect(await routerWith({}).invoke(route, {})).toMatchObject({
      ok: false,
      error: { code: 'ROUTE_NOT_FOUND' }
    })
  })

  it('refuses input that does not fit before any handler runs', async () => {
    let ran = false
    const { invoke } = routerWith({
      'period.compute': () => {
        ran = true
        return { units: 0, ranked: 0, blocked: 0, problems: [] }
      }
    })
    expect(await invoke('period.compute', { period: '2026' })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED' }
    })
    expect(await invoke('period.compute', { period: '2026Q3', more: 1 })).toMatchObject({ ok: false })
    expect(ran).toBe(false)
  })

  it('refuses writing while a backup runs, and still reads', async () => {
    const { invoke } = routerWith({ 'period.list': () => [], 'settings.removeAlias': () => ({}) }, '正在备份')
    expect(await invoke('settings.removeAlias', { text: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'BUSY', message: '正在备份' }
    })
    expect(await invoke('period.list', {})).toEqual({ ok: true, data: [] })
  })

  it('passes expected failures with their code and hides the rest behind a sentence', async () => {
    const { invoke, unexpected } = routerWith({
      'period.list': () => {
        throw new AppError('PERIOD_FROZEN', '已冻结。', { place: { file: 'a.xlsx' } })
      },
      'settings.get': () => {
        throw new TypeError('x is not a function')
      }
    })
    expect(await invoke('period.list', {})).toEqual({
      ok: false,
      error: { code: 'PERIOD_FROZEN', message: '已冻结。', details: { place: { file: 'a.xlsx' } } }
    })
    const answer = await invoke('settings.get', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
    expect(JSON.stringify(answer)).not.toContain('at ')
    expect(unexpected).toEqual(['settings.get'])
  })
})
