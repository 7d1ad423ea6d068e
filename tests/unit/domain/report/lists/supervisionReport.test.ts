import { describe, expect, it } from 'vitest'
import { supervisionReport } from '#shared/domain/report/lists/supervisionReport.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'
import { dataRows, tableNamed } from './reportText.ts'

interface Found {
  unit: string
  item: IndicatorResult
}

function itemsOf({ results }: ReportFacts): Found[] {
  return results.races
    .flatMap((race) => race.groups)
    .flatMap((group) => group.units)
    .flatMap((unit) =>
      unit.dimensions
        .flatMap((dimension) => dimension.indicators)
        .map((item): Found => ({ unit: unit.name, item }))
    )
}

const listOf = (facts: ReportFacts, options = OPTIONS) =>
  tableNamed(supervisionReport.workbook!(facts, options), '督办清单')

/** The same facts with one item changed. */
function withItem(
  facts: ReportFacts,
  change: (item: IndicatorResult) => Partial<IndicatorResult>
): { facts: ReportFacts; unit: string; name: string } {
  const changed = structuredClone(facts)
  const unit = changed.results.races[0]!.groups[0]!.units[0]!
  const item = unit.dimensions[0]!.indicators[0]!
  Object.assign(item, change(item))
  return { facts: changed, unit: unit.name, name: item.name }
}

