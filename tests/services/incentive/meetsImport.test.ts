import { describe, expect, it } from 'vitest'
import { entriesOf } from '#db/repos/adjustmentRepo.ts'
import { ledgerOf } from '#db/repos/ledgerRepo.ts'
import { actOnEntries, addAndMove } from '#electron/services/incentive/entryActions.ts'
import { batchDetail } from '#electron/services/importing/batchDetail.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { undoImport } from '#electron/services/importing/history.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import type { Problem } from '#shared/problem.ts'
import { refusal } from '../../db/fixture.ts'
import { sessionOf } from '../../helpers/csvImport.ts'
import { entry, incentiveOffice } from '../../helpers/incentiveOffice.ts'

const PERIOD = '2026Q3'
const APPROVED = { step: 'APPROVE', approver: '李批准' } as const
const HEAD = '单位,类别,加分,事由,日期'
const MARCH = entry({ points: '3', date: '2026-09-10', reason: '承办全省现场会' })

const csv = (...lines: string[]): string => [HEAD, ...lines].join('\n')

/** Reads and commits one ledger; what was told about it, and its batch. */
async function importLedger(
  workspace: Workspace,
  text: string
): Promise<{ batch: number; told: Problem[]; adjustments: number }> {
  const session = await sessionOf(workspace, { '台账.csv': text }, PERIOD)
  const told = session.files.flatMap((file) => file.conflicts)
  const [outcome] = commitSession(workspace.library, session, true)
  workspace.imports.discard(session.id)
  return { batch: outcome!.batchId, told, adjustments: outcome!.adjustments }
}

const counted = ({ library }: Workspace) =>
  entriesOf(library.db, PERIOD).map(({ unit, points, reason }) => `${unit} ${points} ${reason}`)

describe('an imported ledger meets an entry made in the window', () => {
  it('that says the same: counted once, its source stays the person', async () => {
    const workspace = await incentiveOffice()
    addAndMove(workspace.library, MARCH, APPROVED)
    const before = entriesOf(workspace.library.db, PERIOD)
    const { told, adjustments } = await importLedger(workspace, csv('甲处,表彰,3,承办全省现场会,2026-09-10'))
    expect(told).toEqual([expect.objectContaining({ code: 'ADJUSTMENT_BY_HAND', level: 'info' })])
    expect(adjustments).toBe(0)
    expect(entriesOf(workspace.library.db, PERIOD)).toEqual(before)
  })

  it('that differs: both numbers are told at the cell, the approved one stands, an undo leaves it alone', async () => {
    const workspace = await incentiveOffice()
    const { id } = addAndMove(workspace.library, MARCH, APPROVED)
    const { told, batch } = await importLedger(
      workspace,
      csv('甲处,表彰,2,承办全省现场会,2026-09-10', '乙处,表彰,1,另一件,2026-09-11')
    )
    expect(told).toEqual([
      expect.objectContaining({
        code: 'ADJUSTMENT_DIFFERS',
        level: 'confirm',
        message: expect.stringMatching(/3 分（第 \d+ 号，登记人登记，李批准批准），文件里是 2 分/) as unknown,
        place: expect.objectContaining({ cell: 'C2' }) as unknown
      })
    ])
    expect(counted(workspace)).toEqual(['a 3 承办全省现场会', 'b 1 另一件'])
    const outcomes = batchDetail(workspace.library, batch).cells.map(({ unit, outcome }) => [unit, outcome])
    expect(Object.fromEntries(outcomes)).toEqual({ a: 'SKIPPED', b: 'NEW' })

    undoImport(workspace.library, batch)
    expect(counted(workspace)).toEqual(['a 3 承办全省现场会'])
    expect(ledgerOf(workspace.library.db, PERIOD).map((row) => row.id)).toEqual([id])
  })

  it('that waits for approval: nothing counts before somebody approves it, and then once', async () => {
    const workspace = await incentiveOffice()
    const { id } = addAndMove(workspace.library, MARCH, { step: 'SUBMIT' })
    const { told } = await importLedger(workspace, csv('甲处,表彰,3,承办全省现场会,2026-09-10'))
    expect(told.map(({ code }) => code)).toEqual(['ADJUSTMENT_WAITING'])
    expect(counted(workspace)).toEqual([])
    actOnEntries(workspace.library, [id], { action: 'APPROVE', approver: '李批准', note: '' })
    expect(counted(workspace)).toEqual(['a 3 承办全省现场会'])
  })

  it('that was reversed: it does not come back by the way of a file', async () => {
    const workspace = await incentiveOffice()
    const { id } = addAndMove(workspace.library, MARCH, APPROVED)
    actOnEntries(workspace.library, [id], { action: 'REVERSE', by: '王某', reason: '不符合条件' })
    const { told } = await importLedger(workspace, csv('甲处,表彰,3,承办全省现场会,2026-09-10'))
    expect(told[0]!.message).toContain('已由王某冲销')
    expect(told[0]!.message).toContain('不符合条件')
    expect(counted(workspace)).toEqual([])
  })

  it('under other words: asked, because both would count', async () => {
    const workspace = await incentiveOffice()
    addAndMove(workspace.library, MARCH, APPROVED)
    const { told } = await importLedger(
      workspace,
      csv('甲处,表彰,3,承办了全省的现场会,2026-09-10', '甲处,表彰,1,无关的事,2026-08-01')
    )
    expect(told.map(({ code, place }) => [code, place.cell])).toEqual([['ADJUSTMENT_LIKE', 'C2']])
    expect(counted(workspace)).toHaveLength(3)
  })
})

describe('an imported entry that is reversed in the window', () => {
  it('keeps its batch from being undone, and stays reversed when the ledger comes again', async () => {
    const workspace = await incentiveOffice()
    const { library } = workspace
    const { batch } = await importLedger(workspace, csv('甲处,表彰,3,承办全省现场会,2026-09-10'))
    const [row] = ledgerOf(library.db, PERIOD)
    actOnEntries(library, [row!.id], { action: 'REVERSE', reason: '公示后有异议' })
    expect(counted(workspace)).toEqual([])
    const refused = refusal(() => undoImport(library, batch))
    expect(refused).toMatchObject({ code: 'CONFLICT' })
    expect(refused.message).toContain('后来冲销过')
    await importLedger(
      workspace,
      csv('甲处,表彰,3,承办全省现场会,2026-09-10', '丙处,表彰,1,新的一件,2026-09-12')
    )
    expect(counted(workspace)).toEqual(['c 1 新的一件'])
  })
})
