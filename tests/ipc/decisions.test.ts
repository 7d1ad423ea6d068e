import { describe, expect, it } from 'vitest'
import { freeze, officeWorkspace } from '../helpers/smallQuarter.ts'
import { windowOn } from '../helpers/windowOn.ts'

const period = '2026Q3'

const TIE = {
  period,
  subject: { type: 'TIE' as const, race: 'main', group: 'g', order: ['b', 'a'] },
  basis: '会议纪要',
  decidedBy: '领导小组',
  date: '2026-10-08'
}

describe('decisions and revisions through the window’s requests', () => {
  it('records, lists, revokes; compares and verifies what was frozen; archives', async () => {
    const workspace = await officeWorkspace()
    const { ask, send, events } = windowOn(workspace)
    const { id } = await ask('decision.add', TIE)
    expect(events).toEqual([{ event: 'changed', period }])
    expect(await send('decision.add', TIE)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    expect(await send('decision.add', { ...TIE, basis: ' ' })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', message: '请写明依据' }
    })
    const first = await freeze(workspace, period)
    expect(await send('decision.revoke', { id, reason: '反悔' })).toMatchObject({
      ok: false,
      error: { code: 'PERIOD_FROZEN' }
    })
    await ask('period.reopen', { period, reason: '裁定有误' })
    await ask('decision.revoke', { id, reason: '裁定有误' })
    await ask('decision.add', { ...TIE, subject: { ...TIE.subject, order: ['a', 'b'] } })
    expect((await ask('decision.list', { period })).map((entry) => entry.revoked === null)).toEqual([
      true,
      false
    ])
    const second = await freeze(workspace, period)

    expect((await ask('revision.list', { period })).map((head) => head.snapshot)).toEqual([first, second])
    const diff = await ask('revision.compare', { period, before: first, after: second })
    expect(diff.standings).toHaveLength(2)
    expect((await ask('revision.compare', { period, before: second, after: null })).inputs).toEqual([])
    for (const snapshot of [first, second])
      expect(await ask('revision.verify', { snapshot })).toMatchObject({ ok: true, differences: [] })

    expect(await send('period.archive', { period })).toMatchObject({
      ok: false,
      error: { code: 'PERIOD_STATE' }
    })
    await ask('period.publish', { period })
    expect((await ask('period.archive', { period })).state).toBe('archived')
  }, 60_000)
})
