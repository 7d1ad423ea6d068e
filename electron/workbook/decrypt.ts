import officeCrypto from 'officecrypto-tool'
import { fileError, unreadable } from './fileError.ts'
import { needsPassword } from './oleStreams.ts'

/** Excel encrypts with this fixed password when only the structure is protected, and opens such files unasked. */
const UNASKED_PASSWORD = 'VelvetSweatshop'

async function tryPassword(bytes: Uint8Array, password: string): Promise<Buffer | 'wrong' | Error> {
  try {
    return await officeCrypto.decrypt(Buffer.from(bytes), { password })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    if (/password is incorrect/i.test(message)) return 'wrong'
    return cause instanceof Error ? cause : new Error(message)
  }
}

/**
 * Opens an encrypted workbook. The password lives only in this call.
 * @throws FILE_ENCRYPTED (none given, wrong, or a kind of encryption that cannot be opened)
 */
export async function decrypt(
  bytes: Uint8Array,
  file: string,
  password: string | undefined
): Promise<Buffer> {
  const unasked = await tryPassword(bytes, UNASKED_PASSWORD)
  if (Buffer.isBuffer(unasked)) return unasked
  if (password === undefined || password === '') throw needsPassword(file)
  const opened = await tryPassword(bytes, password)
  if (Buffer.isBuffer(opened)) return opened
  if (opened === 'wrong') {
    throw fileError('FILE_ENCRYPTED', file, '密码不对，打不开文件。', '请核对密码后重新输入。')
  }
  if (/unsupported/i.test(opened.message)) {
    throw fileError(
      'FILE_ENCRYPTED',
      file,
      '文件的加密方式不支持。',
      '请用 Excel 或 WPS 打开，去掉密码后另存，再导入。',
      { cause: opened }
    )
  }
  throw unreadable(file, opened)
}
