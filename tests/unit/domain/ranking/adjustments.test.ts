import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjust } from '#shared/domain/ledger/adjustments.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { entry, input, policies, reading, scheme } from '../scoring/build.ts'

const classes = [
  { code: 'commend', name: '表彰', aliases: [], sign: 'BONUS' as const, cap: '5' },
  { code: 'other', name: '其他', aliases: [], sign: 'BONUS' as const },
  { code: 'late', name: '迟报', aliases: [], sign: 'DEDUCTION' as const }
]
const entries = [
  entry(1, 'u', 'commend', '3'),
  entry(2, 'u', 'commend', '2'),
  entry(3, 'u', 'commend', '1.5'),
  entry(4, 'u', 'other', '4'),
  entry(5, 'u', 'other', '3'),
  entry(6, 'u', 'late', '2')
]

describe('G13 (S21, S40): caps', () => {
  const definition = (capOrder: 'CAP_THEN_SUBTRACT' | 'NET_THEN_CAP') =>
    scheme({
      units: ['u'],
      dimensions: [
        {
          code: 'd',
          name: '板块',
          fullMark: '100',
          indicators: [{ code: 'i', name: '指标', fullMark: '100', rule: { kind: 'DIRECT_SCORE' } }]
        }
      ],
      race: { adjustments: { classes, bonusCap: '10' } },
      policies: { capOrder }
    })
  const run = (capOrder: 'CAP_THEN_SUBTRACT' | 'NET_THEN_CAP') => {
    const result = computeResults(
      input(definition(capOrder), { readings: [reading('u', 'i', '88.4')], adjustments: entries })
    )
    return { unit: result.races[0]!.groups[0]!.units[0]!, footer: result.footer }
  }

  it('cap, then subtract: 88.40 + 10 − 2 = 96.40', () => {
    const { unit, footer } = run('CAP_THEN_SUBTRACT')
    expect(unit.total?.printed).toBe('96.40')
    expect(unit.adjustments).toMatchObject({ bonus: { printed: '10.00' }, deduction: { printed: '2.00' } })
    expect(unit.adjustments.sentence).toBe(
      '加分：表彰 6.50（封顶 5.00），其他 7.00，合计 12.00，封顶 10.00，计 10.00；减分：迟报 2.00，计 2.00'
    )
    expect(footer).toContain('加分先封顶，再扣减分。')
  })

  it('net, then cap: 88.40 + min(12 − 2, 10) = 98.40', () => {
    const { unit, footer } = run('NET_THEN_CAP')
    expect(unit.total?.printed).toBe('98.40')
    expect(unit.totalSentence).toBe('基础分 88.40 + 加分 12.00 − 减分 2.00 = 98.40')
    expect(footer).toContain('加分先扣去减分，再封顶。')
  })

  it('keeps what each class brought and what of it counts', () => {
    expect(run('CAP_THEN_SUBTRACT').unit.adjustments.classes).toEqual([
      { code: 'commend', name: '表彰', sign: 'BONUS', sum: '6.5', counted: '5', cap: '5' },
      { code: 'other', name: '其他', sign: 'BONUS', sum: '7', counted: '7', cap: null },
      { code: 'late', name: '迟报', sign: 'DEDUCTION', sum: '2', counted: '2', cap: null }
    ])
  })
})

