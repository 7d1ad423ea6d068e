import { basename } from 'node:path'
import { AppError } from '#shared/appError.ts'

/** Turns a failed file operation into a sentence: which file, what is wrong, what to do. */
export function fileFailure(error: unknown, path: string): AppError {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? ''
  const place = { file: basename(path) }
  const options = { cause: error }
  switch (code) {
    case 'ENOENT':
      return new AppError(
        'FILE_NOT_FOUND',
        '找不到这个文件。',
        { place, action: '请确认它没有被移走或改名。' },
        options
      )
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return new AppError(
        'FILE_LOCKED',
        '文件正被别的程序占用，或没有权限。',
        { place, action: '请先在 Excel 或 WPS 里关闭它，再试一次。' },
        options
      )
    case 'ENOSPC':
      return new AppError(
        'FILE_NOT_WRITABLE',
        '磁盘空间不够。',
        { place, action: '请清理磁盘，或换一个文件夹。' },
        options
      )
    case 'EROFS':
      return new AppError(
        'FILE_NOT_WRITABLE',
        '这个位置不能写入。',
        { place, action: '请换一个文件夹。' },
        options
      )
    default:
      return new AppError(
        'FILE_UNREADABLE',
        '文件读写失败。',
        { place, action: '请换一个位置再试。', technical: code },
        options
      )
  }
}
