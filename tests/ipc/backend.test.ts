import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBackend } from '#electron/ipc/backend.ts'
import type { Desktop } from '#electron/ipc/desktop.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { createLibraryHolder } from '#electron/services/start.ts'
import { startReader } from '#electron/services/workspace.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import type { Envelope } from '#shared/ipc/define.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { PROJECT } from '../helpers/workspace.ts'

/** Everything behind the window, without a window: real files, real database, every answer checked by the contract. */
const folder = mkdtempSync(join(tmpdir(), 'liangji-backend-'))
const SAMPLE = join(PROJECT, 'resources/samples/2026Q3')
const period = '2026Q3'
const events: AppEvent[] = []
const unexpected: unknown[] = []
const asked = { workbooks: [] as string[], save: null as string | null, shown: [] as string[] }

const desktop: Desktop = {
  pickWorkbooks: () => Promise.resolve(asked.workbooks),
  pickFolder: () => Promise.resolve(asked.workbooks.length === 0 ? null : SAMPLE),
  pickScheme: () => Promise.resolve(null),
  pickTemplate: () => Promise.resolve(null),
  pickEvidence: () => Promise.resolve([]),
  saveAs: () => Promise.resolve(asked.save),
  openFile: () => Promise.resolve(null),
  showInFolder: (path) => asked.shown.push(path),
  printPdf: () => Promise.resolve(new Uint8Array())
}
const reader = startReader()
const holder = createLibraryHolder({ paths: libraryPaths(folder, PROJECT), appVersion: '0.0.0-test', reader })
const backend = createBackend({
  holder,
  reader,
  desktop,
  emit: (event) => events.push(event),
  onUnexpected: (_route, error) => unexpected.push(error),
  checkOutput: true
})

async function ask<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
  const answer = (await backend.invoke(route, input)) as Envelope<RouteOutput<R>>
  if (!answer.ok)
    throw new Error(`${route}: ${answer.error.code} ${answer.error.message} ${JSON.stringify(unexpected)}`)
  return answer.data
}

async function refusal<R extends RouteName>(route: R, input: RouteInput<R>): Promise<string> {
  const answer = await backend.invoke(route, input)
  return answer.ok ? 'ok' : answer.error.code
}

beforeAll(async () => {
  expect((await ask('app.state', {})).library.status).toBe('NONE')
  expect((await ask('app.create', { with: 'SAMPLE' })).library).toMatchObject({
    status: 'OPEN',
    sample: true,
    latestPeriod: period
  })
}, 60_000)

afterAll(async () => {
  await reader.close()
  holder.close()
})

