import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportDefinitions } from '#shared/domain/report/reportDefinitions.ts'
import { reportOptions, type ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { exportHistory } from '#electron/services/reports/exportHistory.ts'
import { exportPlan, exportReport, NO_PRINTER, previewHtml } from '#electron/services/reports/exportReport.ts'
import { exportSet } from '#electron/services/reports/exportSet.ts'
import { rememberedOptions, rememberOptions } from '#electron/services/reports/reportChoices.ts'
import { listReports } from '#electron/services/reports/reportKinds.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { openWorkspace, type Workspace } from '#electron/services/workspace.ts'
import { enter, freeze, officeWorkspace, openQuarter, CLEAR_Q3 } from '../../helpers/smallQuarter.ts'
import { PROJECT, temporaryFolder } from '../../helpers/workspace.ts'

const PERIOD = '2026Q3'
const options = (part: Partial<ReportOptions> = {}): ReportOptions => reportOptions.parse(part)
const pdf = new TextEncoder().encode('%PDF-1.7')
const job = { print: () => Promise.resolve(new Uint8Array(pdf)) }

let workspace: Workspace
const folderOfAll = mkdtempSync(join(tmpdir(), 'liangji-reports-'))

beforeAll(async () => {
  const opened = openWorkspace({
    paths: libraryPaths(folderOfAll, PROJECT),
    appVersion: '0.0.0-test',
    create: true,
    now: () => new Date('2026-10-09T01:12:00Z')
  })
  workspace = await officeWorkspace(CLEAR_Q3, opened)
  await freeze(workspace, PERIOD)
}, 60_000)
afterAll(async () => {
  await workspace.close()
  rmSync(folderOfAll, { recursive: true, force: true, maxRetries: 3 })
})

describe('every report of a frozen quarter', () => {
  const formats = reportDefinitions.flatMap((definition) =>
    definition.formats.map((format) => [definition.id, format] as const)
  )

  it.each(formats)('%s as %s is written whole and recorded', async (report, format) => {
    const folder = temporaryFolder()
    const request = { period: PERIOD, report, format, options: options() }
    const unavailable = listReports(workspace.library, PERIOD).find(({ id }) => id === report)!.unavailable
    if (unavailable !== null) {
      expect(() => exportPlan(workspace.library, request)).toThrow(unavailable)
      return
    }
    const plan = exportPlan(workspace.library, request)
    expect(plan).toMatchObject({ kind: 'FILE', extension: format })
    // The year is not over: what is made of it is a preview, whatever the quarter is.
    const ofYear = report === 'year' || report === 'halfYear'
    expect(plan.stem).not.toMatch(/[\\/:*?"<>|]/)
    expect(plan.stem.endsWith('（预览）')).toBe(ofYear)
    const path = join(folder, `${plan.stem}.${plan.extension}`)
    const exported = await exportReport(workspace.library, { ...request, path }, job)
    expect(exported.preview).toBe(ofYear)
    if (!ofYear) expect(exported.snapshot).toMatch(/^2026Q3-r1-/)
    expect(readdirSync(folder)).toEqual([basename(path)])
    const head = readFileSync(path).subarray(0, 4).toString('latin1')
    expect(head.slice(0, 2)).toBe({ pdf: '%P', html: '<!' }[format as string] ?? 'PK')
    expect(exportHistory(workspace.library, PERIOD)[0]).toMatchObject({
      fileName: basename(path),
      path,
      snapshot: exported.snapshot
    })
  })
})

describe('成绩单 of several units', () => {
  it('become a file each in a new folder', async () => {
    const folder = temporaryFolder()
    const request = {
      period: PERIOD,
      report: 'unitCard',
      format: 'docx',
      options: options({ bundle: 'FOLDER', units: ['a', 'c'] })
    }
    expect(exportPlan(workspace.library, request).kind).toBe('FOLDER')
    const progress: string[] = []
    const exported = await exportReport(
      workspace.library,
      { ...request, path: join(folder, '成绩单') },
      { ...job, progress: (label, done, total) => progress.push(`${label} ${done}/${total}`) }
    )
    expect(exported.files.map((file) => basename(file))).toEqual([
      '2026年第三季度单位成绩单－甲处.docx',
      '2026年第三季度单位成绩单－丙处.docx'
    ])
    expect(exported.files.every((file) => statSync(file).size > 1000)).toBe(true)
    expect(progress).toEqual(['甲处 0/2', '丙处 1/2', '单位成绩单 2/2'])
  })

  it('or all of them in one zip', async () => {
    const path = join(temporaryFolder(), '成绩单.zip')
    const request = {
      period: PERIOD,
      report: 'unitCard',
      format: 'docx',
      options: options({ bundle: 'ZIP' })
    }
    expect(exportPlan(workspace.library, request)).toMatchObject({ kind: 'FILE', extension: 'zip' })
    await exportReport(workspace.library, { ...request, path }, job)
    const zip = await JSZip.loadAsync(readFileSync(path))
    expect(Object.keys(zip.files)).toEqual(
      ['甲', '乙', '丙', '丁'].map((name) => `2026年第三季度单位成绩单－${name}处.docx`)
    )
  })

  it('stop between two units when cancelled, and leave nothing half-written', async () => {
    const folder = temporaryFolder()
    const stop = new AbortController()
    const request = {
      period: PERIOD,
      report: 'unitCard',
      format: 'docx',
      options: options({ bundle: 'ZIP' })
    }
    const work = exportReport(
      workspace.library,
      { ...request, path: join(folder, 'x.zip') },
      { ...job, signal: stop.signal, progress: (_, done) => (done === 1 ? stop.abort() : undefined) }
    )
    await expect(work).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('refuse an empty choice', async () => {
    const request = {
      period: PERIOD,
      report: 'unitCard',
      format: 'docx',
      options: options({ bundle: 'ZIP', units: ['nobody'] })
    }
    const work = exportReport(workspace.library, { ...request, path: join(temporaryFolder(), 'x.zip') }, job)
    await expect(work).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })
})

describe('会议材料', () => {
  it('are written with the remembered options into a new folder, never over an old one', async () => {
    const folder = temporaryFolder()
    rememberOptions(workspace.library, 'ranking', options({ topOnly: 2 }))
    const request = {
      period: PERIOD,
      folder,
      items: [
        { report: 'ranking', format: 'xlsx' },
        { report: 'display', format: 'html' },
        { report: 'ranking', format: 'pdf' }
      ]
    }
    const first = await exportSet(workspace.library, request, job)
    const second = await exportSet(workspace.library, request, job)
    expect([basename(first.folder), basename(second.folder)]).toEqual([
      '2026年第三季度会议材料',
      '2026年第三季度会议材料 2'
    ])
    expect(readdirSync(first.folder).sort()).toEqual([
      '2026年第三季度排名表.pdf',
      '2026年第三季度排名表.xlsx',
      '2026年第三季度晾晒大屏.html'
    ])
    expect(first.skipped).toEqual([])
  })

  it('leave out what cannot be made, and say why', async () => {
    const set = await exportSet(
      workspace.library,
      {
        period: PERIOD,
        folder: temporaryFolder(),
        items: [
          { report: 'ranking', format: 'pdf' },
          { report: 'display', format: 'html' }
        ]
      },
      { print: NO_PRINTER }
    )
    expect(set.files.map(({ path }) => basename(path))).toEqual(['2026年第三季度晾晒大屏.html'])
    expect(set.skipped).toEqual([{ title: '排名表', reason: '命令行不能生成 PDF。' }])
  })
})

describe('choices', () => {
  it('are kept per report, and what a newer version no longer knows falls back', () => {
    const { library } = workspace
    rememberOptions(library, 'matrix', options({ decimals: 3 }))
    expect(rememberedOptions(library, 'matrix').decimals).toBe(3)
    expect(rememberedOptions(library, 'indicators')).toEqual(options())
    library.db.client
      .prepare("UPDATE setting SET value = ? WHERE key = 'report.matrix'")
      .run(JSON.stringify({ decimals: 9, nonsense: true }))
    expect(rememberedOptions(library, 'matrix')).toEqual(options())
  })

  it('refuse a report and a format that there is not, naming those that there are', () => {
    const request = { period: PERIOD, report: 'nonsense', options: options() }
    expect(() => exportPlan(workspace.library, request)).toThrow('没有「nonsense」这种报告')
    expect(() => exportPlan(workspace.library, { ...request, report: 'display', format: 'xlsx' })).toThrow(
      '没有 xlsx 格式'
    )
  })

  it('say so when the master of the slides has been removed', async () => {
    const request = { period: PERIOD, report: 'deck', format: 'pptx', options: options({ master: 99 }) }
    const work = exportReport(workspace.library, { ...request, path: join(temporaryFolder(), 'x.pptx') }, job)
    await expect(work).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a preview', () => {
  it('is marked in every report, its name and its record', async () => {
    const { library } = workspace
    openQuarter(workspace, '2026Q4', CLEAR_Q3)
    const request = { period: '2026Q4', report: 'ranking', options: options() }
    expect(() => exportPlan(library, request)).toThrow('还没有计算成绩')
    computePeriod(library, '2026Q4')
    expect(exportPlan(library, request).stem).toBe('2026年第四季度排名表（预览）')
    for (const { id, unavailable } of listReports(library, '2026Q4')) {
      if (unavailable === null)
        expect(await previewHtml(library, { ...request, report: id }), id).toContain('预览，未定稿')
    }
  })

  it('is refused once an input has changed since the computation', () => {
    enter(workspace.library, '2026Q4', 'a', 'output', 'actual', '1')
    const request = { period: '2026Q4', report: 'ranking', options: options() }
    expect(() => exportPlan(workspace.library, request)).toThrow('数据有变动')
    expect(listReports(workspace.library, '2026Q4').every(({ unavailable }) => unavailable !== null)).toBe(
      true
    )
  })
})

describe('a file that cannot be written', () => {
  it('is told, and an old file of that name stays as it was', async () => {
    const path = join(temporaryFolder(), '排名表.xlsx')
    writeFileSync(path, 'old')
    const request = { period: PERIOD, report: 'display', format: 'html', options: options() }
    const work = exportReport(workspace.library, { ...request, path: join(path, 'below.html') }, job)
    await expect(work).rejects.toMatchObject({ details: { place: { file: 'below.html' } } })
    expect(readFileSync(path, 'utf8')).toBe('old')
  })
})
