import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Handlers } from '../fakeApi.ts'
import { pageTitle, renderApp, type Mounted } from '../renderApp.tsx'
import { fakeFile, importWorld, PASSWORD, type ImportWorld } from './importHandlers.ts'
import { giveElementsSize } from './layoutSize.ts'
import { cleanSheet, workbookOf } from './workbookFixture.ts'

beforeEach(() => giveElementsSize())

async function open(world: ImportWorld = importWorld(), over: Handlers = {}): Promise<Mounted> {
  const mounted = renderApp('/import', { ...world.handlers, ...over })
  await pageTitle('导入')
  return mounted
}

const fileTable = (): Promise<HTMLElement> => screen.findByRole('table', { name: '本次的文件' })
const paste = (text: string, html = ''): void => {
  const data = { getData: (type: string) => (type === 'text/plain' ? text : html), files: [] }
  fireEvent.paste(document.body, { clipboardData: data })
}

describe('选文件', () => {
  it('opens a locked file with its password, and forgets what was typed', async () => {
    const { api, user } = await open()
    const field = await screen.findByLabelText<HTMLInputElement>('《督办反馈（加密）.xlsx》的打开密码')
    expect(field.type).toBe('password')
    await user.type(field, '不对{Enter}')
    expect(await screen.findByText('密码不对，打不开文件。请核对密码后重新输入。')).toBeTruthy()
    expect(field.value).toBe('')
    await user.type(field, `${PASSWORD}{Enter}`)
    await waitFor(() => expect(screen.queryByLabelText('《督办反馈（加密）.xlsx》的打开密码')).toBeNull())
    expect(within(await fileTable()).getAllByText('可以导入')).toHaveLength(3)
    expect(api.inputsOf('import.password').map(({ password }) => password)).toEqual(['不对', PASSWORD])
  })

  it('reads a text file again in another encoding', async () => {
    const raw = {
      ...workbookOf('导出.csv', [cleanSheet()]),
      format: 'csv' as const,
      encoding: 'utf-8' as const
    }
    const { api, user } = await open(importWorld({ files: [fakeFile('f1', raw)] }))
    await user.click(await screen.findByRole('combobox', { name: '导出.csv 编码' }))
    await user.click(await screen.findByTitle('GBK（国标）'))
    await waitFor(() =>
      expect(api.inputsOf('import.encoding')).toEqual([{ session: 's1', file: 'f1', encoding: 'gb18030' }])
    )
  })

  it('reads a file again that could not be read', async () => {
    const world = importWorld()
    const failed = async (): Promise<Handlers> => {
      const session = (await world.handlers['import.current']!({ period: '2026Q3' }))!
      const locked = session.files.find((file) => file.id === 'locked')!
      const error = {
        code: 'FILE_LOCKED',
        message: '文件正被别的程序使用，读不了。',
        details: { action: '请先关闭它。' }
      }
      return {
        'import.current': () => ({
          ...session,
          files: [{ ...locked, id: 'busy', needsPassword: false, error }]
        }),
        'import.reread': () => session
      }
    }
    const { api, user } = await open(world, await failed())
    expect(await screen.findByText('文件正被别的程序使用，读不了。请先关闭它。')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '重新读取' }))
    await waitFor(() => expect(api.inputsOf('import.reread')).toEqual([{ session: 's1', file: 'busy' }]))
    expect(within(await fileTable()).getAllByText('可以导入')).toHaveLength(2)
  })

  it('takes a pasted table from anywhere on the page', async () => {
    const { api } = await open(importWorld({ running: false }))
    await screen.findByText('把报送表格或整个文件夹拖到这里')
    const html = '<table><tr><td>单位</td></tr></table>'
    paste('单位\t资金到位\n群众体育处\t12', html)
    await waitFor(() =>
      expect(api.inputsOf('import.paste')).toEqual([
        { period: '2026Q3', text: '单位\t资金到位\n群众体育处\t12', html }
      ])
    )
    expect(within(await fileTable()).getByText('粘贴的表格.tsv')).toBeTruthy()
  })

  it('adds a table that is pasted while checking to the running import', async () => {
    const { api, user } = await open()
    await user.click(await screen.findByRole('button', { name: '检查' }))
    await screen.findByRole('grid', { name: '表1 机关处室' })
    paste('单位\t资金到位\n群众体育处\t12')
    await waitFor(() => expect(api.inputsOf('import.paste')).toMatchObject([{ session: 's1', html: null }]))
    expect(within(await fileTable()).getByText('粘贴的表格.tsv')).toBeTruthy()
  })

  it('says what to do when the clipboard holds no table', async () => {
    const { api } = await open(importWorld({ running: false }))
    await screen.findByText('把报送表格或整个文件夹拖到这里')
    paste('  ')
    expect((await screen.findByRole('alert')).textContent).toContain('剪贴板里没有表格')
    expect(api.inputsOf('import.paste')).toEqual([])
  })

  it('leaves pasting into a field to the field', async () => {
    const { api } = await open()
    fireEvent.paste(await screen.findByLabelText('《督办反馈（加密）.xlsx》的打开密码'), {
      clipboardData: { getData: () => '甲\t1', files: [] }
    })
    expect(api.inputsOf('import.paste')).toEqual([])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('walks dropped folders to the bottom, keeps their names and takes only sheets', async () => {
    const { api } = await open(importWorld({ running: false }))
    const zone = await screen.findByText('把报送表格或整个文件夹拖到这里')
    const folder = dir('三季度', [
      entry('办公室.xlsx'),
      entry('~$办公室.xlsx'),
      entry('说明.docx'),
      dir('直属单位', [entry('中心.csv')])
    ])
    drop(zone, [folder, entry('无后缀')])
    await waitFor(() => expect(api.inputsOf('import.drop')).toHaveLength(1))
    expect(api.inputsOf('import.drop')[0]!.files.map(({ name, folder: inside }) => [inside, name])).toEqual([
      ['三季度', '办公室.xlsx'],
      ['三季度/直属单位', '中心.csv'],
      ['', '无后缀']
    ])
    expect(await screen.findByText('文件夹里另有 2 个不是表格的文件，没有读取。')).toBeTruthy()
  })

  it('reads nothing of a folder with too many files, and says so', async () => {
    const { api } = await open(importWorld({ running: false }))
    const zone = await screen.findByText('把报送表格或整个文件夹拖到这里')
    drop(zone, [
      dir(
        '全年',
        Array.from({ length: 230 }, (_, index) => entry(`${index}.xlsx`))
      )
    ])
    expect((await screen.findByRole('alert')).textContent).toBe(
      '一次最多读 200 个文件，这次超过了，一个都没有读。请分几次拖入。'
    )
    expect(api.inputsOf('import.drop')).toEqual([])
  })

  it('asks once before the import is given up', async () => {
    const { api, user } = await open()
    await user.click(await screen.findByRole('button', { name: '放弃这次导入' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('数据库没有任何改动')
    expect(api.inputsOf('import.discard')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: '放弃导入' }))
    await waitFor(() => expect(api.inputsOf('import.discard')).toEqual([{ session: 's1' }]))
    await waitFor(() => expect(screen.queryByRole('table', { name: '本次的文件' })).toBeNull())
  })
})

/** Entries of a drop as the browser hands them over: folders give their children in portions. */
function entry(name: string): FileSystemEntry {
  return {
    name,
    isFile: true,
    file: (done: (file: File) => void) => done(new File(['x'], name))
  } as unknown as FileSystemEntry
}

function dir(name: string, children: FileSystemEntry[]): FileSystemEntry {
  return {
    name,
    isFile: false,
    createReader: () => {
      const left = [...children]
      return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(left.splice(0, 100)) }
    }
  } as unknown as FileSystemEntry
}

function drop(target: HTMLElement, entries: FileSystemEntry[]): void {
  const items = entries.map((one) => ({ kind: 'file', webkitGetAsEntry: () => one }))
  fireEvent.drop(target, { dataTransfer: { items, files: [] } })
}
