import { describe, expect, it } from 'vitest'
import { reviewPlan, speakersOf } from '#shared/domain/cadence/reviewPlan.ts'
import {
  moveShow,
  showPages,
  startOf,
  type ShowMove
} from '../../../renderer/src/features/review/showPages.ts'
import { officeFacts } from '../../helpers/reportFacts.ts'

describe('the wall', () => {
  const { results, scheme } = officeFacts({ units: 8 })
  const order = scheme.units.map(({ code }) => code)
  const plan = reviewPlan.parse({})
  const pages = showPages({ results, plan, speakers: speakersOf(results, order, plan) })
  const after = (...moves: ShowMove[]) =>
    moves.reduce((state, move) => moveShow(pages, state, move), startOf(pages, null))

  it('turns the page only when nothing is covered any more, and goes back step by step', () => {
    const [board] = pages
    const steps = board!.kind === 'BOARD' ? board!.steps.length : 0
    const all = Array.from({ length: steps }, (): ShowMove => 'FORWARD')
    expect(after(...all)).toMatchObject({ page: 0 })
    expect(after(...all).revealed[0]).toBe(steps)
    expect(after(...all, 'FORWARD').page).toBe(1)
    expect(after(...all, 'BACK').revealed[0]).toBe(steps - 1)
    expect(after('ALL')).toEqual(after(...all))
    expect(after('BACK').page).toBe(0)
  })

  it('leaves out of the wall who is not to be named', () => {
    const quiet = reviewPlan.parse({ bottom: 'COUNT' })
    const [board] = showPages({ results, plan: quiet, speakers: [] })
    if (board?.kind !== 'BOARD') throw new Error('no board')
    expect(board.rest).toBeGreaterThan(0)
    expect(board.units.length + board.rest).toBe(board.group.rankedCount)
  })
})
