import type { ColumnPlan, ImportFixes } from '#shared/domain/importing/importPlan.ts'
import type { MemoryUse } from '#shared/domain/importing/memory/rememberedMapping.ts'
import { parsePeriod, periodTitle } from '#shared/domain/period/periodKey.ts'
import { printNumber } from './format.ts'
import { importText } from './import.ts'

/** Words of the sheet on the screen: its tables, what was remembered, the answer for one cell. */
export const sheetText = {
  sheets: '工作表',
  sheetsHint: '打勾的导入',
  block: '哪一块表',
  memory: '沿用的对应关系',
  forget: '不沿用',
  recall: '改为沿用',
  forgotten: '没有沿用以前的对应关系。',
  cell: {
    fill: '填数',
    na: '不适用',
    missing: '缺报',
    skip: '不导入这格',
    confirm: '确认',
    takeBack: '还原这格',
    label: '这一格怎么办',
    choose: '选中一格，可以直接在这里填数，或标不适用、缺报、不导入。',
    none: '这一格不是数据，没有要定的。'
  },
  keys: { fill: '回车', na: '/', skip: 'Del', confirm: '空格' },
  nextProblem: '下一处问题',
  filter: '只看问题行',
  filterNone: '这张表没有要看的问题行。'
} as const

export const importSheetNamed = (name: string): string => `导入「${name}」`
export const blockName = (index: number): string => `第 ${index + 1} 块`
export const blockOption = (index: number, firstRow: number | null): string =>
  firstRow === null ? blockName(index) : `${blockName(index)}（第 ${firstRow + 1} 行起）`

/** What a cell is for that names the row: 「这一列读作：单位」. */
export const readAs = (tag: string): string => `这一列读作：${tag}`
/** `到位资金 / 完成：完成 · 到位资金（按关键字）`. */
export const foundBy = (path: string, tag: string, by: ColumnPlan['by']): string =>
  `${path === '' ? '' : `${path}：`}${tag}（${importText.by[by]}）`

export function answerText(answer: ImportFixes['cells'][string]): string {
  switch (answer.as) {
    case 'VALUE':
      return `改为 ${printNumber(answer.value)}（依据：${answer.basis}）`
    case 'NA':
      return '已标不适用'
    case 'MISSING':
      return '已标缺报'
    case 'SKIP':
      return '已定：不导入这格'
    case 'CONFIRMED':
      return '已确认'
  }
}

/** `2026年第二季度`; other texts as they are. */
const quarter = (period: string): string => {
  const key = parsePeriod(period)
  return key === null ? period : periodTitle(key)
}

export const memoryTitle = ({ period }: MemoryUse): string => `沿用${quarter(period)}的对应关系`

/** What an earlier quarter's answers did here, and what of them found no place. */
export function memoryDetail({ fileName, exact, filled, absent }: MemoryUse): string {
  const from = `来自《${fileName}》，用上 ${filled} 项。`
  const differs = exact ? '' : '表头与上次不完全一样，只用了对得上的部分。'
  const gone = absent.length === 0 ? '' : `上次有、这张表没有的列：${absent.join('、')}。`
  return `${from}${differs}${gone}`
}
