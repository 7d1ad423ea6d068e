import { describe, expect, it } from 'vitest'
import { placeholdersIn, looseBraces, withPlainBraces } from '#shared/domain/report/template/placeholders.ts'
import {
  isRowField,
  listForFields,
  nearestName,
  templateData
} from '#shared/domain/report/template/templateData.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'

const FACTS = officeFacts({ units: 23, hostileNames: true })
const DATA = templateData(FACTS, OPTIONS)
const GROUPS = FACTS.results.races[0]!.groups
const values = (list: string, field: string, options = {}): unknown[] =>
  templateData(FACTS, { ...OPTIONS, ...options })
    .list(list)!
    .rows.map((row) => row.value(field))

describe('fields of the report', () => {
  it('print each group’s own number where there are several, and one group’s as a number', () => {
    expect(DATA.value('平均分')).toBe(GROUPS.map(({ name, mean }) => `${name} ${mean!.total}`).join('，'))
    expect(DATA.value(`平均分：${GROUPS[1]!.name}`)).toEqual({ number: GROUPS[1]!.mean!.total, decimals: 2 })
    const one = templateData(officeFacts({ units: 3 }), OPTIONS)
    expect(one.value('平均分')).toMatchObject({ decimals: 2 })
  })

  it('do not name the last units where they must not be named', () => {
    const last = GROUPS[0]!.units.findLast(({ rank }) => rank !== null)!
    expect(DATA.value(`最低分单位:${GROUPS[0]!.name}`)).toBe(last.name)
    for (const options of [{ bottom: 'COUNT' as const }, { topOnly: 3 }])
      expect(templateData(FACTS, { ...OPTIONS, ...options }).value(`最低分单位:${GROUPS[0]!.name}`)).toBe(
        '1 个单位'
      )
  })

  it('understand other names, spaces and full-width signs', () => {
    expect(DATA.value('第一名')).toBe(DATA.value('最高分单位'))
    expect(DATA.value(' 期 间 ')).toBe('2026年第三季度')
    expect(DATA.value('没有的')).toBeUndefined()
  })
})

describe('lists', () => {
  it('take units in the order of the snapshot, or of the organisation', () => {
    const names = GROUPS.flatMap(({ units }) => units.map(({ name }) => name))
    expect(values('排名', '单位')).toEqual(names)
    expect(values(`排名:${GROUPS[2]!.name}`, '单位')).toEqual(GROUPS[2]!.units.map(({ name }) => name))
    expect(values('机构顺序', '单位')).toEqual(FACTS.scheme.units.map(({ name }) => name))
    expect(values('机构顺序', '序号')[22]).toEqual({ number: '23', decimals: 0 })
  })

  it('keep 0, 「/」 and 缺报 apart', () => {
    const blocked = GROUPS.flatMap(({ units }) => units).findIndex(({ state }) => state === 'BLOCKED')
    expect(values('排名', '总得分')[blocked]).toBe('/')
    expect(values('排名', '目标任务')[blocked]).toBe('缺报')
    expect(values('排名', '指标 1')[blocked]).toBe('缺报')
    expect(values('排名', '减分')).toContainEqual({ number: '0.00', decimals: 2 })
  })

  it('count instead of naming where names are held back', () => {
    const unnamed = values('未报送', '单位', { topOnly: 2 })
    expect(unnamed).toEqual(['1 个单位'])
    const bad = FACTS.results.races[0]!.boards.flatMap(({ kind, entries }) =>
      kind === 'RED_BLACK' ? entries.filter(({ side }) => side === 'BAD').map(({ unit }) => unit) : []
    )
    expect(bad.length).toBeGreaterThan(0)
    expect(values('黑榜', '单位', { bottom: 'COUNT' })).toEqual([`${new Set(bad).size} 个单位`])
    expect(values('排名', '单位', { topOnly: 1 }).length).toBeLessThan(GROUPS.length * 3)
  })

  it('print what the ledger and the means hold', () => {
    const entries = GROUPS.flatMap(({ units }) => units.flatMap(({ adjustments }) => adjustments.entries))
    expect(values('加减分', '分值')).toEqual(
      entries.map(({ entry }) => ({
        number: entry.points,
        decimals: entry.points.split('.')[1]?.length ?? 0
      }))
    )
    expect(values('加分', '加减').every((text) => text === '加分')).toBe(true)
    expect(values('各组平均', '总得分')).toEqual(
      GROUPS.map(({ mean }) => ({ number: mean!.total, decimals: 2 }))
    )
  })
})

describe('names', () => {
  it('tell fields of a row from those of the report', () => {
    expect(['单位', '机构', '没有'].map((name) => isRowField(DATA, name))).toEqual([true, false, false])
    expect(listForFields(DATA, ['单位', '事由'])?.name).toBe('加减分')
    expect(listForFields(DATA, ['单位', '名次'])?.name).toBe('排名')
    expect(listForFields(DATA, ['事由', '缺报指标'])).toBeNull()
  })

  it('suggest the nearest', () => {
    expect(nearestName('总得份', ['名次', '总得分', '得分说明'])).toBe('总得分')
    expect(nearestName('上季名次', ['上季度名次', '名次'])).toBe('上季度名次')
    expect(nearestName('天气预报', ['名次', '总得分'])).toBeNull()
  })
})

it('placeholders are found with their kinds, and left over braces too', () => {
  const text = withPlainBraces('｛｛ #排名：甲 ｝｝{{名次}}{{/}}{{^红榜}}')
  expect(placeholdersIn(text).map(({ kind, name }) => [kind, name])).toEqual([
    ['OPEN', '排名：甲'],
    ['FIELD', '名次'],
    ['CLOSE', ''],
    ['NONE', '红榜']
  ])
  expect(['{{a}}', '{{a', 'a}}', '{a}'].map(looseBraces)).toEqual([false, true, true, false])
})
