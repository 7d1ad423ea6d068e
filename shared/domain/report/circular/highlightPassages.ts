import { dec } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { GroupResult, RaceResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { adjustmentSentence } from './adjustmentSentence.ts'
import type { CircularPiece } from './circularText.ts'
import { subjects, type Naming } from './naming.ts'
import { passage, type Passage } from './passage.ts'
import { fact, listed, type Phrase, points, say } from './say.ts'
import { inGroup, placedOf, type Placed } from './scorePassages.ts'
import { streakSentences } from './streakSentences.ts'
import { allHandedIn } from './submissionSentences.ts'

/** 二、工作亮点: the first of each group, of each dimension, bonuses, streaks, and who handed in what in time. */
export function highlightPassages(facts: ReportFacts, naming: Naming): Passage[] {
  const { races } = facts.results
  const several = races.length > 1
  return [
    ...races.flatMap((race) => raceHighlights(race, several, naming)),
    ...passage('highlights.submissions', 'HIGHLIGHTS', allHandedIn(facts))
  ]
}

/** The first sentence of a numbered paragraph; with several races it says which one. */
export function lead(race: RaceResult, several: boolean, words: Phrase): CircularPiece[] {
  return say`${several ? fact(`race.${race.race}`, race.name) : ''}${words}。`
}

function raceHighlights(race: RaceResult, several: boolean, naming: Naming): Passage[] {
  const of = (id: string, words: Phrase, body: CircularPiece[]): Passage[] =>
    passage(
      `highlights.${race.race}.${id}`,
      'HIGHLIGHTS',
      body.length === 0 ? null : say`${lead(race, several, words)}${body}`
    )
  return [
    ...of('first', '综合成绩', firstPlaces(race, naming)),
    ...race.dimensions.flatMap(({ code, name }) =>
      of(`dimension.${code}`, fact(`dimension.${code}`, name), dimensionLeaders(race, code, naming))
    ),
    ...of('bonus', '加分情况', adjustmentSentence(race, 'BONUS', naming.good)),
    ...of('streaks', '连续情况', streakSentences(race, 'GOOD', naming.good))
  ]
}

const PODIUM = 3
/** In groups of so few the third would be the last. */
const FEWEST = 6

/** 机关处室组第1名为A（96.15分），第2名为B、C（并列，95.10分）; 直属单位组第1名为…。 */
function firstPlaces(race: RaceResult, naming: Naming): CircularPiece[] {
  const clauses = race.groups.flatMap((group): Phrase[] => {
    const placed = placedOf(group)
    const last = placed.length >= FEWEST ? PODIUM : 1
    const scope = `${race.race}.${group.group}`
    const ranks = [...new Set(placed.map((unit) => unit.rank))].filter((rank) => rank <= last)
    const places = ranks.flatMap((rank): Phrase[] => {
      const there = placed.filter((unit) => unit.rank === rank)
      // A place is told with all its names or not at all.
      if (!there.every((unit) => naming.good(unit).named)) return []
      return [placeWords(`place${rank}.${scope}`, rank, there, naming)]
    })
    return placed.length < 2 || places.length === 0
      ? []
      : [say`${inGroup(race, group)}${listed(places, '，')}`]
  })
  return clauses.length === 0 ? [] : say`${listed(clauses, '；')}。`
}

function placeWords(role: string, rank: number, units: readonly Placed[], naming: Naming): Phrase {
  const tied = units.length > 1 ? '并列，' : ''
  const scores = new Set(units.map((unit) => unit.total.printed))
  const score = scores.size === 1 ? say`${points(`${role}.total`, units[0]!.total.printed)}分` : ''
  const who = subjects(role, units.map(naming.good), { all: true })
  const behind = score === '' && tied === '' ? '' : score === '' ? '（并列）' : say`（${tied}${score}）`
  return say`第${fact(`${role}.rank`, rank)}名为${who}${behind}`
}

/**
 * 满分50分。群众体育处得47.20分，居机关处室组首位; A、B同得…，并列…首位; 机关处室组各单位均得…. The full mark is said once
 * where all groups have the same.
 */
function dimensionLeaders(race: RaceResult, code: string, naming: Naming): CircularPiece[] {
  const leaders = race.groups.flatMap((group) => leadersOf(race, group, code) ?? [])
  const marks = new Set(leaders.map(({ fullMark }) => fullMark))
  const clauses = leaders.flatMap((each) => leaderClause(race, each, marks.size > 1, naming))
  if (clauses.length === 0) return []
  const id = `leader.full.${race.race}.${code}`
  const once = marks.size === 1 ? say`满分${fact(id, [...marks][0]!)}分。` : ''
  return say`${once}${listed(clauses, '；')}。`
}

interface Leaders {
  scope: string
  group: GroupResult
  units: Placed[]
  /** Ranked units that have a score in the dimension. */
  scored: number
  printed: string
  fullMark: string
}

/** The units of a group with the best score of a dimension; null where nobody stands out. */
function leadersOf(race: RaceResult, group: GroupResult, code: string): Leaders | null {
  const scored = placedOf(group).flatMap((unit) => {
    const dimension = unit.dimensions.find((each) => each.dimension === code)
    const printed = dimension?.score?.printed
    return dimension === undefined || printed === undefined
      ? []
      : [{ unit, fullMark: dimension.fullMark, printed, score: dec(printed) }]
  })
  const first = scored[0]
  if (first === undefined || scored.length < 2) return null
  const best = scored.reduce((high, each) => (each.score.gt(high.score) ? each : high), first)
  // Where nothing was earned there is no first.
  if (best.score.lte(0)) return null
  return {
    scope: `${race.race}.${code}.${group.group}`,
    group,
    units: scored.filter((each) => each.score.eq(best.score)).map(({ unit }) => unit),
    scored: scored.length,
    printed: best.printed,
    fullMark: formatValue(dec(best.fullMark))
  }
}

function leaderClause(race: RaceResult, leaders: Leaders, withMark: boolean, naming: Naming): Phrase[] {
  const { scope, group, units, scored, printed, fullMark } = leaders
  const place = inGroup(race, group)
  const mark = withMark ? say`（满分${fact(`leader.full.${scope}`, fullMark)}分）` : ''
  const score = say`${points(`leader.total.${scope}`, printed)}分${mark}`
  if (units.length === scored) return [say`${place}${fact(`n.leader.${scope}`, scored)}个单位均得${score}`]
  const mentions = units.map(naming.good)
  if (!mentions.some((mention) => mention.named)) return []
  const who = subjects(`leader.${scope}`, mentions)
  return units.length === 1
    ? [say`${who}得${score}，居${place}首位`]
    : [say`${who}同得${score}，并列${place}首位`]
}
