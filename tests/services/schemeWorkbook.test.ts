import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readSchemeWorkbook } from '#electron/services/schemeWorkbook/readSchemeWorkbook.ts'
import { schemeSheets, writeSchemeWorkbook } from '#electron/services/schemeWorkbook/writeSchemeWorkbook.ts'
import { startReader } from '#electron/services/workspace.ts'
import { isAppError } from '#shared/appError.ts'
import type { RawCell, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { compactScheme } from '#shared/domain/scheme/compactScheme.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'
import type { Problem } from '#shared/problem.ts'
import { anyScheme } from '../db/repos/anyScheme.ts'
import { everyField } from '../fixtures/everyField.ts'
import { PROJECT } from '../helpers/workspace.ts'
import { pathOf, schemeFields } from '../unit/domain/scheme/schemeFields.ts'

const AT = new Date('2026-10-09T01:12:00Z')
const reader = startReader()
afterAll(() => reader.close())

type Json = Record<string, unknown>
/** Cells of a workbook by sheet, 0-based rows and columns; what tests change before reading. */
type Grid = Map<string, string[][]>

function gridOf(definition: Json): Grid {
  return new Map(
    schemeSheets(definition).map((sheet) => [
      sheet.name,
      [
        [sheet.intro],
        sheet.columns.map((column) => column.header),
        ...sheet.rows.map((row) => sheet.columns.map((_, index) => row[index]?.text ?? ''))
      ]
    ])
  )
}

function workbookOf(grid: Grid): RawWorkbook {
  const sheets = [...grid].map(([name, rows], index) => ({
    name,
    index,
    visibility: 'visible' as const,
    cells: rows.flatMap((row, at) =>
      row.flatMap((value, col): RawCell[] =>
        value === ''
          ? []
          : [{ row: at, col, address: `${letter(col)}${at + 1}`, kind: 'text', value, shown: value }]
      )
    ),
    merges: [],
    hiddenRows: [],
    hiddenCols: [],
    rowCount: rows.length,
    colCount: Math.max(0, ...rows.map((row) => row.length))
  }))
  return { fileName: '方案.xlsx', sha256: '', bytes: 0, format: 'xlsx', sheets, problems: [] }
}

const letter = (col: number): string => String.fromCharCode(65 + col)
const throughSheets = (definition: Json): Json => readSchemeWorkbook(workbookOf(gridOf(definition)))

async function throughExcel(definition: Json): Promise<Json> {
  const bytes = await writeSchemeWorkbook(definition, AT)
  return readSchemeWorkbook(await reader.read({ name: '方案.xlsx', bytes }))
}

function problemsOf(grid: Grid): Problem[] {
  try {
    readSchemeWorkbook(workbookOf(grid))
  } catch (error) {
    if (isAppError(error) && error.code === 'SCHEME_INVALID') return error.details.problems ?? []
    throw error
  }
  return []
}

const preset = JSON.parse(
  readFileSync(join(PROJECT, 'resources/presets/sports-bureau.scheme.json'), 'utf8')
) as Json

/** A cell by its header and what stands in another column of its row. */
function put(grid: Grid, sheet: string, row: string, header: string, value: string): string {
  const rows = grid.get(sheet)!
  const col = rows[1]!.indexOf(header)
  const at = rows.findIndex((cells, index) => index > 1 && cells.includes(row))
  rows[at]![col] = value
  return `${letter(col)}${at + 1}`
}

describe('a scheme as a workbook comes back identically', () => {
  it('the preset, with nothing left for 其他设置', async () => {
    expect(parseScheme(await throughExcel(preset))).toEqual(parseScheme(preset))
    expect(gridOf(preset).get('其他设置')).toHaveLength(2)
  })

  it('a scheme that uses every field', async () => {
    expect(parseScheme(await throughExcel(everyField))).toEqual(parseScheme(everyField))
    // Every field has a column of its own; anything here would be a column that does not work.
    expect(gridOf(everyField).get('其他设置')!.slice(2)).toEqual([])
  })

  it('any scheme', () => {
    fc.assert(
      fc.property(anyScheme, (definition) => {
        expect(parseScheme(throughSheets(definition)).scheme).toEqual(definition)
      }),
      { numRuns: 40 }
    )
  })

  it('any draft: a sound scheme with one part replaced by anything', () => {
    const paths = schemeFields().map(pathOf)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, given) => {
        const value = JSON.parse(JSON.stringify(given)) as unknown
        const draft = structuredClone(everyField)
        let here: unknown = draft
        for (const key of path.slice(0, -1)) here = (here as Record<PropertyKey, unknown> | undefined)?.[key]
        if (typeof here === 'object' && here !== null)
          (here as Record<PropertyKey, unknown>)[path.at(-1)!] = value
        expect(throughSheets(draft)).toEqual(compactScheme(draft))
      }),
      { numRuns: 150 }
    )
  })

  it('a draft with the same codes and names twice', () => {
    const [unit] = everyField['units'] as Json[]
    const [group] = everyField['groups'] as Json[]
    const [race] = everyField['races'] as Json[]
    const draft = {
      ...everyField,
      units: [unit, { ...unit, name: '别的' }],
      groups: [group, { ...group, name: '别的' }, { ...group, code: 'zz' }],
      races: [race, { ...race, fullMark: '80' }, { ...race, code: 'zz' }]
    }
    expect(throughSheets(draft)).toEqual(compactScheme(draft))
  })

  it('hostile text, through a real file', async () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '1-2',
      '007',
      '1e3',
      ' 前后空格 ',
      'a\r\nb',
      '_x0041_',
      '甲、乙；丙=丁',
      '"',
      '全部单位'
    ]
    const units = texts.map((basis, index) => ({ code: `u${index}`, name: basis.trim(), kind: 'DEPARTMENT' }))
    const races = structuredClone(preset['races']) as { dimensions: { indicators: Json[] }[] }[]
    const [indicator] = races[0]!.dimensions[0]!.indicators
    Object.assign(indicator!, {
      aliases: texts,
      clause: texts[7],
      targets: units.map(({ code }, index) => ({ unit: code, basis: texts[index] }))
    })
    const hostile = { ...preset, units: [...(preset['units'] as Json[]), ...units], races }
    expect(parseScheme(await throughExcel(hostile))).toEqual(parseScheme(hostile))
  })

  it.each([
    ['nothing', {}],
    ['a title', { title: '  =cmd()  ' }],
    [
      'wrong types',
      { units: 'many', races: [{ name: 5 }, null, { dimensions: {} }], year: '2026', zzz: [1] }
    ],
    [
      'half a thing',
      { races: [{ code: 'r', name: 'A', dimensions: [{ name: '没有代码', indicators: [{ code: 'x' }] }] }] }
    ]
  ])('an incomplete draft: %s', async (_, draft) => {
    const full = { format: 'liangji-scheme', formatVersion: 1, ...draft }
    expect(await throughExcel(full)).toEqual(compactScheme(full))
  })
})

