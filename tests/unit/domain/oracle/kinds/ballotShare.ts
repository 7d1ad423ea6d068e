import fc from 'fast-check'
import { compare, n, over, plus, times, total } from '../../../../fixtures/sample/fraction.ts'
import { fullMark, maybe, param, participants, present, REFUSED, scored, type Oracle } from '../oracleCase.ts'

const OPTIONS = [
  { name: '优秀', weight: '100' },
  { name: '良好', weight: '80' },
  { name: '一般', weight: '60' },
  { name: '较差', weight: '40' }
]
interface Weighted {
  name: string
  weight: string
}

const votes = (group: string) =>
  fc.tuple(...[...OPTIONS, { name: '不了解' }].map(() => fc.nat(30))).map((counts) =>
    counts.map((count, index) => ({
      group,
      name: [...OPTIONS.map((option) => option.name), '不了解'][index]!,
      value: String(count)
    }))
  )

/** Ballots (S27, S28; groups S32): points of the votes over the valid votes, by weight of the evaluator groups. */
export const ballotShare: Oracle = {
  kind: 'BALLOT_SHARE',
  cases: fc.boolean().chain((grouped) =>
    fc.record({
      params: fc
        .record({
          options: fc.constant(OPTIONS),
          invalid: fc.constant([{ name: '不了解' }]),
          scale: maybe(fc.constant('100')),
          groups: fc.constant(
            grouped
              ? [
                  { name: '领导', weight: '20' },
                  { name: '职工', weight: '40' },
                  { name: '考核组', weight: '40' }
                ]
              : undefined
          )
        })
        .map(present),
      direction: fc.constant('UP' as const),
      measure: fc.constant('票'),
      fullMark,
      group: fc.constant('g'),
      participants: participants(
        fc.tuple(...(grouped ? ['领导', '职工', '考核组'] : ['']).map(votes), fc.nat(9)).map((parts) => {
          const lists = parts.slice(0, -1) as { group: string; name: string; value: string }[][]
          // Now and then an option has no number at all: nothing may be guessed then.
          return { ratings: lists.flat().slice(parts.at(-1) === 0 ? 1 : 0) }
        })
      )
    })
  ),
  solve({ params, fullMark: full }, { ratings = [] }) {
    const groups = (params['groups'] as Weighted[] | undefined) ?? [{ name: '', weight: '1' }]
    const means = []
    for (const group of groups) {
      const own = ratings.filter((entry) => entry.group === group.name)
      const counts = OPTIONS.map((option) => own.find((entry) => entry.name === option.name)?.value)
      if (counts.some((count) => count === undefined)) return { status: 'MISSING' }
      const valid = counts.map((count) => n(count!)).reduce(plus)
      if (compare(valid, n('0')) === 0) return REFUSED
      const points = total(counts.map((count, index) => times(n(count!), n(OPTIONS[index]!.weight))))
      means.push({ weight: n(group.weight), mean: over(points, valid) })
    }
    const mean = over(
      total(means.map((entry) => times(entry.mean, entry.weight))),
      total(means.map((entry) => entry.weight))
    )
    return scored(over(times(mean, n(full)), n(param(params, 'scale', '100'))))
  }
}