describe('the quarter through the window’s own requests', () => {
  it('answers every page of an empty quarter', async () => {
    expect((await ask('overview.get', { period })).todo.map((item) => item.code)).toEqual(['IMPORT'])
    expect((await ask('ranking.get', { period })).results).toBeNull()
    expect(await ask('period.submissions', { period })).toHaveLength(23)
    expect(
      (await ask('scheme.get', { period }))?.problems.filter((problem) => problem.level === 'error')
    ).toEqual([])
    expect(await ask('batch.list', { period })).toEqual([])
    expect(await ask('import.current', { period })).toBeNull()
    expect(await refusal('unit.get', { period, unit: 'mass' })).toBe('NOT_COMPUTED')
    expect((await ask('report.list', { period }))[0]?.unavailable).not.toBeNull()
    expect(await ask('settings.get', {})).toMatchObject({ operator: '考核办' })
  })

  it('imports: cancelled dialog, files, repair in all files, skip, dry run, commit', async () => {
    expect(await ask('import.pick', { period, what: 'FILES' })).toBeNull()
    asked.workbooks = [SAMPLE]
    const session = (await ask('import.pick', { period, what: 'FOLDER' }))!
    expect(session.canCommit).toBe(false)
    expect(
      events.some((event) => event.event === 'progress' && event.job === 'import' && event.total === 22)
    ).toBe(true)
    expect(await refusal('import.commit', { session: session.session })).toBe('IMPORT_BLOCKED')

    const summary = session.files.find((file) => file.name.startsWith('附件1'))!
    const detail = await ask('import.file', { session: session.session, file: summary.id })
    const grid = await ask('import.grid', {
      session: session.session,
      file: summary.id,
      sheet: '表1 机关处室',
      top: 0,
      rows: 40
    })
    expect(grid.cells.find((cell) => cell.row === 11 && cell.col === 1)?.text).toBe('体育产业科')
    expect(detail.groups.filter((group) => group.level === 'error').map((group) => group.code)).toEqual([
      'UNKNOWN_UNIT',
      'ERROR_CELL'
    ])

    await ask('import.fixAll', {
      session: session.session,
      fixes: { units: { 体育产业科: { unit: 'industry', remember: true } } }
    })
    const fixed = await ask('import.file', { session: session.session, file: summary.id })
    await ask('import.fix', {
      session: session.session,
      file: summary.id,
      fixes: {
        ...fixed.fixes,
        cells: { '表1 机关处室!F16': { as: 'VALUE', value: '898', basis: '电话核实' } }
      }
    })
    const youth = session.files.find((file) => file.name === '青少年体育处三季度赛马考核表.xlsx')!
    const ready = await ask('import.skipFile', { session: session.session, file: youth.id, skip: true })
    expect(ready).toMatchObject({ canCommit: true, blockedBy: null })
    const preview = await ask('import.preview', { session: session.session })
    expect(preview.created).toBeGreaterThan(500)
    expect(await ask('batch.list', { period })).toEqual([])

    const done = await ask('import.commit', { session: session.session })
    expect(done.batches).toHaveLength(20)
    expect(existsSync(join(folder, 'backups', done.backup))).toBe(true)
    expect(await ask('settings.aliases', {})).toMatchObject([{ text: '体育产业科', name: '体育产业处' }])
  }, 60_000)

  it('computes, shows every unit with its sources, freezes, refuses change, exports', async () => {
    await ask('period.compute', { period })
    const ranking = await ask('ranking.get', { period })
    expect(ranking).toMatchObject({ preview: true, stale: false })
    expect(ranking.history[0]!.points).toHaveLength(2)
    for (const unit of ranking.results!.races[0]!.groups.flatMap((group) => group.units)) {
      const view = await ask('unit.get', { period, unit: unit.unit })
      const source = view.result.dimensions
        .flatMap((dimension) => dimension.indicators)
        .flatMap((indicator) =>
          indicator.trace.inputs.map((input) => ({ indicator: indicator.indicator, source: input.source }))
        )
        .find((entry) => entry.source?.kind === 'cell')!
      if (source.source?.kind !== 'cell') throw new Error(`${unit.name} has no cell`)
      const { batchId, sheet, address } = source.source
      expect((await ask('unit.source', { batch: batchId, sheet, address })).rows.length).toBeGreaterThan(1)
      expect(
        (await ask('unit.changes', { period, unit: unit.unit, indicator: source.indicator })).length
      ).toBeGreaterThan(0)
    }
    expect(await refusal('period.freeze', { period, accept: [] })).toBe('FREEZE_BLOCKED')
    expect(
      (await ask('period.freeze', { period, accept: ['MISSING_UNITS', 'SCHEME_CONFIRMS'] })).snapshot
    ).toMatch(/^2026Q3-r1-/)
    expect(await refusal('period.compute', { period })).toBe('PERIOD_FROZEN')
    expect(await refusal('batch.undo', { batch: (await ask('batch.list', { period }))[0]!.id })).toBe(
      'CONFLICT'
    )

    asked.save = null
    expect(await ask('report.export', { period, report: 'ranking', format: 'xlsx' })).toBeNull()
    asked.save = join(folder, '排名表.xlsx')
    const exported = (await ask('report.export', { period, report: 'ranking', format: 'xlsx' }))!
    expect(readFileSync(asked.save).subarray(0, 2).toString()).toBe('PK')
    await ask('report.reveal', { ticket: exported.ticket })
    expect(asked.shown).toEqual([asked.save])
    expect(await refusal('report.open', { ticket: '/etc/passwd' })).toBe('NOT_FOUND')
    expect(await ask('report.history', { period })).toHaveLength(1)
  }, 60_000)

  it('reopens with a reason, keeps the old snapshot, freezes as the next revision', async () => {
    expect(await refusal('period.reopen', { period, reason: ' ' })).toBe('VALIDATION_FAILED')
    expect(await ask('period.reopen', { period, reason: '核实有误' })).toMatchObject({
      state: 'checking',
      revision: 2
    })
    await ask('period.compute', { period })
    expect(
      (await ask('period.freeze', { period, accept: ['MISSING_UNITS', 'SCHEME_CONFIRMS'] })).snapshot
    ).toMatch(/^2026Q3-r2-/)
    expect((await ask('period.publish', { period })).state).toBe('published')
    expect(await refusal('period.publish', { period })).toBe('PERIOD_STATE')
    const log = await ask('settings.audit', {})
    expect(log.map((entry) => entry.what)).toEqual(
      expect.arrayContaining(['导入', '冻结', '重开', '发布', '导出', '载入方案'])
    )
  }, 60_000)

  it('turns the page: the next quarter starts from zero and compares with this one', async () => {
    await ask('period.create', { period: '2026Q4' })
    expect(await ask('period.submissions', { period: '2026Q4' })).toHaveLength(23)
    expect(await refusal('period.create', { period: '2026Q4' })).toBe('CONFLICT')
  })

  it('restores a backup, and the restore can be undone', async () => {
    const before = await ask('period.list', {})
    const backup = await ask('app.backupNow', {})
    await ask('period.create', { period: '2027Q1' })
    expect((await ask('app.restore', { name: backup.name })).library.status).toBe('OPEN')
    expect(await ask('period.list', {})).toEqual(before)
    const saved = (await ask('app.backups', {})).backups.find((entry) => entry.reason === '恢复前')!
    await ask('app.restore', { name: saved.name })
    expect((await ask('period.list', {})).map((entry) => entry.key)).toContain('2027Q1')
    expect(await refusal('app.restore', { name: '../../etc/passwd' })).toBe('NOT_FOUND')
  }, 60_000)

  it('met nothing unexpected on the way', () => {
    expect(unexpected).toEqual([])
  })
})
