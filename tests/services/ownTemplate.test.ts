import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type ExcelJS from 'exceljs'
import { beforeEach, describe, expect, it } from 'vitest'
import { listAudit } from '#db/repos/auditRepo.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { undoImport } from '#electron/services/importing/history.ts'
import type { ImportSession } from '#electron/services/importing/session.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import { fillOwnTemplate, previewOwnFill, proposedOwnName } from '#electron/services/templates/ownFill.ts'
import {
  ownTemplateViews,
  removeOwnTemplate,
  takeOwnTemplate
} from '#electron/services/templates/ownTemplates.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { withSample } from '../helpers/sampleQuarter.ts'
import { officeScheme } from '../helpers/smallQuarter.ts'
import { freshWorkspace, temporaryFolder } from '../helpers/workspace.ts'
import { changedParts } from '../unit/fill/packages.ts'
import { FILE, importBytes, openSession, scheme, stagedIn, writeSheet } from './ownSheet.ts'

let workspace: Workspace
beforeEach(() => {
  workspace = freshWorkspace()
  loadScheme(workspace.library, scheme(), '2026Q2')
  loadScheme(workspace.library, scheme(), '2026Q3')
})

async function take(bytes: Uint8Array, name = '季度完成情况'): Promise<number> {
  const batch = await importBytes(workspace, '2026Q2', FILE, bytes)
  return takeOwnTemplate(workspace.library, batch, name).id
}

async function fill(id: number, period = '2026Q3', keepValues = false): Promise<Uint8Array> {
  const path = join(temporaryFolder(), 'out.xlsx')
  await fillOwnTemplate(workspace.library, workspace.reader, { id, period, keepValues, path })
  return new Uint8Array(await readFile(path))
}

async function cellsOf(
  bytes: Uint8Array
): Promise<Map<string, { value: string; formula?: string; format?: string }>> {
  const raw = await workspace.reader.read({ name: FILE, bytes })
  return new Map(
    raw.sheets.flatMap((sheet) => sheet.cells.map((cell) => [`${sheet.name}!${cell.address}`, cell] as const))
  )
}

describe('an imported workbook as a template', () => {
  it('is listed with its units until it is ended, and what happened is in the log', async () => {
    const { library } = workspace
    const id = await take(await writeSheet())
    expect(ownTemplateViews(library)).toMatchObject([
      { id, name: '季度完成情况', fileName: FILE, format: 'xlsx', period: '2026Q2', places: 12 }
    ])
    expect(ownTemplateViews(library)[0]!.units).toEqual(['甲处', '乙处', '丙处', '丁处'])
    await fill(id)
    removeOwnTemplate(library, id)
    expect(ownTemplateViews(library)).toEqual([])
    expect(() => removeOwnTemplate(library, id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }))
    await expect(fill(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(listAudit(library.db, 10).map((row) => row.what)).toEqual(
      expect.arrayContaining(['留作自有模板', '填写自有模板', '停用自有模板'])
    )
  })

  it('must count, be an .xlsx, hold values and have a name of its own', async () => {
    const { library } = workspace
    const id = await take(await writeSheet())
    const batch = ownTemplateViews(library)[0]!.id
    expect(() => takeOwnTemplate(library, batch, '季度完成情况')).toThrow(/已经有一个叫/)
    const csv = new TextEncoder().encode('单位,综合评价\n甲处,33\n')
    const fromCsv = await importBytes(workspace, '2026Q2', '甲处.csv', csv)
    expect(() => takeOwnTemplate(library, fromCsv, '文本')).toThrow(
      expect.objectContaining({ code: 'FILE_UNSUPPORTED' })
    )
    undoImport(library, fromCsv)
    expect(() => takeOwnTemplate(library, fromCsv, '文本')).toThrow(/没有生效/)
    expect(() => takeOwnTemplate(library, 999, '没有')).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' })
    )
    expect(ownTemplateViews(library).map((view) => view.id)).toEqual([id])
  })
})

