import { expect, it } from 'vitest'
import { loadScheme } from '#electron/services/schemes.ts'
import type { Envelope } from '#shared/ipc/define.ts'
import { officeCsv } from '../helpers/csvImport.ts'
import { openBackend } from '../helpers/openBackend.ts'
import { officeScheme } from '../helpers/smallQuarter.ts'

const PERIOD = '2026Q3'

function data<T>(answer: Envelope<T>): T {
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.data
}

const bytes = (text: string) => new TextEncoder().encode(text)

it('answers for all files, takes the answer back, remembers what was answered of a sheet, and forgets it', async () => {
  const { holder, reader, ask } = openBackend()
  try {
    await ask('app.create', { with: 'EMPTY' })
    loadScheme(holder.library(), officeScheme(), PERIOD)
    const files = [
      { name: '一.csv', folder: '', bytes: bytes(officeCsv({ 研究所: ['50', '38'] })) },
      { name: '二.csv', folder: '', bytes: bytes(officeCsv({ 研究所: ['50', '38'], b: ['40', '36'] })) },
      { name: '三.csv', folder: '', bytes: bytes('单位,实绩（万元）,联系人\n丙处,30,张三') }
    ]
    const { session, files: views } = data(await ask('import.drop', { period: PERIOD, files }))
    const unknown = data(await ask('import.problems', { session }))[0]!
    expect(unknown).toMatchObject({ group: 'UNKNOWN_UNIT:研究所', count: 2, accepted: false })

    const units = { 研究所: { unit: 'a', remember: false } }
    const repaired = data(await ask('import.fixAll', { session, fixes: { units } }))
    expect(repaired.files.map(({ counts }) => counts.errors)).toEqual([0, 0, expect.any(Number)])
    const back = data(await ask('import.undoFix', { session }))
    expect(back.files.map(({ counts }) => counts.errors > 0)).toEqual([true, true, true])
    data(await ask('import.fixAll', { session, fixes: { units } }))

    const third = views[2]!
    const before = data(await ask('import.file', { session, file: third.id }))
    const columns = {
      B: { role: 'value', field: 'actual', indicator: 'output', unit: null, rater: null }
    } as const
    const sheets = { 三: { layout: 'UNIT_BY_INDICATOR', columns } } as const
    const fixed = data(
      await ask('import.fix', { session, file: third.id, fixes: { ...before.fixes, sheets } })
    )
    expect(fixed.sheets[0]!.staged.map(({ unit, value }) => [unit, value])).toEqual([['c', '30']])

    data(await ask('import.commit', { session, leaveErrors: true }))
    const [memory, ...others] = data(await ask('memory.list', {}))
    expect([memory!.labels, others]).toEqual([['单位', '实绩', '联系人'], []])
    expect(await ask('memory.forget', { id: memory!.id + 1 })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    data(await ask('memory.forget', { id: memory!.id }))
    expect(data(await ask('memory.list', {}))).toEqual([])
    expect(data(await ask('settings.audit', { limit: 1 }))[0]).toMatchObject({ what: '清除对应关系' })
  } finally {
    await reader.close()
    holder.close()
  }
})
