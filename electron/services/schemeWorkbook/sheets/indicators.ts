import { choice, code, decimal, integer, ref, text } from '../codec.ts'
import type { ColumnSpec, ReadRow } from '../columns.ts'
import { listOf } from '../listCodec.ts'
import { indicatorsIn, isJson, listIn, textIn, type Json } from '../loose.ts'
import { namesIn, plain } from '../names.ts'
import { raw, ruleFromCells, ruleKind, ruleToCells } from '../ruleCells.ts'
import { codeMaker, type BookReading, type TableSpec } from '../sheetSpec.ts'

const columns: readonly ColumnSpec[] = [
  { header: '赛项', path: ['race'], codec: raw, width: 14, help: '只有一个赛项可以不填' },
  { header: '板块', path: ['dimension'], codec: raw, width: 16, help: '空着就算上一行的板块' },
  { header: '代码', also: ['指标代码'], path: ['item', 'code'], codec: code, width: 16 },
  { header: '指标', also: ['指标名称', '名称'], path: ['item', 'name'], codec: text, width: 28 },
  { header: '满分', also: ['分值'], path: ['item', 'fullMark'], codec: decimal('分'), width: 8 },
  { header: '计分方式', path: ['rule', 'kind'], codec: ruleKind, width: 18 },
  {
    header: '参数',
    path: ['rule', 'params'],
    codec: raw,
    width: 40,
    help: '写成 名称=值，几个用分号隔开；不写的用通常值。表格形的参数写在参数表'
  },
  { header: '计量单位', also: ['单位'], path: ['item', 'unit'], codec: text, width: 10 },
  {
    header: '方向',
    path: ['item', 'direction'],
    codec: choice('indicators.direction'),
    width: 14,
    shown: 'UP'
  },
  {
    header: '口径',
    path: ['item', 'nature'],
    codec: choice('indicators.nature'),
    width: 10,
    shown: 'PERIOD'
  },
  { header: '小数位', path: ['item', 'precision'], codec: integer, width: 8, shown: 2 },
  { header: '数据由谁报', path: ['item', 'provider'], codec: ref('units'), width: 16 },
  { header: '责任单位', path: ['item', 'owner'], codec: ref('units'), width: 16 },
  {
    header: '适用组别',
    path: ['item', 'appliesTo', 'groups'],
    codec: listOf(ref('groups')),
    width: 18,
    help: '和适用单位都空着就是全体'
  },
  { header: '适用单位', path: ['item', 'appliesTo', 'units'], codec: listOf(ref('units')), width: 20 },
  { header: '除外单位', path: ['item', 'appliesTo', 'exceptUnits'], codec: listOf(ref('units')), width: 20 },
  {
    header: '缺报处理',
    path: ['item', 'missing'],
    codec: choice('indicators.missing'),
    width: 16,
    help: '和通用规则不同才填'
  },
  { header: '缺报比例%', path: ['item', 'missingFloor'], codec: decimal('%'), width: 10 },
  { header: '缺报扣分', path: ['item', 'missingPoints'], codec: decimal('分'), width: 10 },
  { header: '条款', path: ['item', 'clause'], codec: text, width: 20 },
  { header: '别名', path: ['item', 'aliases'], codec: listOf(text), width: 24, help: '报表里还会写成什么' }
]

/** What a race or dimension is called on the sheet: its name where that tells it from the others, else its code. */
function label(thing: Json, all: readonly Json[]): unknown {
  const name = textIn(thing, 'name') ?? ''
  const same = all.filter(
    (other) => plain(textIn(other, 'name') ?? '') === plain(name) || textIn(other, 'code') === name
  )
  return same.length === 1 && name.trim() !== '' ? name : thing['code']
}

function rowsOf(definition: Json): Json[] {
  const names = namesIn(definition)
  const all = listIn(definition, 'races')
  return indicatorsIn(definition).map(({ race, dimension, indicator }) => ({
    race: label(race, all),
    dimension: label(dimension, listIn(race, 'dimensions')),
    item: indicator,
    rule: ruleToCells(indicator['rule'], names)
  }))
}

/** Where the rows of the sheet go: race and dimension, those of the row above where the cells are empty. */
interface Seat {
  race: Json | undefined
  dimension: Json | undefined
}

