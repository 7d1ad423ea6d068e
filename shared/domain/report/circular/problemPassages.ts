import { dec, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import type { GroupResult, RaceResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { adjustmentSentence } from './adjustmentSentence.ts'
import type { CircularPiece } from './circularText.ts'
import { lead } from './highlightPassages.ts'
import { counted, isBelow, type Mention, type Naming } from './naming.ts'
import { passage, type Passage } from './passage.ts'
import { fact, listed, type Phrase, points, say } from './say.ts'
import { inGroup, placedOf } from './scorePassages.ts'
import { streakSentences } from './streakSentences.ts'
import { openSubmissions } from './submissionSentences.ts'

/** 三、存在问题: below the mean, weakest dimensions, missing and late data, deductions, vetoes, streaks. */
export function problemPassages(facts: ReportFacts, naming: Naming): Passage[] {
  const { races } = facts.results
  const several = races.length > 1
  const of = (race: RaceResult, id: string, words: string, body: CircularPiece[]): Passage[] =>
    passage(
      `problems.${race.race}.${id}`,
      'PROBLEMS',
      body.length === 0 ? null : say`${lead(race, several, words)}${body}`
    )
  return [
    ...races.flatMap((race) => [
      ...of(race, 'below', '低于组平均分的单位', belowMean(race, naming)),
      ...of(race, 'weak', '薄弱板块', weakSentence(race))
    ]),
    ...passage('problems.submissions', 'PROBLEMS', openSubmissions(facts, naming)),
    ...races.flatMap((race) => [
      ...of(race, 'blocked', '暂不计分的单位', blockedSentence(race, naming)),
      ...of(race, 'deductions', '减分情况', adjustmentSentence(race, 'DEDUCTION', naming.bad)),
      ...of(race, 'vetoes', '否决事项', vetoSentence(race, naming)),
      ...of(race, 'streaks', '连续情况', streakSentences(race, 'BAD', naming.bad))
    ])
  ]
}

/** 机关处室组低于平均分（88.24分）的有6个单位，分别为…（84.60分）。 The engine's printed gap decides. */
function belowMean(race: RaceResult, naming: Naming): CircularPiece[] {
  const sentences = race.groups.flatMap((group): Phrase[] => {
    const below = placedOf(group).filter((unit) => isBelow(unit.gapToMean))
    if (below.length === 0 || group.mean === null) return []
    const role = `below.${race.race}.${group.group}`
    const mentions = below.map((unit): Mention => ({
      ...naming.bad(unit),
      more: say`${points(`${role}.total.${unit.unit}`, unit.total.printed, unit.unit)}分`
    }))
    return [
      say`${inGroup(race, group)}低于平均分（${points(`${role}.mean`, group.mean.total)}分）的有${counted(role, mentions, { last: true })}。`
    ]
  })
  return say`${sentences}`
}

export interface WeakDimension {
  code: string
  name: string
  mean: string
  fullMark: string
}

/** Dimensions whose mean is the smallest share of the full mark; none where there is nothing to compare or to lose. */
export function weakestDimensions(group: GroupResult): WeakDimension[] {
  const { mean } = group
  if (mean === null) return []
  const rated = (placedOf(group)[0]?.dimensions ?? []).flatMap(({ dimension, name, fullMark }) => {
    const printed = mean.dimensions[dimension]
    if (printed === undefined || dec(fullMark).lte(0)) return []
    return [{ code: dimension, name, fullMark, mean: printed, rate: dec(printed).div(dec(fullMark)) }]
  })
  const least = rated.reduce<D | null>((low, { rate }) => (low === null || rate.lt(low) ? rate : low), null)
  if (least === null || rated.every(({ rate }) => rate.eq(least))) return []
  return rated.filter(({ rate }) => rate.eq(least))
}

/** 得分占满分比例最低的板块，机关处室组为整改测评，平均11.20分（满分15分）；直属单位组为…。 */
function weakSentence(race: RaceResult): CircularPiece[] {
  const clauses = race.groups.flatMap((group): Phrase[] => {
    const weak = weakestDimensions(group).map(({ code, name, mean, fullMark }) => {
      const scope = `${race.race}.${group.group}.${code}`
      return say`${fact(`weak.name.${scope}`, name)}，平均${points(`weak.mean.${scope}`, mean)}分（满分${fact(`weak.full.${scope}`, formatValue(dec(fullMark)))}分）`
    })
    return weak.length === 0 ? [] : [say`${inGroup(race, group)}为${listed(weak)}`]
  })
  const pause = race.groups.length > 1 ? '，' : ''
  return clauses.length === 0 ? [] : say`得分占满分比例最低的板块${pause}${listed(clauses, '；')}。`
}

/** Units without a total; those that are listed only are no part of the ranking. */
function blockedSentence(race: RaceResult, naming: Naming): CircularPiece[] {
  const blocked = race.groups
    .flatMap((group) => group.units)
    .filter((unit) => unit.state === 'BLOCKED' && unit.rankMode === 'RANKED')
  if (blocked.length === 0) return []
  return say`因数据缺报或不能计分，暂不计分、不排名的有${counted(`blocked.${race.race}`, blocked.map(naming.bad))}。`
}

/** 适用否决事项的有1个单位，为A（发生安全责任事故，依据×发〔2026〕3号）。 */
function vetoSentence(race: RaceResult, naming: Naming): CircularPiece[] {
  const vetoed = race.groups.flatMap((group) => group.units).filter((unit) => unit.vetoes.length > 0)
  if (vetoed.length === 0) return []
  const role = `veto.${race.race}`
  const mentions = vetoed.map((unit): Mention => {
    const why = unit.vetoes.map(({ name, basis }, index): Phrase => {
      const id = `${role}${index}`
      const said = basis.trim() === '' ? '' : say`，依据${fact(`${id}.basis.${unit.unit}`, basis.trim())}`
      return say`${fact(`${id}.name.${unit.unit}`, name)}${said}`
    })
    return { ...naming.bad(unit), more: listed(why, '；') }
  })
  return say`适用否决事项的有${counted(role, mentions)}。`
}