describe('class caps when deductions come off first (ambiguity 13)', () => {
  const rules = { classes, bonusCap: '10' }
  const heavy = [...entries, entry(7, 'u', 'late', '3')]
  const run = (netClassCaps: 'CLASS_FIRST' | 'OVERALL_ONLY', given = heavy, of: typeof rules = rules) =>
    adjust(given, of, policies({ capOrder: 'NET_THEN_CAP', netClassCaps }))
  const total = (result: ReturnType<typeof run>) => result.bonus.minus(result.deduction).toFixed()

  it('CLASS_FIRST: min(5 + 7 − 5, 10) = 7; OVERALL_ONLY: min(6.5 + 7 − 5, 10) = 8.5', () => {
    expect(total(run('CLASS_FIRST'))).toBe('7')
    expect(total(run('OVERALL_ONLY'))).toBe('8.5')
  })

  it('G13 gives 10 either way: 12 − 2 = 10, and 13.5 − 2 capped at 10', () => {
    expect(total(run('CLASS_FIRST', entries))).toBe('10')
    expect(total(run('OVERALL_ONLY', entries))).toBe('10')
    expect(run('OVERALL_ONLY', entries).choices).toEqual([])
  })

  it('shows no class cap where none counts, and says which way it went where it mattered', () => {
    expect(run('OVERALL_ONLY').result.classes[0]).toMatchObject({ sum: '6.5', counted: '6.5', cap: null })
    expect(run('CLASS_FIRST').result.classes[0]).toMatchObject({ sum: '6.5', counted: '5', cap: '5' })
    expect(run('OVERALL_ONLY').choices).toEqual(['先扣减分再封顶时，只按总的封顶，各类不另封顶。'])
    expect(run('CLASS_FIRST').choices).toEqual(['先扣减分再封顶时，各类加减分仍先按本类封顶。'])
  })

  it('class caps stay where there is no cap over all of them', () => {
    const uncapped = { classes } as typeof rules
    expect(total(run('OVERALL_ONLY', heavy, uncapped))).toBe('7')
  })

  it('has no say when the bonus is capped before deductions come off', () => {
    const capFirst = (netClassCaps: 'CLASS_FIRST' | 'OVERALL_ONLY') =>
      adjust(heavy, rules, policies({ netClassCaps }))
    expect(capFirst('OVERALL_ONLY')).toEqual(capFirst('CLASS_FIRST'))
  })
})

describe('adjust', () => {
  it('caps deductions by class and over all', () => {
    const rules = {
      classes: [
        { code: 'x', name: '甲', aliases: [], sign: 'DEDUCTION' as const, cap: '3' },
        { code: 'y', name: '乙', aliases: [], sign: 'DEDUCTION' as const }
      ],
      deductionCap: '4'
    }
    const result = adjust([entry(1, 'u', 'x', '5'), entry(2, 'u', 'y', '2')], rules, policies())
    expect(result.deduction.toFixed()).toBe('4')
    expect(result.result.sentence).toBe('减分：甲 5.00（封顶 3.00），乙 2.00，合计 5.00，封顶 4.00，计 4.00')
  })

  it('ignores classes of other races and refuses points that are not positive', () => {
    expect(adjust([entry(1, 'u', 'elsewhere', '5')], { classes }, policies()).result.sentence).toBe(
      '没有加减分'
    )
    expect(() => adjust([entry(1, 'u', 'late', '-2')], { classes }, policies())).toThrow(/应是大于 0/)
  })

  it('never lets a cap be exceeded, whatever is entered', () => {
    const points = fc.array(
      fc.tuple(fc.constantFrom('commend', 'other', 'late'), fc.integer({ min: 1, max: 900 }))
    )
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        (list, bonusCap, deductionCap) => {
          const given = list.map(([code, cents], index) =>
            entry(index, 'u', code, dec(cents).div(100).toFixed())
          )
          const rules = { classes, bonusCap: String(bonusCap), deductionCap: String(deductionCap) }
          const capped = adjust(given, rules, policies())
          const net = adjust(given, rules, policies({ capOrder: 'NET_THEN_CAP' }))
          expect(capped.bonus.lessThanOrEqualTo(bonusCap)).toBe(true)
          expect(capped.deduction.lessThanOrEqualTo(deductionCap)).toBe(true)
          expect(net.bonus.minus(net.deduction).lessThanOrEqualTo(bonusCap)).toBe(true)
          expect(dec(capped.result.classes[0]!.counted).lessThanOrEqualTo(5)).toBe(true)
          expect(
            net.bonus.minus(net.deduction).greaterThanOrEqualTo(capped.bonus.minus(capped.deduction))
          ).toBe(true)
        }
      )
    )
  })
})
