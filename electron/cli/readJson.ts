import { readFileSync } from 'node:fs'
import { AppError, type AppErrorDetails, type ErrorCode } from '#shared/appError.ts'
import { fileFailure } from '../services/fileFailure.ts'

/** JSON of a file, `-` for standard input. Throws FILE_*, and `refusal` where it is not complete JSON. */
export function readJson(
  file: string,
  refusal: { code: ErrorCode; message: string; details?: AppErrorDetails }
): unknown {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw fileFailure(error, file)
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new AppError(refusal.code, refusal.message, {
      ...(file === '-' ? {} : { place: { file } }),
      ...refusal.details,
      technical: String(error)
    })
  }
}
