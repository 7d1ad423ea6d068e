import { describe, expect, it } from 'vitest'
import { indicatorReport } from '#shared/domain/report/scores/indicatorReport.ts'
import { matrixReport } from '#shared/domain/report/scores/matrixReport.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { officeScheme } from '../../../helpers/smallQuarter.ts'
import { decidedFacts, formula, rowOf, tablesOf, VALUES } from './decided.ts'

/** Where scores are live formulas in quarters in which people decided, and where they are not. */

describe('得分矩阵', () => {
  it('writes a vetoed or settled total without a formula, even where the sum would be the same, and says why', () => {
    const facts = decidedFacts({
      values: VALUES,
      subjects: [
        { type: 'VETO', kind: 'fraud', unit: 'd', race: null, indicator: null, from: '2026Q3', until: null },
        { type: 'IMPUTATION', unit: 'b', race: 'main', indicator: null, as: 'SCORE', value: '96' }
      ]
    })
    const [table] = tablesOf(matrixReport, facts)
    expect(formula(rowOf(table!, '甲处')['TOTAL'])).toBe('ROUND({BASE}+{BONUS}-{DEDUCTION},2)')
    expect(rowOf(table!, '丁处')['TOTAL']).toEqual({ number: '0', decimals: 2 })
    expect(rowOf(table!, '乙处')['TOTAL']).toEqual({ number: '96', decimals: 2 })
    const said = table!.sheetRemarks!.find((text) => text.startsWith('总得分直接写数值'))!
    expect(said).toContain('丁处')
    expect(said).toContain('乙处')
    expect(said).not.toContain('甲处')
  })

  it('rescales inside the formula where an item does not apply', () => {
    const facts = decidedFacts({ values: { ...VALUES, a: [null, '36'] } })
    const [table] = tablesOf(matrixReport, facts)
    expect(facts.results.races[0]!.groups[0]!.units.find(({ unit }) => unit === 'a')!.base!.printed).toBe(
      '90.00'
    )
    expect(rowOf(table!, '甲处')['BASE']).toMatchObject({
      number: '90',
      formula: 'SUM({DIMENSION:work}:{DIMENSION:work})*100/40'
    })
  })

  it('writes no formula that would round otherwise than the scheme: 去尾 rounds down', () => {
    const scheme = officeScheme({
      policies: { ...officeScheme().policies, rounding: 'FLOOR', decimals: 1 }
    })
    const facts = decidedFacts({ values: { ...VALUES, c: ['61', '30'] }, scheme })
    const unit = facts.results.races[0]!.groups[0]!.units.find(({ name }) => name === '丙处')!
    expect([unit.total!.exact, unit.total!.printed]).toEqual(['78.8', '78.8'])
    expect(formula(rowOf(tablesOf(matrixReport, facts)[0]!, '丙处')['TOTAL'])).toBe(
      'ROUNDDOWN(ROUND({BASE}+{BONUS}-{DEDUCTION},8),1)'
    )
  })
})

describe('指标明细', () => {
  const weighted = (): SchemeDefinition => {
    const scheme = officeScheme()
    const [race] = scheme.races
    const [work] = race!.dimensions
    const [output, mark] = work!.indicators
    return schemeDefinition.parse({
      ...scheme,
      races: [
        {
          ...race!,
          dimensions: [
            { ...work!, fullMark: '60', composition: 'WEIGHTED', indicators: [output!] },
            {
              ...work!,
              code: 'view',
              name: '评价',
              fullMark: '40',
              composition: 'WEIGHTED',
              indicators: [mark!]
            }
          ]
        }
      ]
    })
  }

  it('adds up each dimension in 小计, and the dimensions in the base', () => {
    const [table] = tablesOf(indicatorReport, decidedFacts({ values: VALUES }))
    const row = rowOf(table!, '丙处')
    expect(row['DIMENSION:work']).toMatchObject({
      number: '78',
      formula: 'SUM({INDICATOR:output}:{INDICATOR:mark})'
    })
    expect(formula(row['BASE'])).toBe('SUM({DIMENSION:work})')
    expect(formula(row['TOTAL'])).toBe('ROUND({BASE}+{BONUS}-{DEDUCTION},2)')
  })

  it('needs no 小计 for an only indicator that counts as it is', () => {
    const [table] = tablesOf(indicatorReport, decidedFacts({ values: VALUES, scheme: weighted() }))
    expect(table!.columns.map(({ id }) => id).slice(1, 4)).toEqual([
      'INDICATOR:output',
      'INDICATOR:mark',
      'BASE'
    ])
    expect(formula(rowOf(table!, '丙处')['BASE'])).toBe('SUM({INDICATOR:output},{INDICATOR:mark})')
  })

  it('scales a weighted dimension inside the formula', () => {
    const scheme = weighted()
    const dimensions = scheme.races[0]!.dimensions
    dimensions[0]!.fullMark = '70'
    dimensions[1]!.fullMark = '30'
    const facts = decidedFacts({ values: VALUES, scheme })
    const row = rowOf(tablesOf(indicatorReport, facts)[0]!, '丙处')
    expect(formula(row['DIMENSION:work'])).toBe('SUM({INDICATOR:output}:{INDICATOR:output})*70/60')
    const unit = facts.results.races[0]!.groups[0]!.units.find(({ name }) => name === '丙处')!
    expect(row['DIMENSION:work']).toMatchObject({
      number: unit.dimensions[0]!.score!.printed.replace(/\.?0+$/, '')
    })
    expect(formula(row['BASE'])).toBe('SUM({DIMENSION:work},{DIMENSION:view})')
  })

  it('has the sentence and the cells of every indicator in the long sheet', () => {
    const facts = decidedFacts({ values: VALUES })
    const [, trace] = tablesOf(indicatorReport, facts)
    const units = facts.results.races[0]!.groups[0]!.units
    const indicators = units.flatMap((unit) => unit.dimensions.flatMap((dimension) => dimension.indicators))
    expect(trace!.rows.map(({ cells }) => cells['SENTENCE'])).toEqual(
      indicators.map((indicator) => indicator.trace.sentence)
    )
    expect(trace!.rows[0]!.cells['SOURCE']).toBe('汇总.xlsx · 表1 · D4')
  })
})
