import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { computePeriod } from '#electron/services/compute.ts'
import { issueGapTemplates, readGapTemplates } from '#electron/services/selfReview/gapTemplates.ts'
import { saveImportedGap, undoImportedGap } from '#electron/services/selfReview/importedGaps.ts'
import { reviewOf } from '#electron/services/selfReview/reviewView.ts'
import { saveReview } from '#electron/services/selfReview/saveReview.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { officeWorkspace } from '../../helpers/smallQuarter.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const PERIOD = '2026Q3'
/** Header of three rows below title, 填报单位 and one note. */
const FIRST = 7

async function issued(): Promise<{ workspace: Workspace; path: string }> {
  const workspace = await officeWorkspace()
  computePeriod(workspace.library, PERIOD)
  const folder = temporaryFolder()
  const [path] = await issueGapTemplates(workspace.library, { period: PERIOD, units: ['d'], folder })
  return { workspace, path: path! }
}

async function edit(path: string, change: (sheet: ExcelJS.Worksheet) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(readFileSync(path) as never)
  change(workbook.getWorksheet('六问对标')!)
  writeFileSync(path, new Uint8Array(await workbook.xlsx.writeBuffer()))
}

const read = ({ library, reader }: Workspace, path: string) =>
  readGapTemplates(library, reader, { period: PERIOD, paths: [path] })

/** 原因, 举措, 责任人, 完成时限. */
function answer(sheet: ExcelJS.Worksheet, row: number): void {
  sheet.getCell(row, 10).value = '到账晚'
  sheet.getCell(row, 11).value = '每周调度'
  sheet.getCell(row, 12).value = '张主任'
  sheet.getCell(row, 13).value = '2026年12月20日'
}

test('what is answered of an issued template comes back; proposals that nobody answered do not count', async () => {
  const { workspace, path } = await issued()
  const all = reviewOf(workspace.library, PERIOD, 'd').proposals
  // Of each indicator the first: what costs most points.
  const proposals = all.filter(
    ({ fields }, index) => all.findIndex((other) => other.fields.indicator === fields.indicator) === index
  )
  expect(all.length).toBeGreaterThan(proposals.length)
  await edit(path, (sheet) => {
    expect(sheet.getCell(2, 1).value).toBe('填报单位：丁处')
    expect(sheet.getCell(FIRST, 2).value).toBe(proposals[0]!.fields.topic)
    answer(sheet, FIRST)
    const own = FIRST + proposals.length
    sheet.getCell(own, 2).value = '满意度'
    sheet.getCell(own, 3).value = '省内第一'
    sheet.getCell(own, 4).value = '９８．５％'
    sheet.getCell(own, 5).value = '省局通报'
    sheet.getCell(own, 6).value = 91
    sheet.getCell(own, 8).value = '%'
    answer(sheet, own)
  })
  const [outcome] = await read(workspace, path)
  expect(outcome).toMatchObject({
    unit: 'd',
    added: 2,
    changed: 0,
    skipped: proposals.length - 1,
    problems: []
  })
  const { rows } = reviewOf(workspace.library, PERIOD, 'd')
  expect(rows.map(({ fields }) => fields)).toEqual([
    {
      ...proposals[0]!.fields,
      cause: '到账晚',
      measures: '每周调度',
      person: '张主任',
      due: '2026-12-20'
    },
    expect.objectContaining({
      topic: '满意度',
      kind: 'EXTERNAL',
      benchmarkValue: '98.5',
      ownValue: '91',
      ownSource: `2026年第三季度六问对标（丁处）.xlsx · 六问对标 · F${FIRST + proposals.length}`
    })
  ])
  // The same file again changes nothing.
  expect((await read(workspace, path))[0]).toMatchObject({ added: 0, changed: 0, same: 2 })
})

test('a sheet issued with gaps changes them; rows inserted above do not move answers to another gap', async () => {
  const { workspace, path } = await issued()
  const { library } = workspace
  const { proposals } = reviewOf(library, PERIOD, 'd')
  saveReview(library, {
    period: PERIOD,
    unit: 'd',
    version: 0,
    rows: proposals.slice(0, 2).map(({ fields }) => ({ id: null, fields }))
  })
  const folder = temporaryFolder()
  const [second] = await issueGapTemplates(library, { period: PERIOD, units: ['d'], folder })
  await edit(second!, (sheet) => {
    sheet.getCell(FIRST + 1, 10).value = '排片不够'
    sheet.insertRow(FIRST, [])
  })
  expect((await read(workspace, second!))[0]).toMatchObject({ added: 0, changed: 1, same: 1, problems: [] })
  expect(reviewOf(library, PERIOD, 'd').rows.map(({ fields }) => fields.cause)).toEqual(['', '排片不够'])
  expect(path).not.toBe(second)
})

test('words where a number belongs and impossible dates are located; nothing of the file is taken', async () => {
  const { workspace, path } = await issued()
  await edit(path, (sheet) => {
    answer(sheet, FIRST)
    sheet.getCell(FIRST, 6).value = '约45'
    sheet.getCell(FIRST, 13).value = '2026-02-30'
  })
  const [outcome] = await read(workspace, path)
  expect(outcome!.problems.map(({ code, place, value }) => [code, place.cell, value])).toEqual([
    ['GAP_NO_NUMBER', `F${FIRST}`, '约45'],
    ['GAP_BAD_DATE', `M${FIRST}`, '2026-02-30']
  ])
  expect(reviewOf(workspace.library, PERIOD, 'd').rows).toEqual([])
})

test('a template of another quarter, one that is none of ours and a changed head are refused with what to do', async () => {
  const { workspace, path } = await issued()
  const { library, reader } = workspace
  const other = await readGapTemplates(library, reader, { period: '2026Q2', paths: [path] })
  expect(other[0]!.problems[0]!.message).toBe('这份表是2026年第三季度的，没有读入2026年第二季度。')
  const foreign = join(temporaryFolder(), '别的.xlsx')
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('表1').getCell('A1').value = '差距事项'
  writeFileSync(foreign, new Uint8Array(await workbook.xlsx.writeBuffer()))
  expect((await read(workspace, foreign))[0]!.problems[0]!.code).toBe('GAP_NOT_OURS')
  await edit(path, (sheet) => {
    answer(sheet, FIRST)
    sheet.getCell(FIRST - 1, 10).value = '备注'
  })
  expect((await read(workspace, path))[0]!.problems[0]!.message).toBe(
    '表头已被改动，找不到「原因」列，没有读入。'
  )
  expect(reviewOf(library, PERIOD, 'd').rows).toEqual([])
})

test('an imported gap is told new, changed or the same, and its import can be taken back', async () => {
  const { library } = await officeWorkspace()
  const gap = (fields: object) => ({
    period: PERIOD,
    unit: 'a',
    fields: { topic: '满意度', benchmark: '省内第一', ...fields },
    source: null
  })
  const first = saveImportedGap(library, gap({ cause: '窗口少' }))
  expect(first).toMatchObject({ outcome: 'NEW', previous: null })
  expect(saveImportedGap(library, gap({ cause: '窗口少' })).outcome).toBe('SAME')
  const changed = saveImportedGap(library, gap({ measures: '增设窗口' }))
  expect(changed).toMatchObject({
    row: first.row,
    outcome: 'CHANGED',
    previous: { cause: '窗口少', measures: '' }
  })
  undoImportedGap(library, changed)
  expect(reviewOf(library, PERIOD, 'a').rows[0]!.fields.measures).toBe('')
  undoImportedGap(library, first)
  expect(reviewOf(library, PERIOD, 'a').rows).toEqual([])
})
