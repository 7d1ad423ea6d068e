import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import officeCrypto from 'officecrypto-tool'
import { beforeAll, describe, expect, it } from 'vitest'
import * as XLSX from 'xlsx'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { changeSettings } from '#electron/services/settings.ts'
import { openWorkspace } from '#electron/services/workspace.ts'
import { emptyOffice, officeCsv } from '../helpers/csvImport.ts'
import { liangji } from '../helpers/liangji.ts'
import { PROJECT, temporaryFolder } from '../helpers/workspace.ts'

function office(folder: string, reviewImports = false): Promise<string> {
  const paths = libraryPaths(folder, PROJECT)
  const workspace = emptyOffice(openWorkspace({ paths, appVersion: '0.0.0', create: true }))
  changeSettings(workspace.library, { reviewImports, operator: '张三' })
  return workspace.close().then(() => paths.database)
}

function sheet(folder: string, name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const json = <T>(shape: { parse(value: unknown): T }, run: { out: string }): T =>
  shape.parse(JSON.parse(run.out))

describe('imported batches from the command line', () => {
  it('are listed, shown, sent back and undone', async () => {
    const folder = temporaryFolder()
    const db = await office(folder)
    expect((await liangji(db, 'batches')).out).toContain('还没有导入过')
    const first = sheet(folder, '一.csv', officeCsv({ a: ['75', '36'], b: ['七十', '34'] }))
    const second = sheet(folder, '二.csv', officeCsv({ a: ['75', '30'] }))
    await liangji(db, 'import', first, '--leave-errors')
    await liangji(db, 'import', second)

    const listed = json(jsonShapes.batches, await liangji(db, '--json', 'batches', '--period', '2026Q3'))
    expect(listed.map(({ id, created, changed, left }) => [id, created, changed, left])).toEqual([
      [2, 0, 1, 0],
      [1, 3, 0, 1]
    ])
    expect((await liangji(db, 'batches')).out).toMatch(/1 .*一\.csv {2}张三 {2}已导入 +3/)
    const shown = json(jsonShapes.batch, await liangji(db, '--json', 'batch', '2'))
    expect(
      shown.cells.map(({ address, outcome, before, after }) => [address, outcome, before, after])
    ).toEqual([
      ['B2', 'SAME', '75', '75'],
      ['C2', 'CHANGED', '36', '30']
    ])
    expect((await liangji(db, 'batch', '1')).out).toMatch(
      /B2[\s\S]*七十[\s\S]*不能撤销：后来的导入《二\.csv》/
    )

    const back = join(folder, '退回.xlsx')
    expect(json(jsonShapes.rejected, await liangji(db, '--json', 'rejected', '1', '-o', back))).toEqual({
      batch: 1,
      cells: 1,
      file: back
    })
    expect(readFileSync(back).subarray(0, 2).toString()).toBe('PK')
    expect((await liangji(db, 'rejected', '1', '-o', back)).code).toBe(4)

    const refused = await liangji(db, 'undo', '1')
    expect([refused.code, refused.err]).toEqual([6, expect.stringContaining('《二.csv》')])
    expect(json(jsonShapes.undo, await liangji(db, '--json', 'undo', '2')).state).toBe('undone')
    expect((await liangji(db, 'undo', '1')).out).toContain('已撤销第 1 次导入《一.csv》')
  }, 180_000)

  it('wait for a second person where 复核 is on', async () => {
    const folder = temporaryFolder()
    const db = await office(folder, true)
    const path = sheet(folder, '一.csv', officeCsv({ a: ['75', '36'] }))
    expect((await liangji(db, 'import', path)).out).toMatch(/已提交复核 1 个文件[\s\S]*liangji review/)
    expect((await liangji(db, 'check')).out).toContain('等待复核')

    expect((await liangji(db, 'review', '1')).code).toBe(2)
    expect((await liangji(db, 'review', '1', '--approve', '--reject')).code).toBe(2)
    const own = await liangji(db, 'review', '1', '--approve')
    expect([own.code, own.err]).toEqual([6, expect.stringContaining('另一个人')])
    expect((await liangji(db, 'review', '1', '--reject', '--by', '李四')).code).toBe(2)
    const approved = await liangji(
      db,
      '--json',
      'review',
      '1',
      '--approve',
      '--by',
      '李四',
      '--reason',
      '已核'
    )
    expect(json(jsonShapes.review, approved)).toMatchObject({
      state: 'merged',
      created: 2,
      review: { requestedBy: '张三', decidedBy: '李四', reason: '已核' }
    })
    expect((await liangji(db, 'batch', '1')).out).toContain('复核：张三 提交，李四确认：已核')
    expect((await liangji(db, 'review', '1', '--withdraw')).code).toBe(6)
  }, 180_000)
})

describe('files that need help to be read', () => {
  it('text in another encoding', async () => {
    const folder = temporaryFolder()
    const db = await office(folder)
    const path = join(folder, '一.csv')
    writeFileSync(path, iconv.encode(officeCsv({ a: ['75', '36'] }), 'utf-16be'))
    const run = await liangji(db, '--json', 'import', path, '--encoding', 'utf-16be')
    expect(json(jsonShapes.import, run).batches).toMatchObject([{ created: 2 }])
    expect((await liangji(db, 'import', path, '--encoding', 'latin1')).code).toBe(2)
  }, 60_000)

  it('a locked workbook, with the passwords of a file', async () => {
    const folder = temporaryFolder()
    const db = await office(folder)
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(
      book,
      XLSX.utils.aoa_to_sheet([
        ['单位', '产出（万元）', '综合评价'],
        ['甲处', 75, 36]
      ])
    )
    const plain = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    const path = join(folder, '加密.xlsx')
    writeFileSync(path, officeCrypto.encrypt(plain, { password: '赛马2026' }))
    const passwords = sheet(folder, '密码.txt', '\ufeff不对\r\n赛马2026\r\n')

    const locked = json(jsonShapes.import, await liangji(db, '--json', 'import', path))
    expect(locked.files).toMatchObject([{ status: 'FAILED' }])
    const run = await liangji(db, '--json', 'import', path, '--password-file', passwords)
    expect(json(jsonShapes.import, run).batches).toMatchObject([{ created: 2 }])
    expect(run.err + run.out).not.toContain('赛马2026')
    expect((await liangji(db, 'import', path, '--password-file', join(folder, '没有.txt'))).code).toBe(4)
  }, 120_000)
})

describe('what there is not', () => {
  let db: string
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liangji-batch-'))
    db = await office(folder)
    return () => rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  it.each([
    [['batch', 'x'], 2],
    [['batch', '7'], 2],
    [['undo', '7'], 2],
    [['review', '7', '--approve', '--by', '李四'], 2],
    [['rejected', '7'], 2]
  ])(
    '%j ends with exit code %i',
    async (args, code) => {
      const run = await liangji(db, ...args)
      expect([run.code, run.out]).toEqual([code, ''])
      expect(run.err).not.toContain('    at ')
    },
    60_000
  )
})