describe('督办清单', () => {
  it.each([3, 23, 200])(
    'lists exactly what did not reach its target or did not come, of %i units',
    (units) => {
      const facts = officeFacts({ units })
      const rows = dataRows(listOf(facts))
      const expected = itemsOf(facts).filter(
        ({ item }) => item.status === 'MISSING' || item.againstTarget === 'UNMET'
      )
      expect(rows.map((row) => `${row.UNIT} ${row.ITEM}`).sort()).toEqual(
        expected.map(({ unit, item }) => `${unit} ${item.name}`).sort()
      )
      expect(rows.map((row) => row.NO)).toEqual(rows.map((_, index) => (index + 1).toLocaleString('en')))
    }
  )

  it('shows the numbers of the snapshot and where they come from', () => {
    const facts = officeFacts({ units: 23 })
    const items = new Map(itemsOf(facts).map((found) => [`${found.unit} ${found.item.name}`, found.item]))
    for (const row of dataRows(listOf(facts))) {
      const item = items.get(`${row.UNIT} ${row.ITEM}`)!
      if (item.status === 'MISSING') {
        expect(row).toMatchObject({ ACTUAL: '缺报', STATUS: '缺报', SCORE: '缺报', LOSS: '/', GAP: '/' })
        continue
      }
      expect(Number(row.ACTUAL)).toBeCloseTo(Number(item.value), 2)
      expect(row.TARGET).toBe(item.target)
      expect(row.GAP).toBe(item.gapToTarget)
      expect(row.SCORE).toBe(item.score!.printed)
      expect(Number(row.LOSS)).toBeCloseTo(Number(item.fullMark) - Number(item.score!.exact), 2)
      expect(Number(row.RATE!.replace('%', ''))).toBeCloseTo(
        (Number(item.value) / Number(item.target)) * 100,
        2
      )
      expect(row.SOURCE).toBe('汇总表.xlsx · 表1 · D12')
    }
  })

  it('puts what was not handed in first, then the heaviest loss; equal losses in 机构顺序', () => {
    const facts = officeFacts({ units: 23 })
    const rows = dataRows(listOf(facts))
    const order = facts.scheme.units.map(({ name }) => name)
    expect(rows[0]!.STATUS).toBe('缺报')
    const scored = rows.slice(1)
    for (const [index, row] of scored.slice(1).entries()) {
      const before = scored[index]!
      const [a, b] = [Number(before.LOSS), Number(row.LOSS)]
      expect(a).toBeGreaterThanOrEqual(b)
      if (before.LOSS === row.LOSS && before.SCORE === '0.00' && row.SCORE === '0.00')
        expect(order.indexOf(before.UNIT!)).toBeLessThanOrEqual(order.indexOf(row.UNIT!))
    }
  })

  it('counts what it lists above the table', () => {
    const facts = officeFacts({ units: 23 })
    const table = listOf(facts)
    const rows = dataRows(table)
    const of = (word: string): number => rows.filter((row) => row.STATUS === word).length
    const units = new Set(rows.map((row) => row.UNIT)).size
    expect(table.right).toContain(`共 ${units} 个单位 ${rows.length} 项：缺报 ${of('缺报')} 项`)
    expect(table.right).toContain(`落后 ${of('落后')} 项`)
    expect(table.right).toContain(`稍缓 ${of('稍缓')} 项`)
  })

  it('says the word first and the colour behind it, of one vocabulary only', () => {
    const facts = officeFacts({ units: 23 })
    const words = (vocabulary: 'LIGHTS' | 'PLATES') =>
      new Set(dataRows(listOf(facts, { ...OPTIONS, vocabulary })).map((row) => row.STATUS))
    expect(words('LIGHTS')).toEqual(new Set(['缺报', '落后（红灯）', '稍缓（黄灯）']))
    expect(words('PLATES')).toEqual(new Set(['缺报', '落后（黄牌）', '稍缓']))
  })

  it('never calls an unmet target 达标, whatever points the rule gave', () => {
    const { facts, unit, name } = withItem(officeFacts({ units: 3 }), () => ({
      status: 'SCORED',
      againstTarget: 'UNMET',
      rate: '1'
    }))
    const row = dataRows(listOf(facts)).find((each) => each.UNIT === unit && each.ITEM === name)
    expect(row?.STATUS).toBe('未达目标')
  })

  it('leaves out a target that was reached with few points, and lists a mark below the lower line', () => {
    const plain = officeFacts({ units: 3 })
    const has = (rate: string, againstTarget: 'MET' | null): boolean => {
      const { facts, unit, name } = withItem(plain, () => ({
        status: 'SCORED',
        againstTarget,
        rate,
        ...(againstTarget === null ? { value: null, target: null, gapToTarget: null } : {})
      }))
      return dataRows(listOf(facts)).some((row) => row.UNIT === unit && row.ITEM === name)
    }
    expect(has('0.2', 'MET')).toBe(false)
    expect(has('0.8499', null)).toBe(true)
    expect(has('0.85', null)).toBe(false)
  })

  it('has no 完成率 for lower-is-better unless the rule reckoned one', () => {
    const { facts, unit, name } = withItem(officeFacts({ units: 3 }), (item) => ({
      status: 'SCORED',
      againstTarget: 'UNMET',
      rate: '0.5',
      trace: { ...item.trace, steps: [] }
    }))
    facts.scheme.races[0]!.dimensions[0]!.indicators[0]!.direction = 'DOWN'
    const rate = (): string | undefined =>
      dataRows(listOf(facts)).find((row) => row.UNIT === unit && row.ITEM === name)?.RATE
    expect(rate()).toBe('/')
    const item = facts.results.races[0]!.groups[0]!.units[0]!.dimensions[0]!.indicators[0]!
    item.trace.steps = [{ label: '完成率', expression: '2 − 实际 3 / 目标 2', value: '0.5' }]
    expect(rate()).toBe('50.00%')
  })

  it('leaves room to fill in and says what it is drawn from', () => {
    const table = listOf(officeFacts({ units: 3 }))
    for (const row of table.rows)
      for (const id of ['MEASURE', 'DUE', 'PERSON']) expect(row.cells[id]).toBeUndefined()
    expect(table.remarks.join('')).toContain('不是督办台账')
  })

  it('says so when there is nothing to follow up', () => {
    const facts = officeFacts({ units: 3 })
    for (const { item } of itemsOf(facts)) Object.assign(item, { status: 'SCORED', againstTarget: 'MET' })
    const table = listOf(facts)
    expect(table.rows).toHaveLength(1)
    expect(table.rows[0]!.merged?.text).toContain('没有需要督办的事项')
  })

  it('lists bad streaks, those that were reached first', () => {
    const facts = officeFacts({ units: 23 })
    const rows = dataRows(tableNamed(supervisionReport.workbook!(facts, OPTIONS), '连续落后情形'))
    const units = facts.results.races[0]!.groups.flatMap((group) => group.units)
    const bad = units.flatMap((unit) => unit.streaks.filter(({ tone }) => tone === 'BAD'))
    expect(rows).toHaveLength(bad.length)
    expect(new Set(rows.map((row) => row.SENTENCE))).toEqual(new Set(bad.map(({ sentence }) => sentence)))
    const states = rows.map((row) => row.STATE)
    expect(states).toEqual([...states].sort((a, b) => Number(a !== '已达到') - Number(b !== '已达到')))
  })
})
