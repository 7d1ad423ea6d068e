import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NO_PLACES } from '#shared/domain/report/template/templatePlaces.ts'
import { checkOwnDocument, fillOwnDocument } from '#electron/reports/own/ownDocument.ts'
import { checkOwnWorkbook, fillOwnWorkbook } from '#electron/reports/own/ownWorkbook.ts'
import { validate } from '../../../helpers/officeFiles.ts'
import { AT } from '../../../helpers/reportFacts.ts'
import { PROJECT } from '../../../helpers/workspace.ts'
import { dataFor } from './templateBook.ts'

const FOLDER = join(PROJECT, 'resources/templates')
const files = readdirSync(FOLDER).filter((name) => /\.(xlsx|docx)$/.test(name))
const read = (name: string) => ({
  bytes: new Uint8Array(readFileSync(join(FOLDER, name))),
  file: name,
  places: NO_PLACES
})

it('has a picture of at most 60 KB for each preset', () => {
  const list = JSON.parse(readFileSync(join(FOLDER, 'gallery.json'), 'utf8')) as {
    file: string
    picture: string
  }[]
  expect(list.map(({ file }) => file).sort()).toEqual(files.sort())
  for (const { picture } of list) expect(readFileSync(join(FOLDER, picture)).length).toBeLessThan(60 * 1024)
})

describe.each(files)('preset %s', (name) => {
  const isDocument = name.endsWith('.docx')
  it('asks only for what there is, as a template and filled for few and many units, without a fault', async () => {
    const template = read(name)
    const extension = isDocument ? 'docx' : 'xlsx'
    expect(await validate(template.bytes, extension)).toEqual([])
    for (const units of [3, 200]) {
      const data = dataFor({ units, hostileNames: true, frozen: units !== 3 })
      const check = isDocument ? checkOwnDocument(template, data) : checkOwnWorkbook(template, data)
      expect(check.problems).toEqual([])
      const { bytes, notes } = isDocument
        ? fillOwnDocument(template, data, AT)
        : fillOwnWorkbook(template, data)
      expect(notes).toEqual([])
      expect(await validate(bytes, extension)).toEqual([])
    }
  })
})
