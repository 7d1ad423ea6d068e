import { execFile, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, it } from 'vitest'
import { KEY_SHEET } from '#shared/domain/importing/template/templateKey.ts'
import { ALL, filled, read, returnsDesk, told, values, type Desk } from '../helpers/returnedTemplate.ts'

let desk: Desk

beforeEach(() => {
  desk = returnsDesk()
})

describe('without its key', () => {
  it.each(['xlsx', 'biff8'] as const)('is a sheet like any other (%s)', async (type) => {
    const workbook = await filled(desk)
    const { book } = workbook
    book.SheetNames = book.SheetNames.filter((name) => name !== KEY_SHEET)
    const analysis = await read(desk, workbook.save(type))
    expect(values(analysis)).toEqual(ALL)
    const layouts = analysis.sheets.filter(({ used }) => used).map(({ layout }) => layout)
    expect(layouts).toEqual(['UNIT_ITEMS', 'UNIT_BY_INDICATOR'])
    expect(told(analysis).filter((line) => line.startsWith('error'))).toEqual([])
  })
})

const office = spawnSync('which', ['soffice']).status === 0

describe.skipIf(!office)(
  `saved by LibreOffice${office ? '' : ' (skipped: soffice is not installed)'}`,
  () => {
    it.each(['xlsx', 'xls'])(
      'as %s it still says what every cell is',
      async (suffix) => {
        const path = join(desk.folder, '在我这里.xlsx')
        await writeFile(path, (await filled(desk)).save())
        const profile = `-env:UserInstallation=${pathToFileURL(join(desk.folder, 'profile')).href}`
        const out = join(desk.folder, 'out')
        await promisify(execFile)('soffice', [
          '--headless',
          profile,
          '--convert-to',
          suffix,
          '--outdir',
          out,
          path
        ])
        const saved = await readFile(join(out, basename(path).replace('xlsx', suffix)))
        const analysis = await read(desk, new Uint8Array(saved), { name: `甲处.${suffix}` })
        expect(values(analysis)).toEqual(ALL)
        expect(told(analysis)).toEqual([])
      },
      120_000
    )
  }
)
