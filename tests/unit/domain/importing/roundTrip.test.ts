import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellAddress } from '#shared/domain/importing/a1.ts'
import { analyse } from './helpers/analyse.ts'
import { rawSheet, type CellInput } from './helpers/rawSheet.ts'

const UNITS = ['bgs', 'zzrs', 'ghcw', 'zcfg', 'jjty', 'sjc'] as const
const NAMES: Record<string, readonly string[]> = {
  bgs: ['办公室', ' 办公室　', '1.办公室', '市体育局办公室', '局办'],
  zzrs: ['组织人事处', '人事处', '组织\n人事处'],
  ghcw: ['规划财务处', '规划财务处（盖章）'],
  zcfg: ['政策法规处', '政策 法规处'],
  jjty: ['竞技体育处', '海州市体育局竞技体育处'],
  sjc: ['审计处', '（六）审计处']
}
const LABELS: Record<string, readonly string[]> = {
  events: ['重点体育项目', '重点体育项目（个）', '一、重点体育项目', '重点项目数'],
  funds: ['到位资金', '到位资金(万元)', '到位资金（单位：万元）']
}

/** How a number may stand in a sheet, and what must then be read: the number, a state, or a problem. */
const DIRT: Record<string, (value: number) => { cell: CellInput; means: (value: number) => string }> = {
  number: (value) => ({ cell: value, means: String }),
  text: (value) => ({ cell: ` ${value} `, means: String }),
  fullWidth: (value) => ({
    cell: String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    means: String
  }),
  thousands: (value) => ({ cell: value.toLocaleString('en-US'), means: String }),
  noise: (value) => ({
    cell: { kind: 'number', value: value === 0 ? '0' : `${value}.00000000000004`.slice(0, 18) },
    means: String
  }),
  slash: () => ({ cell: '/', means: () => 'NA' }),
  missing: () => ({ cell: '未报', means: () => 'MISSING' }),
  blank: () => ({ cell: null, means: () => 'MISSING' }),
  about: (value) => ({ cell: `约${value}`, means: () => 'PROBLEM' }),
  error: () => ({ cell: { kind: 'error', value: '#DIV/0!' }, means: () => 'PROBLEM' })
}

const pick = (list: readonly string[], index: number): string => list[index % list.length]!
const entry = fc.record({
  value: fc.integer({ min: 0, max: 9999 }),
  dirt: fc.constantFrom(...Object.keys(DIRT))
})
const table = fc.record({
  units: fc.shuffledSubarray([...UNITS], { minLength: 2 }),
  entries: fc.array(fc.tuple(entry, entry), { minLength: 6, maxLength: 6 }),
  spelling: fc.nat(20),
  head: fc.shuffledSubarray(['2026年三季度完成情况表', '填报单位：规划财务处　填报时间：2026.10.8', ''], {
    minLength: 0
  }),
  foot: fc.shuffledSubarray(['注：数据截至9月底。', '填报人：张三　审核人：李四', ''], { minLength: 0 }),
  serial: fc.boolean(),
  gap: fc.boolean(),
  layout: fc.constantFrom('UNIT_BY_INDICATOR', 'INDICATOR_BY_UNIT', 'LONG_LIST')
})

interface Written {
  rows: CellInput[][]
  /** Address → what must come out. */
  expected: Map<string, string>
}

function write(given: typeof table extends fc.Arbitrary<infer T> ? T : never): Written {
  const rows: CellInput[][] = given.head.map((line) => [line])
  const expected = new Map<string, string>()
  const codes = Object.keys(LABELS)
  const put = (
    row: CellInput[],
    unit: string,
    code: string,
    at: (typeof given.entries)[number][number]
  ): void => {
    const { cell, means } = DIRT[at.dirt]!(at.value)
    expected.set(cellAddress(rows.length, row.length), `${unit}/${code}=${means(at.value)}`)
    row.push(cell)
  }
  const start = (): CellInput[] => (given.serial ? [rows.length] : [])
  const head = given.serial ? ['序号'] : []
  if (given.layout === 'UNIT_BY_INDICATOR') {
    rows.push([...head, '单位', ...codes.map((code) => pick(LABELS[code]!, given.spelling)), '备注'])
    given.units.forEach((unit, index) => {
      if (given.gap && index === 1) rows.push([])
      const row = [...start(), pick(NAMES[unit]!, given.spelling)]
      codes.forEach((code, col) => put(row, unit, code, given.entries[index]![col]!))
      rows.push(row)
    })
  } else if (given.layout === 'INDICATOR_BY_UNIT') {
    rows.push([...head, '指标', ...given.units.map((unit) => pick(NAMES[unit]!, given.spelling))])
    codes.forEach((code, col) => {
      const row = [...start(), pick(LABELS[code]!, given.spelling)]
      given.units.forEach((unit, index) => put(row, unit, code, given.entries[index]![col]!))
      rows.push(row)
    })
  } else {
    rows.push([...head, '责任单位', '考核指标', '完成情况'])
    given.units.forEach((unit, index) => {
      codes.forEach((code, col) => {
        const row = [...start(), pick(NAMES[unit]!, given.spelling), pick(LABELS[code]!, given.spelling)]
        put(row, unit, code, given.entries[index]![col]!)
        rows.push(row)
      })
    })
  }
  rows.push(...given.foot.map((line) => [line]))
  return { rows, expected }
}

it('a known table in any layout with any dirt comes back the same, or as a problem at that address', () => {
  fc.assert(
    fc.property(table, (given) => {
      const { rows, expected } = write(given)
      const { sheet, readings, problems } = analyse(rawSheet(rows))
      expect(sheet.layout).toBe(given.layout)
      const got = new Map(
        readings.map((one) => [one.address, `${one.unit}/${one.indicator}=${one.value ?? one.state}`])
      )
      for (const problem of problems) {
        if (problem.level === 'error')
          got.set(
            problem.place.cell ?? '-',
            expected.get(problem.place.cell ?? '-')?.replace(/=.*/, '=PROBLEM') ?? problem.code
          )
      }
      expect(Object.fromEntries(got)).toEqual(Object.fromEntries(expected))
    }),
    { numRuns: 400 }
  )
})
