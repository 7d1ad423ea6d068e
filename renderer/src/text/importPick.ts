import type { ImportFileView, TextEncoding } from '#shared/ipc/importViews.ts'
import { importText } from './import.ts'

/** Words of 选文件: what can be brought in, what became of each file. */
export const pickText = {
  drop: '把报送表格或整个文件夹拖到这里',
  dropHint:
    '一次可以拖入多个，.xlsx .xls .et .csv 都可以；在 Excel 或 WPS 里复制的表格，按 Ctrl+V 粘贴。原文件不会被改动。',
  dropNow: '松开鼠标，读取这些文件',
  files: '选择文件',
  folder: '选择文件夹',
  paste: '粘贴表格',
  sample: '示例季度的工作簿',
  add: '再加文件',
  unreadable: '拖进来的文件有的读不到，可能刚被移走或删除。请确认文件还在，再拖一次。',
  pasteNothing: '剪贴板里没有表格。请在 Excel 或 WPS 里选中表格，按 Ctrl+C 复制，再回到这里按 Ctrl+V。',
  pasteByKey: '请按 Ctrl+V 粘贴：先在 Excel 或 WPS 里选中表格，按 Ctrl+C 复制，再回到这一页按 Ctrl+V。',
  discard: '放弃这次导入',
  discardVerb: '放弃导入',
  password: '打开密码',
  unlock: '打开',
  reread: '重新读取',
  encoding: '编码',
  encodingHint: '文字是乱码时，换一种编码重新读取',
  format: '格式',
  pasted: '粘贴'
} as const

export const ENCODING_NAMES: Record<TextEncoding, string> = {
  'utf-8': 'UTF-8',
  gb18030: 'GBK（国标）',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 BE',
  big5: 'Big5（繁体）'
}

/** Why a drop was not read, and what to do. */
export function refusalText(refusal: 'NOTHING' | 'NO_SHEETS' | 'TOO_MANY' | 'TOO_LARGE'): string {
  switch (refusal) {
    case 'NOTHING':
      return '拖进来的不是文件，请拖入表格文件或文件夹。'
    case 'NO_SHEETS':
      return '拖进来的文件夹里没有表格文件，请换一个文件夹，或直接拖入表格。'
    case 'TOO_MANY':
      return '一次最多读 200 个文件，这次超过了，一个都没有读。请分几次拖入。'
    case 'TOO_LARGE':
      return '这些文件加起来超过 300 MB，一个都没有读。请分几次拖入，或用「选择文件」。'
  }
}

export const ignoredFiles = (count: number): string => `文件夹里另有 ${count} 个不是表格的文件，没有读取。`
export const discardConsequence = (files: number): string =>
  `读进来的 ${files} 个文件和已经做的修改都不再保留。数据库没有任何改动，原文件也不受影响。`
export const unlockFile = (name: string): string => `《${name}》的打开密码`

/** `40 个文件：可以导入 36，读不出来 2，重复 2`. */
export function filesSummary(files: readonly ImportFileView[]): string {
  const parts = (['READY', 'FAILED', 'DUPLICATE', 'SKIPPED'] as const)
    .map((status) => ({ status, count: files.filter((file) => file.status === status).length }))
    .filter(({ count }) => count > 0)
  const all = `${files.length} 个文件`
  return parts.length < 2
    ? all
    : `${all}：${parts.map(({ status, count }) => `${importText.files[status]} ${count}`).join('，')}`
}

/** Sheets of a file: `3 张表` where all are read, else `3 张表读 2 张`. */
export function sheetsText(file: ImportFileView): string {
  const used = file.sheets.filter((sheet) => sheet.used).length
  return used === file.sheets.length ? `${used} 张表` : `${file.sheets.length} 张表读 ${used} 张`
}
