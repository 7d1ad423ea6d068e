import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createBackend } from '#electron/ipc/backend.ts'
import {
  activateDraft,
  createDraft,
  deleteDraft,
  getDraft,
  listDrafts,
  saveDraft
} from '#electron/services/drafts.ts'
import { exportScheme, readSchemeFile, readSchemeJson } from '#electron/services/schemeFiles.ts'
import { loadScheme, readPreset, schemeVersions, schemeView, versionOf } from '#electron/services/schemes.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { listAudit } from '#db/repos/auditRepo.ts'
import { isAppError } from '#shared/appError.ts'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import type { Envelope } from '#shared/ipc/define.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { everyField } from '../fixtures/everyField.ts'
import { withSample } from '../helpers/sampleQuarter.ts'
import { freshWorkspace, temporaryFolder } from '../helpers/workspace.ts'

const PRESET = 'sports-bureau'
const PERIOD = '2026Q3'

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (isAppError(error)) return error.code
    throw error
  }
  return 'ok'
}

async function withPreset(): Promise<Workspace> {
  const workspace = freshWorkspace()
  loadScheme(workspace.library, await readPreset(workspace.library, PRESET), PERIOD)
  return workspace
}

describe('scheme drafts', () => {
  it('starts empty, from a quarter, from a version, from a preset', async () => {
    const { library } = await withPreset()
    const blank = await createDraft(library, { from: 'BLANK', title: '2027年办法', year: 2027 })
    expect(blank).toMatchObject({ title: '2027年办法', year: 2027, origin: null })
    expect(blank.errors).toBeGreaterThan(0)
    expect(blank.problems.map((problem) => problem.message)).toContain('单位：不能空着。')

    const version = versionOf(library, PERIOD)
    const copy = await createDraft(library, { from: 'PERIOD', period: PERIOD })
    expect(copy).toMatchObject({
      definition: version.definition,
      errors: 0,
      origin: `${version.title} 第 1 版`
    })
    const same = await createDraft(library, { from: 'VERSION', versionId: version.versionId })
    expect(same.definition).toEqual(copy.definition)
    const preset = await createDraft(library, { from: 'PRESET', id: PRESET })
    expect(preset.origin).toBe(`预设：${version.title}`)
    expect(listDrafts(library).map((draft) => draft.id)).toEqual([preset.id, same.id, copy.id, blank.id])
  })

  it('gives blank drafts codes that no scheme and no other draft has', async () => {
    const { library } = await withPreset()
    const codes = []
    for (let times = 0; times < 3; times += 1) {
      const draft = await createDraft(library, { from: 'BLANK', title: '新', year: 2027 })
      codes.push(draft.definition['code'])
    }
    expect(codes).toEqual(['scheme-2027', 'scheme-2027-2', 'scheme-2027-3'])
  })

  it.each([
    ['no quarter', { from: 'PERIOD', period: '2027Q1' }, 'SCHEME_MISSING'],
    ['no version', { from: 'VERSION', versionId: 99 }, 'NOT_FOUND'],
    ['no preset', { from: 'PRESET', id: '../x' }, 'NOT_FOUND'],
    ['no year', { from: 'BLANK', title: 'x', year: 20 }, 'VALIDATION_FAILED']
  ] as const)('refuses a start from nothing: %s', async (_, start, code) => {
    const { library } = await withPreset()
    await expect(createDraft(library, start)).rejects.toMatchObject({ code })
    expect(listDrafts(library)).toEqual([])
  })

  it('keeps whatever the editor gives, complete or not', async () => {
    const { library } = freshWorkspace()
    let draft = await createDraft(library, { from: 'BLANK', title: '新办法', year: 2027 })
    for (const definition of [
      {},
      { title: 5, units: 'x', mine: [null] },
      { title: ' ', races: [null, {}] },
      everyField
    ]) {
      draft = saveDraft(library, draft.id, draft.updatedAt, definition)
      expect(getDraft(library, draft.id)).toEqual(draft)
      expect(draft.definition).toEqual(definition)
    }
    expect(draft).toMatchObject({ title: everyField['title'], year: 2026 })
  })

  it('overwrites nothing that changed meanwhile, even within one millisecond', async () => {
    const { library } = freshWorkspace()
    const seen = await createDraft(library, { from: 'BLANK', title: '新办法', year: 2027 })
    const first = saveDraft(library, seen.id, seen.updatedAt, { title: '甲' })
    expect(first.updatedAt).not.toBe(seen.updatedAt)
    expect(codeOf(() => saveDraft(library, seen.id, seen.updatedAt, { title: '乙' }))).toBe('CONFLICT')
    expect(getDraft(library, seen.id).title).toBe('甲')
    expect(codeOf(() => saveDraft(library, seen.id, first.updatedAt, { title: '丙' }))).toBe('ok')
  })

  it('comes into force as the next version; the version in use stays as it was', async () => {
    const { library } = await withPreset()
    const before = versionOf(library, PERIOD)
    const draft = await createDraft(library, { from: 'PERIOD', period: PERIOD })
    const changed = { ...draft.definition, title: '修订后的办法' }
    saveDraft(library, draft.id, draft.updatedAt, changed)
    expect(activateDraft(library, draft.id, '2026Q4').version).toBe(2)
    expect(listDrafts(library)).toEqual([])
    expect(versionOf(library, PERIOD)).toEqual({ ...before, status: 'superseded' })
    expect(versionOf(library, '2026Q4')).toMatchObject({ number: 2, status: 'active', title: '修订后的办法' })
    expect(schemeVersions(library).map(({ number, status, periods }) => [number, status, periods])).toEqual([
      [2, 'active', ['2026Q4']],
      [1, 'superseded', [PERIOD]]
    ])
    expect(listAudit(library.db, 9).map((row) => row.what)).toEqual(
      expect.arrayContaining(['新建方案草稿', '启用方案草稿', '载入方案'])
    )
  })

  it('stays a draft when it has errors, with the problems', async () => {
    const { library } = await withPreset()
    const draft = await createDraft(library, { from: 'PERIOD', period: PERIOD })
    const races = structuredClone(draft.definition['races']) as { fullMark: string }[]
    races[0]!.fullMark = '150'
    const saved = saveDraft(library, draft.id, draft.updatedAt, { ...draft.definition, races })
    expect(saved.errors).toBeGreaterThan(0)
    const audit = listAudit(library.db, 99).length
    try {
      activateDraft(library, draft.id, PERIOD)
      expect.unreachable()
    } catch (error) {
      expect(isAppError(error) && error.details.problems).toMatchObject([{ code: 'RACE_SUM' }])
    }
    expect(getDraft(library, draft.id)).toEqual(saved)
    expect(schemeView(library, PERIOD)?.version).toBe(1)
    expect(listAudit(library.db, 99)).toHaveLength(audit)
  })

  it('never comes into force for a frozen quarter', async () => {
    const workspace = freshWorkspace()
    await withSample(workspace)
    const draft = await createDraft(workspace.library, { from: 'PERIOD', period: '2026Q2' })
    saveDraft(workspace.library, draft.id, draft.updatedAt, { ...draft.definition, title: '改' })
    expect(codeOf(() => activateDraft(workspace.library, draft.id, '2026Q2'))).toBe('PERIOD_FROZEN')
    expect(getDraft(workspace.library, draft.id).title).toBe('改')
  }, 120_000)

  it('can be deleted once', async () => {
    const { library } = freshWorkspace()
    const { id } = await createDraft(library, { from: 'BLANK', title: '新', year: 2027 })
    deleteDraft(library, id)
    expect(codeOf(() => getDraft(library, id))).toBe('NOT_FOUND')
    expect(codeOf(() => deleteDraft(library, id))).toBe('NOT_FOUND')
  })
})

