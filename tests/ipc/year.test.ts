import { expect, it } from 'vitest'
import { heldQuarter } from '../helpers/quarters.ts'
import { openBackend } from '../helpers/openBackend.ts'
import { yearScheme } from '../unit/domain/period/yearBuild.ts'

it('lists, shows and freezes the year through the window’s own requests', async () => {
  const { holder, reader, events, ask } = openBackend()
  try {
    expect(await ask('app.create', { with: 'EMPTY' })).toMatchObject({ ok: true })
    expect(await ask('year.list', {})).toEqual({ ok: true, data: [] })
    const which = { year: 2026, span: 'H1' } as const
    expect(await ask('year.get', which)).toMatchObject({ ok: false, error: { code: 'SCHEME_MISSING' } })

    const scheme = yearScheme({ units: ['a', 'b'] })
    await heldQuarter(holder.library(), scheme, '2026Q1', { a: '88', b: '91' })
    expect(await ask('year.freeze', which)).toMatchObject({ ok: false, error: { code: 'FREEZE_BLOCKED' } })
    await heldQuarter(holder.library(), scheme, '2026Q2', { a: '90', b: '92' })
    expect(await ask('year.list', {})).toEqual({ ok: true, data: [2026] })
    expect(await ask('year.get', which)).toMatchObject({ ok: true, data: { snapshot: null } })

    const frozen = await ask('year.freeze', { ...which, reason: '半年通报' })
    expect(frozen).toMatchObject({ ok: true, data: { snapshot: { by: '考核办' }, result: { open: [] } } })
    expect(await ask('year.get', which)).toEqual(frozen)
    expect(events.at(-1)).toEqual({ event: 'changed', period: null })
    expect(await ask('year.get', { ...which, year: 26 })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED' }
    })
  } finally {
    await reader.close()
    holder.close()
  }
})
