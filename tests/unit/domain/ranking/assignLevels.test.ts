import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { assignLevels, type GradeContender } from '#shared/domain/ranking/grades/assignLevels.ts'
import { gradeRules } from '#shared/domain/scheme/gradeRules.ts'

const rules = fc
  .record({
    levels: fc.constantFrom(
      [{ name: 'A', percent: '20' }, { name: 'B', percent: '35' }, { name: 'C' }],
      [
        { name: 'A', places: 2, atLeast: '6' },
        { name: 'B', places: 3 },
        { name: 'C', atLeast: '3' },
        { name: 'D' }
      ]
    ),
    rounding: fc.constantFrom('FLOOR', 'ROUND', 'CEIL'),
    straddle: fc.constantFrom('ALL_IN', 'ALL_OUT', 'DECIDE')
  })
  .map((given) => gradeRules.parse(given))

/** Units with frequent ties, ranked 1-2-2-4 by their score, some of them vetoed. */
const contenders = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 9 }), vetoed: fc.boolean() }), {
    minLength: 1,
    maxLength: 14
  })
  .map((list) =>
    list.map(({ score, vetoed }, index): GradeContender => ({
      unit: `u${index}`,
      rank: 1 + list.filter((other) => other.score > score).length,
      score: dec(score),
      text: String(score),
      vetoed
    }))
  )

describe('giving out grades', () => {
  it('a vetoed unit takes no place: the others get what they get without it, out of the same base', () => {
    fc.assert(
      fc.property(rules, contenders, (given, list) => {
        const plain = list.filter((entry) => !entry.vetoed)
        const [mixed, alone] = [list, plain].map((some) => assignLevels(given, some, list.length))
        for (const { unit } of plain) {
          expect(mixed!.assigned.get(unit)).toEqual(alone!.assigned.get(unit))
        }
        expect(mixed!.undecided).toEqual(alone!.undecided)
      })
    )
  })

  it('a vetoed unit never waits for a decision, and reaches the line of its grade', () => {
    fc.assert(
      fc.property(rules, contenders, (given, list) => {
        const { assigned, levels } = assignLevels(given, list, list.length)
        for (const entry of list.filter((item) => item.vetoed)) {
          const level = assigned.get(entry.unit)?.level
          expect(level).not.toBeNull()
          const line = levels[level!]!.atLeast
          expect(line === null || entry.score.greaterThanOrEqualTo(line)).toBe(true)
        }
      })
    )
  })

  it('units of one place share their fate, and nobody is left out', () => {
    fc.assert(
      fc.property(rules, contenders, (given, list) => {
        const plain = list.map((entry) => ({ ...entry, vetoed: false }))
        const { assigned, undecided } = assignLevels(given, plain, plain.length)
        expect(assigned.size).toBe(plain.length)
        const waiting = undecided.flatMap((entry) => entry.units)
        expect(new Set(waiting).size).toBe(waiting.length)
        for (const a of plain) {
          expect(assigned.get(a.unit)?.level === null).toBe(waiting.includes(a.unit))
          for (const b of plain.filter((other) => other.rank === a.rank)) {
            expect(assigned.get(a.unit)).toEqual(assigned.get(b.unit))
          }
        }
      })
    )
  })
})
