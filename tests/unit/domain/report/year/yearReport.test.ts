import { describe, expect, it } from 'vitest'
import type { YearUnit } from '#shared/domain/period/yearResult.ts'
import { cellText } from '#shared/domain/report/cellText.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { NumberCell, ReportTable } from '#shared/domain/report/reportTable.ts'
import { yearReport } from '#shared/domain/report/year/yearReport.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'
import { allText, dataRows, shown, tableNamed } from '../lists/reportText.ts'
import { evaluate } from './evaluate.ts'
import { withYear } from './yearOf.ts'

const book = (facts: ReportFacts, options: Partial<ReportOptions> = {}) =>
  yearReport.workbook!(facts, { ...OPTIONS, ...options })

const groupsOf = ({ year }: ReportFacts) => year!.result.races.flatMap((race) => race.groups)

const QUARTERS = ['2026Q1', '2026Q2', '2026Q3', '2026Q4']

function formulas(table: ReportTable): { row: ReportTable['rows'][number]; cell: NumberCell }[] {
  return [...table.rows, ...table.foot].flatMap((row) =>
    Object.values(row.cells).flatMap((cell) =>
      cell !== null && typeof cell === 'object' && cell.formula !== undefined ? [{ row, cell }] : []
    )
  )
}

const leadership = (facts: ReportFacts, points: (index: number) => string) =>
  facts.scheme.units.map(({ code }, index) => ({
    id: index + 1,
    period: '2026Q4',
    subject: {
      type: 'LEADERSHIP' as const,
      race: 'race',
      unit: code,
      span: 'YEAR' as const,
      points: points(index)
    },
    basis: '局长办公会',
    decidedBy: '分管领导',
    date: '2027-01-08'
  }))