describe('scheme files', () => {
  it.each(['JSON', 'XLSX'] as const)(
    '%s: what was written reads back as the same version',
    async (format) => {
      const workspace = await withPreset()
      const { library, reader } = workspace
      const { title, definition } = versionOf(library, PERIOD)
      const path = join(temporaryFolder(), format === 'JSON' ? 'x.liangji-scheme.json' : 'x.xlsx')
      await exportScheme(library, title, definition, path, format)
      expect(await readSchemeFile(path, reader)).toEqual(definition)
      loadScheme(library, await readSchemeFile(path, reader), PERIOD)
      expect(schemeVersions(library)).toHaveLength(1)
      expect(listAudit(library.db, 9, { what: '导出方案' })).toHaveLength(1)
    }
  )

  it('leaves out of the JSON what the schema fills in', async () => {
    const { library } = await withPreset()
    const { title, definition } = versionOf(library, PERIOD)
    const path = join(temporaryFolder(), 'x.json')
    await exportScheme(library, title, definition, path, 'JSON')
    const text = readFileSync(path, 'utf8')
    expect(text).not.toContain('"emptyWords"')
    for (const plain of ['"direction": "UP"', '"aliases": []', '"rankMode": "RANKED"', '"decimals"'])
      expect(text).not.toContain(plain)
    expect(text).toContain('"direction": "DOWN"')
  })

  it('goes by the bytes, not by the suffix', async () => {
    const { library, reader } = await withPreset()
    const { title, definition } = versionOf(library, PERIOD)
    const folder = temporaryFolder()
    await exportScheme(library, title, definition, join(folder, 'a.xlsx'), 'XLSX')
    copyFileSync(join(folder, 'a.xlsx'), join(folder, 'a.json'))
    expect(await readSchemeFile(join(folder, 'a.json'), reader)).toEqual(definition)
  })

  it.each([
    ['half a file', '{"format": "liangji-scheme"', 'SCHEME_INVALID'],
    ['a list', '[]', 'SCHEME_INVALID'],
    ['nothing', '', 'SCHEME_INVALID']
  ])('refuses %s', async (_, content, code) => {
    const { reader } = freshWorkspace()
    const path = join(temporaryFolder(), 'x.json')
    writeFileSync(path, content)
    await expect(readSchemeJson(path, reader)).rejects.toMatchObject({ code })
  })
})

