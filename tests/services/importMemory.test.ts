import { describe, expect, it } from 'vitest'
import { readingsOf } from '#db/repos/measurementRepo.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { undoImport } from '#electron/services/importing/history.ts'
import { forgetMemory, memoryViews } from '#electron/services/importing/memory.ts'
import { previewSession } from '#electron/services/importing/preview.ts'
import { reviewBatch } from '#electron/services/importing/review.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import { changeSettings } from '#electron/services/settings.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { importFixes, type ImportFixes } from '#shared/domain/importing/importPlan.ts'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { emptyOffice, sessionOf } from '../helpers/csvImport.ts'
import { officeScheme } from '../helpers/smallQuarter.ts'
import { freshWorkspace } from '../helpers/workspace.ts'

/** A department's own words: without the clerk nobody knows what they count. */
const sheet = (quarter: string, a: string, b: string): string =>
  [`${quarter}上报情况`, `单位,${quarter}实绩一（万元）,实绩二,联系人`, `甲处,${a},${b},张三`].join('\n')

const ANSWERS = importFixes.parse({
  sheets: {
    Sheet1: {
      layout: 'UNIT_BY_INDICATOR',
      columns: {
        B: { role: 'value', field: 'actual', indicator: 'output', unit: null, rater: null },
        C: { role: 'value', field: 'score', indicator: 'mark', unit: null, rater: null }
      }
    }
  }
})

/** Both quarters open, nothing imported. */
function office(): Workspace {
  const workspace = freshWorkspace()
  loadScheme(workspace.library, officeScheme(), '2026Q2')
  return emptyOffice(workspace)
}

async function answered(
  workspace: Workspace,
  period: PeriodKey,
  name: string,
  text: string,
  fixes: ImportFixes
) {
  const session = await sessionOf(workspace, { [name]: text }, period)
  const file = session.files[0]!
  const sheetName = file.raw!.sheets[0]!.name
  const sheets = Object.fromEntries(Object.values(fixes.sheets).map((fix) => [sheetName, fix]))
  await workspace.imports.fix(session.id, file.id, { ...fixes, sheets })
  return session
}

async function learnSecondQuarter(workspace: Workspace): Promise<number> {
  const session = await answered(workspace, '2026Q2', '甲处二季度.csv', sheet('二季度', '40', '36'), ANSWERS)
  const [outcome] = commitSession(workspace.library, session, false)
  workspace.imports.discard(session.id)
  return outcome!.batchId
}

describe('answers of an earlier quarter', () => {
  it('are kept with the import and used in the next quarter without a question', async () => {
    const workspace = office()
    const batch = await learnSecondQuarter(workspace)
    expect(memoryViews(workspace.library)).toMatchObject([
      {
        period: '2026Q2',
        fileName: '甲处二季度.csv',
        labels: ['单位', '实绩一', '实绩二', '联系人'],
        mapping: { columns: { 实绩一: { indicator: 'output' }, 实绩二: { indicator: 'mark' } } }
      }
    ])

    const session = await sessionOf(workspace, { '甲处三季度.csv': sheet('三季度', '70', '35') })
    const file = session.files[0]!
    expect(file.analysis!.sheets[0]!.memory).toMatchObject({ period: '2026Q2', exact: true, filled: 3 })
    expect(allProblems(file.analysis!).filter((problem) => problem.level === 'error')).toEqual([])
    commitSession(workspace.library, session, false)
    expect(
      readingsOf(workspace.library.db, '2026Q3').map(({ unit, indicator, value }) => [unit, indicator, value])
    ).toEqual(
      expect.arrayContaining([
        ['a', 'output', '70'],
        ['a', 'mark', '35']
      ])
    )
    // The third quarter brought no answers of its own.
    expect(memoryViews(workspace.library).map((memory) => memory.period)).toEqual(['2026Q2'])
    undoImport(workspace.library, batch)
    expect(memoryViews(workspace.library)).toHaveLength(1)
  })

  it('are the latest ones for a header, and no preview keeps any', async () => {
    const workspace = office()
    await learnSecondQuarter(workspace)
    const third = sheet('三季度', '70', '35')
    const fixes = importFixes.parse({
      sheets: { x: { columns: { C: { role: 'ignore', reason: '内部用' } } } }
    })
    const session = await answered(workspace, '2026Q3', '甲处三季度.csv', third, fixes)
    previewSession(workspace.library, session)
    expect(memoryViews(workspace.library)[0]!.period).toBe('2026Q2')
    commitSession(workspace.library, session, false)
    expect(memoryViews(workspace.library)).toMatchObject([
      {
        period: '2026Q3',
        fileName: '甲处三季度.csv',
        mapping: { columns: { 实绩一: { indicator: 'output' }, 实绩二: { role: 'ignore' } } }
      }
    ])
  })

  it('are kept only when the second person has confirmed them, as those of the first', async () => {
    const workspace = office()
    changeSettings(workspace.library, { reviewImports: true, operator: '张三' })
    const refused = await learnSecondQuarter(workspace)
    reviewBatch(workspace.library, { batch: refused, decision: 'REJECTED', by: '李四', reason: '拿错了表' })
    const batch = await learnSecondQuarter(workspace)
    expect(memoryViews(workspace.library)).toEqual([])
    reviewBatch(workspace.library, { batch, decision: 'APPROVED', by: '李四' })
    expect(memoryViews(workspace.library)).toMatchObject([{ by: '张三', period: '2026Q2' }])
  })

  it('are asked for again once they are forgotten; numbers stay', async () => {
    const workspace = office()
    await learnSecondQuarter(workspace)
    const [memory] = memoryViews(workspace.library)
    const before = readingsOf(workspace.library.db, '2026Q2')
    expect(() => forgetMemory(workspace.library, memory!.id + 1)).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' })
    )
    expect(forgetMemory(workspace.library, memory!.id)).toBe(1)
    expect(readingsOf(workspace.library.db, '2026Q2')).toEqual(before)
    const session = await sessionOf(workspace, { '甲处三季度.csv': sheet('三季度', '70', '35') })
    const { analysis } = session.files[0]!
    expect(analysis!.sheets[0]!.memory).toBeNull()
    expect(allProblems(analysis!).filter((problem) => problem.level === 'error')).not.toEqual([])
    expect(forgetMemory(workspace.library, null)).toBe(0)
  })

  it('are not taken for a unit or an indicator that the scheme has dropped', async () => {
    const workspace = freshWorkspace()
    loadScheme(workspace.library, officeScheme(), '2026Q2')
    await learnSecondQuarter(workspace)
    const scheme = officeScheme()
    const [race] = scheme.races
    const [dimension] = race!.dimensions
    const indicators = dimension!.indicators.map((one) =>
      one.code === 'mark' ? { ...one, code: 'survey', name: '群众评价' } : one
    )
    loadScheme(
      workspace.library,
      { ...scheme, races: [{ ...race!, dimensions: [{ ...dimension!, indicators }] }] },
      '2026Q3'
    )
    const session = await sessionOf(workspace, { '甲处三季度.csv': sheet('三季度', '70', '35') })
    const { analysis } = session.files[0]!
    expect(analysis!.sheets[0]!.readings.map(({ indicator }) => indicator)).toEqual(['output'])
    expect(allProblems(analysis!).find(({ code }) => code === 'MEMORY_GONE')?.message).toContain('mark')
  })
})
