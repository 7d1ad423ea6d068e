import fc from 'fast-check'
import {
  compare,
  larger,
  minus,
  n,
  over,
  plus,
  smaller,
  times,
  type Fraction
} from '../../../../fixtures/sample/fraction.ts'
import {
  decimals,
  fullMark,
  given,
  isNumber,
  maybe,
  participants,
  poolOf,
  positive,
  present,
  REFUSED,
  scored,
  unless,
  type Oracle,
  type OracleCase,
  type OracleParticipant
} from '../oracleCase.ts'

const ZERO = n('0')
const TERMS = ['GDP', '生产性', '工业']

interface Correction {
  name: string
  against?: string
  factor?: string
  limit?: string
}

/** Composite of S5 and S6: (value + limited corrections) × difficulty coefficient. */
function composite({ params }: OracleCase, { unit, actual, ratings = [] }: OracleParticipant): Fraction {
  const read = (group: string, name: string): string | undefined =>
    ratings.find((entry) => entry.group === group && entry.name === name)?.value
  const corrections = ((params['corrections'] as Correction[] | undefined) ?? []).map((term) => {
    const value = read('', term.name)
    if (!isNumber(value)) return ZERO
    const against = term.against ?? read('对照', term.name)!
    const raw = times(minus(n(value), n(against)), n(term.factor ?? '1'))
    if (term.limit === undefined) return raw
    return larger(smaller(raw, n(term.limit)), minus(ZERO, n(term.limit)))
  })
  const coefficient = ((params['coefficients'] as { unit: string; factor: string }[] | undefined) ?? []).find(
    (entry) => entry.unit === unit
  )
  return times(corrections.reduce(plus, n(actual!)), n(coefficient?.factor ?? '1'))
}

/** 与最好的比 (S2, S5, S6): limits before the best is chosen; a negative composite scores 0, a best ≤ 0 has no answer (ambiguity 15). */
export const ratioToBest: Oracle = {
  kind: 'RATIO_TO_BEST',
  cases: fc.record({
    params: fc
      .record({
        negative: maybe(fc.constantFrom('ZERO', 'REFUSED')),
        coefficients: maybe(
          fc.uniqueArray(fc.record({ unit: fc.constantFrom('a', 'b', 'c'), factor: positive(2) }), {
            selector: (entry) => entry.unit,
            maxLength: 3
          })
        ),
        corrections: fc
          .tuple(
            ...TERMS.map((name) =>
              fc.record({
                name: fc.constant(name),
                against: maybe(decimals(0, 50, 0)),
                factor: maybe(fc.constantFrom('1.5', '0.15', '1')),
                limit: maybe(fc.constantFrom('5', '3'))
              })
            )
          )
          .map((terms) => terms.map(present))
      })
      .map(present),
    direction: fc.constant('UP' as const),
    measure: fc.constant('%'),
    fullMark,
    group: fc.constant('g'),
    participants: participants(
      fc.record({
        actual: given(decimals(-3, 70, 1)),
        ratings: fc
          .tuple(
            ...TERMS.map((name) =>
              fc
                .record({
                  value: fc.oneof(decimals(-20, 70, 1), fc.constant('NA')),
                  against: decimals(0, 50, 0)
                })
                .map((term) => [
                  { group: '', name, value: term.value },
                  { group: '对照', name, value: term.against }
                ])
            )
          )
          .map((terms) => terms.flat())
      }),
      6
    )
  }),
  solve(whole, own) {
    const open = unless(own.actual)
    if (open !== null) return open
    const best = poolOf(whole, own)
      .filter((entry) => isNumber(entry.actual))
      .map((entry) => composite(whole, entry))
      .reduce(larger)
    if (compare(best, ZERO) <= 0) return REFUSED
    if (whole.params['negative'] === 'REFUSED' && compare(composite(whole, own), ZERO) < 0) return REFUSED
    return scored(larger(over(times(composite(whole, own), n(whole.fullMark)), best), ZERO))
  }
}
