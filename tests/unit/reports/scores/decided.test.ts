import { describe, expect, it } from 'vitest'
import type { Decision } from '#shared/domain/decision/decision.ts'
import { cellText } from '#shared/domain/report/cellText.ts'
import { adjustmentReport } from '#shared/domain/report/scores/adjustmentReport.ts'
import { vetoReport } from '#shared/domain/report/scores/vetoReport.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { officeScheme } from '../../../helpers/smallQuarter.ts'
import { decidedFacts, formula, rowOf, tablesOf, VALUES } from './decided.ts'

/** Reports of quarters in which people decided, computed by the engine: what is said, and what is live. */

function capped(policies: Partial<SchemeDefinition['policies']> = {}): SchemeDefinition {
  const scheme = officeScheme()
  return schemeDefinition.parse({
    ...scheme,
    policies: { ...scheme.policies, ...policies },
    races: scheme.races.map((race) => ({
      ...race,
      adjustments: {
        classes: [
          { code: 'praise', name: '表彰', sign: 'BONUS', cap: '3' },
          { code: 'new', name: '创新', sign: 'BONUS' },
          { code: 'late', name: '迟报', sign: 'DEDUCTION' }
        ],
        bonusCap: '4'
      }
    }))
  })
}

const SUBJECTS: Decision['subject'][] = [
  { type: 'TIE', race: 'main', group: 'g', order: ['b', 'a'] },
  { type: 'VETO', kind: 'fraud', unit: 'd', race: null, indicator: null, from: '2026Q3', until: null },
  { type: 'IMPUTATION', unit: 'c', race: 'main', indicator: 'mark', as: 'SCORE', value: '31' },
  { type: 'GRADE', race: 'main', unit: 'a', grade: '优秀' },
  { type: 'EXEMPTION', race: 'main', board: 'rb', unit: 'd' }
]

describe('否决处理清单', () => {
  const facts = decidedFacts({ values: VALUES, subjects: SUBJECTS })
  const [table] = tablesOf(vetoReport, facts)
  const lines = table!.rows.map(({ cells }) =>
    ['KIND', 'UNIT', 'WHAT', 'BASIS', 'TOTAL', 'RANK'].map((id) => cellText(cells[id]))
  )

  it('has a line for every decision with its basis, decider, total and place', () => {
    expect(lines).toEqual([
      ['否决', '丁处', '弄虚作假', '纪要第2期；局长办公会', '0.00', '4'],
      ['补分', '丙处', '综合评价', '纪要第3期；局长办公会 2026-10-08', '79.00', '3'],
      ['并列裁定', '乙处', '同分定先后', '纪要第1期，局长办公会', '96.00', '1'],
      ['并列裁定', '甲处', '同分定先后', '纪要第1期，局长办公会', '96.00', '2'],
      ['等次裁定', '甲处', '优秀', '纪要第4期，局长办公会', '96.00', '2'],
      ['免上榜', '丁处', '红黑榜', '纪要第5期，局长办公会', '0.00', '4']
    ])
  })

  it('says what each did to score and place', () => {
    const effect = (kind: string): string =>
      cellText(table!.rows.find(({ cells }) => cells['KIND'] === kind)!.cells['EFFECT'])
    const units = new Map(facts.results.races[0]!.groups[0]!.units.map((unit) => [unit.name, unit]))
    expect(effect('否决')).toBe(`总得分记 0；${units.get('丁处')!.totalSentence}`)
    expect(effect('并列裁定')).toBe('与下一名同分，经人工裁定排前')
    expect(effect('等次裁定')).toBe(units.get('甲处')!.grade!.sentence)
    expect(table!.remarks.join('')).not.toContain('没有')
  })

  it('names a total that was settled by decision, with the sentence of the computation', () => {
    const imputed = decidedFacts({
      values: VALUES,
      subjects: [{ type: 'IMPUTATION', unit: 'b', race: 'main', indicator: null, as: 'SCORE', value: '98' }]
    })
    const [row] = tablesOf(vetoReport, imputed)[0]!.rows
    expect(row!.cells).toMatchObject({
      ...{ UNIT: '乙处', KIND: '补分', WHAT: '总得分', BASIS: '纪要第1期，局长办公会 2026-10-08' },
      TOTAL: { number: '98' }
    })
  })

  it('says so when nothing was decided, and when the scheme has no vetoes', () => {
    const without = officeScheme({ policies: { ...officeScheme().policies, vetoes: false } })
    const [empty] = tablesOf(vetoReport, decidedFacts({ values: VALUES, scheme: without }))
    expect(empty!.rows).toEqual([])
    expect(empty!.remarks).toContain('本季度没有否决、补分、并列裁定、等次裁定和免上榜。')
    expect(empty!.remarks).toContain('考核方案没有启用一票否决。')
  })
})