describe('reading what people did to the workbook', () => {
  it('takes full-width digits, spaces, percent signs, names for codes, and other orders of columns', () => {
    const grid = gridOf(preset)
    const [first] = grid.get('指标')!.slice(2)
    const mark = grid.get('指标')![1]!.indexOf('满分')
    first![mark] =
      ` ${first![mark]!.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))} 分 `
    const rows = grid.get('指标')!
    grid.set('指标', [rows[0]!, ...rows.slice(1).map((row) => [...row].reverse())])
    put(grid, '组别', '办公室', '单位', ' 局 办 ')
    put(grid, '单位', '办公室', '战线', '综合保障线　')
    expect(parseScheme(readSchemeWorkbook(workbookOf(grid)))).toEqual(parseScheme(preset))
  })

  it('finds groups and races by name where a row leaves the code out, and tells contradictions', () => {
    const grid = gridOf(preset)
    for (const name of ['组别', '赛项与板块']) grid.get(name)!.forEach((row, at) => at > 2 && (row[0] = ''))
    const codes = (json: Json, key: string): unknown[] => (json[key] as Json[]).map((entry) => entry['code'])
    const read = readSchemeWorkbook(workbookOf(grid))
    expect(codes(read, 'races')).toEqual(codes(preset, 'races'))
    expect(codes(read, 'groups')[0]).toBe(codes(preset, 'groups')[0])
    const marks = grid.get('赛项与板块')!
    marks[3]![marks[1]!.indexOf('赛项满分')] = '90'
    expect(problemsOf(grid)).toMatchObject([
      { message: '赛项满分：和这个赛项上面的行写的不一样。', value: '90' }
    ])
  })

  it('makes codes for new rows, past those that are taken', () => {
    const grid = gridOf(preset)
    const units = grid.get('单位')!
    units.push(['', '新设处', '', '处室', '', '', '', '', ''], ['u1', '旧处', '', '处室', '', '', '', '', ''])
    const read = readSchemeWorkbook(workbookOf(grid))['units'] as Json[]
    expect(read.slice(-2)).toEqual([
      { code: 'u2', name: '新设处', kind: 'DEPARTMENT' },
      { code: 'u1', name: '旧处', kind: 'DEPARTMENT' }
    ])
  })

  it('leaves a column 备注 and sheets that are called 备注 alone', () => {
    const grid = gridOf(preset)
    grid.get('单位')!.forEach((row, index) => row.push(index === 1 ? '备注' : index > 1 ? '随便写' : ''))
    grid.set('备注页', [['随便写']])
    expect(parseScheme(readSchemeWorkbook(workbookOf(grid)))).toEqual(parseScheme(preset))
  })

  it.each([
    ['单位', '办公室', '类别', '科室', '类别：「科室」不在可选的里面。'],
    ['单位', '办公室', '战线', '没有的线', '战线：没有叫「没有的线」的战线。'],
    ['单位', '办公室', '起始季度', '今年', '起始季度：看不懂季度「今年」。'],
    ['指标', '专项资金到位率', '满分', '十分', '满分：「十分」不是数。'],
    ['指标', '专项资金到位率', '参数', '封丁=1', '参数：这种计分方式没有参数「封丁」。']
  ])('tells sheet, cell and what to do: %s %s %s = %s', (sheet, row, header, value, message) => {
    const grid = gridOf(preset)
    const found = grid.get('指标')!.slice(2)
    const name = sheet === '指标' ? found[0]![grid.get('指标')![1]!.indexOf('指标')]! : row
    const cell = put(grid, sheet, name, header, value)
    expect(problemsOf(grid)).toMatchObject([{ message, value, place: { file: '方案.xlsx', sheet, cell } }])
    expect(problemsOf(grid)[0]!.suggestion).toMatch(/^请.*。$|^可用的参数：.*。$/)
  })

  it('refuses renamed sheets, unknown columns and foreign workbooks', () => {
    const renamed = gridOf(preset)
    renamed.set('目标（新）', renamed.get('目标')!)
    renamed.delete('目标')
    expect(problemsOf(renamed).map((problem) => problem.code)).toEqual(['UNKNOWN_SHEET'])
    const column = gridOf(preset)
    column.get('单位')![1]![2] = '简称呼'
    expect(new Set(problemsOf(column).map((problem) => problem.code))).toEqual(new Set(['UNKNOWN_COLUMN']))
    expect(() => readSchemeWorkbook(workbookOf(new Map([['Sheet1', [['a']]]])))).toThrow('不是考核方案')
  })

  it('lets a changed sheet win over 其他设置, and drops what belonged to a deleted row', () => {
    const draft = { ...preset, title: ' 带空格 ' }
    const grid = gridOf(draft)
    expect(readSchemeWorkbook(workbookOf(grid))['title']).toBe(' 带空格 ')
    grid.get('基本信息')!.find((row) => row[0] === '方案名称')![1] = '新名称'
    expect(readSchemeWorkbook(workbookOf(grid))['title']).toBe('新名称')
  })
})
