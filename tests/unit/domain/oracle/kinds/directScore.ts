import fc from 'fast-check'
import { average, compare, n, over, times, total } from '../../../../fixtures/sample/fraction.ts'
import {
  decimals,
  given,
  isNumber,
  maybe,
  param,
  participants,
  present,
  REFUSED,
  scored,
  unless,
  type Oracle,
  type OracleCase
} from '../oracleCase.ts'

const PROVIDERS = [
  { name: '园区', share: '70' },
  { name: '乡镇', share: '30' }
]

function outside({ params, fullMark }: OracleCase, mark: string): boolean {
  const most = param(params, 'max', param(params, 'outOf', fullMark))
  return compare(n(mark), n(param(params, 'min', '0'))) < 0 || compare(n(mark), n(most)) > 0
}

/** 直接打分 (S9 items 4 and 5): one mark, the mean of several, or each provider's by its share; out of range is no score. */
export const directScore: Oracle = {
  kind: 'DIRECT_SCORE',
  cases: fc.constantFrom('ONE', 'MEAN', 'SHARES').chain((how) =>
    fc.record({
      params: fc
        .record({
          min: maybe(fc.constantFrom('0', '2')),
          max: maybe(fc.constantFrom('15', '18')),
          outOf: maybe(fc.constantFrom('20', '100')),
          providers: fc.constant(how === 'SHARES' ? PROVIDERS : undefined)
        })
        .map(present),
      direction: fc.constant('UP' as const),
      measure: fc.constant('分'),
      fullMark: fc.constant('15'),
      group: fc.constant('g'),
      participants: participants(
        how === 'ONE'
          ? fc.record({ score: given(decimals(-1, 20, 1)) })
          : fc
              .array(given(decimals(1, 17, 1)), { minLength: 2, maxLength: how === 'SHARES' ? 2 : 4 })
              .map((marks) => ({
                ratings: marks.map((value, index) => ({
                  group: '',
                  name: how === 'SHARES' ? PROVIDERS[index]!.name : `评委${index}`,
                  value
                }))
              }))
      )
    })
  ),
  solve(whole, { score, ratings }) {
    const { params, fullMark } = whole
    const finish = (mark: ReturnType<typeof n>) =>
      scored(
        params['outOf'] === undefined ? mark : over(times(mark, n(fullMark)), n(params['outOf'] as string))
      )
    if (ratings === undefined) {
      const open = unless(score)
      if (open !== null) return open
      return outside(whole, score!) ? REFUSED : finish(n(score!))
    }
    const marks = ratings.filter((entry) => isNumber(entry.value))
    const none = { status: ratings.every((entry) => entry.value === 'NA') ? 'NA' : 'MISSING' } as const
    if (params['providers'] === undefined) {
      if (marks.some((entry) => outside(whole, entry.value))) return REFUSED
      return marks.length === 0 ? none : finish(average(marks.map((entry) => n(entry.value))))
    }
    for (const entry of ratings) {
      if (isNumber(entry.value) && outside(whole, entry.value)) return REFUSED
      if (entry.value === 'MISSING') return { status: 'MISSING' }
    }
    if (marks.length === 0) return none
    const share = (name: string) => n(PROVIDERS.find((provider) => provider.name === name)!.share)
    return finish(
      over(
        total(marks.map((entry) => times(n(entry.value), share(entry.name)))),
        total(marks.map((entry) => share(entry.name)))
      )
    )
  }
}
