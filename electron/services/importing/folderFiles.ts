import { readdir, realpath } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { AppError } from '#shared/appError.ts'

/** Suffixes that a folder import picks up; single files may have any. */
const SHEET_SUFFIX = /\.(xlsx|xlsm|xlsb|xls|et|ods|csv|tsv|htm|html)$/i
/** Lock files that Excel and WPS leave beside an open workbook (`~$表.xlsx`, `.~表.et`), and what is hidden. */
const HIDDEN = /^(~\$|\.)/
const MAX_DEPTH = 5
const MAX_FILES = 500

export interface FoundWorkbook {
  path: string
  /** Folders between the chosen one and the file, with `/`; '' where it lies in the chosen one. */
  folder: string
}

/** The name without its suffix, so that 「表.xlsx」 comes before its copy 「表 - 副本.xlsx」. */
const stem = (path: string): string => basename(path, extname(path))

const byName = (a: string, b: string): number => stem(a).localeCompare(stem(b), 'zh-CN')

/**
 * Workbooks of a folder and of its subfolders, five deep: in name order, the folder's own first. Hidden and lock files
 * are passed over, and so are subfolders that may not be opened; a folder that links lead back to is searched once.
 * @throws FILE_TOO_COMPLEX (more than 500 workbooks)
 */
export async function workbooksIn(root: string): Promise<FoundWorkbook[]> {
  const found: FoundWorkbook[] = []
  const seen = new Set<string>()

  async function search(path: string, folder: string, depth: number): Promise<void> {
    const real = await realpath(path)
    if (seen.has(real)) return
    seen.add(real)
    const names = (await readdir(path, { withFileTypes: true })).filter((entry) => !HIDDEN.test(entry.name))
    const files = names.filter((entry) => entry.isFile() && SHEET_SUFFIX.test(entry.name))
    for (const { name } of files.toSorted((a, b) => byName(a.name, b.name))) {
      if (found.length === MAX_FILES) throw tooMany(root)
      found.push({ path: join(path, name), folder })
    }
    if (depth === MAX_DEPTH) return
    const folders = names.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    for (const { name } of folders.toSorted((a, b) => byName(a.name, b.name))) {
      const inner = folder === '' ? name : `${folder}/${name}`
      await search(join(path, name), inner, depth + 1).catch(passOver)
    }
  }

  await search(root, '', 0)
  return found
}

/** System folders, broken links, and links to files: nothing that the clerk put there to be imported. */
function passOver(error: unknown): void {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (!['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'ELOOP'].includes(code)) throw error
}

function tooMany(root: string): AppError {
  return new AppError('FILE_TOO_COMPLEX', `文件夹里的表格超过 ${MAX_FILES} 个，没有读取。`, {
    place: { file: basename(root) },
    action: '请选择只放着本季度考核表的文件夹，或分几次导入。'
  })
}
