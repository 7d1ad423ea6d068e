import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { resultSet } from '#shared/domain/ranking/resultSet.ts'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import {
  anyRace,
  GROUPS,
  itemOf,
  itemsOf,
  LISTED,
  numbersOf,
  runRace,
  UNITS,
  unitsOf,
  type Race
} from './anyRace.ts'
import { EVERY_KIND } from './everyKind.ts'

const few = { numRuns: 60 }
const plain = { missing: 'ZERO', notApplicable: 'RESCALE' } as const

it('leaves out no kind of the registry', () => {
  expect(Object.keys(EVERY_KIND).sort()).toEqual(RULE_KINDS.map((kind) => kind.kind).sort())
})

describe('races of all kinds of rules', () => {
  it('fit the contract, and the same input gives the same result', () => {
    fc.assert(
      fc.property(anyRace, (race) => {
        const result = runRace(race)
        expect(resultSet.parse(result)).toEqual(result)
        expect(runRace(race)).toEqual(result)
      }),
      { numRuns: 30 }
    )
  })

  it('the order of units changes no number and no rank', () => {
    fc.assert(
      fc.property(anyRace, fc.shuffledSubarray(UNITS, { minLength: UNITS.length }), (race, units) => {
        const groups = Object.fromEntries(
          Object.entries(GROUPS).map(([group, members]) => [
            group,
            units.filter((unit) => members.includes(unit))
          ])
        )
        expect(numbersOf(runRace(race, { units, groups }))).toEqual(numbersOf(runRace(race)))
      }),
      few
    )
  })

  it('the order of indicators and of dimensions changes no number and no rank', () => {
    fc.assert(
      fc.property(anyRace, (race) => {
        const turned = { ...race, items: [...race.items].reverse() }
        expect(numbersOf(runRace(turned))).toEqual(numbersOf(runRace(race)))
      }),
      few
    )
  })

  it('a unit that nobody is compared with changes nobody else', () => {
    fc.assert(
      fc.property(anyRace, fc.integer({ min: 0, max: 1500 }), (race, value) => {
        const groups = { ...GROUPS, g: [...GROUPS['g']!, 'x'] }
        const readings = race.items.flatMap(({ rule, code, cells }) =>
          rule.readings('x', code, value, cells[0]!.extra, dec(1))
        )
        const more = runRace(race, { units: [...UNITS, 'x'], groups, listed: [...LISTED, 'x'], readings })
        const { x: own, ...others } = numbersOf(more)
        expect(own?.rank).toBeNull()
        expect(others).toEqual(numbersOf(runRace(race)))
      }),
      few
    )
  })

  it('groups are independent: without the other group nothing of this one changes', () => {
    fc.assert(
      fc.property(anyRace, fc.constantFrom('g', 'h'), (race, group) => {
        const units = GROUPS[group]!
        const alone = numbersOf(runRace(race, { units, groups: { [group]: units } }))
        const both = numbersOf(runRace(race))
        expect(alone).toEqual(Object.fromEntries(units.map((unit) => [unit, both[unit]] as const)))
      }),
      few
    )
  })

  it('the unit of measure does not matter where a rule compares values with their own kind', () => {
    fc.assert(
      fc.property(anyRace, fc.constantFrom('0.0001', '0.01', '3', '7', '10000'), (race, factor) => {
        const scaled = runRace(race, { k: ({ rule }) => dec(rule.scales ? factor : '1') })
        expect(numbersOf(scaled)).toEqual(numbersOf(runRace(race)))
      }),
      few
    )
  })

  it('ranks are one more than the units of the group that are strictly better by the judged total', () => {
    fc.assert(
      fc.property(anyRace, (race) => {
        const exact = race.policies.judgeOn === 'EXACT'
        for (const { units } of runRace(race).races[0]!.groups) {
          const ranked = units.filter((unit) => unit.rank !== null)
          const totals = ranked.map(({ total }) => dec(exact ? total!.exact : total!.printed))
          ranked.forEach((unit, index) => {
            expect(unit.rank).toBe(1 + totals.filter((other) => other.greaterThan(totals[index]!)).length)
            expect(unit.tied).toBe(totals.filter((other) => other.equals(totals[index]!)).length > 1)
          })
          for (const unit of units.filter((entry) => entry.rank === null)) {
            expect(unit.rankMode === 'LISTED_NOT_RANKED' || unit.total === null).toBe(true)
          }
        }
      }),
      few
    )
  })
})

/** One item of the kind, alone in its race. */
const alone = (kind: string) =>
  itemOf(EVERY_KIND[kind]!).map((item): Race => ({ items: [{ ...item, code: 'i0' }], policies: plain }))

describe.each(Object.keys(EVERY_KIND))('%s', (kind) => {
  it('stays within its bounds, and its last step is its score', () => {
    const scored = new Set<string>()
    fc.assert(
      fc.property(alone(kind), (race) => {
        const [least, most] = race.items[0]!.rule.bounds.map((bound) => dec(bound))
        for (const item of [...unitsOf(runRace(race)).values()].flatMap(itemsOf)) {
          if (item.status !== 'SCORED') continue
          const score = dec(item.score!.exact)
          scored.add(item.score!.exact)
          expect(score.greaterThanOrEqualTo(least!)).toBe(true)
          expect(score.lessThanOrEqualTo(most!)).toBe(true)
          expect(item.trace.steps.at(-1)?.value).toBe(item.score!.exact)
          expect(item.trace.sentence).toContain(`→ ${item.score!.printed}`)
        }
      }),
      few
    )
    // A generator that only ever meets refusals would prove nothing.
    expect(scored.size).toBeGreaterThan(1)
  })

  it('a better value of one unit never lowers its own score', () => {
    const compared = { count: 0 }
    fc.assert(
      fc.property(
        alone(kind),
        fc.integer({ min: 0, max: UNITS.length - 1 }),
        fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 800 })),
        (race, at, step) => {
          const [item] = race.items as [Race['items'][number]]
          const { value, extra } = item.cells[at]!
          if (typeof value !== 'number') return
          const cells = item.cells.map((cell, index) =>
            index === at ? { value: value + step, extra } : cell
          )
          const [before, after] = [item, { ...item, cells }].map((entry) => {
            const unit = unitsOf(runRace({ ...race, items: [entry] })).get(UNITS[at]!)!
            return itemsOf(unit)[0]!
          })
          if (before!.status !== 'SCORED' || after!.status !== 'SCORED') return
          compared.count++
          const change = dec(after!.score!.exact).minus(dec(before!.score!.exact))
          expect(change.times(item.rule.sign).greaterThanOrEqualTo('-1e-25')).toBe(true)
        }
      ),
      { numRuns: 120 }
    )
    expect(compared.count).toBeGreaterThan(10)
  })
})
