import { sameJson } from '#shared/domain/scheme/compactScheme.ts'
import { choice, code, decimal, ref, text } from '../codec.ts'
import type { ColumnSpec, ReadRow } from '../columns.ts'
import { listOf, measure, pairsOf } from '../listCodec.ts'
import { listIn, type Json } from '../loose.ts'
import { codeMaker, type BookReading, type TableSpec } from '../sheetSpec.ts'

/** Full marks that differ from group to group (S10). */
export const byGroup = pairsOf('group', ref('groups'), 'fullMark', decimal('分'))

const columns: readonly ColumnSpec[] = [
  { header: '赛项代码', path: ['race', 'code'], codec: code, width: 12 },
  { header: '赛项', path: ['race', 'name'], codec: text, width: 18 },
  {
    header: '参赛组别',
    path: ['race', 'groups'],
    codec: listOf(ref('groups')),
    width: 24,
    help: '组别表里的名称，几个用顿号隔开；写在赛项的第一行'
  },
  { header: '赛项满分', path: ['race', 'fullMark'], codec: decimal('分'), width: 10 },
  {
    header: '赛项分组满分',
    path: ['race', 'byGroup'],
    codec: byGroup,
    width: 18,
    help: '各组满分不同才填：甲组=80；乙组=90'
  },
  {
    header: '参加对象',
    path: ['race', 'participants'],
    codec: listOf(choice('races.participants')),
    width: 14,
    help: '只比某类单位才填，如 子企业'
  },
  {
    header: '另外排名',
    path: ['race', 'alsoRank'],
    codec: listOf(choice('races.alsoRank')),
    width: 14,
    help: '全部单位、各战线'
  },
  {
    header: '并列先后',
    path: ['race', 'tieBreak'],
    codec: listOf(measure('tieBreak.by')),
    width: 30,
    help: '同分时依次比什么：板块 目标任务、指标 资金到位、基础分、否决少、减分少、上季度名次'
  },
  { header: '板块代码', path: ['dimension', 'code'], codec: code, width: 14 },
  { header: '板块', path: ['dimension', 'name'], codec: text, width: 20 },
  { header: '板块满分', path: ['dimension', 'fullMark'], codec: decimal('分'), width: 10 },
  { header: '板块分组满分', path: ['dimension', 'byGroup'], codec: byGroup, width: 18 },
  {
    header: '合成方式',
    path: ['dimension', 'composition'],
    codec: choice('dimensions.composition'),
    width: 14,
    shown: 'SUM'
  }
]

function rowsOf(definition: Json): Json[] {
  return listIn(definition, 'races').flatMap((race): Json[] => {
    const dimensions = listIn(race, 'dimensions')
    const full = { fullMark: '100', ...race }
    if (dimensions.length === 0) return [{ race: full }]
    // The race stands in full on its first row; below, its code says whose the dimension is.
    return dimensions.map((dimension, index) => ({
      race: index === 0 ? full : { code: race['code'], name: race['name'] },
      dimension: { composition: 'SUM', ...dimension }
    }))
  })
}

/** Finds the race that a row is about, by code, by name, or the one of the row above. */
function takeRaces(rows: readonly ReadRow[], { definition, names }: BookReading): void {
  if (rows.length === 0) return
  const heads = rows.map((row) => (row.values['race'] ?? {}) as Json)
  const parts = rows.map((row) => row.values['dimension'] as Json | undefined)
  const nextRace = codeMaker(
    'r',
    heads.map((head) => head['code'])
  )
  const nextPart = codeMaker(
    'd',
    parts.map((part) => part?.['code'])
  )
  const races: Json[] = []
  heads.forEach((head, index) => {
    let race = raceOf(races, head)
    if (race === undefined) {
      race = { code: head['code'] ?? nextRace(), dimensions: [] }
      races.push(race)
    }
    mergeHead(rows[index]!, race, head)
    const part = parts[index]
    if (part === undefined) return
    ;(race['dimensions'] as Json[]).push({ code: part['code'] ?? nextPart(), ...part })
  })
  for (const race of races) {
    names.add('races', race)
    for (const dimension of listIn(race, 'dimensions')) names.add('dimensions', dimension)
  }
  definition['races'] = races
}

/** A race may say more about itself on a later row, but nothing else. */
function mergeHead(row: ReadRow, race: Json, head: Json): void {
  for (const [key, value] of Object.entries(head)) {
    race[key] ??= value
    if (sameJson(race[key], value)) continue
    const header = columns.find(({ path }) => path[0] === 'race' && path[1] === key)?.header ?? '赛项'
    row.complain(header, {
      message: '和这个赛项上面的行写的不一样',
      todo: '赛项的内容只写在它的第一行，请改成一样或清空'
    })
  }
}

function raceOf(races: readonly Json[], head: Json): Json | undefined {
  if (head['code'] !== undefined) return races.find((race) => race['code'] === head['code'])
  if (head['name'] !== undefined) return races.find((race) => race['name'] === head['name'])
  return races.at(-1)
}

export const races: TableSpec = {
  type: 'TABLE',
  name: '赛项与板块',
  purpose: '一行一个板块。赛项的内容只写在它的第一行，下面各行赛项可以空着，算上面的赛项。',
  columns,
  rows: rowsOf,
  take: takeRaces
}
