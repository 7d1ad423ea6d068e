import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fontsAmong, type FontTable } from './fontTable.ts'

/**
 * File name → family. Windows tells installed fonts only by file or registry; these names are those under which the fonts
 * are shipped or handed on.
 */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/^(fzxbsjw|方正小标宋简)/, '方正小标宋简体'],
  [/^(fzxbsk|方正小标宋_?gbk)/, '方正小标宋_GBK'],
  [/^(fzxbs.*gb18030|方正小标宋_?gb18030)/, '方正小标宋_GB18030'],
  [/^(stzhongs|华文中宋)/, '华文中宋'],
  [/^(simfang|fangsong|fs|仿宋).*gb_?2312/, '仿宋_GB2312'],
  [/^(simfang|fangsong|仿宋)\./, '仿宋'],
  [/^(stfangso|华文仿宋)/, '华文仿宋'],
  [/^(simkai|kaiti|kt|楷体).*gb_?2312/, '楷体_GB2312'],
  [/^(simkai|kaiti|楷体)\./, '楷体'],
  [/^(stkaiti|华文楷体)/, '华文楷体'],
  [/^(simhei|黑体)\./, '黑体'],
  [/^msyh\.tt[cf]/, '微软雅黑'],
  [/^(simsun|宋体)\./, '宋体']
]
/** simsun.ttc holds both. */
const COMPANIONS: Readonly<Record<string, string>> = { 宋体: '新宋体' }

/** Where Windows keeps fonts: for everybody, and those that a user installed for himself. */
export function windowsFontFolders(env: NodeJS.ProcessEnv = process.env): string[] {
  const local = env.LOCALAPPDATA
  return [
    join(env.WINDIR ?? 'C:\\Windows', 'Fonts'),
    ...(local === undefined ? [] : [join(local, 'Microsoft', 'Windows', 'Fonts')])
  ]
}

/** Families of the fonts that lie in the folders, by file name; a folder that cannot be read has none. */
export async function familiesInFolders(folders: readonly string[]): Promise<Set<string>> {
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch((): string[] => [])))
  const families = new Set<string>()
  for (const name of names.flat()) {
    const family = FILES.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1]
    if (family === undefined) continue
    families.add(family)
    const companion = COMPANIONS[family]
    if (companion !== undefined) families.add(companion)
  }
  return families
}

/** Families that fontconfig knows for Chinese; a family may have several names. */
async function familiesOfFontconfig(): Promise<Set<string>> {
  const listed = await promisify(execFile)('fc-list', [':lang=zh', 'family']).catch(() => ({ stdout: '' }))
  return new Set(listed.stdout.split(/[\n,]/).map((name) => name.trim()))
}

const lookUp = (): Promise<Set<string>> =>
  process.platform === 'win32' ? familiesInFolders(windowsFontFolders()) : familiesOfFontconfig()

let found: Promise<FontTable> | undefined

/** The fonts of this machine: the official ones where they are, else what stands in for them. Looked up once; never throws. */
export function installedFonts(): Promise<FontTable> {
  found ??= lookUp().then(fontsAmong)
  return found
}
