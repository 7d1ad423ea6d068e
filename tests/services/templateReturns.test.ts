import { beforeEach, describe, expect, it } from 'vitest'
import type * as XLSX from 'xlsx'
import { loadScheme } from '#electron/services/schemes.ts'
import { KEY_SHEET } from '#shared/domain/importing/template/templateKey.ts'
import { insertColumn, insertRow, swapRows } from '../helpers/filledWorkbook.ts'
import {
  ALL,
  EVENTS,
  LIST,
  MONEY,
  RATE,
  filled,
  issued,
  read,
  returnsDesk,
  returnsScheme,
  told,
  values,
  type Desk
} from '../helpers/returnedTemplate.ts'
import { freshWorkspace } from '../helpers/workspace.ts'

const PERIOD = '2026Q3'
let desk: Desk

beforeEach(() => {
  desk = returnsDesk()
})

describe('a workbook that comes back', () => {
  it('is read by its key, whatever it is called, without a question', async () => {
    const analysis = await read(desk, await filled(desk), { name: '新建 Microsoft Excel 工作表.xlsx' })
    expect(values(analysis)).toEqual(ALL)
    expect(told(analysis)).toEqual([])
    const [list] = analysis.sheets
    expect(list).toMatchObject({ layout: 'ISSUED', unit: { code: 'a', by: 'template' } })
    expect(list!.columns.find(({ letter }) => letter === 'H')).toMatchObject({
      by: 'template',
      role: { role: 'value', field: 'actual', unit: 'a' }
    })
  })

  it('reads dirt as every other import does', async () => {
    const workbook = await filled(desk)
    workbook.type(LIST, MONEY, '1.2亿元')
    workbook.type(LIST, EVENTS, '/')
    workbook.type(LIST, RATE, '９５%')
    const analysis = await read(desk, workbook)
    expect(values(analysis)).toMatchObject({ 'a/money': '12000', 'a/events': null, 'a/rate': '95' })
    workbook.type(LIST, MONEY, '约 30')
    const doubtful = await read(desk, workbook)
    expect(values(doubtful)).not.toHaveProperty('a/money')
    expect(told(doubtful).filter((line) => line.startsWith('error'))).toHaveLength(1)
  })

  it('keeps what is written in 备注 with the number', async () => {
    const workbook = await filled(desk)
    workbook.type(LIST, 'I4', '含二季度结转')
    const analysis = await read(desk, workbook)
    const reading = analysis.sheets[0]!.readings.find(({ indicator }) => indicator === 'money')
    expect(reading?.note).toContain('含二季度结转')
  })

  it('takes a blank for 缺报', async () => {
    const workbook = await filled(desk)
    delete workbook.sheet(LIST)[EVENTS]
    const analysis = await read(desk, workbook)
    const reading = analysis.sheets[0]!.readings.find(({ indicator }) => indicator === 'events')
    expect(reading).toMatchObject({ state: 'MISSING', value: null })
  })
})

