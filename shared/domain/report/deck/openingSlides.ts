import { periodTitle } from '../../period/periodKey.ts'
import { noScoreReason } from '../../ranking/noScoreReason.ts'
import type { UnitResult } from '../../ranking/resultSet.ts'
import type { ReportRow } from '../reportTable.ts'
import type { Slide, SlidePart, SlideTable } from './deckContent.ts'
import type { DeckGroup, DeckScope } from './deckScope.ts'
import { column, countCell, nameList, row, scoreCell } from './deckWords.ts'
import { BODY_AREA, BULLET_SIZES } from './slideRoom.ts'
import { bulletsThatFit } from './slideText.ts'

export function coverSlide({ facts, origin }: DeckScope): Slide {
  return {
    layout: 'COVER',
    title: `${periodTitle(facts.results.period)}考核情况汇报`,
    subtitle: `《${facts.scheme.title}》`,
    parts: [],
    notes: origin
  }
}

function markTable({ facts, groups }: DeckScope): SlideTable {
  const { races } = facts.results
  const indicators = (race: string, dimension: string): number => {
    const units = groups.filter((group) => group.race.race === race).flatMap(({ group }) => group.units)
    const found = units.flatMap((unit) => unit.dimensions).find((each) => each.dimension === dimension)
    return found?.indicators.length ?? 0
  }
  const rows = races.flatMap((race): ReportRow[] => [
    ...(races.length > 1 ? [row({}, { band: race.name })] : []),
    ...race.dimensions.map(({ code, name, fullMark }) =>
      row({
        name,
        mark: { number: fullMark, decimals: null },
        count: countCell(indicators(race.race, code))
      })
    )
  ])
  return {
    columns: [
      column('name', '板块', 'left'),
      column('mark', '满分', 'right'),
      column('count', '指标（项）', 'right')
    ],
    rows,
    foot:
      races.length === 1
        ? [row({ name: '合计', mark: { number: races[0]!.fullMark, decimals: null }, count: null })]
        : []
  }
}

/** How it was scored: the scheme, who takes part, the rules that it chose. */
export function scoringSlide(scope: DeckScope): Slide {
  const { facts, groups, origin, counted } = scope
  const { scheme, results } = facts
  const basis = scheme.basisDocument === '' ? '' : `（${scheme.basisDocument}）`
  const { units } = results.counts
  const taking =
    groups.length === 1 ? `${units}${counted}参加考核` : `${units}${counted}分${groups.length}组参加考核`
  const names = nameList(groups.map(({ label }) => label)).replace('个单位', '个组')
  const items = [`依据：《${scheme.title}》${basis}。`, `${taking}：${names}。`, ...results.footer]
  const room = { width: BODY_AREA.width * 0.56, height: BODY_AREA.height }
  const smallest = BULLET_SIZES.at(-1)!
  const all = bulletsThatFit(items, room, smallest) === items.length
  const shown = all
    ? items.length
    : bulletsThatFit([...items, ''], { ...room, height: room.height - 60 }, smallest)
  const left = items.length - shown
  const bullets = [
    ...items.slice(0, shown),
    ...(left > 0 ? [`其余${left}条计分说明见本页备注和排名表表脚。`] : [])
  ]
  const fullMarks = [...new Set(results.races.map((race) => race.fullMark))]
  return {
    layout: 'CONTENT',
    title: `${taking}，按方案统一计分${fullMarks.length === 1 ? `，满分${fullMarks[0]}分` : ''}`,
    subtitle: '',
    parts: [
      { type: 'bullets', items: bullets },
      { type: 'table', table: markTable(scope) }
    ],
    notes: [...items, origin].join('\n')
  }
}

function firstOf({ ranked }: DeckGroup): UnitResult[] {
  return ranked.filter((unit) => unit.rank === 1)
}

function groupRow(group: DeckGroup): ReportRow {
  const first = firstOf(group)
  const unranked = group.group.units.length - group.ranked.length
  return row(
    {
      group: group.label,
      ranked: countCell(group.ranked.length),
      mean: scoreCell(group.group.mean?.total),
      highest: scoreCell(first[0]?.total?.printed),
      first:
        first.length === 0
          ? '/'
          : `${first.map((unit) => unit.name).join('、')}${first.length > 1 ? '（并列）' : ''}`,
      unranked: countCell(unranked)
    },
    { red: first.length === 0 ? [] : ['first'] }
  )
}

/** Figures of the whole, then of each group: ranked, mean, highest with all that share it. */
export function overviewSlide(scope: DeckScope): Slide {
  const { facts, groups, origin, mayName, counted } = scope
  const { counts } = facts.results
  const blocked = groups.flatMap(({ group }) => group.units).filter((unit) => unit.state === 'BLOCKED')
  const listed = counts.units - counts.ranked - blocked.length
  const figures = [
    { label: '参加考核', value: String(counts.units), note: counted },
    { label: '参加排名', value: String(counts.ranked), note: counted },
    { label: '缺数据暂不排名', value: String(blocked.length), note: counted },
    { label: '并列的名次', value: String(counts.tiedRanks), note: '处' },
    ...(listed > 0 ? [{ label: '单列不排名', value: String(listed), note: counted }] : [])
  ]
  const waiting = blocked.length === 0 ? '数据全部到齐' : `${blocked.length}${counted}缺数据，暂不排名`
  const table: SlidePart = {
    type: 'table',
    table: {
      columns: [
        column('group', '组别', 'left'),
        column('first', '第一名', 'left'),
        column('highest', '最高分', 'right'),
        column('mean', '平均分', 'right', { bold: true, tint: true }),
        column('ranked', '参加排名', 'right'),
        column('unranked', '不排名', 'right')
      ],
      rows: groups.map((group) => groupRow(group)),
      foot: []
    }
  }
  const named = blocked.filter((unit) => mayName(unit.unit))
  return {
    layout: 'CONTENT',
    title: `${counts.ranked}${counted}参加排名，${waiting}`,
    subtitle: '',
    parts: [{ type: 'figures', items: figures }, table],
    notes: [
      ...named.map((unit) => `${unit.name}：${noScoreReason(unit)}。`),
      '平均分只计参加排名的单位；「不排名」含单列和缺数据的单位。',
      origin
    ].join('\n')
  }
}
