import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { importHistory, undoImport } from '#electron/services/importing/history.ts'
import { overviewView } from '#electron/services/overview.ts'
import { changesOf, sourceSnippet } from '#electron/services/sources.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { loadScheme, readPreset } from '#electron/services/schemes.ts'
import { freshWorkspace, PROJECT } from '../helpers/workspace.ts'

const FOLDER = join(PROJECT, 'resources/samples/2026Q3')
const PERIOD = '2026Q3'

async function importFile(workspace: Workspace, name: string): Promise<number> {
  const session = await workspace.imports.add(PERIOD, null, [{ path: join(FOLDER, name) }])
  const [outcome] = commitSession(workspace.library, session, false)
  workspace.imports.discard(session.id)
  return outcome!.batchId
}

async function withScheme(): Promise<Workspace> {
  const workspace = freshWorkspace()
  loadScheme(workspace.library, await readPreset(workspace.library, 'sports-bureau'), PERIOD)
  return workspace
}

const FIRST = '青少年体育处三季度赛马考核表.xlsx'
const CORRECTED = '青少年体育处三季度赛马考核表（修正）.xlsx'

describe('undoing an import', () => {
  it('puts changed values back, with their source, and refuses out of order', async () => {
    const workspace = await withScheme()
    const { db } = workspace.library
    const first = await importFile(workspace, FIRST)
    const original = readingsOf(db, PERIOD)
    const second = await importFile(workspace, CORRECTED)
    const corrected = readingsOf(db, PERIOD)
    expect(corrected).not.toEqual(original)

    expect(
      importHistory(workspace.library, PERIOD).find((batch) => batch.id === first)?.undoRefused
    ).toContain(CORRECTED)
    expect(() => undoImport(workspace.library, first)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
    undoImport(workspace.library, second)
    expect(readingsOf(db, PERIOD)).toEqual(original)
    undoImport(workspace.library, first)
    expect(readingsOf(db, PERIOD)).toEqual([])
    expect(() => undoImport(workspace.library, first)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
  })

  it('lets the same file in again after an undo, as new', async () => {
    const workspace = await withScheme()
    const batch = await importFile(workspace, FIRST)
    const before = readingsOf(workspace.library.db, PERIOD).length
    const again = await workspace.imports.add(PERIOD, null, [{ path: join(FOLDER, FIRST) }])
    expect(again.files[0]!.duplicateOf).toContain('已导入过')
    undoImport(workspace.library, batch)
    await importFile(workspace, FIRST)
    expect(readingsOf(workspace.library.db, PERIOD)).toHaveLength(before)
  })

  it('takes ledger entries back, and a ledger handed in twice does not double them', async () => {
    const workspace = await withScheme()
    const ledger = '附件5：2026年三季度加减分台账.xlsx'
    const batch = await importFile(workspace, ledger)
    const entries = entriesOf(workspace.library.db, PERIOD)
    expect(entries.length).toBeGreaterThan(10)
    const again = await workspace.imports.add(PERIOD, null, [{ path: join(FOLDER, ledger) }])
    again.files[0]!.duplicateOf = null
    expect(commitSession(workspace.library, again, false)[0]).toMatchObject({ adjustments: 0 })
    expect(entriesOf(workspace.library.db, PERIOD)).toEqual(entries)
    undoImport(workspace.library, importHistory(workspace.library, PERIOD)[0]!.id)
    undoImport(workspace.library, batch)
    expect(entriesOf(workspace.library.db, PERIOD)).toEqual([])
  })
})

describe('cells that were left out', () => {
  it('are to be done until the file is sent again or its import is taken back', async () => {
    const workspace = await withScheme()
    const { library, imports } = workspace
    const summary = join(FOLDER, '附件1：2026年第三季度目标任务完成情况汇总表.xlsx')
    const rejected = () => overviewView(library, PERIOD).problems.rejected

    const first = await imports.add(PERIOD, null, [{ path: summary }])
    const [outcome] = commitSession(library, first, true)
    expect(rejected()).toBe(2)

    const again = await imports.add(PERIOD, null, [{ path: summary }])
    expect(again.files[0]!.duplicateOf).toBeNull()
    imports.fixUnit(again.id, '体育产业科', 'industry', true)
    imports.fix(again.id, again.files[0]!.id, {
      ...again.files[0]!.fixes,
      cells: { '表1 机关处室!F16': { as: 'VALUE', value: '898', basis: '电话核实' } }
    })
    const [repaired] = commitSession(library, again, false)
    expect(rejected()).toBe(0)
    undoImport(library, repaired!.batchId)
    expect(rejected()).toBe(2)
    undoImport(library, outcome!.batchId)
    expect(rejected()).toBe(0)
  })
})

describe('following a number to its cell', () => {
  it('shows the rows around it as they stood in the file, and what happened to it', async () => {
    const workspace = await withScheme()
    await importFile(workspace, FIRST)
    await importFile(workspace, CORRECTED)
    const changed = readingsOf(workspace.library.db, PERIOD).find(
      (reading) => reading.source?.kind === 'cell' && reading.source.file === CORRECTED
    )!
    const source = changed.source as Extract<typeof changed.source, { kind: 'cell' }>
    const snippet = sourceSnippet(workspace.library, source.batchId, source.sheet, source.address)
    const here = snippet.rows.flatMap((row) => row.cells).filter((cell) => cell.here)
    expect(here).toEqual([{ address: source.address, text: source.raw, here: true }])
    const changes = changesOf(workspace.library, PERIOD, changed.unit, changed.indicator)
    expect(changes.map((change) => change.text)).toContainEqual(expect.stringContaining('完成：3 → 4'))
    expect(changes.at(-1)!.text).toContain(FIRST)
  })
})
