import { nameKey } from '../names/normaliseLabel.ts'

/** What stretch of time a label says its numbers cover. QUARTER only names a quarter, which people say of both. */
export type LabelSpan = 'PERIOD' | 'QUARTER' | 'CUMULATIVE' | 'YEAR'

const RULES: readonly (readonly [LabelSpan, RegExp])[] = [
  [
    'CUMULATIVE',
    /累计|(?:^|\D)1-\d{1,2}月|年初至今|今年以来|前[二三四2-4]个?季度|[一1][至到-][二三四2-4]季度/
  ],
  ['PERIOD', /本季|当季|单季|本期|当期|(?:4-6|7-9|10-12)月/],
  ['QUARTER', /季度|q[1-4]/],
  ['YEAR', /年度|全年|年初下达/]
]

/** 本季完成 → PERIOD, 1-9月累计 → CUMULATIVE, 三季度完成 → QUARTER, 年度目标 → YEAR; null when it says nothing. */
export function labelSpan(label: string): LabelSpan | null {
  const key = nameKey(label)
  return RULES.find(([, rule]) => rule.test(key))?.[0] ?? null
}

/** The deepest label of a header that says what stretch of time it covers. */
export function spanLabel(path: readonly string[]): string | null {
  return path.findLast((label) => labelSpan(label) !== null) ?? null
}

const BARE =
  /^(?:20\d\d年?)?(?:第?[一二三四1-4]季度?|q[1-4]|\d{1,2}(?:-\d{1,2})?月份?|上半年|下半年|全年|年度|本年|本季度?)$/

/** 三季度, 7-9月: a label that names a stretch of time and nothing else, so it is no name of an indicator or a unit. */
export function isBareSpan(label: string): boolean {
  return BARE.test(nameKey(label))
}
