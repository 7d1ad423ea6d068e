import { describe, expect, it } from 'vitest'
import { fileDetail, gridOf } from '#electron/services/importing/fileView.ts'
import { sessionView } from '#electron/services/importing/sessionView.ts'
import { createWorkbookReader } from '#electron/workbook/workbookReader.ts'
import { createImportSessions } from '#electron/services/importing/sessions.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { csv, office, PERIOD, stagedIn, TABLE, VALUES, xlsx } from '../helpers/importOffice.ts'
import { book, bytesOf, refusal } from '../unit/workbook/makeFiles.ts'

describe('work that is stopped', () => {
  it('cancelled while reading leaves the import as it was', async () => {
    const { imports } = office()
    const session = await imports.add(PERIOD, null, [{ name: 'a.xlsx', bytes: xlsx }])
    const stop = new AbortController()
    const labels: string[] = []
    const adding = imports.add(
      PERIOD,
      session.id,
      ['b', 'c', 'd'].map((name) => ({ name: `${name}.csv`, bytes: Buffer.from(`${csv}\r\n${name}`) })),
      {
        signal: stop.signal,
        progress: (label, done, total) => {
          labels.push(`${label} ${done}/${total}`)
          if (done === 2) stop.abort()
        }
      }
    )
    expect((await refusal(adding)).code).toBe('CANCELLED')
    expect(session.files.map((file) => file.name)).toEqual(['a.xlsx'])
    expect(labels).toContain('b.csv · 读取内容 0/3')
    expect(labels).toContain('b.csv · 识别内容 0/3')
  })

  it('cancelled while analysing again leaves every answer, and the undo, as it was', async () => {
    const { imports, library } = office()
    const session = await imports.add(PERIOD, null, [
      { name: 'a.xlsx', bytes: xlsx },
      { name: 'b.csv', bytes: Buffer.from(csv) },
      // Two are worked on at a time: the third begins when one is done.
      { name: 'c.csv', bytes: Buffer.from(`${csv}\r\n`) }
    ])
    const before = session.files.map((file) => file.fixes)
    const stop = new AbortController()
    const fixing = imports.fixAll(
      session.id,
      { units: { 甲处: 'SKIP' } },
      { signal: stop.signal, progress: (_label, done) => (done === 1 ? stop.abort() : undefined) }
    )
    expect((await refusal(fixing)).code).toBe('CANCELLED')
    expect(session.files.map((file) => file.fixes)).toEqual(before)
    expect(sessionView(library, session).undoable).toBe(false)
    expect(stagedIn(session.files[0]!)).toEqual(VALUES)
  })

  it('a file that kills the thread takes only itself along', async () => {
    const workspace = office()
    const reader = createWorkbookReader({ limits: { maxMemoryMb: 48 } })
    const imports = createImportSessions(workspace.library, reader)
    const huge = Buffer.from(
      `单位,说明\n${Array.from({ length: 400_000 }, (_, i) => `甲处,第 ${i} 行`).join('\n')}`
    )
    const session = await imports.add(PERIOD, null, [
      { name: 'a.csv', bytes: Buffer.from(csv) },
      { name: 'huge.csv', bytes: huge },
      { name: 'b.xlsx', bytes: xlsx }
    ])
    await reader.close()
    expect(session.files.map((file) => file.error?.code ?? 'READ')).toEqual([
      'READ',
      'FILE_TOO_COMPLEX',
      'READ'
    ])
  })
})

describe('answers', () => {
  it('change what is are taken back, and leave the files of others alone', async () => {
    const { imports } = office()
    const session = await imports.add(PERIOD, null, [{ name: 'a.xlsx', bytes: xlsx }])
    const file = session.files[0]!
    await imports.fix(session.id, file.id, importFixes.parse({ units: { 乙处: 'SKIP' } }))
    expect(stagedIn(file)).toEqual(VALUES.slice(0, 2))
    imports.skip(session.id, file.id, true)
    await imports.undoFix(session.id)
    expect(file.skipped).toBe(false)
    expect(stagedIn(file)).toEqual(VALUES.slice(0, 2))
    await imports.undoFix(session.id)
    expect(stagedIn(file)).toEqual(VALUES)
  })
})

describe('a long sheet', () => {
  it('is answered in parts with its counts in full', async () => {
    const { imports, library } = office()
    const rows = Array.from({ length: 25_000 }, (_, i) => ['甲处', i % 2 === 0 ? '约 5' : '75', ''])
    const bytes = bytesOf(book({ 汇总: [TABLE[0]!, ...rows] }), 'xlsx')
    const session = await imports.add(PERIOD, null, [{ name: 'a.xlsx', bytes }])
    const file = session.files[0]!
    const detail = fileDetail(file)
    const view = sessionView(library, session).files[0]!
    const { problems } = file.analysis!.sheets[0]!
    expect(problems.length).toBeGreaterThan(10_000)
    expect(view.counts.errors).toBe(problems.filter((problem) => problem.level === 'error').length)
    for (const group of detail.groups) expect(group.problems.length).toBeLessThanOrEqual(5000)
    const grid = gridOf(file.raw!, '汇总', 24_000, 10)
    expect(grid.cells[0]).toEqual({ row: 24_000, col: 0, text: '甲处', numeric: false })
    expect(grid.cells.at(-1)!.row).toBe(24_009)
    expect(grid.rowCount).toBe(25_001)
  })
})
