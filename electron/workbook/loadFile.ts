import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { isAppError } from '#shared/appError.ts'
import { fileError, unreadable } from './fileError.ts'
import { unsupported } from './sniff.ts'

export type ReadInput = { path: string } | { name: string; bytes: Uint8Array }

export interface LoadedFile {
  file: string
  /** A copy of their own: the buffer moves to the reading thread. */
  bytes: Uint8Array<ArrayBuffer>
}

function tooLarge(file: string, size: number, maxBytes: number): Error {
  const mb = (bytes: number): string => String(Math.ceil(bytes / 1024 / 1024))
  return fileError(
    'FILE_TOO_LARGE',
    file,
    `文件有 ${mb(size)} MB，超过 ${mb(maxBytes)} MB 的上限。`,
    '请删除文件里的图片和无关工作表，或把要导入的表格复制到一个新工作簿后再导入。'
  )
}

/** Excel and WPS keep an open workbook locked on Windows; the three codes are what that looks like from here. */
const LOCKED = ['EBUSY', 'EACCES', 'EPERM', 'ETXTBSY']

function loadError(file: string, cause: unknown): Error {
  if (isAppError(cause)) return cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return fileError(
      'FILE_NOT_FOUND',
      file,
      '找不到文件。',
      '请确认文件没有被移动、改名或删除，U 盘和网络盘是否还连着。',
      { cause }
    )
  }
  if (LOCKED.includes(code)) {
    return fileError(
      'FILE_LOCKED',
      file,
      '文件正被 Excel、WPS 或其他程序占用，或没有读取权限。',
      '请先关闭 Excel 或 WPS 里的这个文件；关不掉就把文件复制一份，导入复制的那份。',
      { cause }
    )
  }
  return unreadable(file, cause)
}

/**
 * Gets the bytes of a file, or of what the caller holds, within the size limit.
 * @throws FILE_NOT_FOUND, FILE_LOCKED, FILE_TOO_LARGE, FILE_UNSUPPORTED (a folder), FILE_UNREADABLE
 */
export async function loadFile(input: ReadInput, maxBytes: number): Promise<LoadedFile> {
  if ('bytes' in input) {
    if (input.bytes.length > maxBytes) throw tooLarge(input.name, input.bytes.length, maxBytes)
    return { file: input.name, bytes: new Uint8Array(input.bytes) }
  }
  const file = basename(input.path)
  try {
    const info = await stat(input.path)
    if (info.isDirectory()) throw unsupported(file, '这是文件夹，不是文件。')
    if (info.size > maxBytes) throw tooLarge(file, info.size, maxBytes)
    return { file, bytes: new Uint8Array(await readFile(input.path)) }
  } catch (cause) {
    throw loadError(file, cause)
  }
}
