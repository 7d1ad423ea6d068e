import { isAppError } from '#shared/appError.ts'
import type { ErrorEnvelope } from '#shared/ipc/define.ts'

/**
 * Turns anything thrown into what crosses to the window. `ipcMain.handle` would keep only the message of a
 * rejection, so errors travel as data.
 */
export function toEnvelopeError(error: unknown): ErrorEnvelope {
  if (isAppError(error)) return { code: error.code, message: error.message, details: error.details }
  const message = error instanceof Error ? error.message : String(error)
  return {
    code: 'INTERNAL',
    message: '程序出现意外，刚才的操作没有完成，已有数据没有改动。请重试；仍然不行请重新启动亮绩赛马。',
    details: { technical: message }
  }
}
