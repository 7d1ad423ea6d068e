import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadScheme } from '#electron/services/schemes.ts'
import type { RouteInput, RouteName } from '#shared/ipc/contract.ts'
import { CSV_PERIOD as period, officeCsv } from '../helpers/csvImport.ts'
import { openBackend } from '../helpers/openBackend.ts'
import { officeScheme } from '../helpers/smallQuarter.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

/** An office whose save dialogs answer with a file in `folder`, or are cancelled. */
async function office() {
  const folder = temporaryFolder()
  const answers = { cancelled: false }
  const asked: string[] = []
  const backend = openBackend({
    saveAs: (name) => {
      asked.push(name)
      return Promise.resolve(answers.cancelled ? null : join(folder, name))
    },
    pickFolder: () => Promise.resolve(answers.cancelled ? null : folder)
  })
  await backend.holder.create(false)
  loadScheme(backend.holder.library(), officeScheme(), period)
  const data = async <R extends RouteName>(route: R, input: RouteInput<R>) => {
    const envelope = await backend.ask(route, input)
    if (!envelope.ok) throw new Error(`${envelope.error.code} ${envelope.error.message}`)
    return envelope.data
  }
  const take = async (files: Record<string, string>) => {
    const { session } = await data('import.drop', {
      period,
      files: Object.entries(files).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
    })
    return data('import.commit', { session, leaveErrors: true })
  }
  return { ...backend, data, take, folder, answers, asked }
}

const BAD = officeCsv({ a: ['七十五', '36'] })

describe('imported batches in the window', () => {
  it('are sent back one by one or all together, and their files are saved as they came', async () => {
    const { data, take, folder, answers, asked, holder } = await office()
    const done = await take({ '甲.csv': BAD, '乙.csv': officeCsv({ b: ['70', '34'] }) })
    expect(done).toMatchObject({ rejected: 1, waiting: false })
    const [first, second] = done.batches.map((batch) => batch.id)

    expect(await data('batch.rejected', { batch: first! })).toMatchObject({
      fileName: '甲（退回）.xlsx',
      folder,
      preview: false
    })
    const all = await data('batch.rejectedAll', { batches: [first!, second!] })
    expect(all).toMatchObject({ folder, files: ['甲（退回） 2.xlsx'] })
    await data('report.reveal', { ticket: all!.ticket })
    await data('batch.saveFile', { batch: first! })
    expect(readFileSync(join(folder, '甲.csv'), 'utf8')).toBe(BAD)
    expect(asked).toEqual(['甲（退回）.xlsx', '甲.csv'])
    expect(readdirSync(folder)).toHaveLength(3)

    answers.cancelled = true
    expect(await data('batch.rejected', { batch: first! })).toBeNull()
    expect(await data('batch.rejectedAll', { batches: [first!] })).toBeNull()
    expect(await data('batch.saveFile', { batch: first! })).toBeNull()
    expect(readdirSync(folder)).toHaveLength(3)
    holder.close()
  })

  it('wait with 复核 on, are approved by another person after a backup, and tell the window', async () => {
    const { ask, data, take, events, holder } = await office()
    await data('settings.set', { reviewImports: true, operator: '张三' })
    const done = await take({ '甲.csv': officeCsv({ a: ['75', '36'] }) })
    expect(done).toMatchObject({ waiting: true, batches: [{ state: 'waiting', created: 2 }] })
    const batch = done.batches[0]!.id

    const own = await ask('batch.review', { batch, decision: 'APPROVED' })
    expect(own).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    events.length = 0
    const backups = (await data('app.state', {})).library
    const view = await data('batch.review', { batch, decision: 'APPROVED', by: '李四' })
    expect(view).toMatchObject({ state: 'merged', review: { decidedBy: '李四' } })
    expect(events).toContainEqual({ event: 'changed', period })
    expect((await data('app.state', {})).library).not.toEqual(backups)
    const detail = await data('batch.detail', { batch })
    expect([detail.cells.length, detail.hasFile]).toEqual([2, true])
    expect(await data('batch.undo', { batch })).toMatchObject({ state: 'undone' })
    holder.close()
  })
})