describe('年度汇总', () => {
  it.each([3, 23, 200])('shows each unit of %i as the year has it', (units) => {
    const facts = officeFacts({ units, quarters: 4, hostileNames: units === 23 })
    for (const group of groupsOf(facts)) {
      const table = tableNamed(book(facts), group.name)
      const rows = dataRows(table)
      expect(rows.map((row) => row.UNIT)).toEqual(group.units.map(({ name }) => name))
      group.units.forEach((unit, index) => {
        const row = rows[index]!
        expect(row.RANK).toBe(unit.rank === null ? '/' : String(unit.rank))
        expect(row.QUARTERS).toBe(unit.quarterScore?.printed ?? '/')
        expect(row.TOTAL).toBe(unit.total?.printed ?? '/')
        expect(row.REMARKS).toBe(unit.remarks.join('；'))
        expect(row.GRADE).toBe(unit.grade?.grade ?? '/')
        for (const quarter of unit.quarters) {
          expect(row[`SCORE:${quarter.period}`]).toBe(quarter.score ?? '缺')
          expect(row[`RANK:${quarter.period}`]).toBe(quarter.rank === null ? '/' : String(quarter.rank))
        }
      })
      expect(table.foot.map((row) => shown(row).TOTAL)).toEqual(group.mean === null ? [] : [group.mean])
    }
  })

  it('says how each quarter counts and gives the calculation in one line', () => {
    const facts = officeFacts({ units: 23, quarters: 4 })
    const table = tableNamed(book(facts), '合成过程')
    const units: YearUnit[] = groupsOf(facts).flatMap((group) => group.units)
    const rows = dataRows(table)
    expect(rows).toHaveLength(units.length * 4)
    units.forEach((unit, index) => {
      unit.quarters.forEach((quarter, place) => {
        const row = rows[index * 4 + place]!
        expect(row.UNIT).toBe(place === 0 ? unit.name : '')
        expect(row.WEIGHT).toBe(quarter.weight === null ? '/' : `${quarter.weight}%`)
        expect(row.SOURCE).toBe(quarter.source)
        expect(row.STATE).toBe(
          quarter.state === 'MISSING' ? '没有成绩' : quarter.weight === null ? '有成绩' : '计入'
        )
      })
    })
    const sentences = table.rows.flatMap(({ merged }) => merged?.text ?? [])
    units.forEach((unit, index) => expect(sentences[index]!.startsWith(unit.sentence)).toBe(true))
  })

  it.each([
    ['mean', {}],
    ['weighted', { method: 'WEIGHTED', weights: { Q1: '20', Q2: '20', Q3: '25', Q4: '35' } }],
    ['best three', { method: 'BEST', best: 3 }],
    ['exact quarters', { quarterScore: 'EXACT' }],
    ['a missing one as 0', { missing: 'ZERO' }],
    ['a missing one left out', { missing: 'EXCLUDE' }]
  ] as const)('writes formulas that give the year’s own numbers: %s', (_, rules) => {
    const facts = withYear(officeFacts({ units: 23, quarters: 4 }), { rules })
    const tables = groupsOf(facts).map((group) => tableNamed(book(facts), group.name))
    const found = tables.flatMap((table) => formulas(table).map((each) => ({ ...each, table })))
    const totals = groupsOf(facts).flatMap((group) => group.units.filter(({ total }) => total !== null))
    if (!('quarterScore' in rules)) expect(found.length).toBeGreaterThanOrEqual(totals.length * 2)
    for (const { row, cell, table } of found) expect(evaluate(cell.formula!, row, table)).toBe(cellText(cell))
  })

  it('adds leadership’s points in the formula, without rounding in between', () => {
    const plain = officeFacts({ units: 23, quarters: 4 })
    const facts = withYear(plain, {
      rules: { leadership: '5' },
      decisions: leadership(plain, (index) => String((index % 50) / 10))
    })
    const tables = groupsOf(facts).map((group) => tableNamed(book(facts), group.name))
    expect(tables[0]!.columns.find(({ id }) => id === 'LEADERSHIP')?.fullMark).toBe('5')
    const units = groupsOf(facts).flatMap((group) => group.units)
    expect(tables.flatMap(dataRows).map((row) => row.LEADERSHIP)).toEqual(
      units.map((unit) => unit.leadership?.printed ?? '/')
    )
    const totals = tables.flatMap((table) =>
      formulas(table)
        .filter(({ cell }) => cell.formula!.includes('LEADERSHIP'))
        .map((each) => ({ ...each, table }))
    )
    expect(totals).toHaveLength(units.filter(({ total }) => total !== null).length)
    for (const { row, cell, table } of totals)
      expect(evaluate(cell.formula!, row, table)).toBe(cellText(cell))
  })

  it('writes no formula where spreadsheets would round otherwise, or the rules are not at hand', () => {
    const plain = officeFacts({ units: 23, quarters: 4 })
    const cut = withYear(plain, { rounding: 'FLOOR' })
    for (const group of groupsOf(cut)) {
      const cells = tableNamed(book(cut), group.name).rows.flatMap((row) => Object.values(row.cells))
      expect(cells.filter((cell) => cell !== null && typeof cell === 'object' && 'formula' in cell)).toEqual(
        []
      )
    }
    const other = structuredClone(plain)
    other.year!.result.scheme.version = 7
    for (const group of groupsOf(other))
      expect(formulas({ ...tableNamed(book(other), group.name), foot: [] })).toEqual([])
    const policies = tableNamed(book(other), '政策说明')
    expect(policies.remarks.join('')).toContain('第 7 版')
    expect(policies.rows.some(({ band }) => band?.includes('怎样合成') === true)).toBe(false)
  })

  it('marks quarters that were dropped, settled, or are still to come', () => {
    const plain = officeFacts({ units: 23, quarters: 4 })
    const best = withYear(plain, { rules: { method: 'BEST', best: 3 } })
    const unit = groupsOf(best)[0]!.units[0]!
    const dropped = unit.quarters.find(({ state }) => state === 'DROPPED')!
    const [row] = dataRows(tableNamed(book(best), groupsOf(best)[0]!.name))
    expect(row![`SCORE:${dropped.period}`]).toBe(`${dropped.score}去`)
    const legend = tableNamed(book(best), groupsOf(best)[0]!.name).remarks.join('')
    expect(legend).toContain('带「去」的去掉不计入')
    expect(legend).not.toContain('带「承」的')
    const code = plain.scheme.units[0]!.code
    const imputed = withYear(plain, {
      without: ['2026Q2'],
      decisions: [
        {
          id: 1,
          period: '2026Q2',
          subject: {
            type: 'IMPUTATION',
            unit: code,
            race: 'race',
            indicator: null,
            as: 'SCORE',
            value: '30'
          },
          basis: '经商议决定',
          decidedBy: '考核办',
          date: '2026-07-20'
        }
      ]
    })
    const rows = groupsOf(imputed).flatMap((group) => dataRows(tableNamed(book(imputed), group.name)))
    expect(rows.find((each) => each.UNIT === plain.scheme.units[0]!.name)!['SCORE:2026Q2']).toBe('30.00补')
    expect(rows.find((each) => each.UNIT === plain.scheme.units[1]!.name)!['SCORE:2026Q2']).toBe('未冻结')
  })

  it('makes every rule visible, with the snapshots, and what is still open', () => {
    const facts = withYear(officeFacts({ units: 23, quarters: 4 }), {
      rules: { method: 'BEST', best: 3, leadership: '5', missing: 'EXCLUDE' }
    })
    const table = tableNamed(book(facts), '政策说明')
    const answers = new Map(dataRows(table).map((row) => [row.ITEM, row.ANSWER]))
    for (const period of QUARTERS) expect([...answers.values()]).toContain(`${period}-r1-7c3e5a11`)
    expect(answers.get('算法')).toBe('取最好的几个季度')
    expect(answers.get('取几个季度')).toBe('最好的 3 个')
    expect(answers.get('缺季处理')).toBe('不计这一季')
    expect(answers.get('领导评价分值')).toBe('5 分')
    expect(answers.get('取整方式')).toBe('四舍五入')
    const sentences = table.rows.flatMap(({ merged }) => merged?.text ?? [])
    const { footer, open } = facts.year!.result
    expect(open.length).toBeGreaterThan(0)
    expect(sentences).toEqual([...footer, ...open])
  })

  it('gives the yearly mean of every indicator', () => {
    const facts = officeFacts({ units: 23, quarters: 4 })
    for (const group of groupsOf(facts)) {
      const rows = dataRows(tableNamed(book(facts), `${group.name}指标平均分`))
      expect(rows.map((row) => row.UNIT)).toEqual(group.units.map(({ name }) => name))
      group.units.forEach((unit, index) => {
        for (const { indicator, score } of unit.indicators)
          expect(rows[index]![`INDICATOR:${indicator}`]).toBe(score ?? '/')
      })
    }
  })

  it('has no column for what nobody of the group is scored in', () => {
    const facts = structuredClone(officeFacts({ units: 23, quarters: 4 }))
    const group = groupsOf(facts)[0]!
    for (const unit of group.units) Object.assign(unit.indicators[0]!, { score: null })
    const { columns } = tableNamed(book(facts), `${group.name}指标平均分`)
    expect(columns).toHaveLength(group.units[0]!.indicators.length)
    expect(columns.map(({ id }) => id)).not.toContain(`INDICATOR:${group.units[0]!.indicators[0]!.indicator}`)
  })

  it('carries the snapshot of the year, not of the quarter', () => {
    const quarter = officeFacts({ units: 3, quarters: 4 })
    const preview = yearReport.paper!(quarter, OPTIONS)
    expect(preview.mark).toBe('预览，未定稿')
    expect(preview.title).toBe('2026年度考核汇总（预览，未定稿）')
    expect(preview.provenance).not.toContain(quarter.snapshot!.id)
    expect(yearReport.basis!(quarter)).toBeNull()
    const frozen = withYear(quarter, { frozen: true })
    const paper = yearReport.paper!(frozen, OPTIONS)
    expect([paper.mark, paper.provenance]).toEqual(['', '快照 2026-YEAR-r1-0a1b2c3d'])
    expect(yearReport.basis!(frozen)).toMatchObject({ id: '2026-YEAR-r1-0a1b2c3d' })
    expect(yearReport.fileStem(frozen, OPTIONS)).toBe('2026年度考核汇总')
  })

  it('names no unit that the options keep back, on any page', () => {
    const facts = officeFacts({ units: 23, quarters: 4 })
    const top = allText(yearReport.paper!(facts, { ...OPTIONS, topOnly: 2 }))
    const counted = allText(yearReport.paper!(facts, { ...OPTIONS, bottom: 'COUNT' }))
    for (const { units, mean } of groupsOf(facts)) {
      for (const { name, rank, total } of units) {
        if (rank === null || rank > 2) expect([name, top.includes(name)]).toEqual([name, false])
        if (rank !== null && Number(total!.printed) < Number(mean))
          expect([name, counted.includes(name)]).toEqual([name, false])
      }
    }
    expect(top).toContain('个单位名次略')
    expect(counted).toContain('个单位名次略')
  })

  it('cannot be made before a quarter is frozen', () => {
    const facts = officeFacts({ units: 3 })
    expect(yearReport.unavailable!(facts)).toBeNull()
    expect(yearReport.unavailable!({ ...facts, year: null })).toContain('2026年还没有冻结的季度')
  })
})