describe('the window’s requests', () => {
  it('imports, exports and cancels through dialogs', async () => {
    const { library, reader } = await withPreset()
    const folder = temporaryFolder()
    const asked = { pick: null as string | null, save: null as string | null, names: [] as string[] }
    const events: AppEvent[] = []
    const backend = createBackend({
      holder: { library: () => library } as Parameters<typeof createBackend>[0]['holder'],
      reader,
      desktop: {
        pickWorkbooks: () => Promise.resolve([]),
        pickFolder: () => Promise.resolve(null),
        pickScheme: () => Promise.resolve(asked.pick),
        pickTemplate: () => Promise.resolve(null),
        pickEvidence: () => Promise.resolve([]),
        saveAs: (name, extension) => {
          asked.names.push(`${name}|${extension}`)
          return Promise.resolve(asked.save)
        },
        openFile: () => Promise.resolve(null),
        showInFolder: () => undefined,
        printPdf: () => Promise.resolve(new Uint8Array())
      },
      emit: (event) => events.push(event),
      onUnexpected: (_route, error) => {
        throw error
      },
      checkOutput: true
    })
    async function ask<R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> {
      const answer = (await backend.invoke(route, input)) as Envelope<RouteOutput<R>>
      if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`)
      return answer.data
    }

    expect(await ask('draft.import', {})).toBeNull()
    expect(await ask('scheme.export', { period: PERIOD, format: 'XLSX' })).toBeNull()
    for (const format of ['JSON', 'XLSX'] as const) {
      asked.save = join(folder, `方案.${format.toLowerCase()}`)
      const file = (await ask('scheme.export', { period: PERIOD, format }))!
      expect(file).toMatchObject({ fileName: `方案.${format.toLowerCase()}`, folder })
      expect(existsSync(asked.save)).toBe(true)
      asked.pick = asked.save
      const draft = (await ask('draft.import', {}))!
      expect(draft).toMatchObject({ origin: `文件：${file.fileName}`, errors: 0 })
      const again = join(folder, `再次.${format.toLowerCase()}`)
      asked.save = again
      await ask('draft.export', { id: draft.id, format })
      expect(await readSchemeFile(again, reader)).toEqual(versionOf(library, PERIOD).definition)
    }
    expect(asked.names.slice(-2)[0]).toMatch(/\.xlsx\|xlsx$/)
    expect(asked.names[1]).toMatch(/\.liangji-scheme\.json\|json$/)

    const [draft] = await ask('draft.list', {})
    const view = await ask('draft.get', { id: draft!.id })
    await ask('draft.save', {
      id: view.id,
      updatedAt: view.updatedAt,
      definition: { ...view.definition, title: '新版' }
    })
    expect(await ask('draft.activate', { id: view.id, period: '2026Q4' })).toMatchObject({ version: 2 })
    expect(events).toContainEqual({ event: 'changed', period: null })
    expect(await ask('scheme.versions', {})).toHaveLength(2)
    const [rest] = await ask('draft.list', {})
    await ask('draft.delete', { id: rest!.id })
    expect(await ask('draft.list', {})).toEqual([])
  })
})
