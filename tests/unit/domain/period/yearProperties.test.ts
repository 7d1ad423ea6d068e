import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { D, dec } from '#shared/domain/number/decimal.ts'
import type { YearResult } from '#shared/domain/period/yearResult.ts'
import { runYear, unitsOf, yearScheme, type Totals } from './yearBuild.ts'

const UNITS = ['a', 'b', 'c', 'd', 'e']
const total = fc.integer({ min: 5000, max: 11000 }).map((hundredths) => String(hundredths / 100))
const quarter = fc
  .array(total, { minLength: UNITS.length, maxLength: UNITS.length })
  .map((list): Totals => Object.fromEntries(UNITS.map((unit, index) => [unit, list[index]!] as const)))
const none = (gone: readonly number[]): Totals =>
  Object.fromEntries(gone.map((index) => [UNITS[index]!, null] as const))
const gappy = fc
  .tuple(quarter, fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 2 }))
  .map(([totals, gone]): Totals => ({ ...totals, ...none(gone) }))
const year = fc.array(quarter, { minLength: 4, maxLength: 4 })
const gappyYear = fc.array(gappy, { minLength: 4, maxLength: 4 })
const method = fc.constantFrom('MEAN', 'WEIGHTED', 'BEST')

const run = (quarters: readonly Totals[], rules: Record<string, unknown> = {}, units = UNITS): YearResult =>
  runYear(yearScheme({ units, year: rules }), quarters)
const standings = (result: YearResult) =>
  Object.fromEntries([...unitsOf(result)].map(([unit, { total: t, rank }]) => [unit, { total: t, rank }]))

describe('the year, properties', () => {
  it('MEAN and BEST do not depend on which quarter was which', () => {
    fc.assert(
      fc.property(
        gappyYear,
        fc.constantFrom('MEAN', 'BEST'),
        fc.constantFrom('EXCLUDE', 'ZERO'),
        (q, how, missing) => {
          const rules = { method: how, missing }
          const [q1, q2, q3, q4] = q as [Totals, Totals, Totals, Totals]
          expect(standings(run([q3, q1, q4, q2], rules))).toEqual(standings(run(q, rules)))
        }
      )
    )
  })

  it('the order of units changes nothing but the order inside a tie', () => {
    fc.assert(
      fc.property(gappyYear, method, (quarters, how) => {
        const rules = { method: how, missing: 'EXCLUDE' }
        expect(standings(run(quarters, rules, [...UNITS].reverse()))).toEqual(standings(run(quarters, rules)))
      })
    )
  })

  it('ranks are 1 + the number of units that are strictly better in print', () => {
    fc.assert(
      fc.property(gappyYear, method, (quarters, how) => {
        const units = [...unitsOf(run(quarters, { method: how, missing: 'EXCLUDE' })).values()]
        const ranked = units.filter((unit) => unit.rank !== null)
        for (const unit of ranked) {
          const own = dec(unit.total!.printed)
          const better = ranked.filter((other) => dec(other.total!.printed).greaterThan(own))
          expect(unit.rank).toBe(1 + better.length)
          expect(unit.tied).toBe(ranked.filter((other) => dec(other.total!.printed).equals(own)).length > 1)
        }
      })
    )
  })

  it('every total lies between the unit’s lowest and highest counted quarter, and its weights make 100', () => {
    fc.assert(
      fc.property(year, method, (quarters, how) => {
        for (const unit of unitsOf(run(quarters, { method: how })).values()) {
          const counted = unit.quarters.filter((entry) => entry.weight !== null)
          const scores = counted.map((entry) => dec(entry.score!))
          expect(dec(unit.total!.exact).greaterThanOrEqualTo(D.min(...scores))).toBe(true)
          expect(dec(unit.total!.exact).lessThanOrEqualTo(D.max(...scores))).toBe(true)
          const weights = counted.reduce((sum, entry) => sum.plus(dec(entry.weight!)), new D(0))
          expect(weights.minus(100).abs().lessThanOrEqualTo('0.02')).toBe(true)
        }
      })
    )
  })

  it('a unit that joins changes nobody’s total, and nobody’s order among the others', () => {
    fc.assert(
      fc.property(year, total, (quarters, extra) => {
        const more = quarters.map((totals) => ({ ...totals, x: extra }))
        const before = [...unitsOf(run(quarters)).values()]
        const after = unitsOf(run(more, {}, [...UNITS, 'x']))
        after.delete('x')
        expect([...after.values()].map((unit) => [unit.unit, unit.total])).toEqual(
          before.map((unit) => [unit.unit, unit.total])
        )
      })
    )
  })

  it('a higher quarter never lowers the year or the place', () => {
    fc.assert(
      fc.property(
        year,
        method,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 999 }),
        (q, how, at, plus) => {
          const higher = q.map((totals, index) =>
            index === at ? { ...totals, a: dec(totals['a']!).plus(dec(plus).div(100)).toString() } : totals
          )
          const [before, after] = [q, higher].map((quarters) =>
            unitsOf(run(quarters, { method: how })).get('a')!
          )
          expect(dec(after!.total!.exact).greaterThanOrEqualTo(dec(before!.total!.exact))).toBe(true)
          expect(after!.rank).toBeLessThanOrEqual(before!.rank!)
        }
      )
    )
  })

  it('the sentence can be checked on paper: its numbers give the printed total', () => {
    fc.assert(
      fc.property(gappyYear, method, (quarters, how) => {
        for (const unit of unitsOf(run(quarters, { method: how, missing: 'EXCLUDE' })).values()) {
          if (unit.total === null) continue
          const [left, right] = unit.sentence.split(' = ') as [string, string]
          const [terms, divisor] = left.replace(/[()]/g, '').split(' ÷ ') as [string, string]
          const sum = terms.split(' + ').reduce((all, term) => {
            const [score, weight] = term.split(' × ')
            return all.plus(dec(score!).times(dec(weight ?? '1')))
          }, new D(0))
          expect(sum.div(dec(divisor)).toFixed(2)).toBe(unit.total.printed)
          expect(right.startsWith(unit.total.printed)).toBe(true)
        }
      })
    )
  })
})
