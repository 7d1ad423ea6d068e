import type { Problem } from '../../../problem.ts'

const MAX_QUOTED = 3

type Title = (count: number, quoted: string, subject: string, problem: Problem) => string

/** Cards that count cells. Codes without an entry are told by their own sentence. */
const TITLES: Readonly<Record<string, Title>> = {
  UNKNOWN_UNIT: (_count, _quoted, subject) => `「${subject}」不是已知单位`,
  AMBIGUOUS_UNIT: (_count, _quoted, subject) => `「${subject}」对得上几个单位`,
  UNKNOWN_INDICATOR: (_count, _quoted, subject) => `「${subject}」不是方案里的指标`,
  AMBIGUOUS_INDICATOR: (_count, _quoted, subject) => `「${subject}」对得上几个指标`,
  UNKNOWN_CLASS: (_count, _quoted, subject) =>
    subject === '' ? '没有写加减分类别' : `「${subject}」不是加减分类别`,
  EMPTY_WORD: (count, quoted) => `${count} 个单元格写${quoted}`,
  UNIT_SUFFIX: (count, _quoted, subject) => `${count} 个单元格含「${subject}」`,
  UNIT_CONVERSION: (count, _quoted, subject) => `${count} 个单元格换算单位：${subject}`,
  UNIT_WORD: (count, _quoted, subject) => `${count} 个单元格的单位说法不同：${subject.replace(/→$/, '')}`,
  UNIT_MISMATCH: (count, _quoted, subject) => `${count} 个单元格的单位换算不了：${subject.replace(/→$/, '')}`,
  ERROR_CELL: (_count, quoted) => `公式出错 ${quoted.replace(/[「」]/g, '')}，没有可用的值`,
  NOT_A_NUMBER: (count, quoted) => `${count} 个单元格不是数：${quoted}`,
  DATE_AS_NUMBER: (count) => `${count} 个单元格是日期，不是数`,
  FORMULA_WITHOUT_VALUE: (count) => `${count} 个公式没有算出结果`,
  SCALED_FORMAT: (count) => `${count} 个单元格显示的和存的不一样`,
  TEXT_NUMBER: (count) => `文本数字 ${count}`,
  FULL_WIDTH: (count) => `全角数字 ${count}`,
  THOUSANDS: (count) => `千分位 ${count}`,
  FLOAT_NOISE: (count) => `计算尾数 ${count}`,
  EXPORT_TAIL: (count) => `${count} 个数带着导出的尾数`,
  NEGATIVE_IN_BRACKETS: (count) => `${count} 个括号里的数按负数计`,
  BLANK_CELL: (count) => `空白按缺报 ${count}`,
  DUPLICATE_SAME: (count) => `重复但相同 ${count}`,
  DUPLICATE_VALUE: () => '同一个数写了两次，而且不一样',
  TOTAL_MISMATCH: () => '合计与自算不一致',
  TARGET_MISMATCH: (count) => `${count} 个目标与下达的不一样`,
  TARGET_NOT_A_NUMBER: (count) => `${count} 个目标写的不是数`,
  TEXT_NOT_USED: (count) => `用不到的文字 ${count}`,
  NOT_APPLICABLE_VALUE: (count) => `${count} 个单元格不在适用范围里`,
  ABOVE_FULL_MARK: () => '分数超过满分',
  NEGATIVE_SCORE: () => '分数是负数',
  MERGED_VALUE: (count) => `${count} 个单元格被合并，看不出是谁的数`,
  FILLED_DOWN: (count) => `${count} 行没有写单位，按上一行计`,
  NO_KEY: () => '有数但没有写名称',
  WRONG_PERIOD: () => '季度对不上',
  SPAN_MISMATCH: (count) => `${count} 个数的时段（本季、累计）与考核的不一样`,
  MAYBE_SCALE: (count) => `${count} 个数与目标相差上万倍`,
  ROW_ABOVE_HEADER: (count) => `表头上面有 ${count} 行数没有导入`,
  MAYBE_SHARE: (count) => `${count} 个百分数可能少乘了 100`,
  TEMPLATE_MOVED: (count) => `${count} 个数按名称在别处找到`,
  TEMPLATE_LABEL_CHANGED: (count) => `${count} 个格子的行名或列名被改动`,
  TEMPLATE_FIXED_CHANGED: (count) => `${count} 个下发时印好的数被改动`,
  TEMPLATE_EXTRA_VALUE: (count) => `${count} 个数填在没有要数的格子里`,
  DATE_OUTSIDE_PERIOD: (count) => `${count} 个日期不在本季度`,
  ITEM_NO_OWNER: (count) => `${count} 个事项没有写责任单位`,
  ITEM_NO_DUE: (count) => `${count} 个事项没有写完成时限`,
  SEVERAL_OWNERS: (count) => `${count} 个单元格写了几个责任单位，按第一个牵头`,
  DUE_WORDS: (count, _quoted, subject) => `${count} 个时限按文字换算：${subject}`,
  DUE_OPEN: (count) => `${count} 个时限没有定日期（长期、持续）`,
  DUE_AT_ONCE: (count) => `${count} 个时限写「立即」，按立即办登记`,
  DUE_UNREAD: (count, quoted) => `${count} 个时限看不出是哪一天：${quoted}`,
  STATE_WORD: (count, _quoted, subject) => `${count} 个单元格写「${subject}」，没有改状态`,
  CLOSE_INCOMPLETE: (count) => `${count} 个已销号的事项没有写全销号日期和验收人`,
  ITEM_NOT_A_NUMBER: (count, quoted) => `${count} 个单元格不是单独的数：${quoted}`,
  ITEM_INDICATOR: (count, quoted) => `${count} 个对应指标不在方案里：${quoted}`,
  MERGED_ITEM: (count) => `${count} 个事项下面的行责任单位或时限不同，分作下级事项`,
  SIGN_BY_CLASS: (count) => `${count} 个分值没有写正负，按类别计`
}

/** The heading of a problem card: what, how many cells, and in how many files where there are several. */
export function problemTitle(
  problem: Problem,
  count: number,
  values: readonly string[],
  files: number = 1
): string {
  const title = titleOfFile(problem, count, values)
  if (files === 1) return title
  const cells = `${count} 个单元格`
  if (title.startsWith(cells)) return `${cells}（${files} 个文件）${title.slice(cells.length)}`
  // 文本数字 12 and 3 个数… count already; 「体育产业科」不是已知单位 does not.
  const counts = new RegExp(`(?<!\\d)${count}(?!\\d)`).test(title.replace(/「[^」]*」/g, ''))
  return counts ? `${title}（${files} 个文件）` : `${cells}（${files} 个文件）：${title}`
}

function titleOfFile(problem: Problem, count: number, values: readonly string[]): string {
  const title = Object.hasOwn(TITLES, problem.code) ? TITLES[problem.code] : undefined
  if (!title) return count > 1 ? `${count} 处：${problem.message}` : problem.message
  const quoted = values
    .slice(0, MAX_QUOTED)
    .map((value) => `「${value}」`)
    .join('')
  const more = values.length > MAX_QUOTED ? `等 ${values.length} 种` : ''
  const subject = problem.group?.startsWith(`${problem.code}:`)
    ? problem.group.slice(problem.code.length + 1)
    : ''
  return title(count, quoted + more, subject, problem)
}
