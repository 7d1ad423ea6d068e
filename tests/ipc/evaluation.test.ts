import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadScheme } from '#electron/services/schemes.ts'
import { judgedScheme } from '../helpers/judgedScheme.ts'
import { openBackend } from '../helpers/openBackend.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

const period = '2026Q3'

describe('讲堂评分 through the window’s requests', () => {
  it('goes from an empty quarter to a closed round, with ballots out, papers and the log', async () => {
    const folder = temporaryFolder()
    const out = temporaryFolder()
    const { ask, holder, events, reader } = openBackend(
      {
        pickFolder: () => Promise.resolve(out),
        pickWorkbooks: () =>
          Promise.resolve(
            readdirSync(out)
              .filter((name) => name.endsWith('）.xlsx'))
              .map((name) => join(out, name))
          ),
        saveAs: (name) => Promise.resolve(join(out, name))
      },
      folder
    )
    await ask('app.create', { with: 'EMPTY' })
    const library = holder.library()
    loadScheme(library, judgedScheme({ kind: 'JUDGE_MEAN', params: {} }), period)
    const list = await ask('evaluation.list', { period })
    expect(list).toMatchObject({
      ok: true,
      data: { judged: [{ code: 'judge', kind: 'JUDGES' }], rounds: [] }
    })
    const made = await ask('evaluation.create', {
      ...{ period, indicator: 'judge', title: '讲堂', heldOn: '2026-09-25', counts: { '': 2 }, entry: 'EACH' }
    })
    if (!made.ok) throw new Error(made.error.message)
    const { id } = made.data
    expect(
      await ask('evaluation.create', {
        ...{ period, indicator: 'judge', title: '讲堂', heldOn: null, counts: { '': 2 }, entry: 'EACH' }
      })
    ).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
    expect(await ask('evaluation.draw', { id, version: 1 })).toMatchObject({ ok: true, data: { version: 2 } })
    expect(await ask('evaluation.issue', { id })).toMatchObject({ ok: true, data: { files: 2 } })
    expect(await ask('evaluation.returned', { id })).toMatchObject({
      ok: true,
      data: [
        { seat: '1', blanks: 4 },
        { seat: '2', blanks: 4 }
      ]
    })
    const mark = (unit: string, value: string) => ({
      group: '',
      seat: '1',
      unit,
      mark: value,
      seen: null,
      source: ''
    })
    expect(await ask('evaluation.close', { id, foreign: 'ASK' })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED', message: '「讲堂」还没有录入任何评分，没有结束。' }
    })
    expect(await ask('evaluation.enter', { id, marks: [mark('a', '九十')] })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED' }
    })
    expect(await ask('evaluation.enter', { id, marks: [mark('a', '90'), mark('b', '80')] })).toMatchObject({
      ok: true,
      data: { written: 2 }
    })
    expect(events.at(-1)).toEqual({ event: 'changed', period })
    const saved = await ask('evaluation.export', { id, what: 'SUMMARY', format: 'xlsx' })
    expect(saved).toMatchObject({ ok: true, data: { fileName: '讲堂评分汇总表.xlsx' } })
    expect(existsSync(join(out, '讲堂评分汇总表.xlsx'))).toBe(true)
    expect(await ask('evaluation.close', { id, foreign: 'ASK' })).toMatchObject({
      ok: true,
      data: { readings: 2 }
    })
    expect(await ask('evaluation.enter', { id, marks: [mark('c', '70')] })).toMatchObject({
      ok: false,
      error: { code: 'CONFLICT' }
    })
    expect(await ask('evaluation.reopen', { id, reason: ' ' })).toMatchObject({ ok: false })
    expect(await ask('evaluation.reopen', { id, reason: '补录' })).toMatchObject({
      ok: true,
      data: { back: 2 }
    })
    expect(await ask('evaluation.void', { id, reason: '重来' })).toMatchObject({ ok: true })
    expect(await ask('evaluation.get', { id: 99 })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    await reader.close()
    library.db.close()
  }, 60_000)
})
