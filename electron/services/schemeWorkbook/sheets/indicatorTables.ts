import { choice, decimal, integer, ref, text } from '../codec.ts'
import type { ReadRow } from '../columns.ts'
import { pairsOf } from '../listCodec.ts'
import { indicatorsIn, isJson, listIn, type Json } from '../loose.ts'
import { namesIn, plain } from '../names.ts'
import { raw } from '../ruleCells.ts'
import { formatParams, formOf, labelled, parseParams, tablesOf } from '../ruleParams.ts'
import type { BookReading, TableSpec } from '../sheetSpec.ts'
import { indicatorOf } from './indicators.ts'

/** Rows of the tables among the parameters of rules: intervals, tiers, judges' groups, deductions … */
export const paramTables: TableSpec = {
  type: 'TABLE',
  name: '参数表',
  purpose:
    '计分方式里成表的参数（区间、档次、扣分项、评价主体……），一行写表里的一行，从上到下就是表的顺序。内容写成 名称=值，用分号隔开。',
  columns: [
    { header: '指标', path: ['indicator'], codec: ref('indicators'), width: 28 },
    { header: '组别', path: ['group'], codec: ref('groups'), width: 18, help: '分组规定里的计分方式才填' },
    { header: '参数', path: ['param'], codec: raw, width: 18, help: '参数的名称，如 区间' },
    { header: '内容', path: ['row'], codec: raw, width: 70 }
  ],
  rows(definition) {
    const names = namesIn(definition)
    const tables = (rule: unknown, head: Json): Json[] =>
      tablesOf(rule).flatMap(({ label, columns, rows }) =>
        rows.map((row) => ({ ...head, param: label, row: formatParams(row, columns, names) }))
      )
    return indicatorsIn(definition).flatMap(({ indicator }) => [
      ...tables(indicator['rule'], { indicator: indicator['code'] }),
      ...listIn(indicator, 'byGroup').flatMap((item) =>
        tables(item['rule'], { indicator: indicator['code'], group: item['group'] })
      )
    ])
  },
  take(rows, book) {
    for (const row of rows) takeParamRow(row, book)
  }
}

function takeParamRow(row: ReadRow, { definition, names }: BookReading): void {
  const indicator = indicatorOf(row, definition)
  if (indicator === undefined) return
  const { group, param, row: content } = row.values
  const owner =
    group === undefined ? indicator : listIn(indicator, 'byGroup').find((item) => item['group'] === group)
  const rule = owner?.['rule']
  if (!isJson(rule) || !isJson(rule['params'])) {
    const message =
      group === undefined ? '这个指标没有选计分方式' : '分组规定里没有这个指标在这个组别的计分方式'
    row.complain('指标', { message, todo: '请先选计分方式，或删去这一行' })
    return
  }
  const tables = labelled(formOf(rule['kind'])).filter(({ field }) => field.input.type === 'table')
  const table = tables.find(
    ({ label, field }) => typeof param === 'string' && (plain(label) === plain(param) || field.key === param)
  )
  if (table === undefined || table.field.input.type !== 'table') {
    const known = tables.map(({ label }) => label).join('、')
    row.complain('参数', {
      message: `这种计分方式没有成表的参数「${typeof param === 'string' ? param : ''}」`,
      todo: known === '' ? '请删去这一行' : `可用的有 ${known}`
    })
    return
  }
  const parsed = parseParams(typeof content === 'string' ? content : '', table.field.input.columns, names)
  if ('fault' in parsed) {
    row.complain('内容', parsed.fault)
    return
  }
  const list = (rule['params'][table.field.key] ??= []) as Json[]
  list.push(parsed.value as Json)
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const
const QUARTER_HEADERS = { Q1: '一季度', Q2: '二季度', Q3: '三季度', Q4: '四季度' }

export const targets: TableSpec = {
  type: 'TABLE',
  name: '目标',
  purpose:
    '一行是一个指标给一个单位下达的目标；各单位相同的，单位写 全部单位。各季度的目标按指标的口径填当期或累计数。',
  columns: [
    { header: '指标', path: ['indicator'], codec: ref('indicators'), width: 28 },
    { header: '单位', path: ['item', 'unit'], codec: ref('units', '全部单位'), width: 22 },
    { header: '基本目标', also: ['目标', '全年目标'], path: ['item', 'base'], codec: decimal(), width: 12 },
    { header: '奋斗目标', path: ['item', 'stretch'], codec: decimal(), width: 12 },
    ...QUARTERS.map((quarter) => ({
      header: QUARTER_HEADERS[quarter],
      path: ['item', 'phased', quarter],
      codec: decimal(),
      width: 12
    })),
    { header: '排位目标', path: ['item', 'rankTarget'], codec: integer, width: 10, help: '全省前 3 就填 3' },
    { header: '依据', path: ['item', 'basis'], codec: text, width: 24 }
  ],
  rows: (definition) =>
    indicatorsIn(definition).flatMap(({ indicator }) =>
      listIn(indicator, 'targets').map((item) => ({ indicator: indicator['code'], item }))
    ),
  take(rows, { definition }) {
    for (const row of rows) {
      const indicator = indicatorOf(row, definition)
      const item = row.values['item']
      if (indicator === undefined || !isJson(item)) continue
      const list = (indicator['targets'] ??= []) as Json[]
      list.push(item)
    }
  }
}

/** 共担: the result of one unit is credited to several by percent (S9). */
export const sharedWorks: TableSpec = {
  type: 'TABLE',
  name: '共担',
  purpose: '几个单位共同承担的工作，一行一件：在哪个单位名下报、各单位分多少。没有可以不填。',
  columns: [
    { header: '指标', path: ['indicator'], codec: ref('indicators'), width: 28 },
    {
      header: '分什么',
      path: ['divide'],
      codec: choice('shared.divide'),
      width: 12,
      help: '分数值：先分完成数再计分；分得分：先计分再分'
    },
    { header: '共担工作', path: ['work', 'name'], codec: text, width: 24 },
    { header: '牵头单位', path: ['work', 'from'], codec: ref('units'), width: 20 },
    {
      header: '分配比例',
      path: ['work', 'shares'],
      codec: pairsOf('unit', ref('units'), 'percent', decimal('%')),
      width: 44,
      help: '写成 甲单位=70；乙单位=30'
    }
  ],
  rows: (definition) =>
    indicatorsIn(definition).flatMap(({ indicator }) => {
      const { shared } = indicator
      if (!isJson(shared)) return []
      return listIn(shared, 'works').map((work) => ({
        indicator: indicator['code'],
        divide: shared['divide'] ?? 'SCORE',
        work
      }))
    }),
  take(rows, { definition }) {
    for (const row of rows) {
      const indicator = indicatorOf(row, definition)
      if (indicator === undefined) continue
      const { divide, work = {} } = row.values
      const shared = isJson(indicator['shared']) ? indicator['shared'] : { works: [] }
      if (divide !== undefined) shared['divide'] ??= divide
      if (divide !== undefined && divide !== shared['divide']) {
        row.complain('分什么', {
          message: '和这个指标上面的行选的不一样',
          todo: '一个指标只能选一种，请改成一样'
        })
      }
      indicator['shared'] = shared
      ;(shared['works'] as unknown[]).push(work)
    }
  }
}
