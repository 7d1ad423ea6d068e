import { quarterOf, type PeriodKey } from '../../period/periodKey.ts'

/** A header label without the stretches of time that it names. */
export interface TimelessLabel {
  /** Time out: 2026年三季度完成 and 二季度完成 are both 完成; 1-9月完成 is 累计 of the year so far. */
  label: string
  /** The same with what lies before or after the quarter of the import told apart: 完成[前1季]. */
  key: string
}

const UNTIL = '(?<until>截[至止]到?)?'
const YEAR = '(?<year>(?:19|20)\\d{2})(?:年度?|[-./](?=\\d)|(?=q))'
const QUARTERS = [
  '[一1](?:至|到|-|~)(?<span>[二三四2-4])季度?',
  '前(?<first>[二两三四2-4])个?季度?',
  '第?(?<quarter>[一二三四1-4])季度?',
  'q(?<q>[1-4])',
  '(?<half>上半年)'
].join('|')
const MONTHS =
  '(?<from>\\d{1,2})月?(?:至|到|-|~)(?<to>\\d{1,2})月份?[底末]?|(?<month>\\d{1,2})月[份底末]?(?:\\d{1,2}日)?'
const COMPACT =
  '(?<ym>(?:19|20)\\d{2}(?:0[1-9]|1[0-2]))(?!\\d)|(?<dotted>(?:19|20)\\d{2}[-./]\\d{1,2})(?!\\d)'
const TIME = new RegExp(
  `(?<![\\d.])${UNTIL}(?:(?:${YEAR})?(?:${QUARTERS}|${MONTHS})|${COMPACT}|(?<only>(?:19|20)\\d{2})(?:年度?|$))`,
  'g'
)

/** Something that a label says about time; `ahead` counts quarters (or years) from the import's own. */
type Stretch =
  | { kind: '季' | '累计'; ahead: number }
  | { kind: '月'; ahead: number; month: number }
  | { kind: '年'; ahead: number }

/** `key` is a label as `normaliseLabel` makes it. */
export function withoutTime(key: string, period: PeriodKey): TimelessLabel {
  const stretches: Stretch[] = []
  const rest = key
    .replace(TIME, (text, ...args) => {
      const stretch = stretchOf(args.at(-1) as Record<string, string | undefined>, period)
      if (stretch === null) return text
      stretches.push(stretch)
      return ''
    })
    .replace(/\(\)/g, '')
    .replace(/^[-:/]+|[-:/]+$/g, '')
  const isCumulative = stretches.some(({ kind }) => kind === '累计')
  const bare = rest === '' ? stretches.map(({ kind }) => `[${kind}]`).join('') : rest
  const label = isCumulative && rest !== '' ? `${rest}[累计]` : bare
  return { label, key: label + stretches.map(distance).join('') }
}

function distance(stretch: Stretch): string {
  const unit = stretch.kind === '年' ? '年' : '季'
  const ahead =
    stretch.ahead === 0 ? '' : `[${stretch.ahead < 0 ? '前' : '后'}${Math.abs(stretch.ahead)}${unit}]`
  return stretch.kind === '月' ? `${ahead}[第${stretch.month}月]` : ahead
}

function stretchOf(found: Record<string, string | undefined>, period: PeriodKey): Stretch | null {
  const now = quarterOf(period)
  if (found['only'] !== undefined) return { kind: '年', ahead: Number(found['only']) - now.year }
  const packed = found['ym'] ?? found['dotted']?.replace(/\D(?=\d$)/, '0').replace(/\D/, '')
  const year = Number(found['year'] ?? packed?.slice(0, 4) ?? now.year)
  const quarters = (quarter: number): number => (year - now.year) * 4 + quarter - now.quarter
  const cumulative = found['span'] ?? found['first'] ?? (found['half'] === undefined ? undefined : '2')
  if (cumulative !== undefined) return { kind: '累计', ahead: quarters(digit(cumulative)) }
  const quarter = found['quarter'] ?? found['q']
  if (quarter !== undefined)
    return { kind: found['until'] === undefined ? '季' : '累计', ahead: quarters(digit(quarter)) }
  const last = Number(found['to'] ?? found['month'] ?? packed?.slice(4))
  if (last < 1 || last > 12) return null
  const ahead = quarters(Math.ceil(last / 3))
  const from = found['from'] === undefined ? null : Number(found['from'])
  if (from === 1 || found['until'] !== undefined) return { kind: '累计', ahead }
  if (from === last - 2 && last % 3 === 0) return { kind: '季', ahead }
  // Other spans of months mean nothing fixed: they stay in the name.
  return from === null ? { kind: '月', ahead, month: ((last - 1) % 3) + 1 } : null
}

function digit(text: string): number {
  const place = '一二三四'.indexOf(text)
  return text === '两' ? 2 : place >= 0 ? place + 1 : Number(text)
}
