import { existsSync } from 'node:fs'
import { AppError } from '#shared/appError.ts'

/** Throws FILE_EXISTS rather than write over a file, unless it was asked for with `--force`. */
export function refuseExisting(file: string, force: boolean | undefined): void {
  if (force === true || !existsSync(file)) return
  throw new AppError('FILE_EXISTS', '这个文件已经存在，没有覆盖。', {
    place: { file },
    action: '请换一个文件名，或加 --force。'
  })
}
