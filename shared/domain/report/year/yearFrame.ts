import { spanTitle } from '../../period/spans.ts'
import type { YearResult } from '../../period/yearResult.ts'
import type { FrozenYear, ReportFacts } from '../reportFacts.ts'
import { PREVIEW_MARK, reportFrame, type ReportFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'

type Group = YearResult['races'][number]['groups'][number]

/** Frame of a report on a year or half-year: its provenance is that of the year's own snapshot, not of the quarter's. */
export function yearFrame(year: FrozenYear, facts: ReportFacts, options: ReportOptions): ReportFrame {
  const { snapshot, result } = year
  const frozen = result.quarters.filter((quarter) => quarter.snapshot !== null).length
  return {
    ...reportFrame(facts, options),
    mark: snapshot === null ? PREVIEW_MARK : '',
    provenance:
      snapshot === null ? `${PREVIEW_MARK} · 由已冻结的 ${frozen} 个季度合成` : `快照 ${snapshot.id}`
  }
}

/** `2026年度考核汇总`, on a preview with 「（预览，未定稿）」. */
export function yearTitle({ result, snapshot }: FrozenYear, subject: string): string {
  const title = `${spanTitle(result.year, result.span)}${subject}`
  return snapshot === null ? `${title}（${PREVIEW_MARK}）` : title
}

/** File name without its suffix. */
export function yearFileStem({ result }: FrozenYear, subject: string): string {
  return `${spanTitle(result.year, result.span)}${subject}`
}

/** Title, 填报单位, and 单位：分 with the date, of a table. */
export function yearTableFrame(
  year: FrozenYear,
  facts: ReportFacts,
  options: ReportOptions,
  subject: string,
  note = ''
): { title: string; left: string; right: string } {
  const { issuer, date } = yearFrame(year, facts, options)
  return {
    title: yearTitle(year, subject),
    left: `填报单位：${issuer}`,
    right: [note, date].filter((part) => part !== '').join('　')
  }
}

/** A race's name in front, where the year has several. */
export function yearRaceLabel({ result }: FrozenYear, race: { name: string }): string {
  return result.races.length > 1 ? race.name : ''
}

/** The year's rules as one remark under a group's table: what is said of other groups stands under theirs. */
export function rulesRemark({ result }: FrozenYear, group: Group): string {
  const others = result.races.flatMap(({ groups }) => groups).filter((other) => other !== group)
  const says = (line: string, { name }: Group): boolean => line.includes(`${name}等次：`)
  const own = result.footer.filter((line) => says(line, group) || !others.some((other) => says(line, other)))
  return `说明：${own.join('')}`
}

/** The group as `listedUnits` looks at it. */
export function asListed({ units, mean }: Group): {
  units: (Group['units'][number] & { state: 'SCORED' | 'BLOCKED' })[]
  mean: { total: string } | null
} {
  return {
    units: units.map((unit) => ({ ...unit, state: unit.total === null ? 'BLOCKED' : 'SCORED' })),
    mean: mean === null ? null : { total: mean }
  }
}
