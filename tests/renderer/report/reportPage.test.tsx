import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { standingView } from '../standings/standingHandlers.ts'
import { EXPORTED, KINDS, OPTIONS, reportHandlers } from './reportHandlers.ts'

// jsdom draws nothing: what the viewer shows is its own test's business, here only what it is given.
vi.mock('../../../renderer/src/components/PdfPages/PdfPages.tsx', () => ({
  PdfPages: ({ pdf, label }: { pdf: Uint8Array | null; label: string }) => (
    <div role="document" aria-label={label}>
      {pdf === null ? '' : pdf[0]}
    </div>
  )
}))

async function open(handlers: Handlers = {}, report = 'ranking'): Promise<Mounted> {
  const mounted = renderApp(`/report?report=${report}`, { ...reportHandlers(), ...handlers })
  await pageTitle('报告')
  await screen.findByRole('navigation', { name: '报告种类' })
  await screen.findByText('导出选项')
  return mounted
}

const lastPreview = ({ api }: Mounted) => api.inputsOf('report.preview').at(-1)

describe('preview', () => {
  it('shows the report that would be printed, and follows the options', async () => {
    const mounted = await open()
    const { user } = mounted
    await waitFor(() => expect(screen.getByRole('document').textContent).toBe('1'))
    await user.click(screen.getByRole('checkbox', { name: '各板块得分' }))
    await user.click(screen.getByRole('checkbox', { name: '只列前几名' }))
    await user.type(screen.getByRole('textbox', { name: '日期' }), '2026年10月15日')
    await waitFor(() =>
      expect(lastPreview(mounted)).toMatchObject({
        report: 'ranking',
        options: { hide: ['DIMENSIONS'], topOnly: 3, issuedOn: '2026年10月15日' }
      })
    )
  })

  it('remembers what was chosen, once it has settled', async () => {
    const { api, user } = await open()
    await user.click(screen.getByRole('radio', { name: '只写个数' }))
    await waitFor(() =>
      expect(api.inputsOf('report.remember').at(-1)).toMatchObject({
        report: 'ranking',
        options: { ...OPTIONS, bottom: 'COUNT' }
      })
    )
    await user.click(screen.getByRole('button', { name: '恢复默认' }))
    await waitFor(() =>
      expect(api.inputsOf('report.remember').at(-1)).toMatchObject({
        options: { bottom: 'NAMES', issuer: '' }
      })
    )
    expect(screen.queryByRole('button', { name: '恢复默认' })).toBeNull()
  })

  it('says what a report still lacks, and holds its export back', async () => {
    const { api } = await open({}, 'circular')
    expect(await screen.findByText('冻结以后才能出通报')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '导出 Word' }).disabled).toBe(true)
    expect(api.inputsOf('report.preview')).toEqual([])
  })

  it('says why there is no preview, and tries again', async () => {
    const { api, user } = await open({
      'report.preview': () => {
        throw new Refusal('INTERNAL', '打印窗口没有打开。', { action: '请再试一次。' })
      }
    })
    expect((await screen.findByRole('alert')).textContent).toContain('打印窗口没有打开')
    api.set({ 'report.preview': () => ({ pdf: new Uint8Array([7]) }) })
    await user.click(screen.getByRole('button', { name: '再试一次' }))
    await waitFor(() => expect(screen.getByRole('document').textContent).toBe('7'))
  })

  it('marks what is not frozen, and names the snapshot of what is', async () => {
    const { unmount } = await open()
    expect(screen.getByText('预览，未定稿')).toBeTruthy()
    unmount()
    await open({
      'report.list': () => KINDS.map((kind) => ({ ...kind, snapshot: '2026Q3-r1-1f0c9a2b' }))
    })
    expect(screen.queryByText('预览，未定稿')).toBeNull()
    expect(screen.getByText(/出自快照 2026Q3-r1-1f0c9a2b/)).toBeTruthy()
  })
})

