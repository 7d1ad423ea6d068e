import { describe, expect, it } from 'vitest'
import { officeFacts } from '../../helpers/reportFacts.ts'
import { withDecimals } from '#shared/domain/report/withDecimals.ts'
import { dec } from '#shared/domain/number/decimal.ts'
import { printFixed } from '#shared/domain/number/rounding.ts'

describe('a report with other decimals', () => {
  it.each([0, 1, 3, 4])('prints scores from their exact values with %i decimals', (decimals) => {
    const facts = officeFacts({ units: 23 })
    const printed = withDecimals(facts.results, decimals, facts.scheme.policies)
    const before = facts.results.races[0]!.groups.flatMap((group) => group.units)
    const after = printed.races[0]!.groups.flatMap((group) => group.units)
    expect(after.map((unit) => [unit.unit, unit.rank, unit.tied])).toEqual(
      before.map((unit) => [unit.unit, unit.rank, unit.tied])
    )
    for (const [index, unit] of after.entries()) {
      const total = before[index]!.total
      expect(unit.total?.printed).toBe(total === null ? undefined : printFixed(dec(total.exact), decimals))
    }
    expect(printed.footer.at(-1)).toContain(`按 ${decimals} 位小数列示`)
  })

  it('leaves the results alone without a choice, and with the same one', () => {
    const facts = officeFacts({ units: 3 })
    expect(withDecimals(facts.results, null, facts.scheme.policies)).toBe(facts.results)
    expect(withDecimals(facts.results, facts.results.decimals, facts.scheme.policies)).toBe(facts.results)
  })

  it('takes gaps and means from what is printed', () => {
    const { results, scheme } = officeFacts({ units: 23 })
    for (const group of withDecimals(results, 1, scheme.policies).races[0]!.groups) {
      const ranked = group.units.filter((unit) => unit.rank !== null)
      const mean = ranked
        .reduce((sum, unit) => sum.plus(dec(unit.total!.printed)), dec('0'))
        .div(ranked.length)
      expect(group.mean!.total).toBe(printFixed(mean, 1))
      expect(ranked[0]!.gapToFirst).toBe('0.0')
    }
  })
})
