import { D } from '../../number/decimal.ts'

/**
 * 计量单位. Measures of one dimension convert into each other by their factors; `word` is the common spelling,
 * so that two spellings of the same measure (㎡, 平方米) can be told from two words for it (个, 场).
 */
export interface Measure {
  dimension:
    | 'money'
    | 'dollars'
    | 'people'
    | 'visits'
    | 'count'
    | 'percent'
    | 'score'
    | 'length'
    | 'area'
    | 'weight'
    | 'time'
    | 'times'
  factor: D
  word: string
}

type Row = [dimension: Measure['dimension'], factor: string, ...spellings: string[]]

const TABLE: readonly Row[] = [
  ['money', '1', '元', '圆', 'rmb'],
  ['dollars', '1', '美元', '美金', 'usd'],
  ['people', '1', '人', '名', '位'],
  ['visits', '1', '人次'],
  ['percent', '1', '%', '百分比'],
  ['percent', '1', '个百分点', '百分点'],
  ['percent', '0.1', '‰'],
  ['score', '1', '分'],
  ['length', '1', '米', 'm'],
  ['length', '1000', '公里', '千米', 'km'],
  ['area', '1', '平方米', '平米', 'm2', '㎡'],
  ['area', '10000', '万平方米', '公顷'],
  ['area', '1000000', '平方公里', '平方千米', 'km2'],
  ['weight', '1', '千克', '公斤', 'kg'],
  ['weight', '1000', '吨', 't'],
  ['time', '1', '分钟'],
  ['time', '60', '小时'],
  ['time', '1440', '天', '日'],
  ['times', '1', '倍'],
  ['count', '1', '场', '场次']
]

/** Words that count things one by one. Each is a measure of its own; all count alike. */
const COUNT_WORDS =
  '个 件 次 项 家 篇 份 期 条 处 块 枚 支 所 座 套 台 户 宗 起 批 队 辆 册 幅 例 站 类 门 节 届'.split(' ')

/** 2000万: a multiple of whatever the indicator is counted in; in front of a measure (亿元, 万人次) part of it. */
const MULTIPLIERS: ReadonlyMap<string, D> = new Map([
  ['千', new D('1000')],
  ['万', new D('10000')],
  ['百万', new D('1000000')],
  ['千万', new D('10000000')],
  ['亿', new D('100000000')]
])

/** The same few spellings are asked for in every cell. */
const keptKeys = new Map<string, string>()
const MOST_KEPT = 1000

const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ...TABLE.flatMap(([dimension, factor, word, ...others]) =>
    [word!, ...others].map((spelling): [string, Measure] => [
      measureKey(spelling),
      { dimension, factor: new D(factor), word: word! }
    ])
  ),
  ...COUNT_WORDS.map((word): [string, Measure] => [word, { dimension: 'count', factor: new D(1), word }])
])

function measureKey(text: string): string {
  const kept = keptKeys.get(text)
  if (kept !== undefined) return kept
  if (keptKeys.size >= MOST_KEPT) keptKeys.clear()
  const key = computeKey(text)
  keptKeys.set(text, key)
  return key
}

function computeKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .toLowerCase()
}

export function findMeasure(text: string): Measure | null {
  return lookUp(measureKey(text))
}

const UNSCALED: ReadonlySet<Measure['dimension']> = new Set(['percent', 'score', 'times', 'time'])

function lookUp(key: string): Measure | null {
  const known = MEASURES.get(key)
  if (known) return known
  const [, multiple, rest] = /^([千百]?万|[千亿])(.+)$/.exec(key) ?? []
  const base = rest === undefined ? undefined : MEASURES.get(rest)
  if (multiple === undefined || base === undefined || UNSCALED.has(base.dimension)) return null
  return { ...base, factor: base.factor.times(MULTIPLIERS.get(multiple)!), word: `${multiple}${base.word}` }
}

export function findMultiplier(text: string): D | null {
  return MULTIPLIERS.get(measureKey(text)) ?? null
}

/** True for measures and their quotients (平方米/人). */
export function isMeasureText(text: string): boolean {
  const parts = measureKey(text).split('/')
  return parts.length <= 2 && parts.every((part) => lookUp(part) !== null)
}

export type Conversion =
  /** The same measure, perhaps spelled otherwise. */
  | { kind: 'SAME' }
  /** Same size, another word: 5个 for an indicator counted in 场. */
  | { kind: 'OTHER_WORD' }
  | { kind: 'FACTOR'; factor: D }
  | { kind: 'MISMATCH' }

/** How a number given in `from` becomes one in `to`; both as written. Never guesses across dimensions. */
export function conversion(from: string, to: string): Conversion {
  return convert(measureKey(from), measureKey(to))
}

function convert(fromKey: string, toKey: string): Conversion {
  if (fromKey === toKey) return { kind: 'SAME' }
  if (toKey.includes('/')) return convertQuotient(fromKey.split('/'), toKey.split('/'))
  const target = lookUp(toKey)
  const multiplier = MULTIPLIERS.get(fromKey)
  if (multiplier) {
    if (!target || UNSCALED.has(target.dimension)) return { kind: 'MISMATCH' }
    return { kind: 'FACTOR', factor: multiplier.div(target.factor) }
  }
  const source = lookUp(fromKey)
  if (!source || !target || source.dimension !== target.dimension) return { kind: 'MISMATCH' }
  if (!source.factor.eq(target.factor)) return { kind: 'FACTOR', factor: source.factor.div(target.factor) }
  return { kind: source.word === target.word ? 'SAME' : 'OTHER_WORD' }
}

/** 平方米/人 for ㎡/人. 平方米 alone leaves the 人 out, which somebody should confirm; other amounts stay apart. */
function convertQuotient(from: readonly string[], to: readonly string[]): Conversion {
  const [fromAmount = '', fromPer] = from
  const [toAmount = '', toPer = ''] = to
  const amount = convert(fromAmount, toAmount)
  if (fromPer === undefined) return amount.kind === 'SAME' ? { kind: 'OTHER_WORD' } : { kind: 'MISMATCH' }
  return convert(fromPer, toPer).kind === 'SAME' ? amount : { kind: 'MISMATCH' }
}