describe('what somebody did to it', () => {
  it('finds values after a row was inserted above, and asks once', async () => {
    const workbook = await filled(desk)
    insertRow(workbook.sheet(LIST), 4)
    const analysis = await read(desk, workbook)
    expect(values(analysis)).toEqual(ALL)
    expect(told(analysis)).toEqual(['confirm TEMPLATE_MOVED H6', 'confirm TEMPLATE_MOVED H7'])
  })

  it('finds the whole table lower down without a question', async () => {
    const workbook = await filled(desk)
    insertRow(workbook.sheet(LIST), 0)
    const analysis = await read(desk, workbook)
    expect(values(analysis)).toEqual(ALL)
    expect(told(analysis)).toEqual([])
  })

  it('finds values after rows were sorted and a column inserted', async () => {
    const workbook = await filled(desk)
    swapRows(workbook.sheet('重点工作'), 4, 7)
    insertColumn(workbook.sheet('重点工作'), 2)
    const analysis = await read(desk, workbook)
    expect(values(analysis)).toEqual(ALL)
    expect(told(analysis).every((line) => line.includes('TEMPLATE_MOVED'))).toBe(true)
    expect(told(analysis)).not.toEqual([])
  })

  it('does not take a row whose name was changed, and can be answered', async () => {
    const workbook = await filled(desk)
    workbook.type('重点工作', 'B6', '乙处（筹）部')
    const analysis = await read(desk, workbook)
    expect(values(analysis)).not.toHaveProperty('b/poll')
    expect(told(analysis)).toContain('error TEMPLATE_LABEL_CHANGED D6')
    const repaired = await read(desk, workbook, {
      fixes: { cells: { '重点工作!D6': { as: 'VALUE', value: '81', basis: '电话核实' } } }
    })
    expect(values(repaired)['b/poll']).toBe('81')
    expect(told(repaired)).not.toContain('error TEMPLATE_LABEL_CHANGED D6')
  })

  it('does not take a workbook that names another unit', async () => {
    const workbook = await filled(desk)
    workbook.type(LIST, 'A2', '填报单位：丙处')
    const analysis = await read(desk, workbook)
    expect(values(analysis)).not.toHaveProperty('a/money')
    expect(told(analysis)).toContain('error TEMPLATE_UNIT_CHANGED A2')
    const answered = await read(desk, workbook, { fixes: { sheets: { [LIST]: { unit: 'a' } } } })
    expect(values(answered)).toEqual(ALL)
  })

  it('tells numbers outside of the cells, and printed ones that were overwritten', async () => {
    const workbook = await filled(desk)
    workbook.type(LIST, 'C7', 55)
    workbook.type(LIST, 'G4', 120)
    const analysis = await read(desk, workbook)
    expect(values(analysis)).toEqual(ALL)
    expect(told(analysis).sort()).toEqual([
      'confirm TEMPLATE_EXTRA_VALUE C7',
      'confirm TEMPLATE_FIXED_CHANGED G4'
    ])
  })

  it('knows a renamed sheet by its header and misses a deleted one', async () => {
    const renamed = await filled(desk)
    const { book } = renamed
    book.SheetNames[0] = '甲处三季度'
    book.Sheets['甲处三季度'] = book.Sheets[LIST]!
    delete book.Sheets[LIST]
    expect(values(await read(desk, renamed))).toEqual(ALL)

    const deleted = await filled(desk)
    deleted.book.SheetNames = deleted.book.SheetNames.filter((name) => name !== '重点工作')
    const analysis = await read(desk, deleted)
    expect(Object.keys(values(analysis))).toEqual(['a/events', 'a/money', 'a/rate'])
    expect(told(analysis)).toEqual(['error TEMPLATE_SHEET_MISSING'])
  })

  it('reads nothing by a key that was changed, unless the key is skipped', async () => {
    const workbook = await filled(desk)
    const key = workbook.sheet(KEY_SHEET)
    const cell = key['A6'] as XLSX.CellObject
    cell.v = String(cell.v).replace('"events"', '"money"').replace('"money"', '"rate"')
    const analysis = await read(desk, workbook)
    expect(values(analysis)).toEqual({})
    expect(told(analysis)).toEqual(['error TEMPLATE_TAMPERED'])
    const plain = await read(desk, workbook, { fixes: { sheets: { [KEY_SHEET]: { skip: true } } } })
    expect(values(plain)).toMatchObject({ 'a/money': '110', 'a/events': '90', 'a/rate': '95' })
  })
})

describe('which workbook it is', () => {
  it('is refused in another quarter', async () => {
    const workbook = await filled(desk)
    loadScheme(desk.workspace.library, returnsScheme(), '2026Q4')
    const analysis = await read(desk, workbook, { period: '2026Q4' })
    expect(values(analysis)).toEqual({})
    expect(told(analysis)).toContain('error TEMPLATE_OTHER_PERIOD')
  })

  it('asks when a later one was issued, or when it is from another library', async () => {
    const workbook = await filled(desk)
    await issued(desk)
    expect(told(await read(desk, workbook))).toEqual(['confirm TEMPLATE_SUPERSEDED'])
    desk.workspace = freshWorkspace()
    loadScheme(desk.workspace.library, returnsScheme(), PERIOD)
    const elsewhere = await read(desk, workbook)
    expect(told(elsewhere)).toEqual(['confirm TEMPLATE_UNKNOWN'])
    expect(values(elsewhere)).toEqual(ALL)
  })

  it('tells what the scheme has changed since', async () => {
    const workbook = await filled(desk)
    const changed = returnsScheme((one) =>
      one['code'] === 'money'
        ? { ...one, targets: [{ unit: '*', base: '200' }] }
        : one['code'] === 'events'
          ? { ...one, code: 'visits', name: '场馆接待人次', unit: '人次' }
          : one
    )
    loadScheme(desk.workspace.library, changed, PERIOD)
    const analysis = await read(desk, workbook)
    const stale = analysis.problems.find(({ code }) => code === 'TEMPLATE_STALE')!
    expect(stale.level).toBe('confirm')
    for (const words of ['全民健身活动场次', '到位资金', '场馆接待人次'])
      expect(stale.message).toContain(words)
    expect(values(analysis)).not.toHaveProperty('a/events')
    expect(told(analysis)).toContain(`confirm TEMPLATE_INDICATOR_GONE ${EVENTS}`)
    expect(values(analysis)['a/money']).toBe('110')
  })
})
