import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import { checkScheme } from '#shared/domain/scheme/checkScheme.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { listItems } from '#electron/services/register/items.ts'
import { listPresets, loadScheme, readPreset } from '#electron/services/schemes.ts'
import { quarterBooks, SAMPLE_YEARS } from '../../resources/presets/build/sampleYears.ts'
import { buildPresets, PRESETS } from '../../resources/presets/generate.ts'
import { toXlsx } from '../../resources/samples/build/toXlsx.ts'
import { freshWorkspace, PROJECT } from '../helpers/workspace.ts'

const codes = PRESETS.map(({ code }) => code)
const years = Object.keys(SAMPLE_YEARS)

describe('the founding units as presets', () => {
  it('are the files that the generator writes', async () => {
    for (const [name, content] of await buildPresets())
      expect(readFileSync(join(PROJECT, 'resources/presets', name), 'utf8')).toBe(content)
  })

  it.each(codes)('%s can be taken as it stands', async (code) => {
    const { library } = freshWorkspace()
    const scheme = await readPreset(library, code)
    expect(checkScheme(scheme)).toEqual([])
    expect(scheme.sample).toBe(true)
    expect(parseScheme(scheme).scheme).toEqual(scheme)
  })

  it('are offered with the sports bureau', async () => {
    const { library } = freshWorkspace()
    expect((await listPresets(library)).map(({ id }) => id).sort()).toEqual(
      [...codes, 'sports-bureau'].sort()
    )
  })

  it.each(years)('a quarter of %s comes in by workbooks without a question', async (code) => {
    const { library, imports } = freshWorkspace()
    const scheme = await readPreset(library, code)
    loadScheme(library, scheme, '2026Q1')
    const books = quarterBooks(scheme, '2026Q1')
    const files = await Promise.all(
      [...books].map(async ([name, book]) => ({ name, bytes: await toXlsx(book) }))
    )
    const session = await imports.add('2026Q1', null, files)
    for (const { name, analysis } of session.files) {
      const open = allProblems(analysis!).filter(({ level }) => level !== 'info')
      expect(open, name).toEqual([])
    }
    commitSession(library, session, false)
    expect(listItems(library, {}).counts.total).toBe(SAMPLE_YEARS[code]!.items.length)
    const { counts, totals } = computePeriod(library, '2026Q1')
    expect(counts.blocked).toBe(0)
    for (const total of totals)
      expect(
        total.rows.some(({ rank }) => rank === 1),
        total.name
      ).toBe(true)
  })
})
