import { describe, expect, it } from 'vitest'
import { computePeriod } from '#electron/services/compute.ts'
import { boardContent } from '#electron/services/races/exportBoards.ts'
import { raceDesk, showBoards } from '#electron/services/races/raceDesk.ts'
import { redMatrixView, statementsView } from '#electron/services/races/statements.ts'
import { actOnItems, addItem } from '#electron/services/register/items.ts'
import { contentBytes } from '#electron/services/reports/exportContent.ts'
import { NO_PRINTER } from '#electron/services/reports/exportReport.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { itemFields, type ItemFields } from '#shared/domain/register/registerItem.ts'
import { CLEAR_Q3, freeze, officeWorkspace, openQuarter, officeScheme } from '../../helpers/smallQuarter.ts'
import { freshWorkspace } from '../../helpers/workspace.ts'

/** The office with its second quarter frozen and the third one open, on a day. */
async function office(today: string): Promise<Workspace> {
  const workspace = freshWorkspace()
  workspace.library.now = () => new Date(`${today}T09:00:00`)
  return officeWorkspace(CLEAR_Q3, workspace)
}

function add({ library }: Workspace, fields: Partial<ItemFields> & Pick<ItemFields, 'title'>): number {
  return addItem(library, itemFields.parse({ type: 'COMMITMENT', owner: 'a', ...fields })).id
}

describe('六比 of a quarter', () => {
  it('comes from the snapshot once the quarter is frozen, and says so', async () => {
    const workspace = await office('2026-10-09')
    const { library } = workspace
    expect(raceDesk(library, '2026Q3')).toMatchObject({ races: [], preview: true })
    computePeriod(library, '2026Q3')
    const preview = raceDesk(library, '2026Q3')
    expect(preview).toMatchObject({ preview: true, snapshot: null, stale: false })
    const id = await freeze(workspace, '2026Q3')
    const frozen = raceDesk(library, '2026Q3')
    expect(frozen).toMatchObject({ preview: false, snapshot: id })
    expect(frozen.races).toEqual(preview.races)
    expect(frozen.races[0]!.groups[0]!.rows[0]).toMatchObject({ name: '甲处', place: { rank: 1 } })
  })
})

describe('比看 and 曝光', () => {
  it('take matters from the registers as they stood at the end of the quarter', async () => {
    const workspace = await office('2026-08-20')
    const { library } = workspace
    add(workspace, { title: '掌上审批', tags: ['NEW'], due: '2026-12-31', measures: '一网通办' })
    const late = add(workspace, { title: '护栏整改', due: '2026-09-10', owner: 'b' })
    const later = add(workspace, { title: '第四季度的事', due: '2026-10-31', owner: 'b' })
    computePeriod(library, '2026Q3')
    expect(showBoards(library, '2026Q3').expose.some(({ item }) => item === late)).toBe(false)
    library.now = () => new Date('2026-11-20T09:00:00')
    const boards = showBoards(library, '2026Q3')
    expect(boards.on).toBe('2026-09-30')
    expect(boards.compare).toMatchObject([{ title: '掌上审批', unitName: '甲处', measures: '一网通办' }])
    expect(boards.expose[0]).toMatchObject({ kind: 'OVERDUE', item: late, unitName: '乙处' })
    // On the last day of September it was not due yet.
    expect(boards.expose.some(({ item }) => item === later)).toBe(false)
  })
})

describe('报表 and 全年红', () => {
  it('count what the providers handed in', async () => {
    const { library } = await office('2026-10-09')
    const [statement] = statementsView(library, '2026Q3').statements
    expect(statement).toMatchObject({ name: '重点工作', expected: 8, filled: 8 })
    expect(statement!.parts).toMatchObject([{ provider: 'a', providerName: '甲处', state: 'COMPLETE' }])
  })

  it('show the year by quarter, previews marked, and matters by month', async () => {
    const workspace = await office('2026-10-09')
    const { library } = workspace
    computePeriod(library, '2026Q3')
    const item = add(workspace, { title: '办赛 30 场', start: '2026-07-01', due: '2026-12-31' })
    actOnItems(library, [item], {
      action: 'PROGRESS',
      on: '2026-07-31',
      percent: '40',
      amount: null,
      text: '已办 12 场'
    })
    const matrix = redMatrixView(library, { year: 2026, unit: null })
    expect(matrix.periods).toEqual([
      { period: '2026Q2', preview: false },
      { period: '2026Q3', preview: true }
    ])
    const output = matrix.rows.find(({ indicator }) => indicator === 'output')!
    // Only 甲处 reached 50 in the second quarter, and 75 in the third.
    expect(output.cells).toMatchObject([
      { state: 'PARTLY', met: 1, of: 4 },
      { state: 'PARTLY', met: 1, of: 4 }
    ])
    expect(output.allYear).toBe(false)
    // 30 of 183 days in July: 16.39 % planned; 40 % stays below the plan from mid September on.
    const [task] = matrix.tasks
    expect(task!.cells.map(({ state }) => state[0]).join('')).toBe('NNNNNNRRBBNN')
    expect(redMatrixView(library, { year: 2026, unit: 'b' }).tasks).toEqual([])
  })
})

describe('what is printed', () => {
  it('says where it comes from, and a preview is marked on every page', async () => {
    const workspace = await office('2026-10-09')
    const { library } = workspace
    computePeriod(library, '2026Q3')
    const job = { print: NO_PRINTER }
    for (const what of ['RACES', 'SHOW', 'STATEMENTS', 'MATRIX'] as const) {
      const { content } = boardContent(library, { period: '2026Q3', what, unit: null })
      expect(content.workbook?.mark).toBe(what === 'STATEMENTS' ? '' : '预览，未定稿')
      expect((await contentBytes(content, 'xlsx', library.now(), job)).length).toBeGreaterThan(2000)
      expect((await contentBytes(content, 'docx', library.now(), job)).length).toBeGreaterThan(2000)
    }
    const id = await freeze(workspace, '2026Q3')
    expect(boardContent(library, { period: '2026Q3', what: 'RACES', unit: null })).toMatchObject({
      snapshot: id,
      content: { workbook: { mark: '', provenance: `快照 ${id}` } }
    })
  })
})

describe('a quarter without anything', () => {
  it('has empty boards', () => {
    const workspace = freshWorkspace()
    openQuarter(workspace, '2026Q1', {}, officeScheme())
    const { library } = workspace
    expect(raceDesk(library, '2026Q1').races).toEqual([])
    expect(showBoards(library, '2026Q1')).toMatchObject({ compare: [], shine: [], expose: [] })
    expect(redMatrixView(library, { year: 2026, unit: null })).toMatchObject({ rows: [], tasks: [] })
  })
})
