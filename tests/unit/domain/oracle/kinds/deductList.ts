import fc from 'fast-check'
import {
  compare,
  larger,
  minus,
  n,
  over,
  smaller,
  times,
  total
} from '../../../../fixtures/sample/fraction.ts'
import {
  fullMark,
  maybe,
  param,
  participants,
  positive,
  present,
  REFUSED,
  scored,
  type Oracle,
  type OracleCase
} from '../oracleCase.ts'

interface Item {
  name: string
  points: string
  cap?: string
}
interface Factor {
  name: string
  factor: string
}
type Event = { group: string; name: string; value: string }

const EVENTS = ['缺席', '迟报', '通报']

function factorOf({ params }: OracleCase, unit: string, group: string) {
  const circumstance = ((params['multipliers'] as Factor[] | undefined) ?? []).find(
    (entry) => entry.name === group
  )
  const own = ((params['unitMultipliers'] as { unit: string; factor: string }[] | undefined) ?? []).find(
    (entry) => entry.unit === unit
  )
  return times(n(circumstance?.factor ?? '1'), n(own?.factor ?? '1'))
}

/** 扣分制 (S19, S20): multipliers before an item's cap (ambiguity 14); nothing reported is the full mark (ambiguity 4). */
export const deductList: Oracle = {
  kind: 'DEDUCT_LIST',
  cases: fc.record({
    params: fc
      .record({
        start: maybe(fc.constantFrom('100', '20')),
        items: fc
          .tuple(...EVENTS.map(() => fc.record({ points: positive(9), cap: maybe(positive(20)) })))
          .map((items) => items.map((item, index) => present({ name: EVENTS[index], ...item }))),
        multipliers: maybe(fc.constant([{ name: '隐瞒', factor: '2' }])),
        unitMultipliers: maybe(fc.constant([{ unit: 'a', factor: '2' }])),
        minimum: maybe(fc.constantFrom('0', '3')),
        noRecord: maybe(fc.constantFrom('FULL_MARK', 'MISSING')),
        capOrder: maybe(fc.constantFrom('MULTIPLIER_FIRST', 'CAP_FIRST'))
      })
      .map(present),
    direction: fc.constant('UP' as const),
    measure: fc.constant('次'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        ratings: fc.uniqueArray(
          fc.record({
            group: fc.constantFrom('', '', '', '隐瞒'),
            name: fc.constantFrom(...EVENTS, ...EVENTS, ...EVENTS, '旷工'),
            value: fc.oneof(
              { weight: 12, arbitrary: fc.nat(4).map(String) },
              { weight: 1, arbitrary: fc.constantFrom('1.5', '-1', 'MISSING') }
            )
          }),
          { selector: (event) => `${event.group}/${event.name}`, maxLength: 3 }
        )
      })
    )
  }),
  solve(whole, { unit, ratings = [] }) {
    const { params } = whole
    const items = params['items'] as Item[]
    const circumstances = (params['multipliers'] as Factor[] | undefined) ?? []
    const wrong = (event: Event): boolean =>
      !items.some((item) => item.name === event.name) ||
      (event.group !== '' && !circumstances.some((entry) => entry.name === event.group)) ||
      (event.value !== 'MISSING' && (event.value.startsWith('-') || event.value.includes('.')))
    if (ratings.length === 0 && params['noRecord'] === 'MISSING') return { status: 'MISSING' }
    if (ratings.some(wrong)) return REFUSED
    if (ratings.some((event) => event.value === 'MISSING')) return { status: 'MISSING' }
    const taken = items.map((item) => {
      const own = ratings.filter((event) => event.name === item.name)
      const plain = total(own.map((event) => times(n(event.value), n(item.points))))
      const multiplied = total(
        own.map((event) => times(times(n(event.value), n(item.points)), factorOf(whole, unit, event.group)))
      )
      if (item.cap === undefined) return multiplied
      if (params['capOrder'] !== 'CAP_FIRST') return smaller(multiplied, n(item.cap))
      // The cap takes the same share off every event before each is multiplied by its own factor.
      return compare(plain, n(item.cap)) <= 0 ? multiplied : times(multiplied, over(n(item.cap), plain))
    })
    const start = n(param(params, 'start', whole.fullMark))
    const left = larger(minus(start, total(taken)), n(param(params, 'minimum', '0')))
    return compare(start, n('0')) > 0 ? scored(over(times(left, n(whole.fullMark)), start)) : REFUSED
  }
}
