import { describe, expect, it } from 'vitest'
import { dec, sum, type D } from '#shared/domain/number/decimal.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { unitCardReport } from '#shared/domain/report/card/unitCardReport.ts'
import type { WorkbookContent } from '#shared/domain/report/reportContent.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { NumberCell, ReportRow, ReportTable, TableCell } from '#shared/domain/report/reportTable.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'
import { namesIn } from './cardText.ts'

const workbookOf = (facts: ReportFacts): WorkbookContent => unitCardReport.workbook!(facts, OPTIONS)

function numberIn(cell: TableCell | undefined): NumberCell {
  if (cell === null || cell === undefined || typeof cell === 'string')
    throw new Error(`no number: ${String(cell)}`)
  return cell
}

/** Rows of a word under 板块, in the body and beneath it. */
const rowsOf = ({ rows, foot }: ReportTable, word: string): ReportRow[] =>
  [...rows, ...foot].filter(({ cells }) => cells.DIMENSION === word)

/** 小计 of a dimension, or the one row of what counted or came out. */
function sumCell(table: ReportTable, word: string): TableCell {
  const row = rowsOf(table, word).find(({ cells }) => cells.SUM !== undefined)
  if (row === undefined) throw new Error(`no sum of ${word}`)
  return row.cells.SUM ?? null
}

/** What stands in a column of some rows, as a spreadsheet adds it up. */
function stored(rows: readonly ReportRow[], column: 'SCORE' | 'SUM'): D {
  return sum(
    rows.flatMap(({ cells: { [column]: cell } }) =>
      cell === null || cell === undefined || typeof cell === 'string' ? [] : [dec(cell.exact ?? cell.number)]
    )
  )
}

function sheets(facts: ReportFacts): { unit: UnitResult; table: ReportTable }[] {
  const all = facts.results.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  const [, ...rest] = workbookOf(facts).sheets
  return facts.scheme.units.map(({ code }, index) => ({
    unit: all.find((unit) => unit.unit === code)!,
    table: rest[index]!.table
  }))
}

describe.each([3, 23, 200])('%i units', (units) => {
  const facts = officeFacts({ units })

  it('has an index and a sheet for each unit, named by it', () => {
    const [index, ...rest] = workbookOf(facts).sheets
    const names = facts.scheme.units.map(({ name }) => name)
    expect(index!.table.rows.map(({ cells }) => cells.UNIT)).toEqual(names)
    expect(rest.map(({ table }) => table.name)).toEqual(names)
    expect(new Set(rest.map(({ table }) => table.id)).size).toBe(units)
  })

  it('has every score as a number and every word as a word', () => {
    for (const { unit, table } of sheets(facts)) {
      const indicators = unit.dimensions.flatMap((dimension) => dimension.indicators)
      const rows = table.rows.filter(({ cells }) => indicators.some(({ name }) => name === cells.INDICATOR))
      indicators.forEach(({ name, score }, index) => {
        const { cells } = rows[index]!
        expect(cells.INDICATOR).toBe(name)
        if (score === null) expect(cells.SCORE).toBe('缺报')
        else expect(Number(numberIn(cells.SCORE).number)).toBe(Number(score.printed))
      })
      for (const { name, score } of unit.dimensions) {
        const cell = sumCell(table, name)
        if (score === null) expect(cell).toBe('缺报')
        else expect(Number(numberIn(cell).number)).toBe(Number(score.printed))
      }
      const total = sumCell(table, '总得分')
      if (unit.total === null) expect(total).toBe('未计分')
      else expect(Number(numberIn(total).number)).toBe(Number(unit.total.printed))
    }
  })

  it('reckons 小计, 基础分 and 总得分 from the rows above, and gets the snapshot', () => {
    for (const { unit, table } of sheets(facts)) {
      if (unit.total === null || unit.base === null) continue
      for (const { name, score } of unit.dimensions) {
        expect(numberIn(sumCell(table, name)).formula).toContain(
          'SUMPRODUCT(({DIMENSION:all}={DIMENSION})*1,{SCORE:all})'
        )
        expect(stored(rowsOf(table, name), 'SCORE').toFixed(2)).toBe(score!.printed)
      }
      expect(numberIn(sumCell(table, '基础分')).formula).toContain('SUM({SUM:all})-SUMPRODUCT(')
      const adjustments = [...rowsOf(table, '加分合计'), ...rowsOf(table, '减分合计')]
      expect(stored(table.rows, 'SUM').minus(stored(adjustments, 'SUM')).toFixed(2)).toBe(unit.base.printed)
      expect(numberIn(sumCell(table, '总得分')).formula).toMatch(
        /^ROUND\((ROUND\()?SUM\(\{SUM:all\}\)(,8\))?,2\)$/
      )
      expect(stored(table.rows, 'SUM').toFixed(2)).toBe(unit.total.printed)
    }
  })
})

