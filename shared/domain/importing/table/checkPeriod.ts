import { parsePeriod, periodTitle, quarterOf, type PeriodKey } from '../../period/periodKey.ts'
import type { ProblemSink, Spot } from '../problems/problemSink.ts'

const QUARTERS = '一二三四'

/**
 * A title, sheet or file that names another quarter or year than the one being imported: WRONG_PERIOD, to be confirmed.
 * Texts that name several years are left alone (2024—2026年行动计划).
 */
export function checkPeriod(text: string, spot: Spot, period: PeriodKey, sink: ProblemSink): boolean {
  const named = namedPeriod(text)
  if (named === null || fits(named, period)) return false
  sink.add(spot, {
    code: 'WRONG_PERIOD',
    level: 'confirm',
    message: `「${text}」写的是${named.label}，正在导入的是${periodTitle(period)}。`,
    suggestion: '如果拿错了文件，请换文件；确实是这个季度的就确认。',
    group: `WRONG_PERIOD:${named.label}`
  })
  return true
}

/** Whether a text names this quarter, another one, or none. */
export function periodNamedBy(text: string, period: PeriodKey): 'THIS' | 'OTHER' | null {
  const named = namedPeriod(text)
  if (named === null || named.quarter === null) return null
  return fits(named, period) ? 'THIS' : 'OTHER'
}

interface NamedPeriod {
  year: number | null
  quarter: number | null
  label: string
}

function fits(named: NamedPeriod, period: PeriodKey): boolean {
  const { year, quarter } = quarterOf(period)
  return (named.year ?? year) === year && (named.quarter ?? quarter) === quarter
}

function namedPeriod(text: string): NamedPeriod | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const quarters = [...plain.matchAll(/第?([一二三四1-4])季度?|Q([1-4])/g)].map((match) => {
    const mark = match[1] ?? match[2]!
    return QUARTERS.includes(mark) ? QUARTERS.indexOf(mark) + 1 : Number(mark)
  })
  const whole = quarters.length === 1 ? parsePeriod(plain) : null
  if (whole) return { ...quarterOf(whole), label: periodTitle(whole) }
  if (quarters.length === 1)
    return { year: null, quarter: quarters[0]!, label: `第${QUARTERS[quarters[0]! - 1]}季度` }
  const years = new Set([...plain.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1])))
  const [year] = years
  return years.size === 1 && year !== undefined ? { year, quarter: null, label: `${year}年` } : null
}
