import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import XLSX from 'xlsx'
import { listAudit } from '#db/repos/auditRepo.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import { openBackend } from '../helpers/openBackend.ts'
import { officeWorkspace } from '../helpers/smallQuarter.ts'
import { freshWorkspace, PROJECT, temporaryFolder } from '../helpers/workspace.ts'
import { templateBook } from '../unit/reports/own/templateBook.ts'

/** The office with its second quarter frozen, behind the routes; what its dialogs answer can be set. */
async function office() {
  const folder = temporaryFolder()
  await (await officeWorkspace(undefined, freshWorkspace(folder))).close()
  const dialogs = { pick: null as string | null, save: null as string | null, proposed: [] as string[] }
  const {
    holder,
    reader,
    ask: invoke
  } = openBackend(
    {
      pickTemplate: () => Promise.resolve(dialogs.pick),
      pickEvidence: () => Promise.resolve([]),
      saveAs: (name) => {
        dialogs.proposed.push(name)
        return Promise.resolve(dialogs.save)
      }
    },
    folder
  )
  const ask = async <R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> => {
    const answer = await invoke(route, input)
    if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`)
    return answer.data
  }
  await ask('app.state', {})
  const close = async (): Promise<void> => {
    holder.close()
    await reader.close()
  }
  return { folder, dialogs, ask, holder, close }
}

it('keeps a template, picks places on it, shows and fills it, replaces and ends it', async () => {
  const { folder, dialogs, ask, holder, close } = await office()
  try {
    expect(await ask('reportTemplate.add', {})).toBeNull()
    dialogs.pick = join(folder, '季度排名表.xlsx')
    writeFileSync(dialogs.pick, await templateBook({ 表: { A1: '{{期间}}', A2: '{{名次}}', B2: '旧' } }))
    const view = (await ask('reportTemplate.add', {}))!
    expect(view).toMatchObject({ name: '季度排名表', format: 'xlsx', places: { cells: [], rows: [] } })
    expect((await ask('reportTemplate.add', {}))!.name).toBe('季度排名表 2')

    const source = { template: view.id }
    const asked = { source, period: '2026Q2' }
    const check = await ask('reportTemplate.check', asked)
    expect(check.rows).toEqual([{ where: '表 第 2 行', list: '排名', fields: ['名次'], count: 4 }])
    const [grid] = await ask('reportTemplate.grid', { id: view.id })
    expect(grid!.cells.map(({ text }) => text)).toEqual(['{{期间}}', '{{名次}}', '旧'])
    const rows = [
      {
        sheet: '表',
        row: 2,
        list: '排名:处室组',
        columns: ['名次', '单位'].map((field, index) => ({ column: 'AB'[index]!, field }))
      }
    ]
    await ask('reportTemplate.setPlaces', { id: view.id, places: { cells: [], rows } })
    const [shown] = await ask('reportTemplate.preview', asked)
    expect(shown!.cells.filter(({ col }) => col === 1).map(({ text }) => text)).toEqual([
      '甲处',
      '乙处',
      '丙处',
      '丁处'
    ])

    expect(await ask('reportTemplate.fill', asked)).toBeNull()
    expect(dialogs.proposed).toEqual(['2026年第二季度季度排名表.xlsx'])
    dialogs.save = join(folder, '填好.xlsx')
    const done = (await ask('reportTemplate.fill', asked))!
    expect(done.file).toMatchObject({ fileName: '填好.xlsx', preview: false })
    const sheet = XLSX.read(readFileSync(dialogs.save)).Sheets['表']!
    expect((sheet['B5'] as XLSX.CellObject).v).toBe('丁处')
    expect((await ask('report.history', { period: '2026Q2' }))[0]).toMatchObject({
      title: '季度排名表',
      fileName: '填好.xlsx',
      snapshot: done.file.snapshot
    })

    writeFileSync(dialogs.pick, await templateBook({ 表: { A1: '新的', A2: '', B2: '' } }))
    const newer = (await ask('reportTemplate.replace', { id: view.id }))!
    expect([newer.name, newer.places.rows]).toEqual(['季度排名表', rows])
    await ask('reportTemplate.remove', { id: newer.id })
    await expect(ask('reportTemplate.check', asked)).rejects.toThrow('没有这个报告模板')
    const what = listAudit(holder.library().db, 50).map((row) => row.what)
    for (const entry of ['添加报告模板', '修改报告模板的位置', '更换报告模板', '停用报告模板'])
      expect(what).toContain(entry)
  } finally {
    await close()
  }
}, 120_000)

it('refuses what cannot be filled, and says what to do', async () => {
  const { dialogs, ask, close } = await office()
  try {
    dialogs.pick = join(PROJECT, 'resources/samples/2026Q3/离退休干部处考核表.xls')
    await expect(ask('reportTemplate.add', {})).rejects.toThrow(/FILE_UNSUPPORTED.*旧格式/)
    await expect(
      ask('reportTemplate.fill', { source: { preset: 'ranking' }, period: '2026Q3' })
    ).rejects.toThrow('NOT_COMPUTED')
    await expect(ask('reportTemplate.addPreset', { preset: '../x' })).rejects.toThrow('NOT_FOUND')
  } finally {
    await close()
  }
}, 120_000)

it('shows the gallery, saves a preset to be changed and fills one at once', async () => {
  const { folder, dialogs, ask, close } = await office()
  try {
    const gallery = await ask('reportTemplate.gallery', {})
    expect(gallery.map(({ id }) => id)).toEqual([
      'ranking',
      'display',
      'circular',
      'summary',
      'boards',
      'ledger'
    ])
    for (const { picture } of gallery) expect([...picture!.slice(1, 4)]).toEqual([...Buffer.from('PNG')])
    dialogs.save = join(folder, '排名表.xlsx')
    await ask('reportTemplate.savePreset', { preset: 'ranking' })
    expect(
      readFileSync(dialogs.save).equals(readFileSync(join(PROJECT, 'resources/templates/ranking.xlsx')))
    ).toBe(true)
    dialogs.save = join(folder, '通报.docx')
    await ask('reportTemplate.fill', { source: { preset: 'circular' }, period: '2026Q2' })
    expect(existsSync(dialogs.save)).toBe(true)
    const taken = await ask('reportTemplate.addPreset', { preset: 'circular' })
    expect(taken).toMatchObject({ name: '公文通报', format: 'docx' })
    expect(await ask('reportTemplate.grid', { id: taken.id })).toEqual([])
    const catalogue = await ask('reportTemplate.catalogue', { period: '2026Q2' })
    expect(catalogue.lists.find(({ name }) => name === '排名')!.fields.map(({ name }) => name)).toContain(
      '重点工作'
    )
  } finally {
    await close()
  }
}, 120_000)
