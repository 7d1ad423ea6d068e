import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { fontsInFolders } from '#electron/reports/chart/chartFonts.ts'
import { fontsAmong } from '#electron/reports/fontTable.ts'
import { familiesInFolders, installedFonts, windowsFontFolders } from '#electron/reports/installedFonts.ts'

const folders: string[] = []

async function folderWith(...names: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liangji-fonts-'))
  folders.push(folder)
  for (const name of names) await writeFile(join(folder, name), name)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

const WINDOWS = [
  'simfang.ttf',
  'simkai.ttf',
  'simhei.ttf',
  'simsun.ttc',
  'msyh.ttc',
  'msyhbd.ttc',
  'arial.ttf'
]

it('takes what a plain Windows has in place of the official fonts', async () => {
  const fonts = fontsAmong(await familiesInFolders([await folderWith(...WINDOWS)]))
  expect(fonts.title).toEqual({ official: '方正小标宋简体', name: '宋体', installed: false })
  expect(fonts.body).toEqual({ official: '仿宋_GB2312', name: '仿宋', installed: false })
  expect(fonts.kai).toEqual({ official: '楷体_GB2312', name: '楷体', installed: false })
  expect(fonts.head).toEqual({ official: '黑体', name: '黑体', installed: true })
  expect(fonts.song).toEqual({ official: '宋体', name: '宋体', installed: true })
})

it.each([
  ['FZXBSJW.TTF', '方正小标宋简体', true],
  ['FZXBSJW--GB1-0.ttf', '方正小标宋简体', true],
  ['方正小标宋简体.TTF', '方正小标宋简体', true],
  ['FZXBSK--GBK1-0.ttf', '方正小标宋_GBK', false],
  ['STZHONGS.TTF', '华文中宋', false]
])('knows %s as %s, installed by a user for himself', async (file, name, installed) => {
  const families = await familiesInFolders([await folderWith(...WINDOWS), await folderWith(file)])
  expect(fontsAmong(families).title).toMatchObject({ name, installed })
})

it.each(['仿宋_GB2312.ttf', 'simfang_GB2312.ttf', 'FangSong_GB2312.TTF'])(
  'tells %s from 仿宋',
  async (file) => {
    const families = await familiesInFolders([await folderWith('simfang.ttf', file)])
    expect(fontsAmong(families).body).toEqual({
      official: '仿宋_GB2312',
      name: '仿宋_GB2312',
      installed: true
    })
  }
)

it('keeps the official names where nothing is known, and says that they are missing', async () => {
  const fonts = fontsAmong(await familiesInFolders(['/nowhere/at/all']))
  for (const font of Object.values(fonts)) {
    expect(font.name).toBe(font.official)
    expect(font.installed).toBe(false)
  }
})

it('looks where Windows keeps fonts, a user’s own too', () => {
  expect(windowsFontFolders({ WINDIR: 'D:\\Win', LOCALAPPDATA: 'D:\\Me' })).toEqual([
    join('D:\\Win', 'Fonts'),
    join('D:\\Me', 'Microsoft', 'Windows', 'Fonts')
  ])
  expect(windowsFontFolders({})).toEqual([join('C:\\Windows', 'Fonts')])
})

it('looks once, and finds fonts here', async () => {
  const fonts = await installedFonts()
  expect(await installedFonts()).toBe(fonts)
  for (const font of Object.values(fonts)) expect(font.name).not.toBe('')
})

it('draws charts with YaHei and its bold face, else with what there is', async () => {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString()
  const full = await fontsInFolders([await folderWith(...WINDOWS)])
  expect([full?.family, ...(full?.files ?? []).map(text)]).toEqual([
    'Microsoft YaHei',
    'msyh.ttc',
    'msyhbd.ttc'
  ])
  const bare = await fontsInFolders([await folderWith('simsun.ttc')])
  expect(bare?.family).toBe('SimSun')
})
