import { ref } from '../codec.ts'
import type { ColumnSpec, ReadRow } from '../columns.ts'
import { isJson, listIn, setAt, valueAt, type Json } from '../loose.ts'
import { codeMaker, type BookReading, type TableSpec } from '../sheetSpec.ts'

/** First column of sheets whose rows belong to a race. */
export const raceColumn: ColumnSpec = {
  header: '赛项',
  path: ['race'],
  codec: ref('races'),
  width: 16,
  help: '只有一个赛项可以不填'
}

/** The race that a row names, or the only one. */
export function raceOfRow(row: ReadRow, definition: Json): Json | undefined {
  const races = listIn(definition, 'races')
  const code = row.values['race']
  const race =
    code === undefined && races.length === 1 ? races[0] : races.find((entry) => entry['code'] === code)
  if (race === undefined && code === undefined) {
    row.complain('赛项', { message: '没有写是哪个赛项', todo: '请填赛项的名称' })
  }
  return race
}

/** A sheet of lists that lie inside of races, one entry a row, with or without codes. */
export function raceList(
  path: readonly string[],
  prefix: string | null,
  head: Pick<TableSpec, 'name' | 'purpose' | 'columns'>
): TableSpec {
  const entriesOf = (race: Json): Json[] => {
    const list = valueAt(race, path)
    return Array.isArray(list) ? list.filter(isJson) : []
  }
  return {
    type: 'TABLE',
    ...head,
    columns: [raceColumn, ...head.columns],
    rows: (definition) =>
      listIn(definition, 'races').flatMap((race) =>
        entriesOf(race).map((item) => ({ race: race['code'], item }))
      ),
    take(rows, { definition, names }: BookReading) {
      const next = codeMaker(
        prefix ?? '',
        rows.map((row) => valueAt(row.values, ['item', 'code']))
      )
      for (const row of rows) {
        const race = raceOfRow(row, definition)
        if (race === undefined) continue
        const item = isJson(row.values['item']) ? row.values['item'] : {}
        const entry: Json = prefix === null ? item : { code: item['code'] ?? next(), ...item }
        setAt(race, path, [...entriesOf(race), entry])
        if (path[0] === 'boards') names.add('boards', entry)
      }
    }
  }
}

/** A sheet with one row a race, for what is set once in each. */
export function raceForm(
  key: string,
  head: Pick<TableSpec, 'name' | 'purpose' | 'columns'>,
  keep: (race: Json) => boolean
): TableSpec {
  return {
    type: 'TABLE',
    ...head,
    columns: [raceColumn, ...head.columns],
    rows: (definition) =>
      listIn(definition, 'races')
        .filter(keep)
        .map((race) => ({ race: race['code'], item: isJson(race[key]) ? race[key] : {} })),
    take(rows, { definition }) {
      for (const row of rows) {
        const race = raceOfRow(row, definition)
        const item = row.values['item']
        if (race === undefined || !isJson(item)) continue
        race[key] = { ...(isJson(race[key]) ? race[key] : {}), ...item }
      }
    }
  }
}