function found(things: readonly Json[], wanted: unknown, above: Json | undefined): Json | undefined {
  if (typeof wanted !== 'string') return above ?? (things.length === 1 ? things[0] : undefined)
  return (
    things.find((thing) => thing['code'] === wanted) ??
    things.find((thing) => plain(textIn(thing, 'name') ?? '') === plain(wanted))
  )
}

function seatOf(row: ReadRow, races: readonly Json[], above: Seat): Seat {
  const race = found(races, row.values['race'], above.race)
  if (race === undefined) {
    tellMissing(row, '赛项', 'race')
    return { race: undefined, dimension: undefined }
  }
  const sameRace = race === above.race
  const parts = listIn(race, 'dimensions')
  const dimension = found(parts, row.values['dimension'], sameRace ? above.dimension : undefined)
  if (dimension === undefined) tellMissing(row, '板块', 'dimension')
  return { race, dimension }
}

function tellMissing(row: ReadRow, header: '赛项' | '板块', key: string): void {
  const wanted = textIn(row.values, key)
  const message = wanted === undefined ? `没有写${header}` : `没有叫「${wanted}」的${header}`
  row.complain(header, { message, todo: `请填赛项与板块表里的${header}` })
}

function take(rows: readonly ReadRow[], { definition, names }: BookReading): void {
  const next = codeMaker(
    'i',
    rows.map((row) => (isJson(row.values['item']) ? row.values['item']['code'] : undefined))
  )
  const races = listIn(definition, 'races')
  let seat: Seat = { race: undefined, dimension: undefined }
  for (const row of rows) {
    seat = seatOf(row, races, seat)
    if (seat.dimension === undefined) continue
    const item = isJson(row.values['item']) ? row.values['item'] : {}
    const rule = ruleFromCells(row, row.values['rule'], names)
    const indicator: Json = {
      code: item['code'] ?? next(),
      ...item,
      ...(rule === undefined ? {} : { rule })
    }
    names.add('indicators', indicator)
    const list = (seat.dimension['indicators'] ??= []) as Json[]
    list.push(indicator)
  }
  // A dimension without indicators says so; the schema wants the list.
  for (const part of races.flatMap((entry) => listIn(entry, 'dimensions'))) part['indicators'] ??= []
}

export const indicators: TableSpec = {
  type: 'TABLE',
  name: '指标',
  purpose: '一行一个指标。代码不填会自动编，定了不要改（各季度的数据靠它对应）。',
  columns,
  rows: rowsOf,
  take
}

/** Full marks and rules that differ in one group (S4, S10). */
export const variants: TableSpec = {
  type: 'TABLE',
  name: '分组规定',
  purpose: '同一指标在某个组别满分不同或计分方式不同才填，一行一个指标、一个组别；没有就空着。',
  columns: [
    { header: '指标', path: ['indicator'], codec: ref('indicators'), width: 28 },
    { header: '组别', path: ['item', 'group'], codec: ref('groups'), width: 20 },
    { header: '满分', path: ['item', 'fullMark'], codec: decimal('分'), width: 10 },
    { header: '计分方式', path: ['rule', 'kind'], codec: ruleKind, width: 18 },
    { header: '参数', path: ['rule', 'params'], codec: raw, width: 44 }
  ],
  rows(definition) {
    const names = namesIn(definition)
    return indicatorsIn(definition).flatMap(({ indicator }) =>
      listIn(indicator, 'byGroup').map((item) => ({
        indicator: indicator['code'],
        item,
        rule: ruleToCells(item['rule'], names)
      }))
    )
  },
  take(rows, { definition, names }) {
    for (const row of rows) {
      const indicator = indicatorOf(row, definition)
      if (indicator === undefined) continue
      const item = isJson(row.values['item']) ? row.values['item'] : {}
      const rule = ruleFromCells(row, row.values['rule'], names)
      ;((indicator['byGroup'] ??= []) as Json[]).push({ ...item, ...(rule === undefined ? {} : { rule }) })
    }
  }
}

/** The indicator that a row is about; without one the row is told. */
export function indicatorOf(row: ReadRow, definition: Json): Json | undefined {
  const code = row.values['indicator']
  const indicator = indicatorsIn(definition).find((entry) => entry.indicator['code'] === code)?.indicator
  if (code === undefined) row.complain('指标', { message: '没有写是哪个指标', todo: '请填指标的名称或代码' })
  return indicator
}
