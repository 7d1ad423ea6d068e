import { describe, expect, it } from 'vitest'
import { progressReport } from '#shared/domain/report/lists/progressReport.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { IndicatorResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { IndicatorDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'
import { dataRows, shown, tableNamed } from './reportText.ts'

const tableOf = (facts: ReportFacts, options: Partial<ReportOptions> = {}) =>
  tableNamed(progressReport.workbook!(facts, { ...OPTIONS, ...options }), '推进表')

const firstItem = ({ races }: ResultSet): IndicatorResult =>
  races[0]!.groups[0]!.units[0]!.dimensions[0]!.indicators[0]!

interface Case {
  definition: Partial<IndicatorDefinition>
  now: Partial<IndicatorResult>
  /** Values in the quarters before, oldest first. */
  before?: (string | null)[]
}

/** The first item of the first unit's row, in the third quarter, with its definition and values set. */
function rowOf(
  { definition, now, before = [] }: Case,
  options: Partial<ReportOptions> = {}
): Record<string, string> {
  const facts = structuredClone(officeFacts({ units: 3 }))
  Object.assign(facts.scheme.races[0]!.dimensions[0]!.indicators[0]!, definition)
  const unit = facts.results.races[0]!.groups[0]!.units[0]!
  const unitOfMeasure = definition.unit ?? ''
  const item = firstItem(facts.results)
  Object.assign(item, { status: 'SCORED', unitOfMeasure, trace: { ...item.trace, steps: [] }, ...now })
  before.forEach((value, index) => {
    const past = facts.earlier[index]!.races[0]!.groups[0]!.units.find((each) => each.unit === unit.unit)!
    Object.assign(past.dimensions[0]!.indicators[0]!, { value })
  })
  const found = tableOf(facts, options)
    .rows.map(shown)
    .find((row) => row.UNIT === unit.name)
  return found!
}

