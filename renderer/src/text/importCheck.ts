/** Words of 检查: the list of problems, of one file or of all. */
export const checkText = {
  scope: '看哪些文件的问题',
  thisFile: '这个文件',
  allFiles: '全部文件',
  resetHint: '这个文件里的修改全部还原，可以用「撤销上一步」找回',
  search: '查单位、指标、单元格',
  hideLevel: '点一下，不列这一类',
  showLevel: '点一下，列出这一类',
  noneFound: '没有符合条件的问题。',
  takeBackAll: '全部撤回确认',
  each: '请点文件名，到那个文件里改。',
  eachHere: '各文件情况不同，下面只改眼前这个文件的。',
  moreFiles: (count: number): string => `另有 ${count} 个文件`,
  confirmAll: (count: number): string => (count > 1 ? `${count} 处一起确认` : '确认')
} as const

/** `必须修 3 类`. */
export const kinds = (level: string, count: number): string => `${level} ${count} 类`
/** What an answer for all files reaches: 「5 个文件、12 处一起改」. */
export const scopeText = (files: number, cells: number): string =>
  files > 1 ? `${files} 个文件、${cells} 处一起改` : `${cells} 处一起改`
export const cellsIn = (count: number): string => `${count} 处`
/** How far a group reaches that has to be answered file by file. */
export const countText = (files: number, cells: number): string =>
  files > 1 ? `${files} 个文件、${cells} 处` : `${cells} 处`
