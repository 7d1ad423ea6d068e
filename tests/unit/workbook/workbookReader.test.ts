import type * as FileSystem from 'node:fs/promises'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buffersOf, packWorkbook, unpackWorkbook } from '#electron/workbook/packWorkbook.ts'
import { readWorkbook } from '#electron/workbook/readWorkbook.ts'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { book, bytesOf, cellsOf, read, refusal, xlsxOf } from './makeFiles.ts'

const hanging = new URL('./hangingWorker.ts', import.meta.url)
const bytes = bytesOf(
  book({
    表1: [
      ['单位', '得分'],
      ['甲', 95.5]
    ]
  }),
  'xlsx'
)
const anything = Buffer.from('a,b\n')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-'))
  await mkdir(join(folder, '文件夹.xlsx'))
  await writeFile(join(folder, '三季度.xlsx'), bytes)
  await writeFile(join(folder, '空.xlsx'), '')
})
afterAll(() => rm(folder, { recursive: true }))

describe('readWorkbook', () => {
  it('reads a file in a thread of its own, with progress', async () => {
    const stages: string[] = []
    const workbook = await readWorkbook(
      { path: join(folder, '三季度.xlsx') },
      { onProgress: ({ stage }) => stages.push(stage) }
    )
    expect(workbook).toEqual(await read('三季度.xlsx', bytes))
    expect(stages).toEqual(['检查文件', '读取内容', '整理单元格'])
  })

  it('reads bytes without taking them from the caller', async () => {
    const own = new Uint8Array(bytes)
    const workbook = await readWorkbook({ name: 'a.xlsx', bytes: own })
    expect(cellsOf(workbook).B2?.value).toBe('95.5')
    expect(own).toEqual(bytes)
  })

  it.each([
    ['没有.xlsx', 'FILE_NOT_FOUND', '找不到'],
    ['文件夹.xlsx', 'FILE_UNSUPPORTED', '文件夹'],
    ['空.xlsx', 'FILE_EMPTY', '空的']
  ])('%s → %s', async (name, code, word) => {
    const error = await refusal(readWorkbook({ path: join(folder, name) }))
    expect(error.code).toBe(code)
    expect(error.toSentence()).toContain(word)
    expect(error.details.place).toEqual({ file: name })
  })

  it('refuses a file above the size limit before reading it', async () => {
    const limits = { maxBytes: 10 }
    const onDisk = await refusal(readWorkbook({ path: join(folder, '三季度.xlsx') }, { limits }))
    const inMemory = await refusal(readWorkbook({ name: 'a.xlsx', bytes }, { limits }))
    expect([onDisk.code, inMemory.code]).toEqual(['FILE_TOO_LARGE', 'FILE_TOO_LARGE'])
  })

  it('keeps place and problem details of a refusal across the thread', async () => {
    const error = await refusal(readWorkbook({ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4') }))
    expect(error.toSentence()).toBe(
      'a.pdf：这是PDF 文件，不是表格。可以导入 .xlsx、.xls、.et、.ods、.csv；请用 Excel 或 WPS 另存为 .xlsx 后再导入。'
    )
  })
})

describe('a file that another program holds open', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])(
    '%s → FILE_LOCKED, says to close Excel or to copy the file',
    async (code) => {
      vi.resetModules()
      vi.doMock('node:fs/promises', async (original) => ({
        ...(await original<typeof FileSystem>()),
        readFile: () => Promise.reject(Object.assign(new Error(code), { code }))
      }))
      const { loadFile } = await import('#electron/workbook/loadFile.ts')
      vi.doUnmock('node:fs/promises')
      const error = await loadFile({ path: join(folder, '三季度.xlsx') }, 1e9).catch(
        (failure: unknown) => failure
      )
      expect(error).toMatchObject({ code: 'FILE_LOCKED', details: { place: { file: '三季度.xlsx' } } })
      expect(String((error as { details: { action: string } }).details.action)).toMatch(
        /关闭 Excel 或 WPS.*复制/
      )
    }
  )
})

describe('createWorkbookReader', () => {
  it('reads many files one after another in one thread, also behind a refused one', async () => {
    const reader = createWorkbookReader()
    const results = await Promise.allSettled(
      [...Array(5).keys()].map((i) =>
        reader.read({ name: `${i}.xlsx`, bytes: i === 2 ? bytes.subarray(0, 300) : bytes })
      )
    )
    await reader.close()
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled'
    ])
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value.fileName : ''))).toEqual([
      '0.xlsx',
      '1.xlsx',
      '',
      '3.xlsx',
      '4.xlsx'
    ])
  })

  it('ends a thread that hangs, and reads the next file in a new one', async () => {
    const reader = createWorkbookReader({ entry: hanging })
    const error = await refusal(reader.read({ name: 'hang.xlsx', bytes: anything }, { timeoutMs: 300 }))
    expect(error.code).toBe('FILE_TIMEOUT')
    expect((await refusal(reader.read({ name: 'next.xlsx', bytes: anything }))).message).toBe('读不出。')
    await reader.close()
  })

  it('cancels: before, while reading, and by closing', async () => {
    const reader = createWorkbookReader({ entry: hanging })
    const early = reader.read({ name: 'hang.xlsx', bytes: anything }, { signal: AbortSignal.abort() })
    expect((await refusal(early)).code).toBe('CANCELLED')
    const controller = new AbortController()
    const running = reader.read({ name: 'hang.xlsx', bytes: anything }, { signal: controller.signal })
    const waiting = reader.read({ name: 'hang.xlsx', bytes: anything })
    setTimeout(() => controller.abort(), 200)
    expect((await refusal(running)).code).toBe('CANCELLED')
    setTimeout(() => void reader.close(), 200)
    expect((await refusal(waiting)).code).toBe('CANCELLED')
    expect((await refusal(reader.read({ name: 'a.xlsx', bytes: anything }))).code).toBe('CANCELLED')
  })

  it.each([
    ['throw.xlsx', 'FILE_UNREADABLE'],
    ['exit.xlsx', 'FILE_UNREADABLE'],
    ['eat.xlsx', 'FILE_TOO_COMPLEX']
  ])('a thread that dies over %s takes only that file along', async (name, code) => {
    const reader = createWorkbookReader({ entry: hanging, limits: { maxMemoryMb: 32 } })
    expect((await refusal(reader.read({ name, bytes: anything }))).code).toBe(code)
    expect((await refusal(reader.read({ name: 'next.xlsx', bytes: anything }))).message).toBe('读不出。')
    await reader.close()
  })
})

describe('packWorkbook', () => {
  it('gives back exactly the workbook', async () => {
    const rows =
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>X</f></c><c r="C1" t="b"><v>1</v></c><c r="AB1" t="e"><v>#N/A</v></c><c r="AC1" t="str"><f>""</f><v></v></c></row>'
    const workbook = await read(
      'a.xlsx',
      await xlsxOf({ rows, tail: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' })
    )
    const packed = packWorkbook(workbook)
    expect(unpackWorkbook(structuredClone(packed, { transfer: buffersOf(packed) }))).toEqual(workbook)
  })
})
