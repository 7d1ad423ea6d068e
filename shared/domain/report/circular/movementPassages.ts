import { dec } from '../../number/decimal.ts'
import type { Movement, RaceResult, ResultSet } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { CircularPiece } from './circularText.ts'
import { countOf, subjects, type Mention, type Naming } from './naming.ts'
import { quarterWords } from './periodWords.ts'
import { fact, listed, type Phrase, points, say } from './say.ts'
import { inGroup, placedOf, type Placed } from './scorePassages.ts'

const KINDS = [
  ['UP', 'up', '名次上升的有'],
  ['DOWN', 'down', '下降的有'],
  ['SAME', 'same', '持平的有'],
  ['NEW', 'new', '新参加排名的有']
] as const

/** 与第二季度相比，名次上升的有6个单位 …; nothing in the first quarter of a race. */
export function movementSentences(race: RaceResult, results: ResultSet, naming: Naming): CircularPiece[] {
  const placed = race.groups.flatMap(placedOf)
  const moved = (kind: Movement['kind']): Placed[] => placed.filter((unit) => unit.movement.kind === kind)
  if (results.previousPeriod === null || moved('NEW').length === placed.length) return []
  const before = fact('previous', quarterWords(results.previousPeriod, results.period))
  if (moved('SAME').length === placed.length)
    return say`与${before}相比，${countOf(`same.${race.race}`, placed)}个单位名次均无变化。`
  const clauses = KINDS.flatMap(([kind, role, words]): Phrase[] => {
    const units = moved(kind)
    return units.length === 0 ? [] : [say`${words}${countOf(`${role}.${race.race}`, units)}个单位`]
  })
  const rises = biggest(race, 'UP', placed, naming.good)
  const falls = biggest(race, 'DOWN', placed, naming.bad)
  return say`与${before}相比，${listed(clauses, '，')}。${rises}${falls}`
}

/** A、B各上升3名，进步最快。 */
function biggest(
  race: RaceResult,
  kind: 'UP' | 'DOWN',
  placed: readonly Placed[],
  mention: (unit: Placed) => Mention
): Phrase {
  const stepsOf = ({ movement }: Placed): number => (movement.kind === kind ? movement.by : 0)
  const most = Math.max(...placed.map(stepsOf))
  if (most <= 0) return ''
  const units = placed.filter((unit) => stepsOf(unit) === most)
  const role = `${kind === 'UP' ? 'rise' : 'fall'}.${race.race}`
  const each = units.length > 1 ? '各' : ''
  const [verb, end] = kind === 'UP' ? ['上升', '进步最快'] : ['下降', '降幅最大']
  return say`${subjects(role, units.map(mention))}${each}${verb}${fact(role, most)}名，${end}。`
}

/** More ties than this are only counted. */
const MOST_TIES = 4

/** A、B得分同为95.10分，并列机关处室组第2名。 */
export function tieSentences(race: RaceResult, naming: Naming): CircularPiece[] {
  const ties = race.groups.flatMap((group) => {
    const tied = placedOf(group).filter((unit) => unit.tied)
    return [...new Set(tied.map((unit) => unit.rank))].map((rank) => ({
      group,
      rank,
      units: tied.filter((unit) => unit.rank === rank)
    }))
  })
  const sentences = ties.slice(0, MOST_TIES).map(({ group, rank, units }): Phrase => {
    const scope = `${race.race}.${group.group}.${units[0]!.unit}`
    const score = dec(units[0]!.total.printed)
    const isSame = units.every((unit) => dec(unit.total.printed).eq(score))
    const why = isSame ? say`得分同为${points(`tie.total.${scope}`, units[0]!.total.printed)}分，` : ''
    return say`${subjects(`tie.${scope}`, units.map(naming.good))}${why}并列${inGroup(race, group)}第${fact(`tie.rank.${scope}`, rank)}名。`
  })
  const rest = ties.length - sentences.length
  return say`${sentences}${rest > 0 ? say`另有${fact(`n.ties.${race.race}`, rest)}组并列。` : ''}`
}

/** 平均分：机关处室组第一季度为85.10分、第二季度为87.20分、第三季度为88.24分。 Only quarters out of the same full mark. */
export function trendSentence(race: RaceResult, facts: ReportFacts): CircularPiece[] {
  const { results, earlier } = facts
  const clauses = race.groups.flatMap((group): Phrase[] => {
    if (group.mean === null) return []
    const means = [...earlier, results].flatMap((past) => {
      const same = past.races.find((each) => each.race === race.race)
      const then = same?.groups.find((each) => each.group === group.group)
      const isComparable =
        same !== undefined && (then?.fullMark ?? same.fullMark) === (group.fullMark ?? race.fullMark)
      const mean = isComparable ? then?.mean?.total : undefined
      return mean === undefined ? [] : [{ period: past.period, mean }]
    })
    if (means.length < 2) return []
    const words = means.map(({ period, mean }) => {
      const quarter = fact(`quarter.${period}`, quarterWords(period, results.period))
      return say`${quarter}${points(`mean.${race.race}.${group.group}.${period}`, mean)}分`
    })
    return [say`${inGroup(race, group)}${listed(words)}`]
  })
  return clauses.length === 0 ? [] : say`从各季度平均分看，${listed(clauses, '；')}。`
}
