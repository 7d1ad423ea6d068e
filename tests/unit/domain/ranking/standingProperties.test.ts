import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from '#shared/domain/decision/decision.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { isVetoed } from '#shared/domain/decision/vetoesInForce.ts'
import type { ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { resultSet } from '#shared/domain/ranking/resultSet.ts'
import { decision, standTotals, veto, type Totals } from './standTotals.ts'

/** Totals on a coarse grid, so that ties are frequent, with vetoes, decisions, 缺报 and every choice of the rules. */
interface Case {
  totals: Totals
  groups: Record<string, string[]>
  vetoed: Record<string, string>
  ties: string[][]
  grades: Record<string, unknown>
  policies: Record<string, unknown>
}

const UNITS = Array.from({ length: 12 }, (_, index) => `u${index}`)
const KINDS = [
  { code: 'exclude_from_award', name: '不评优', effects: ['EXCLUDE_FROM_AWARD'] },
  { code: 'grade_cap', name: '封顶', effects: ['GRADE_CAP'], gradeCap: '达标' },
  { code: 'grade_drop', name: '降等', effects: ['GRADE_DROP'] },
  { code: 'score_zero', name: '记零', effects: ['SCORE_ZERO'] },
  { code: 'rank_last', name: '末位', effects: ['RANK_LAST'] },
  { code: 'no_rank', name: '不排名', effects: ['NO_RANK'] }
]

const anyCase: fc.Arbitrary<Case> = fc.record({
  totals: fc
    .array(fc.option(fc.integer({ min: 150, max: 200 }), { freq: 12 }), { minLength: 12, maxLength: 12 })
    .map((marks) =>
      Object.fromEntries(
        UNITS.map((unit, index) => {
          const mark = marks[index]
          return [
            unit,
            mark == null
              ? null
              : dec(Math.floor(mark / 4))
                  .times(2)
                  .toFixed()
          ]
        })
      )
    ),
  groups: fc.integer({ min: 1, max: 11 }).map((cut) => ({ g: UNITS.slice(0, cut), h: UNITS.slice(cut) })),
  vetoed: fc.dictionary(fc.constantFrom(...UNITS), fc.constantFrom(...KINDS.map((kind) => kind.code)), {
    maxKeys: 3
  }),
  ties: fc.array(fc.shuffledSubarray(UNITS, { minLength: 2 }), { maxLength: 2 }),
  grades: fc.record({
    levels: fc.constantFrom(
      [{ name: '优秀', percent: '15' }, { name: '良好', percent: '20' }, { name: '达标' }],
      [
        { name: '优秀', percent: '30', atLeast: '90' },
        { name: '良好', places: 2, atLeast: '80' },
        { name: '达标' }
      ],
      [{ name: '优秀', places: 3 }, { name: '良好', atLeast: '85' }, { name: '达标' }]
    ),
    of: fc.constantFrom('GROUP', 'ALL'),
    rounding: fc.constantFrom('FLOOR', 'ROUND', 'CEIL'),
    straddle: fc.constantFrom('ALL_IN', 'ALL_OUT', 'DECIDE')
  }),
  policies: fc.record({ rankLast: fc.constantFrom('BY_TOTAL', 'TIED') })
})

function run({ totals, groups, vetoed, ties, grades, policies }: Case) {
  const decisions: Decision[] = [
    ...Object.entries(vetoed).map(([unit, kind], index) => veto(index + 1, unit, kind)),
    ...ties.map((order, index) => decision(100 + index, { type: 'TIE', race: 'r', group: '*', order }))
  ]
  return standTotals(
    totals,
    {
      groups,
      race: { grades, alsoRank: ['ALL'], boards: BOARDS },
      policies: { vetoes: true, ...policies },
      also: { vetoKinds: KINDS }
    },
    { decisions }
  ).result
}

const BOARDS = [
  { kind: 'RED_BLACK', code: 'rb', name: '红黑榜', first: 2, last: 2, fulfilled: '85' },
  { kind: 'TOPICS', code: 't', name: '红黄牌', first: 2, last: 1 },
  { kind: 'CALLED_IN', code: 'c', name: '约谈榜', last: 1 }
]
const unitsOf = (result: ResultSet): UnitResult[] => result.races[0]!.groups.flatMap((group) => group.units)
const isLast = (unit: UnitResult): boolean => unit.vetoes.some((entry) => entry.kind === 'rank_last')
const property = (check: (given: Case, result: ResultSet) => void): void =>
  fc.assert(
    fc.property(anyCase, (given) => check(given, run(given))),
    { numRuns: 60 }
  )

describe('places', () => {
  it('follow the totals: nobody with less stands before somebody with more, but for those put last', () => {
    property((_given, result) => {
      for (const { units } of result.races[0]!.groups) {
        const ranked = units.filter((unit) => unit.rank !== null)
        ranked.forEach((unit, index) => {
          const above = ranked[index - 1]
          if (above === undefined) return
          expect(unit.rank).toBeGreaterThanOrEqual(above.rank!)
          if (isLast(unit) === isLast(above)) {
            const tiedLast = isLast(unit) && unit.rank === above.rank
            const falls = dec(unit.total!.printed).lessThanOrEqualTo(dec(above.total!.printed))
            expect(falls || tiedLast).toBe(true)
          } else expect(isLast(unit)).toBe(true)
        })
      }
    })
  })

  it('are 1-2-2-4: one more than the number of units with a better place', () => {
    property((_given, result) => {
      for (const { units, rankedCount } of result.races[0]!.groups) {
        const ranks = units.flatMap((unit) => unit.rank ?? [])
        expect(ranks).toHaveLength(rankedCount)
        for (const unit of units) {
          if (unit.rank === null) continue
          expect(unit.rank).toBe(1 + ranks.filter((rank) => rank < unit.rank!).length)
          expect(unit.tied).toBe(ranks.filter((rank) => rank === unit.rank).length > 1)
        }
      }
    })
  })

  it('belong to ranked units only: NO_RANK and blocked ones have none', () => {
    property(({ vetoed, totals }, result) => {
      for (const unit of unitsOf(result)) {
        expect(unit.rank === null).toBe(totals[unit.unit] === null || vetoed[unit.unit] === 'no_rank')
      }
    })
  })
})

describe('grades', () => {
  it('give no more than the quota to units without a veto, except ALL_IN', () => {
    property(({ grades }, result) => {
      const units = new Map(unitsOf(result).map((unit) => [unit.unit, unit]))
      for (const { levels, undecided } of result.races[0]!.grades) {
        for (const { grade, places, members } of levels) {
          if (places === null) continue
          const taking = members.filter((code) => !isVetoed(units.get(code)!.vetoes))
          const waiting = undecided
            .filter((entry) => entry.grade === grade)
            .reduce((sum, entry) => sum + entry.places, 0)
          const surplus = grades['straddle'] === 'ALL_IN' ? tiedWith(taking, units) : 0
          expect(taking.length + waiting).toBeLessThanOrEqual(places + surplus)
        }
      }
    })
  })

  it('never put a unit with fewer points before one with more, among those without a veto', () => {
    property(({ grades }, result) => {
      const names = (grades['levels'] as { name: string }[]).map((level) => level.name)
      const fields = grades['of'] === 'ALL' ? [unitsOf(result)] : result.races[0]!.groups.map((g) => g.units)
      for (const units of fields) {
        const plain = units.filter((unit) => unit.grade !== null && unit.vetoes.length === 0)
        for (const a of plain) {
          for (const b of plain) {
            if (dec(a.total!.exact).lessThanOrEqualTo(dec(b.total!.exact))) continue
            expect(names.indexOf(a.grade!.grade)).toBeLessThanOrEqual(names.indexOf(b.grade!.grade))
          }
        }
      }
    })
  })

  it('name every ranked unit once: graded, or waiting for a decision', () => {
    property((_given, result) => {
      const tables = result.races[0]!.grades
      const named = [
        ...tables.flatMap((table) => table.levels.flatMap((level) => level.members)),
        ...tables.flatMap((table) => table.undecided.flatMap((entry) => entry.units))
      ]
      const ranked = unitsOf(result).filter((unit) => unit.rank !== null)
      expect([...named].sort()).toEqual(ranked.map((unit) => unit.unit).sort())
    })
  })
})

describe('the whole result', () => {
  it('fits its contract', () => {
    property((_given, result) => {
      expect(resultSet.safeParse(result).error).toBeUndefined()
    })
  })

  it('groups are independent: another group changes no place, and no grade by group', () => {
    property((given, result) => {
      const without = run({
        ...given,
        totals: Object.fromEntries(
          UNITS.map((unit) => [unit, given.groups['h']!.includes(unit) ? '1' : given.totals[unit]!])
        )
      })
      const view = (of: ResultSet) =>
        of.races[0]!.groups[0]!.units.map(({ unit, rank, total, grade, gapToFirst }) => ({
          unit,
          rank,
          total,
          gapToFirst,
          grade: given.grades['of'] === 'ALL' ? null : grade
        }))
      expect(view(without)).toEqual(view(result))
    })
  })

  it('the order of decisions and of units in groups changes nothing but the order inside ties', () => {
    fc.assert(
      fc.property(anyCase, fc.shuffledSubarray(UNITS, { minLength: UNITS.length }), (given, order) => {
        const totals = Object.fromEntries(order.map((unit) => [unit, given.totals[unit]!]))
        const vetoed = Object.fromEntries(Object.entries(given.vetoed).reverse())
        const view = (result: ResultSet) =>
          new Map(
            unitsOf(result)
              .map((unit): [string, unknown] => [
                unit.unit,
                { ...unit, deciding: null, vetoes: unit.vetoes.length, remarks: unit.remarks.length }
              ])
              .sort(([a], [b]) => (a < b ? -1 : 1))
          )
        expect(view(run({ ...given, totals, vetoed }))).toEqual(view(run(given)))
      }),
      { numRuns: 50 }
    )
  })
})

/** Units that share the place of the last one: what ALL_IN may give beyond the quota. */
function tiedWith(members: readonly string[], units: ReadonlyMap<string, UnitResult>): number {
  const totals = members.map((code) => units.get(code)!.total!.printed)
  return Math.max(0, ...totals.map((total) => totals.filter((other) => other === total).length - 1))
}