describe('filling it for another quarter', () => {
  it('writes the new targets in the measure of the sheet, empties the values and leaves everything else', async () => {
    const original = await writeSheet()
    const id = await take(original)
    const preview = await previewOwnFill(workspace.library, workspace.reader, { id, period: '2026Q3' })
    expect(preview).toMatchObject({ targets: 4, emptied: 8, gone: [] })
    const bytes = await fill(id)
    const [before, after] = [await cellsOf(original), await cellsOf(bytes)]
    for (const row of [5, 6, 7, 8]) {
      expect(after.get(`三季度!C${row}`)).toMatchObject({ value: '75.5', format: '0.00' })
      expect(after.get(`三季度!D${row}`)).toBeUndefined()
      expect(after.get(`三季度!E${row}`)).toBeUndefined()
    }
    expect(after.get('三季度!C9')?.formula).toBe('SUM(C5:C8)')
    expect(after.get('三季度!D9')?.formula).toBe('SUM(D5:D8)')
    const touched = /![CDE][5-9]$|!(?:A1|C4|D4)$/
    const rest = (cells: typeof before): [string, string][] =>
      [...cells].flatMap(([key, cell]) =>
        touched.test(key) ? [] : [[key.replace(/^.*!/, ''), cell.value] as [string, string]]
      )
    expect(rest(after)).toEqual(rest(before))
    expect(await changedParts(original, bytes)).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect(await fill(id)).toEqual(bytes)
  })

  it('changes the quarter where it stands and tells what it left', async () => {
    const id = await take(await writeSheet())
    const { titles, notes } = await previewOwnFill(workspace.library, workspace.reader, {
      id,
      period: '2026Q3'
    })
    expect(titles.map(({ address, before, after }) => [address, before, after])).toEqual([
      ['A1', '某局2026年第二季度重点工作完成情况表', '某局2026年第三季度重点工作完成情况表'],
      ['C4', '二季度目标', '三季度目标'],
      ['D4', '1-6月完成', '1-9月完成'],
      ['', '二季度', '三季度']
    ])
    const after = await cellsOf(await fill(id))
    expect(after.get('三季度!A1')?.value).toBe('某局2026年第三季度重点工作完成情况表')
    // Prose of the department and the day of filling in are nobody's but its own.
    expect(after.get('三季度!F5')?.value).toBe('二季度进展顺利')
    expect(after.get('三季度!E2')?.value).toBe('填报时间：2026年7月3日')
    expect(notes.join()).toContain('二季度!E2')
    expect(notes.join()).toContain('二季度!F5')
    expect(proposedOwnName(workspace.library, { id, period: '2026Q3' })).toEqual({
      name: '某局2026年第三季度完成情况.xlsx',
      extension: 'xlsx'
    })
  })

  it('comes back: the same cells are the same numbers', async () => {
    const original = await writeSheet()
    const id = await take(original)
    const filled = await fill(id, '2026Q3', true)
    const first = stagedIn(await openSession(workspace, '2026Q2', 'a.xlsx', original))
    const second = stagedIn(await openSession(workspace, '2026Q3', 'b.xlsx', filled))
    expect(first).toHaveLength(12)
    expect(second).toEqual(first)
  })

  it('keeps the values when asked to, and says that they are old', async () => {
    const id = await take(await writeSheet())
    const after = await cellsOf(await fill(id, '2026Q3', true))
    expect(after.get('三季度!D6')?.value).toBe('41')
    expect(after.get('三季度!C6')?.value).toBe('75.5')
    const { notes, emptied } = await previewOwnFill(workspace.library, workspace.reader, {
      id,
      period: '2026Q3',
      keepValues: true
    })
    expect(emptied).toBe(0)
    expect(notes.join()).toContain('保留了上次的 8 个数')
  })

  it('never writes over a formula', async () => {
    const change = (sheet: ExcelJS.Worksheet): void => {
      sheet.getCell('C5').value = { formula: '25*2', result: 50 }
      sheet.getCell('D6').value = { formula: '20+21', result: 41 }
    }
    const id = await take(await writeSheet({ change }))
    const { notes, targets, emptied } = await previewOwnFill(workspace.library, workspace.reader, {
      id,
      period: '2026Q3'
    })
    const after = await cellsOf(await fill(id))
    expect(after.get('三季度!C5')).toMatchObject({ formula: '25*2', value: '50' })
    expect(after.get('三季度!D6')).toMatchObject({ formula: '20+21', value: '41' })
    expect([targets, emptied]).toEqual([3, 7])
    expect(notes.join()).toMatch(/是公式.*二季度!C5、二季度!D6/)
  })

  it('empties what the scheme no longer has and lists it', async () => {
    const { library } = workspace
    const id = await take(await writeSheet())
    const plain = scheme()
    loadScheme(
      library,
      {
        ...plain,
        code: 'office2',
        units: plain.units.filter((unit) => unit.code !== 'd'),
        groups: plain.groups.map((group) => ({
          ...group,
          members: group.members.filter((member) => member.unit !== 'd')
        }))
      },
      '2026Q4'
    )
    const preview = await previewOwnFill(library, workspace.reader, { id, period: '2026Q4' })
    expect(preview.gone.map(({ address, unit }) => `${address} ${unit}`)).toEqual(['C8 d', 'D8 d', 'E8 d'])
    const after = await cellsOf(await fill(id, '2026Q4'))
    expect(['C8', 'D8', 'E8'].map((address) => after.get(`四季度!${address}`))).toEqual([
      undefined,
      undefined,
      undefined
    ])
    expect(after.get('四季度!C7')?.value).toBe('100')
  })

  it('writes a target as its cell writes it: text with its measure, and nothing where that cannot be told', async () => {
    const change = (sheet: ExcelJS.Worksheet): void => {
      sheet.getCell('C5').value = '50万元'
      sheet.getCell('C6').value = '500000元'
      sheet.getCell('C7').value = 0
    }
    const id = await take(await writeSheet({ change }))
    const after = await cellsOf(await fill(id))
    expect(after.get('三季度!C5')?.value).toBe('75.5万元')
    expect(after.get('三季度!C6')?.value).toBe('755000元')
    // 0 says nothing about the measure; the column's other cells do not agree on one.
    expect(after.get('三季度!C7')).toBeUndefined()
    expect(after.get('三季度!C8')?.value).toBe('75.5')
    const { notes } = await previewOwnFill(workspace.library, workspace.reader, { id, period: '2026Q3' })
    expect(notes.join()).toMatch(/看不出这些目标.*二季度!C7/)
  })

  it('leaves targets that are not the quarter’s, and follows a scheme that counts in another measure', async () => {
    const { library, reader } = workspace
    const yearly = (sheet: ExcelJS.Worksheet): void => {
      sheet.getCell('C4').value = '年度目标'
      for (const row of [5, 6, 7, 8]) sheet.getCell(row, 3).value = 100
    }
    const id = await take(await writeSheet({ change: yearly }), '年度')
    const after = await cellsOf(await fill(id))
    expect(after.get('三季度!C5')?.value).toBe('100')
    const { notes } = await previewOwnFill(library, reader, { id, period: '2026Q3' })
    expect(notes.join()).toMatch(/可能是年度目标.*二季度!C5/)

    loadScheme(library, officeScheme({ code: 'office3' }), '2026Q4')
    const other = await take(
      await writeSheet({ change: (sheet) => (sheet.getCell('C6').value = 49) }),
      '季度'
    )
    // 万元 by now, and so is the sheet.
    expect((await cellsOf(await fill(other, '2026Q4'))).get('四季度!C5')?.value).toBe('100')
    const next = await previewOwnFill(library, reader, { id: other, period: '2026Q4' })
    expect([next.targets, next.notes.join()]).toEqual([
      4,
      expect.stringMatching(/不一致，现已按方案填入：二季度!C6。/)
    ])
  })

  it('tells numbers that stand beside the values and are nobody’s', async () => {
    const change = (sheet: ExcelJS.Worksheet): void => {
      sheet.getCell('G3').value = '完成率'
      sheet.getCell('H3').value = '满分'
      sheet.mergeCells('G3:G4')
      sheet.mergeCells('H3:H4')
      sheet.getCell('G5').value = 0.8
      sheet.getCell('H5').value = 60
    }
    const id = await take(await writeSheet({ change }))
    const { notes } = await previewOwnFill(workspace.library, workspace.reader, { id, period: '2026Q3' })
    expect(notes.find((note) => note.includes('原样保留'))).toMatch(/二季度!G5。$/)
    expect((await cellsOf(await fill(id))).get('三季度!G5')?.value).toBe('0.8')
  })

  it('leaves a quarter in a row of quarters, and a sheet name that formulas use', async () => {
    const change = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook): void => {
      sheet.getCell('G3').value = '三季度计划'
      const cover = book.addWorksheet('封面')
      cover.getCell('A1').value = { formula: "'二季度'!C9", result: 200 }
      cover.getCell('A2').value = '2026年第二季度'
    }
    const id = await take(await writeSheet({ change }))
    const { titles, notes } = await previewOwnFill(workspace.library, workspace.reader, {
      id,
      period: '2026Q3'
    })
    const after = await cellsOf(await fill(id))
    expect(titles.map(({ address }) => address)).not.toContain('')
    expect(after.get('封面!A1')?.formula).toContain('二季度')
    expect(after.get('封面!A2')?.value).toBe('2026年第二季度')
    expect(notes.join()).toMatch(/没有改名/)
    expect(notes.join()).toMatch(/工作表「封面」没有导入过/)
  })

  it('needs the scheme of the quarter', async () => {
    const id = await take(await writeSheet())
    await expect(fill(id, '2027Q1')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the sample bureau', () => {
  it('fills a workbook for its own quarter with the targets that stand there', async () => {
    const sample = freshWorkspace()
    await withSample(sample)
    const { library, reader, imports } = sample
    const session = await imports.add('2026Q3', null, [
      {
        path: join(library.paths.resources, 'samples/2026Q3/附件1：2026年第三季度目标任务完成情况汇总表.xlsx')
      }
    ])
    const [outcome] = commitSession(library, session, true)
    const { id } = takeOwnTemplate(library, outcome!.batchId, '汇总表')
    const path = join(temporaryFolder(), 'same.xlsx')
    // The same quarter: the targets must come out as they stand.
    await fillOwnTemplate(library, reader, { id, period: '2026Q3', keepValues: true, path })
    const again = await imports.add('2026Q3', null, [{ path }])
    const values = (one: ImportSession): string[] =>
      one.files
        .flatMap((file) => file.analysis?.sheets ?? [])
        .flatMap((sheet) => sheet.readings)
        .filter((reading) => reading.field === 'target')
        .map(
          ({ sheet, address, unit, indicator, value }) => `${sheet}!${address} ${unit} ${indicator} ${value}`
        )
    expect(values(again).length).toBeGreaterThan(20)
    // The sheet says 「/」 where the scheme has a target: it is filled in and told.
    const told = values(session).map((line) => line.replace('approval a2 null', 'approval a2 120'))
    expect(values(again)).toEqual(told)
    const { notes } = await previewOwnFill(library, reader, { id, period: '2026Q3', keepValues: true })
    expect(notes.join()).toMatch(/「\/」.*表1 机关处室!E14/)
  })
})