describe('加减分', () => {
  const adjustments = [
    { unit: 'a', classCode: 'praise', points: '2' },
    { unit: 'c', classCode: 'praise', points: '2' },
    { unit: 'c', classCode: 'praise', points: '3' },
    { unit: 'c', classCode: 'new', points: '2.5' },
    { unit: 'c', classCode: 'late', points: '1' }
  ]

  it('shows sum, cap and what counts per class, then per unit under the overall cap', () => {
    const [entries, classes, counted] = tablesOf(
      adjustmentReport,
      decidedFacts({ values: VALUES, adjustments, scheme: capped() })
    )
    expect(entries!.foot[0]!.cells).toMatchObject({ BONUS: { number: '9.5' }, DEDUCTION: { number: '1' } })
    const ofC = classes!.rows.filter(({ cells }) => cells['UNIT'] === '丙处')
    expect(
      ofC.map(({ cells }) => ['CLASS', 'COUNT', 'SUM', 'CAP', 'COUNTED'].map((id) => cellText(cells[id])))
    ).toEqual([
      ['表彰', '2', '5.00', '3.00', '3.00'],
      ['创新', '1', '2.50', '不封顶', '2.50'],
      ['迟报', '1', '1.00', '不封顶', '1.00']
    ])
    const row = rowOf(counted!, '丙处')
    expect([cellText(row['BONUS']), cellText(row['DEDUCTION'])]).toEqual(['4.00', '1.00'])
    expect(formula(row['BONUS'])).toMatch(/^ROUND\(MIN\(SUMPRODUCT\(.*\),4\),2\)$/)
    expect(counted!.remarks).toContain('另有 2 个单位没有加减分。')
  })

  it('caps the net where the scheme nets first', () => {
    const facts = decidedFacts({ values: VALUES, adjustments, scheme: capped({ capOrder: 'NET_THEN_CAP' }) })
    const row = rowOf(tablesOf(adjustmentReport, facts)[2]!, '丙处')
    expect(cellText(row['BONUS'])).toBe('5.00')
    expect(formula(row['BONUS'])).toContain(',4+{DEDUCTION})')
  })

  it('writes plain numbers where two units bear one name: a formula would add them up', () => {
    const scheme = capped()
    const twins = { ...scheme, units: scheme.units.map((unit) => ({ ...unit, name: 'Same' })) }
    const [, classes] = tablesOf(
      adjustmentReport,
      decidedFacts({ values: VALUES, adjustments, scheme: twins })
    )
    expect(classes!.rows.map(({ cells }) => formula(cells['SUM']) === undefined)).toEqual([
      ...[true, true, false, false]
    ])
  })

  it('says so when there are none', () => {
    const [entries, classes] = tablesOf(adjustmentReport, decidedFacts({ values: VALUES }))
    expect(entries!.remarks).toContain('本季度没有加减分。')
    expect([entries!.rows, classes!.rows]).toEqual([[], []])
  })
})
