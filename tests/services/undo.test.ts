import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { recordDecision, revoke } from '#electron/services/decisions.ts'
import { batchDetail } from '#electron/services/importing/batchDetail.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { importHistory, undoImport } from '#electron/services/importing/history.ts'
import { overviewView } from '#electron/services/overview.ts'
import { changesOf, sourceSnippet } from '#electron/services/sources.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { loadScheme, readPreset } from '#electron/services/schemes.ts'
import type { DecisionSubject } from '#shared/domain/decision/decision.ts'
import { emptyOffice, importCsv, officeCsv } from '../helpers/csvImport.ts'
import { enter, freeze } from '../helpers/smallQuarter.ts'
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

describe('what rests on an import', () => {
  const kinds = (workspace: Workspace, batch: number) =>
    batchDetail(workspace.library, batch).undoBlockers.map((blocker) => blocker.kind)

  const decide = ({ library }: Workspace, subject: DecisionSubject) =>
    recordDecision(library, {
      period: PERIOD,
      subject,
      basis: '会议纪要第 9 期',
      decidedBy: '领导小组',
      date: '2026-10-08'
    })

  it('is told all together, each with what to do first; undoing in that order works and restores', async () => {
    const workspace = emptyOffice()
    const { library } = workspace
    const [first] = await importCsv(workspace, { '一.csv': officeCsv({ a: ['75', '36'], b: ['75', '36'] }) })
    const before = readingsOf(library.db, PERIOD)
    const [second] = await importCsv(workspace, { '二.csv': officeCsv({ a: ['75', '30'] }) })
    const ruling = decide(workspace, {
      type: 'IMPUTATION',
      unit: 'a',
      race: 'main',
      indicator: 'mark',
      as: 'SCORE',
      value: '33'
    })

    const blockers = batchDetail(library, first!.batchId).undoBlockers
    expect(blockers).toEqual([
      {
        kind: 'LATER_IMPORT',
        text: expect.stringContaining('《二.csv》也含其中 2 个数') as unknown,
        batch: second!.batchId
      },
      { kind: 'DECISION', text: expect.stringContaining('第 1 号决定「补分：甲处') as unknown, batch: null }
    ])
    const [, view] = importHistory(library, PERIOD)
    expect(view!.undoRefused).toBe(`${blockers[0]!.text}（另有 1 项要先处理）`)
    expect(kinds(workspace, second!.batchId)).toEqual(['DECISION'])
    expect(() => undoImport(library, second!.batchId)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))

    revoke(library, ruling.id, '重新核对')
    undoImport(library, second!.batchId)
    expect(readingsOf(library.db, PERIOD)).toEqual(before)
    undoImport(library, first!.batchId)
    expect(readingsOf(library.db, PERIOD)).toEqual([])
    expect(kinds(workspace, first!.batchId)).toEqual(['ALREADY'])
  })

  it('of decisions only those made on its numbers: other units, items and events stand by themselves', async () => {
    const workspace = emptyOffice()
    const rows = officeCsv({ a: ['75', '36'], b: ['75', '36'], c: ['60', '30'], d: ['45', '28'] })
    await importCsv(workspace, { '全.csv': rows })
    // Changes only the mark of 丁处.
    const [last] = await importCsv(workspace, { '丁.csv': officeCsv({ d: ['45', '27'] }) })
    decide(workspace, { type: 'TIE', race: 'main', group: 'g', order: ['b', 'a'] })
    decide(workspace, {
      type: 'VETO',
      kind: 'safety',
      unit: 'd',
      race: null,
      indicator: null,
      from: PERIOD,
      until: null
    })
    decide(workspace, {
      type: 'IMPUTATION',
      unit: 'd',
      race: 'main',
      indicator: 'output',
      as: 'VALUE',
      value: '50'
    })
    expect(kinds(workspace, last!.batchId)).toEqual([])
    decide(workspace, { type: 'GRADE', race: 'main', unit: 'd', grade: '良好' })
    expect(kinds(workspace, last!.batchId)).toEqual(['DECISION'])
  })

  it('also a frozen quarter and numbers entered by hand since', async () => {
    const workspace = emptyOffice()
    const [outcome] = await importCsv(workspace, {
      '全.csv': officeCsv({ a: ['75', '36'], b: ['70', '36'], c: ['60', '30'], d: ['45', '28'] })
    })
    enter(workspace.library, PERIOD, 'd', 'mark', 'score', '29')
    await freeze(workspace, PERIOD)
    const { undoBlockers } = batchDetail(workspace.library, outcome!.batchId)
    expect(undoBlockers).toEqual([
      { kind: 'FROZEN_PERIOD', text: expect.stringContaining('已冻结') as unknown, batch: null },
      { kind: 'LATER_ENTRY', text: expect.stringContaining('丁处「综合评价」') as unknown, batch: null }
    ])
  })
})

describe('a corrected file', () => {
  it('is a difference: new, changed and the same numbers, and its undo gives the first file back', async () => {
    const workspace = emptyOffice()
    const { library } = workspace
    await importCsv(workspace, { '季报.csv': officeCsv({ a: ['75', '36'], b: ['75', '36'] }) })
    const before = readingsOf(library.db, PERIOD)
    const [outcome] = await importCsv(workspace, {
      '季报.csv': officeCsv({ a: ['75', '35.5'], b: ['75', '36'], c: ['60', '/'] })
    })
    expect(outcome).toMatchObject({ created: 2, same: 3 })
    expect(outcome!.changed).toMatchObject([{ unit: 'a', indicator: 'mark', before: '36', after: '35.5' }])
    undoImport(library, outcome!.batchId)
    expect(readingsOf(library.db, PERIOD)).toEqual(before)
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
    await imports.fixUnit(again.id, '体育产业科', 'industry', true)
    await imports.fix(again.id, again.files[0]!.id, {
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
