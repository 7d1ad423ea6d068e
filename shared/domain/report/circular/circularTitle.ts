import { periodTitle } from '../../period/periodKey.ts'
import type { ResultSet } from '../../ranking/resultSet.ts'

/** Characters of 2号 that a line of the title takes without touching the margins. */
const LINE = 17

/** Words of the title: it is broken between them only. */
function titleWords({ period, races }: ResultSet): string[] {
  const [year, quarter] = periodTitle(period).split(/(?<=年)/) as [string, string]
  const name = races.length === 1 ? races[0]!.name : ''
  const subject = /考[核评]$/.test(name) ? '情况' : '考核情况'
  return ['关于', year, quarter, ...(name === '' ? [] : quoted(name)), subject, '的', '通报']
}

/** A long name may be broken too: behind marks, else anywhere. */
function quoted(name: string): string[] {
  const inner = name.replaceAll('“', '‘').replaceAll('”', '’')
  const whole = `“${inner}”`
  return widthOf(whole) <= LINE ? [whole] : (whole.match(/[^、，（）\s]{1,8}[、，（）”]*|./gu) ?? [whole])
}

/** In full-width characters: Latin letters and digits are half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char.charCodeAt(0) < 128 ? 0.5 : 1), 0)
}

/**
 * Full lines first, and a last one that is neither a single word nor as long as the one above: 梯形 (S68: no rectangle, no
 * hourglass). `from` is the first word that has no line yet.
 */
function bestLines(words: readonly string[], from: number): { lines: string[]; cost: number } {
  if (from === words.length) return { lines: [], cost: 0 }
  let best: { lines: string[]; cost: number } | null = null
  for (let end = from + 1; end <= words.length; end += 1) {
    const line = words.slice(from, end).join('')
    if (end > from + 1 && widthOf(line) > LINE) break
    const rest = bestLines(words, end)
    const cost = lineCost(line, rest.lines[0]) + rest.cost
    if (best === null || cost < best.cost) best = { lines: [line, ...rest.lines], cost }
  }
  return best!
}

/** A line more costs most; then a widow, then a rectangle, then unused room. */
function lineCost(line: string, next: string | undefined): number {
  const width = widthOf(line)
  if (next === undefined) return 1000
  const isWidow = widthOf(next) * 3 < width
  const isRectangle = Math.abs(widthOf(next) - width) < 1
  return 1000 + (isWidow ? 300 : 0) + (isRectangle ? 200 : 0) + (LINE - width) ** 2
}

/** 关于2026年第三季度“季度赛马”⏎考核情况的通报. */
export function circularTitle(results: ResultSet): string {
  const words = titleWords(results)
  return bestLines(words, 0).lines.join('\n')
}