describe('formulas', () => {
  const facts = officeFacts({ units: 3 })
  const changed = (change: (unit: UnitResult) => void): ReportTable => {
    const results = structuredClone(facts.results)
    change(results.races[0]!.groups[0]!.units.find(({ unit }) => unit === 'u0')!)
    return sheets({ ...facts, results })[0]!.table
  }

  it('are left out where the sheet does not give what the snapshot says', () => {
    const table = changed((unit) => {
      unit.total = { exact: '90', printed: '90.00' }
      unit.base = { exact: '80', printed: '80.00' }
    })
    for (const word of ['基础分', '总得分']) expect(numberIn(sumCell(table, word)).formula).toBeUndefined()
    expect(numberIn(sumCell(table, '承诺事项')).formula).toBeDefined()
    expect(numberIn(sumCell(table, '总得分')).number).toBe('90')
  })

  it('go on above a dimension that is weighted: its 小计 is a number, base and total still add up', () => {
    const table = changed((unit) => {
      const [first] = unit.dimensions
      const less = dec(first!.score!.exact).minus(2)
      first!.score = { exact: less.toFixed(), printed: less.toFixed(2) }
      const base = dec(unit.base!.exact).minus(2)
      unit.base = { exact: base.toFixed(), printed: base.toFixed(2) }
      const total = dec(unit.total!.exact).minus(2)
      unit.total = { exact: total.toFixed(), printed: total.toFixed(2) }
    })
    expect(numberIn(sumCell(table, '目标任务')).formula).toBeUndefined()
    expect(numberIn(sumCell(table, '基础分')).formula).toBeDefined()
    expect(numberIn(sumCell(table, '总得分')).formula).toBeDefined()
  })

  it('rescale where points do not apply', () => {
    const table = changed((unit) => {
      const base = dec(unit.base!.exact).times(40).div(32)
      unit.rescaledFrom = '32'
      unit.base = { exact: base.toFixed(), printed: base.toFixed(2) }
      const total = base.plus(unit.adjustments.bonus.exact).minus(unit.adjustments.deduction.exact)
      unit.total = { exact: total.toFixed(), printed: total.toFixed(2) }
    })
    expect(numberIn(sumCell(table, '基础分')).formula).toContain('*40/32')
    expect(numberIn(sumCell(table, '总得分')).formula).toContain('*40/32')
  })

  it('are left out for dimensions that have the same name', () => {
    const table = changed((unit) => {
      unit.dimensions[1]!.name = unit.dimensions[0]!.name
    })
    const sums = [...table.rows, ...table.foot].flatMap(({ cells }) => cells.SUM ?? [])
    expect(sums.length).toBeGreaterThan(6)
    expect(sums.every((cell) => numberIn(cell).formula === undefined)).toBe(true)
  })
})

describe('what is handed on', () => {
  it('names no other unit on the sheet of a unit', () => {
    for (const hostileNames of [false, true]) {
      const facts = officeFacts({ units: 23, hostileNames })
      const names = facts.scheme.units.map(({ name }) => name)
      for (const { unit, table } of sheets(facts)) expect(namesIn(table, unit.name, names)).toEqual([])
    }
  })

  it('has the chosen unit alone', () => {
    const facts = officeFacts({ units: 23 })
    const content = unitCardReport.workbook!(facts, { ...OPTIONS, units: ['u4'] })
    const names = facts.scheme.units.map(({ name }) => name)
    expect(content.sheets).toHaveLength(2)
    expect(namesIn(content, '第 5 单位', names)).toEqual([])
  })
})
