import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dec } from '#shared/domain/number/decimal.ts'
import { boundOf } from '#shared/domain/scoring/kinds/intervalCoverage.ts'
import { RULE_KINDS, ruleKindOf } from '#shared/domain/scoring/registry.ts'
import type { LineSegment, RuleLine } from '#shared/domain/scoring/ruleLine.ts'
import { indicator, reading, runRule, type RuleCase } from './build.ts'

function lines(kind: string, params: object, more: RuleCase['indicator'] = {}): readonly RuleLine[] {
  const rule = ruleKindOf(kind)!
  return rule.coverage!(rule.params.parse(params), indicator(more))
}

/** `[80, 90) COVERED 得 8 分`. */
function text({ from, fromInclusive, to, toInclusive, kind, label }: LineSegment): string {
  const open = fromInclusive ? '[' : '('
  const close = toInclusive ? ']' : ')'
  return `${open}${from ?? '−∞'}, ${to ?? '∞'}${close} ${kind} ${label}`
}

const texts = (line: RuleLine | undefined): string[] => line!.segments.map(text)

describe('number lines', () => {
  it.each(RULE_KINDS.flatMap((kind) => (kind.coverage === undefined ? [] : [[kind.kind, kind] as const])))(
    '%s: the line of its example runs from −∞ to ∞ without a seam',
    (_, kind) => {
      const { rule, indicator: own } = kind.example.case
      const drawn = kind.coverage!(kind.params.parse(rule.params), indicator(own as RuleCase['indicator']))
      expect(drawn.length).toBeGreaterThan(0)
      for (const { axis, segments } of drawn) {
        expect(segments[0]!.from === null || axis === 'PLACE').toBe(true)
        expect(segments.at(-1)!.to).toBeNull()
        segments.slice(1).forEach((segment, index) => {
          const before = segments[index]!
          expect(boundOf(before.to!).equals(boundOf(segment.from!))).toBe(true)
          expect(before.toInclusive).toBe(!segment.fromInclusive)
        })
        expect(segments.every((segment) => segment.kind === 'COVERED')).toBe(true)
      }
    }
  )

  it('RATIO_TO_TARGET: cliff, floor, proportion, cap', () => {
    const params = { cap: '120', floor: '80', cliff: '60', cliffInclusive: false }
    expect(texts(lines('RATIO_TO_TARGET', params)[0])).toEqual([
      '(−∞, 60) COVERED 不得分',
      '[60, 80) COVERED 得满分的 80%',
      '[80, 120] COVERED 按比例得分',
      '(120, ∞) COVERED 得满分的 120%'
    ])
    expect(texts(lines('RATIO_TO_TARGET', { cliff: '80' })[0])).toEqual([
      '(−∞, 80] COVERED 不得分',
      '(80, 100] COVERED 按比例得分',
      '(100, ∞) COVERED 得满分'
    ])
    // A cliff above the cap: the contradiction shows.
    expect(texts(lines('RATIO_TO_TARGET', { cliff: '120' })[0])[1]).toContain('OVERLAP')
  })

  it('INTERVAL_TABLE: holes, overlaps, and the line of the second variable', () => {
    const rows = [
      { lo: '100', value: '3' },
      { lo: '80', hi: '99', hiInclusive: true, atLo: '0', atHi: '2' },
      { hi: '85', value: '0' }
    ]
    expect(texts(lines('INTERVAL_TABLE', { rows, variable: 'RATE' })[0])).toEqual([
      '(−∞, 80) COVERED 得 0 分',
      '[80, 85) OVERLAP 按比例得 0 到 2 分；又得 0 分',
      '[85, 99] COVERED 按比例得 0 到 2 分',
      '(99, 100) GAP 没有规定，不能计分',
      '[100, ∞) COVERED 得 3 分'
    ])
    const two = {
      secondName: '占比',
      rows: [
        { lo: '60', value: '170' },
        { hi: '60', secondHi: '100/3', value: '160' },
        { hi: '60', secondLo: '40', value: '130' }
      ]
    }
    const [first, second] = lines('INTERVAL_TABLE', two)
    expect(texts(first)).toEqual(['(−∞, 60) GAP 占比有漏洞', '[60, ∞) COVERED 得 170 分'])
    expect(second!.label).toBe('占比（实际值低于 60时）')
    expect(texts(second)).toEqual([
      '(−∞, 100/3) COVERED 得 160 分',
      '[100/3, 40) GAP 没有规定，不能计分',
      '[40, ∞) COVERED 得 130 分'
    ])
  })

  it('EFFICACY_TIERS: tiers both ways, and what lies below the worst', () => {
    const tiers = [
      { name: '良好值', value: '9.5', coefficient: '0.8' },
      { name: '平均值', value: '1.7', coefficient: '0.6' }
    ]
    expect(texts(lines('EFFICACY_TIERS', { tiers })[0])).toEqual([
      '(−∞, 1.7) COVERED 比平均值还差，不得分',
      '[1.7, 9.5) COVERED 平均值到良好值：满分的 60% 到 满分的 80%',
      '[9.5, ∞) COVERED 达到良好值，得满分的 80%'
    ])
    const down = [
      { name: '良好值', value: '1', coefficient: '0.8' },
      { name: '平均值', value: '3', coefficient: '0.6' }
    ]
    expect(
      texts(lines('EFFICACY_TIERS', { tiers: down }, { direction: 'DOWN' })[0]).map(
        (row) => row.split(' COV')[0]
      )
    ).toEqual(['(−∞, 1]', '(1, 3]', '(3, ∞)'])
  })

  it('SASAC_GROWTH: the bands of ambition, and bands that overlap', () => {
    expect(texts(lines('SASAC_GROWTH', { nearInclusive: false }, { fullMark: '20' })[0])).toEqual([
      '(−∞, 0] COVERED 目标不低于基准值，最多加 4 分',
      '(0, 30) COVERED 低不多，最多加 3 分',
      '[30, 50) COVERED 最多加 2 分',
      '[50, 100] COVERED 低很多，最多加 1 分',
      '(100, ∞) COVERED 目标是负数，最多加 0 分'
    ])
    const overlapping = lines('SASAC_GROWTH', { nearUpTo: '60' }, { fullMark: '20' })[0]!
    expect(overlapping.segments.some((segment) => segment.kind === 'OVERLAP')).toBe(true)
  })

  it('EXTERNAL_RANK: places from the first on, with holes', () => {
    const rows = [
      { from: 1, to: 3, points: '10' },
      { from: 5, points: '9', perPlace: '-1', limit: '0' }
    ]
    expect(texts(lines('EXTERNAL_RANK', { by: 'PLACE', rows })[0])).toEqual([
      '[1, 4) COVERED 得 10 分',
      '[4, 5) GAP 没有规定，不能计分',
      '[5, ∞) COVERED 得 9 分，之后每位减 1 分，到 0 分为止'
    ])
  })

  it('THRESHOLD: pass and fail, at a line or at the target', () => {
    expect(texts(lines('THRESHOLD', { line: '500' }, { direction: 'DOWN', fullMark: '10' })[0])).toEqual([
      '(−∞, 500] COVERED 达标，得 10 分',
      '(500, ∞) COVERED 不达标，得 0 分'
    ])
    expect(lines('THRESHOLD', {})[0]!.axis).toBe('DEVIATION')
  })

  it('DIRECTION_TABLE and DIFF_FROM_TARGET: flat where the line says so, moving everywhere else', () => {
    const small = fc.integer({ min: 1, max: 12 }).map(String)
    const FLAT = /^(封顶|保底|加到头|减到头|达标|不加分|不减分)/
    const table = fc.record({
      gainPer: small,
      gainPoints: small,
      lossPer: small,
      lossPoints: small,
      cap: fc.integer({ min: 100, max: 140 }).map(String),
      floor: fc.integer({ min: 0, max: 90 }).map(String),
      deadBand: fc.integer({ min: 0, max: 6 }).map(String)
    })
    const diff = fc.record({
      upPer: small,
      upPoints: fc.integer({ min: 0, max: 5 }).map(String),
      upCap: small,
      downPer: small,
      downPoints: small,
      downCap: fc.integer({ min: 1, max: 150 }).map(String),
      floor: fc.integer({ min: 0, max: 60 }).map(String)
    })
    const cases = fc.oneof(
      table.map((params) => ['DIRECTION_TABLE', params] as const),
      diff.map((params) => ['DIFF_FROM_TARGET', params] as const)
    )
    const direction = fc.constantFrom('UP' as const, 'DOWN' as const)
    fc.assert(
      fc.property(cases, direction, ([kind, params], way) => {
        const more = { direction: way, targets: [{ unit: '*', base: '100' }] }
        const scoreAt = (away: string): string => {
          const actual = dec(away).plus(100).toFixed()
          const outcome = runRule({ kind, params, indicator: more, readings: [reading('u', 'a1', actual)] })
          return outcome.status === 'SCORED' ? outcome.score.toFixed() : outcome.status
        }
        for (const { from, to, label } of lines(kind, params, more)[0]!.segments) {
          if (from !== null && from === to) continue
          const low = from === null ? dec(to!).minus(7) : dec(from)
          const high = to === null ? low.plus(7) : dec(to)
          const [a, b] = [low.times(3).plus(high).div(4), low.plus(high.times(3)).div(4)].map((at) =>
            scoreAt(at.toFixed())
          )
          expect([label, a === b]).toEqual([label, FLAT.test(label)])
        }
      }),
      { numRuns: 150 }
    )
  })
})
