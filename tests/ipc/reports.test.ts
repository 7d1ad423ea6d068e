import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { RouteInput, RouteName, RouteOutput } from '#shared/ipc/contract.ts'
import { openBackend } from '../helpers/openBackend.ts'
import { CLEAR_Q3, freeze, officeWorkspace } from '../helpers/smallQuarter.ts'
import { freshWorkspace, temporaryFolder } from '../helpers/workspace.ts'

const period = '2026Q3'

/** The small office, third quarter frozen, behind the window's requests. */
async function openOffice() {
  const folder = temporaryFolder()
  const workspace = await officeWorkspace(CLEAR_Q3, freshWorkspace(folder))
  const snapshot = await freeze(workspace, period)
  await workspace.close()
  const desk = {
    save: null as string | null,
    folder: null as string | null,
    opened: [] as string[],
    printed: [] as string[]
  }
  const {
    holder,
    reader,
    events,
    ask: invoke
  } = openBackend(
    {
      pickFolder: () => Promise.resolve(desk.folder),
      saveAs: () => Promise.resolve(desk.save),
      openFile: (path) => {
        desk.opened.push(path)
        return Promise.resolve(null)
      },
      showInFolder: (path) => void desk.opened.push(path),
      printPdf: (html) => {
        desk.printed.push(html)
        return Promise.resolve(new Uint8Array(new TextEncoder().encode('%PDF')))
      }
    },
    folder
  )
  const ask = async <R extends RouteName>(route: R, input: RouteInput<R>): Promise<RouteOutput<R>> => {
    const answer = await invoke(route, input)
    if (!answer.ok) throw new Error(`${route}: ${answer.error.message}`)
    return answer.data
  }
  onTestFinished(async () => {
    holder.close()
    await reader.close()
  })
  await ask('app.state', {})
  return { ask, desk, events, snapshot, folder: temporaryFolder() }
}

it('prints the preview with the very page of the PDF that is exported', async () => {
  const { ask, desk, folder, snapshot } = await openOffice()
  const { pdf } = await ask('report.preview', { period, report: 'ranking' })
  expect(new TextDecoder().decode(pdf)).toBe('%PDF')
  desk.save = join(folder, '排名表.pdf')
  const exported = (await ask('report.export', { period, report: 'ranking', format: 'pdf' }))!
  expect(exported).toMatchObject({ fileName: '排名表.pdf', preview: false, snapshot })
  expect(desk.printed).toHaveLength(2)
  expect(desk.printed[1]).toBe(desk.printed[0])
  expect(desk.printed[0]).toContain(snapshot)
})

it('words the 通报 anew, keeps it with the snapshot, and takes it back', async () => {
  const { ask, desk, events } = await openOffice()
  const before = (await ask('report.text', { period })).paragraphs
  const target = before.find(({ part }) => part === 'NEXT_STEPS')!
  expect(target.edited).toBe(false)
  const key = target.key
  await ask('report.saveText', {
    period,
    edits: { [key]: { text: '请各处室于本月底前报送整改情况。', basis: target.computed } }
  })
  expect(events).toContainEqual({ event: 'changed', period })
  const after = await ask('report.text', { period })
  expect(after.changedBy).toBe('考核办')
  expect(after.paragraphs.find((paragraph) => paragraph.key === key)).toMatchObject({
    edited: true,
    pieces: [{ text: '请各处室于本月底前报送整改情况。' }]
  })
  await ask('report.preview', { period, report: 'circular' })
  expect(desk.printed.at(-1)).toContain('请各处室于本月底前报送整改情况。')
  await ask('report.saveText', { period, edits: {} })
  expect((await ask('report.text', { period })).paragraphs).toEqual(before)
})

it('opens what was exported from the record as long as it is there', async () => {
  const { ask, desk, folder } = await openOffice()
  desk.save = join(folder, '大屏.html')
  await ask('report.export', { period, report: 'display', format: 'html' })
  const [record] = await ask('report.history', { period })
  await ask('report.open', { ticket: record!.ticket! })
  await ask('report.reveal', { ticket: record!.ticket! })
  expect(desk.opened).toEqual([desk.save, desk.save])
  rmSync(desk.save)
  expect((await ask('report.history', { period }))[0]!.ticket).toBeNull()
})

it('writes a set of reports into a folder of its own, with progress', async () => {
  const { ask, desk, events, folder } = await openOffice()
  desk.folder = folder
  const set = (await ask('report.exportSet', {
    period,
    items: [
      { report: 'ranking', format: 'xlsx' },
      { report: 'display', format: 'html' }
    ]
  }))!
  expect(set.files.map(({ fileName }) => fileName)).toEqual([
    '2026年第三季度排名表.xlsx',
    '2026年第三季度晾晒大屏.html'
  ])
  expect(set.files.every(({ fileName }) => existsSync(join(set.folder, fileName)))).toBe(true)
  expect(events).toContainEqual({ event: 'progress', job: 'report', label: '晾晒大屏', done: 1, total: 2 })
  desk.folder = null
  expect(await ask('report.exportSet', { period, items: [{ report: 'ranking', format: 'xlsx' }] })).toBeNull()
})

it('shows the board that is exported', async () => {
  const { ask, snapshot } = await openOffice()
  const board = await ask('report.display', { period })
  expect(board.provenance).toContain(snapshot)
  expect(board.pages.map((page) => page.kind)).toContain('RANKING')
  expect(await ask('report.fonts', {})).toHaveLength(5)
})
