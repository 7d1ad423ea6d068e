import { periodTitle } from '../../period/periodKey.ts'
import type { GroupResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { DisplayPage } from './displayContent.ts'

/** More groups than this are told by their number only. */
const GROUPS_NAMED = 6

/** Opening page: how many were ranked, and the first of each group with all tied. */
export function titlePage({ results, scheme }: ReportFacts): DisplayPage {
  const groups = results.races.flatMap((race) => race.groups)
  return {
    kind: 'TITLE',
    heading: periodTitle(results.period),
    figures: [
      { label: '参加排名', value: `${results.counts.ranked} 个单位` },
      { label: '组别', value: `${groups.length} 个` },
      ...(results.counts.blocked === 0
        ? []
        : [{ label: '暂不排名', value: `${results.counts.blocked} 个单位` }])
    ],
    basis: scheme.title,
    firsts: groups.length > GROUPS_NAMED ? [] : groups.flatMap(firstOf)
  }
}

function firstOf({ name, units }: GroupResult): { group: string; names: string; total: string }[] {
  const first = units.filter((unit) => unit.rank === 1)
  const [unit] = first
  if (unit?.total == null) return []
  return [{ group: name, names: first.map((each) => each.name).join('、'), total: unit.total.printed }]
}