describe('kinds', () => {
  it('are listed by what they are for, each with its own options', async () => {
    const { api, user } = await open()
    const kinds = screen.getByRole('navigation', { name: '报告种类' })
    expect(
      within(kinds)
        .getAllByRole('button')
        .map((kind) => kind.textContent)
    ).toEqual(KINDS.map((kind) => kind.title))
    await user.click(within(kinds).getByRole('button', { name: '单位成绩单' }))
    expect(await screen.findByRole('radio', { name: /打成压缩包/ })).toBeTruthy()
    expect(screen.queryByRole('checkbox', { name: '只列前几名' })).toBeNull()
    expect(api.inputsOf('report.options')).toContainEqual({ report: 'unitCard' })
  })

  it('have 等次 to switch only where the race has grades', async () => {
    const { unmount } = await open()
    expect(screen.queryByRole('checkbox', { name: '等次' })).toBeNull()
    unmount()
    await open({ 'ranking.get': () => standingView() })
    expect(await screen.findByRole('checkbox', { name: '等次' })).toBeTruthy()
  })

  it('tell which official font stands in for which', async () => {
    await open({ 'report.list': () => KINDS.map((kind) => ({ ...kind, controls: ['fonts'] })) }, 'ranking')
    expect(await screen.findByText('方正小标宋简体 → 宋体')).toBeTruthy()
    expect(screen.queryByText(/黑体 →/)).toBeNull()
  })
})

describe('export', () => {
  it('sends format and options, and shows the file with its folder', async () => {
    const { api, user } = await open()
    await user.click(screen.getByRole('checkbox', { name: '备注' }))
    await user.click(screen.getByRole('button', { name: '导出 Excel' }))
    await waitFor(() =>
      expect(api.inputsOf('report.export')).toEqual([
        { period: '2026Q3', report: 'ranking', format: 'xlsx', options: { ...OPTIONS, hide: ['REMARKS'] } }
      ])
    )
    expect(await screen.findByText(`已导出《${EXPORTED.fileName}》`)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '打开文件' }))
    await user.click(screen.getByRole('button', { name: '打开所在文件夹' }))
    expect(api.inputsOf('report.open')).toEqual([{ ticket: 't-1' }])
    expect(api.inputsOf('report.reveal')).toEqual([{ ticket: 't-1' }])
  })

  it('offers the other formats', async () => {
    const { api, user } = await open()
    await user.click(screen.getByRole('button', { name: '其他格式' }))
    await user.click(await screen.findByText('导出 PDF'))
    await waitFor(() => expect(api.inputsOf('report.export').at(-1)).toMatchObject({ format: 'pdf' }))
  })

  it('shows nothing when the dialog is cancelled', async () => {
    const { api, user } = await open({ 'report.export': () => null })
    await user.click(screen.getByRole('button', { name: '导出 Excel' }))
    await waitFor(() => expect(api.inputsOf('report.export')).toHaveLength(1))
    expect(screen.queryByText(/已导出/)).toBeNull()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says why it failed', async () => {
    const { user } = await open({
      'report.export': () => {
        throw new Refusal('FILE_LOCKED', '文件正被 WPS 打开，写不进去。', { action: '请关掉它再导出。' })
      }
    })
    await user.click(screen.getByRole('button', { name: '导出 Excel' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      '文件正被 WPS 打开，写不进去。请关掉它再导出。'
    )
  })

  it('writes the meeting’s reports in one go and tells what was left out', async () => {
    const { api, user } = await open({
      'report.exportSet': () => ({
        folder: 'D:\\会议材料',
        ticket: 't-9',
        files: [EXPORTED],
        skipped: [{ title: '单位成绩单', reason: '没有选单位，没有导出。' }]
      })
    })
    await user.click(screen.getByRole('button', { name: '导出会议材料…' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByRole<HTMLInputElement>('checkbox', { name: '季度通报' }).disabled).toBe(true)
    await user.click(within(dialog).getByRole('button', { name: '导出 2 份' }))
    await waitFor(() =>
      expect(api.inputsOf('report.exportSet')).toEqual([
        {
          period: '2026Q3',
          items: [
            { report: 'ranking', format: 'xlsx' },
            { report: 'unitCard', format: 'docx' }
          ]
        }
      ])
    )
    expect(await within(dialog).findByText(/单位成绩单：没有选单位/)).toBeTruthy()
  })
})

describe('the record', () => {
  it('opens what is still there and says what is gone', async () => {
    const { api, user } = await open()
    await user.click(screen.getByText('记录'))
    expect(await screen.findByText('文件已不在原处')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '打开文件' }))
    await waitFor(() => expect(api.inputsOf('report.open')).toEqual([{ ticket: 't-2' }]))
  })
})
