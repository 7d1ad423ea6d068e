import { AppError } from '#shared/appError.ts'
import type { ImportSession } from './session.ts'

const NAME = '粘贴的表格'
/** What Excel, WPS and browsers put around the copied part. */
const FRAGMENT = /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i

/**
 * A table from the clipboard, as a file that the reader takes: HTML keeps merges and line breaks, else tab-separated
 * text. Not yet numbered: `pastedName`.
 * @throws VALIDATION_FAILED (nothing but blanks, or one word)
 */
export function pastedFile(text: string, html: string | null): { name: string; bytes: Uint8Array } {
  const table = html === null ? null : tableOf(html)
  if (table !== null) return { name: `${NAME}.html`, bytes: encode(table) }
  if (!/[\t\n]/.test(text.trim())) throw notATable(text.trim() === '')
  return { name: `${NAME}.tsv`, bytes: encode(text) }
}

/** 粘贴的表格 1.html, 粘贴的表格 2.tsv …: as many as the import has, so that each can be told apart. */
export function pastedName(session: ImportSession, name: string): string {
  const number = session.files.filter((file) => file.pasted).length + 1
  return name.replace(NAME, `${NAME} ${number}`)
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The copied part as a page; null where it holds no table, or only empty ones. */
function tableOf(html: string): string | null {
  const part = FRAGMENT.exec(html)?.[1] ?? html
  // Some programs put the marks inside the table.
  const body = /<table[\s>]/i.test(part) ? part : /<t[rd][\s>]/i.test(part) ? `<table>${part}</table>` : null
  if (body === null || body.replace(/<[^>]*>|&nbsp;|\s/gi, '') === '') return null
  return `<html><meta charset="utf-8"><body>${body}</body></html>`
}

function notATable(empty: boolean): AppError {
  return new AppError('VALIDATION_FAILED', empty ? '剪贴板里没有内容。' : '剪贴板里的内容不是表格。', {
    action: '请在 Excel 或 WPS 里选中带表头的整块表格，复制后再粘贴。'
  })
}
