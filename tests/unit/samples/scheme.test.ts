import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { dec, sum } from '#shared/domain/number/decimal.ts'
import { unitsOfIndicator } from '#shared/domain/scheme/appliesTo.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

const text = readFileSync(
  new URL('../../../resources/presets/sports-bureau.scheme.json', import.meta.url),
  'utf8'
)
const scheme = schemeDefinition.parse(JSON.parse(text))
const race = scheme.races[0]!
const indicators = race.dimensions.flatMap((dimension) => dimension.indicators)

describe('the sports bureau preset', () => {
  it('is marked as sample and has 14 处室 (办公室 单列) and 9 直属单位', () => {
    expect(scheme.sample).toBe(true)
    expect(scheme.groups.map((group) => group.members.length)).toEqual([14, 9])
    const listed = scheme.groups
      .flatMap((group) => group.members)
      .filter((member) => member.rankMode !== 'RANKED')
    expect(listed).toEqual([{ unit: 'office', rankMode: 'LISTED_NOT_RANKED' }])
  })

  it('gives each unit full marks of exactly 100', () => {
    for (const unit of scheme.units) {
      const marks = race.dimensions.map((dimension) => {
        const own = dimension.indicators.filter((indicator) =>
          unitsOfIndicator(scheme, race, indicator).includes(unit.code)
        )
        const full = sum(own.map((indicator) => dec(indicator.fullMark)))
        // WEIGHTED brings the sum of its indicators to the dimension's own full mark.
        const declared = dec(dimension.fullMark)
        if (dimension.composition === 'SUM')
          expect(full.toFixed(), `${unit.name} ${dimension.name}`).toBe(declared.toFixed())
        return declared
      })
      expect(sum(marks).toFixed(), unit.name).toBe('100')
    }
  })

  it('names each unit and indicator once, aliases included', () => {
    const unitNames = scheme.units.flatMap((unit) => [unit.name, unit.shortName ?? [], unit.aliases].flat())
    const indicatorNames = indicators.flatMap((indicator) => [indicator.name, ...indicator.aliases])
    for (const names of [unitNames, indicatorNames, indicators.map((indicator) => indicator.code)]) {
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
    expect(unitNames).not.toContain('体育产业科')
  })

  it('refers only to units and classes that exist and has a provider, an owner and a clause everywhere', () => {
    const codes = new Set(scheme.units.map((unit) => unit.code))
    for (const indicator of indicators) {
      expect(codes.has(indicator.provider ?? ''), indicator.name).toBe(true)
      expect(codes.has(indicator.owner ?? ''), indicator.name).toBe(true)
      expect(indicator.clause, indicator.name).toMatch(/^第.+条/)
      for (const unit of [...(indicator.appliesTo.units ?? []), ...(indicator.appliesTo.exceptUnits ?? [])]) {
        expect(codes.has(unit), `${indicator.name} ${unit}`).toBe(true)
      }
    }
  })

  it('has a target for every unit wherever the scheme sets targets', () => {
    for (const indicator of indicators.filter((candidate) => candidate.targets.length > 0)) {
      const set = new Set(indicator.targets.map((target) => target.unit))
      const open = unitsOfIndicator(scheme, race, indicator).filter((unit) => !set.has(unit) && !set.has('*'))
      expect(open, indicator.name).toEqual([])
    }
    const without = indicators
      .filter((indicator) => indicator.targets.length === 0)
      .map((indicator) => indicator.code)
    expect(without).toEqual(['c1', 'c2', 'd1', 'd2', 'd3'])
  })

  it('carries the figures of the founding essay', () => {
    const yearTarget = (code: string): string | undefined => {
      const target = indicators.find((indicator) => indicator.code === code)?.targets[0]
      return target?.phased?.Q4 ?? target?.base
    }
    expect(
      ['outdoor-events', 'brand-events', 'gdp-share', 'output', 'district-brands'].map(yearTarget)
    ).toEqual(['30', '10', '2', '300', '5'])
  })

  it('uses each kind of rule and a lower-is-better indicator of both forms', () => {
    expect([...new Set(indicators.map((indicator) => indicator.rule.kind))].sort()).toEqual([
      'DIRECTION_TABLE',
      'DIRECT_SCORE',
      'JUDGE_MEAN',
      'RANK_POINTS',
      'RATIO_TO_TARGET'
    ])
    const down = indicators.filter((indicator) => indicator.direction === 'DOWN')
    expect([...new Set(down.map((indicator) => indicator.rule.params['down']))].sort()).toEqual([
      'TARGET_OVER_VALUE',
      'TWO_MINUS_RATIO'
    ])
  })
})
