import { describe, expect, it } from 'vitest'
import { batchDetail } from '#electron/services/importing/batchDetail.ts'
import { batchDetail as shape } from '#shared/ipc/batch.ts'
import { emptyOffice, importCsv, officeCsv } from '../helpers/csvImport.ts'
import { importSample, withSample } from '../helpers/sampleQuarter.ts'
import { freshWorkspace } from '../helpers/workspace.ts'

describe('the detail of an import', () => {
  it('says of every cell what it meant and what became of it, in the order of the sheet', async () => {
    const workspace = emptyOffice()
    await importCsv(workspace, { '一.csv': officeCsv({ a: ['75', '36'], b: ['0.5', '36'] }) })
    const [outcome] = await importCsv(workspace, {
      '二.csv': officeCsv({ a: ['75', '30'], b: ['/', '36'], c: ['60', '不知道'] })
    })
    const detail = batchDetail(workspace.library, outcome!.batchId)
    expect(
      detail.cells.map(({ address, raw, unitName, subjectName, field, outcome: what, before, after }) =>
        [address, raw, unitName, subjectName, field, what, before, after].join(' ')
      )
    ).toEqual([
      'B2 75 甲处 产出 actual SAME 75 75',
      'C2 30 甲处 综合评价 score CHANGED 36 30',
      'B3 / 乙处 产出 actual CHANGED 0.5 /',
      'C3 36 乙处 综合评价 score SAME 36 36',
      'B4 60 丙处 产出 actual NEW  60'
    ])
    expect(detail.problems.filter((problem) => problem.level === 'error')).toMatchObject([
      { place: { cell: 'C4' }, value: '不知道' }
    ])
    expect(detail).toMatchObject({ format: 'csv', batch: { left: 1 }, undoBlockers: [] })
    expect(detail.sheets[0]).toMatchObject({ layout: 'UNIT_BY_INDICATOR', header: { first: 0, last: 0 } })
    expect(detail.sheets[0]!.columns.map((column) => column.role.role)).toEqual(['unit', 'value', 'value'])
  })

  it('keeps to the contract for every workbook of the sample, with a name for every code', async () => {
    const workspace = freshWorkspace()
    await withSample(workspace)
    for (const { batchId, created } of await importSample(workspace)) {
      const detail = shape.parse(batchDetail(workspace.library, batchId))
      expect(detail.cells.length).toBeGreaterThanOrEqual(created)
      for (const cell of detail.cells) {
        expect(cell.unitName).not.toBe(cell.unit)
        expect(cell.subjectName).not.toBe(cell.subject)
      }
    }
  })

  it('is refused for what does not exist', () => {
    expect(() => batchDetail(freshWorkspace().library, 7)).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' })
    )
  })
})
