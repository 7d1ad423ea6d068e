import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allCatalogue } from '#db/repos/catalogueRepo.ts'
import {
  catalogueView,
  moveCatalogue,
  saveCatalogue,
  setCatalogueEnded
} from '#electron/services/incentive/catalogue.ts'
import { importCatalogue } from '#electron/services/incentive/catalogueFile.ts'
import { addEntry } from '#electron/services/incentive/entries.ts'
import { catalogueContent } from '#electron/services/incentive/lists.ts'
import { contentBytes } from '#electron/services/reports/exportContent.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import type { AppError } from '#shared/appError.ts'
import { refusal } from '../../db/fixture.ts'
import { awardItem, entry, incentiveOffice } from '../../helpers/incentiveOffice.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const PERIOD = '2026Q3'

const visit = awardItem({
  ...{ code: 'ZF', classCode: 'other', name: '走访企业', points: '0.5', levels: [], least: '0.5', most: '3' },
  ...{ evidence: 'NONE', highestOnly: false, instant: true, clause: '' }
})

function take(workspace: Workspace, name: string, bytes: Uint8Array | string) {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return importCatalogue(workspace.library, workspace.reader, { period: PERIOD, path })
}

async function exported({ library }: Workspace): Promise<Uint8Array> {
  const { content } = catalogueContent(library, PERIOD)
  return contentBytes(content, 'xlsx', library.now(), {
    print: () => Promise.reject(new Error('no')),
    signal: undefined
  })
}

const fields = ({ library }: Workspace) =>
  allCatalogue(library.db).map(({ id: _id, sortNo: _sortNo, endedAt: _endedAt, ...rest }) => rest)

describe('the catalogue', () => {
  it('comes back from its own workbook as it was', async () => {
    const workspace = await incentiveOffice()
    for (const item of [awardItem(), visit]) saveCatalogue(workspace.library, PERIOD, null, item)
    const other = await incentiveOffice()
    await expect(take(other, '目录.xlsx', await exported(workspace))).resolves.toMatchObject({ created: 2 })
    expect(fields(other)).toEqual(fields(workspace))
    await expect(take(other, '目录.xlsx', await exported(workspace))).resolves.toMatchObject({
      created: 0,
      changed: 0,
      same: 2
    })
  })

  it('reads a sheet of an office’s own, and says what is wrong at the cell; then nothing is taken', async () => {
    const workspace = await incentiveOffice()
    const head = '代码,类别,名称,分值,省级,市级'
    await take(workspace, '目录.csv', `${head}\nA1,表彰,上级表彰,１分,3,2`)
    expect(fields(workspace)).toMatchObject([
      { code: 'A1', classCode: 'award', points: '1', levels: [{ level: 'PROVINCIAL' }, { level: 'CITY' }] }
    ])
    const wrong = `${head}\nA2,表扬,甲,1,,\nA3,表彰,乙,-1,,\nA4,表彰,丙,1,,\nA5,表彰,丙,2,,`
    const error = await take(workspace, '错.csv', wrong).catch((reason: unknown) => reason as AppError)
    expect((error as AppError).details.problems!.map(({ code, place }) => [code, place.cell])).toEqual([
      ['CATALOGUE_CLASS', 'B2'],
      ['CATALOGUE_POINTS', 'D3'],
      ['CATALOGUE_NAME', 'C5']
    ])
    expect(allCatalogue(workspace.library.db)).toHaveLength(1)
    await expect(take(workspace, '别的.csv', '单位,分数\n甲处,3')).rejects.toMatchObject({
      message: expect.stringContaining('没有找到目录的表头') as unknown
    })
  })

  it('is checked as it is saved: class, name, range; beyond the cap is told and kept', async () => {
    const { library } = await incentiveOffice()
    const { id } = saveCatalogue(library, PERIOD, null, awardItem())
    const save = (change: Parameters<typeof awardItem>[0]) => () =>
      saveCatalogue(library, PERIOD, null, awardItem({ code: 'X', name: '别的', ...change }))
    expect(refusal(save({ classCode: 'none' })).message).toContain('在考核方案里没有')
    expect(refusal(save({ name: '获上级 表彰' })).message).toContain('有两条')
    expect(refusal(save({ code: 'BZ' })).message).toContain('用了两次')
    expect(refusal(save({ levels: [], least: '2', most: '1' })).message).toContain('颠倒')
    save({ levels: [], points: '6' })()
    expect(catalogueView(library, PERIOD).problems).toMatchObject([
      { code: 'CATALOGUE_CAP', level: 'confirm' }
    ])

    addEntry(library, entry({ catalogue: 'BZ', level: 'CITY', points: '1.5' }))
    const renamed = refusal(() => saveCatalogue(library, PERIOD, id, awardItem({ code: 'NEU' })))
    expect(renamed.message).toContain('已用于 1 笔')
  })

  it('keeps its order by hand, and stops offering without forgetting', async () => {
    const workspace = await incentiveOffice()
    const { library } = workspace
    const [first] = [awardItem(), visit].map((item) => saveCatalogue(library, PERIOD, null, item))
    moveCatalogue(library, first!.id, 1)
    expect(allCatalogue(library.db).map(({ code }) => code)).toEqual(['ZF', 'BZ'])
    moveCatalogue(library, first!.id, 1)
    setCatalogueEnded(library, first!.id, true)
    expect(allCatalogue(library.db).find(({ code }) => code === 'BZ')!.endedAt).not.toBeNull()
    setCatalogueEnded(library, first!.id, false)
    expect(allCatalogue(library.db).every(({ endedAt }) => endedAt === null)).toBe(true)
  })
})
