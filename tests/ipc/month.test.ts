import { expect, it } from 'vitest'
import { loadScheme } from '#electron/services/schemes.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { CLEAR_Q3, enter, officeScheme } from '../helpers/smallQuarter.ts'
import { openBackend } from '../helpers/openBackend.ts'

const PERIOD = '2026Q3'

it('shows a month of the quarter by its own targets, and saves nothing', async () => {
  const { holder, reader, events, ask } = openBackend()
  const monthOf = async (month: number): Promise<ResultSet> => {
    const answer = await ask('ranking.month', { period: PERIOD, month })
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.data
  }
  const targetsOf = (results: ResultSet): (string | null)[] =>
    results.races[0]!.groups[0]!.units.map((unit) => unit.dimensions[0]!.indicators[0]!.target)
  try {
    await ask('app.create', { with: 'EMPTY' })
    const library = holder.library()
    loadScheme(library, officeScheme(), PERIOD)
    for (const [unit, [output, mark]] of Object.entries(CLEAR_Q3)) {
      enter(library, PERIOD, unit, 'output', 'actual', output!)
      enter(library, PERIOD, unit, 'mark', 'score', mark!)
    }
    const before = events.length
    const august = await monthOf(8)
    expect(august.month).toBe(8)
    expect(new Set(targetsOf(august)).size).toBe(1)
    // 50 at the end of June and 75 at the end of September: two of three months later it is 66.67.
    expect(Number(targetsOf(august)[0])).toBeCloseTo(50 + (25 * 2) / 3, 6)
    expect(targetsOf(await monthOf(9))).toEqual(['75', '75', '75', '75'])

    expect(events).toHaveLength(before)
    expect(await ask('ranking.get', { period: PERIOD })).toMatchObject({ ok: true, data: { results: null } })

    expect(await ask('ranking.month', { period: PERIOD, month: 10 })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', message: '10月不在2026年第三季度里。' }
    })
    expect(await ask('ranking.month', { period: PERIOD, month: 13 })).toMatchObject({ ok: false })
  } finally {
    await reader.close()
    holder.close()
  }
})