describe('季度推进表', () => {
  it.each([3, 23, 200])(
    'has a row for every item that applies, of %i units, under its dimension',
    (units) => {
      const facts = officeFacts({ units, hostileNames: units === 23 })
      const table = tableOf(facts)
      const [race] = facts.results.races
      const all = race!.groups.flatMap((group) => group.units)
      const items = all.flatMap((unit) => unit.dimensions.flatMap((dimension) => dimension.indicators))
      expect(dataRows(table)).toHaveLength(items.filter(({ status }) => status !== 'NA').length)
      expect(table.rows.flatMap(({ band }) => band ?? [])).toEqual(
        race!.dimensions.map(({ name, fullMark }) => `${name}（满分 ${fullMark} 分）`)
      )
    }
  )

  it('keeps each indicator with its units in 机构顺序, named once in a short block and on every row of a long one', () => {
    const few = officeFacts({ units: 3 })
    const rows = dataRows(tableOf(few))
    expect(rows.slice(0, 6).map((row) => [row.WORK, row.UNIT])).toEqual(
      ['指标 1', '指标 2'].flatMap((work) =>
        few.scheme.units.map(({ name }, index) => [index === 0 ? work : '', name])
      )
    )
    const many = dataRows(tableOf(officeFacts({ units: 23 })))
    expect(many.every((row) => row.WORK !== '')).toBe(true)
  })

  it('shows a task of the year beside its quarter, judged by plan against actual', () => {
    const row = rowOf({
      definition: {
        unit: '万元',
        nature: 'CUMULATIVE',
        direction: 'UP',
        targets: [{ unit: '*', base: '400' }]
      },
      now: { value: '264', target: '300', increment: '64', againstTarget: 'UNMET', rate: '0.88' }
    })
    expect(row).toMatchObject({
      YEAR_TARGET: '400万元',
      QUARTER_TARGET: '/',
      QUARTER_DONE: '64万元',
      DUE_TARGET: '300万元',
      YEAR_DONE: '264万元',
      STATUS: '略滞后'
    })
  })

  it.each([
    ['310', '超前（绿灯）'],
    ['300', '正常（绿灯）'],
    ['264', '略滞后（黄灯）'],
    ['220', '滞后（黄灯）'],
    ['100', '严重滞后（红灯）']
  ])('colours a task of the year by the lines of S43: %s of 300 due, 400 in the year', (value, word) => {
    const row = rowOf(
      {
        definition: { nature: 'CUMULATIVE', direction: 'UP', targets: [{ unit: '*', base: '400' }] },
        now: { value, target: '300', againstTarget: 'UNMET', rate: '0.5' }
      },
      { vocabulary: 'LIGHTS' }
    )
    expect(row.STATUS).toBe(word)
  })

  it('gives no status where the rules leave the stretch open, and says so', () => {
    const facts = officeFacts({ units: 3 })
    facts.scheme.progress.rows = []
    const indicator = facts.scheme.races[0]!.dimensions[0]!.indicators[0]!
    Object.assign(indicator, { nature: 'CUMULATIVE', targets: [{ unit: '*', base: '400' }] })
    const row = dataRows(tableOf(facts))[0]!
    expect(row.STATUS).toBe('/')
    expect(row.NOTE).toContain('方案的进度规则没有规定这一段')
  })

  it('adds quarters only where it is right to', () => {
    const period = (unit: string, before: (string | null)[]): string =>
      rowOf({
        definition: { unit, nature: 'PERIOD', direction: 'UP' },
        now: { value: '5', target: '4', againstTarget: 'EXCEEDED', rate: '1' },
        before
      }).YEAR_DONE!
    expect(period('场', ['3', '4.5'])).toBe('12.5场')
    expect(period('场', ['3', null])).toBe('/')
    expect(period('%', ['3', '4'])).toBe('/')
    expect(period('家', ['3', '4'])).toBe('/')
    expect(period('', ['3', '4'])).toBe('/')
  })

  it('does not add over a quarter that is not frozen', () => {
    const facts = structuredClone(officeFacts({ units: 3 }))
    Object.assign(facts.scheme.races[0]!.dimensions[0]!.indicators[0]!, { unit: '场' })
    for (const results of [...facts.earlier, facts.results])
      for (const unit of results.races[0]!.groups[0]!.units)
        Object.assign(unit.dimensions[0]!.indicators[0]!, { unitOfMeasure: '场', value: '2' })
    expect(dataRows(tableOf(facts))[0]!.YEAR_DONE).toBe('6场')
    expect(dataRows(tableOf({ ...facts, earlier: facts.earlier.slice(1) }))[0]!.YEAR_DONE).toBe('/')
  })

  it('tells 缺报, 0 and 「/」 apart', () => {
    const missing = rowOf({
      definition: { unit: '场', nature: 'PERIOD' },
      now: { status: 'MISSING', value: null, target: '4', score: null, rate: null, againstTarget: null }
    })
    expect(missing).toMatchObject({ QUARTER_DONE: '缺报', STATUS: '缺报', RATE: '/' })
    const nothing = rowOf({
      definition: { unit: '场', nature: 'PERIOD' },
      now: { value: '0', target: '4', againstTarget: 'UNMET', rate: '0' }
    })
    expect(nothing).toMatchObject({ QUARTER_DONE: '0场', RATE: '0.00%', STATUS: '落后' })
    const marked = rowOf({
      definition: {},
      now: { value: null, target: null, againstTarget: null, rate: '0.9233' }
    })
    expect(marked).toMatchObject({ QUARTER_DONE: '/', RATE: '/', STATUS: '稍缓', NOTE: '得分率 92.33%' })
  })

  it('shows values with the decimals of the scheme, and keeps all digits for the workbook', () => {
    const facts = structuredClone(officeFacts({ units: 3 }))
    Object.assign(firstItem(facts.results), { value: '97.00999999999999', status: 'SCORED' })
    const name = facts.results.races[0]!.groups[0]!.units[0]!.name
    const row = tableOf(facts).rows.find(({ cells }) => cells.UNIT === name)!
    expect(row.cells.QUARTER_DONE).toMatchObject({ number: '97.01', exact: '97.00999999999999' })
    Object.assign(firstItem(facts.results), { value: '0.0004' })
    const tiny = tableOf(facts).rows.find(({ cells }) => cells.UNIT === name)!
    expect(tiny.cells.QUARTER_DONE).toMatchObject({ number: '0.0004' })
  })

  it('marks a settled value, and every page of a preview', () => {
    expect(rowOf({ definition: {}, now: { estimated: true } }).NOTE).toBe('补分')
    const preview = progressReport.paper!(officeFacts({ units: 3, frozen: false }), OPTIONS)
    expect(preview.mark).toBe('预览，未定稿')
  })
})
