import { AppError, type ErrorCode } from '#shared/appError.ts'

type FileCode = Extract<ErrorCode, `FILE_${string}` | 'CANCELLED'>

/** An expected failure of reading `file`: what is wrong, and what the clerk does next. */
export function fileError(
  code: FileCode,
  file: string,
  message: string,
  action: string,
  options: { cause?: unknown; sheet?: string } = {}
): AppError {
  const place = options.sheet === undefined ? { file } : { file, sheet: options.sheet }
  return new AppError(code, message, { place, action }, { cause: options.cause })
}

export function truncated(file: string, cause?: unknown): AppError {
  return fileError(
    'FILE_TRUNCATED',
    file,
    '文件不完整，可能没有下载完或复制中断。',
    '请重新下载或重新索取这个文件后再导入。',
    { cause }
  )
}

export function unreadable(file: string, cause?: unknown, sheet?: string): AppError {
  return fileError(
    'FILE_UNREADABLE',
    file,
    '文件已损坏，读不出内容。',
    '请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入；打不开就向填报单位重新索取。',
    { cause, sheet }
  )
}

export function tooComplex(file: string, what: string, sheet?: string): AppError {
  return fileError(
    'FILE_TOO_COMPLEX',
    file,
    `${what}，超出可以安全读取的范围。`,
    '请把要导入的表格复制到一个新工作簿，保存后再导入。',
    { sheet }
  )
}
