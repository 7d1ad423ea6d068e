/** What whoever filled the sheet in is to do, by the code of the problem: its own suggestion speaks to 考核办. */
const EXACT = '请只填一个确切的数，文字写到备注里；没有发生的填 0，不适用的填「/」。'
const FULL_NAME = '请写单位的全称或规定的简称。'
const INDICATOR = '请按考核方案写指标的名称。'
const CHECK_ONE = '请核对，只留对的一个。'

const BY_CODE: Readonly<Record<string, string>> = {
  NOT_A_NUMBER: EXACT,
  DATE_AS_NUMBER: EXACT,
  NUMBER_IN_PROSE: EXACT,
  EMPTY_WORD: EXACT,
  ERROR_CELL: '公式算不出结果，请直接填入数。',
  STALE_FORMULA: '请在 Excel 或 WPS 里打开，重新计算并保存。',
  UNKNOWN_UNIT: FULL_NAME,
  AMBIGUOUS_UNIT: FULL_NAME,
  NO_UNIT: '请写明这张表是哪个单位的。',
  UNIT_CONFLICT: '请核对单位名称，全表要一致。',
  UNKNOWN_INDICATOR: INDICATOR,
  AMBIGUOUS_INDICATOR: INDICATOR,
  NO_INDICATOR: '请写明这一列（这张表）是哪个指标。',
  UNKNOWN_CLASS: '请按考核方案写加减分的类别。',
  AMBIGUOUS_COLUMN: '同一个数只留一列，其余的列请删去或改名。',
  DUPLICATE_VALUE: CHECK_ONE,
  DUPLICATE_ADJUSTMENT: '同一件事只留一行；确实是两次的，请在事由里写明区别。',
  NO_KEY: '请补上这一行的单位或指标。',
  NO_POINTS: '请补上加减多少分。',
  NO_REASON: '请补上加减分的事由。',
  BAD_DATE: '日期请写成 2026-09-30。',
  MERGED_VALUE: '请取消合并，每个单位分别填数。',
  SIGN_MISMATCH: '请核对是加分还是减分，填到对应的列里。',
  ABOVE_FULL_MARK: '请核对，得分不能超过满分。',
  NEGATIVE_SCORE: '请核对，得分不能是负数。',
  WRONG_PERIOD: '请核对季度，换成本季度的表。',
  EMPTY_WORKBOOK: '请检查是不是拿错了文件。',
  NO_HEADER: '请在数的上面写一行表头：单位、指标、目标、完成等。',
  UNKNOWN_LAYOUT: '请在表头写明单位、指标和数各在哪一列。'
}

export function forDepartment(code: string): string {
  return BY_CODE[code] ?? '请核对后改正。'
}
