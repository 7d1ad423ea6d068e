import { dec, mean } from '../number/decimal.ts'
import { formatValue } from '../number/format.ts'
import { printFixed } from '../number/rounding.ts'
import { settle } from '../number/settle.ts'
import type { FieldGrades } from '../ranking/grades/gradeField.ts'
import { rankGroup, type Contender, type Place } from '../ranking/rankGroup.ts'
import { tieRulings } from '../ranking/ties/tieRulings.ts'
import type { Policies } from '../scheme/policies.ts'
import { judgedScore, printScore, scoreOf } from '../scoring/printScore.ts'
import type { EntryContext } from './quarterEntry.ts'
import type { YearInput } from './yearInput.ts'
import { percentText } from './yearNumbers.ts'
import { tooFewQuarters, yearRemarks } from './yearRemarks.ts'
import type { YearQuarter, YearResult, YearUnit } from './yearResult.ts'
import type { YearScore } from './yearScore.ts'
import { yearSentence } from './yearSentence.ts'

export interface YearGroup {
  group: string
  name: string
  scores: readonly YearScore[]
}

/** A group with its places; `contenders` are the units that are ranked. */
export interface RankedGroup extends YearGroup {
  contenders: readonly Contender[]
  places: readonly Place[]
}

/** Ranks 1-2-2-4 on the printed or exact total (§6.4-7); a tie goes by a ruling on the year, or stays one. */
export function rankYearGroup(input: YearInput, { race }: EntryContext, group: YearGroup): RankedGroup {
  const { policies } = input.scheme
  const contenders = group.scores.flatMap((score): Contender[] => {
    const { unit, order, total } = score
    if (score.rankMode !== 'RANKED' || total === null || tooFewQuarters(score, race)) return []
    const printed = printScore(total, policies)
    const text = policies.judgeOn === 'PRINTED' ? printed : formatValue(settle(total))
    return [
      { unit, order, total: { label: '年度得分', value: judgedScore(total, policies), text }, metrics: [] }
    ]
  })
  const rulings = tieRulings(input.decisions, race.code, group.group)
  return { ...group, contenders, places: rankGroup(contenders, { rulings }) }
}

type GroupOfYear = YearResult['races'][number]['groups'][number]

/** The group as people see it: ranked, then scored without a place, then without a total, then 单列. */
export function yearGroupResult(
  { group, name, scores, places }: RankedGroup,
  context: EntryContext,
  grades: readonly FieldGrades[]
): GroupOfYear {
  const { policies } = context.scheme
  const placeOf = new Map(places.map((place, index) => [place.unit, { place, index }]))
  const units = [...scores]
    .sort((a, b) => a.order - b.order)
    .map((score) => {
      const placed = placeOf.get(score.unit) ?? null
      const unit = yearUnit(score, context, group, placed?.place ?? null, grades)
      return { unit, position: placed?.index ?? scores.length, section: sectionOf(unit) }
    })
    .sort((a, b) => a.section - b.section || a.position - b.position)
    .map(({ unit }) => unit)
  const totals = units.filter((unit) => unit.rank !== null).map((unit) => dec(unit.total!.printed))
  return {
    group,
    name,
    units,
    mean: totals.length === 0 ? null : printFixed(mean(totals), policies.decimals)
  }
}

function sectionOf({ rankMode, total, rank }: YearUnit): number {
  if (rankMode !== 'RANKED') return 3
  if (total === null) return 2
  return rank === null ? 1 : 0
}

function yearUnit(
  score: YearScore,
  context: EntryContext,
  group: string,
  place: Place | null,
  grades: readonly FieldGrades[]
): YearUnit {
  const { race, scheme } = context
  const { policies } = scheme
  const { unit, name, rankMode, combined, leadership, total, indicators } = score
  return {
    unit,
    name,
    rankMode,
    quarters: quartersOf(score, policies),
    counted: combined.counted.length,
    quarterScore: combined.value === null ? null : scoreOf(combined.value, policies),
    leadership: leadership.state === 'GIVEN' ? scoreOf(leadership.points, policies) : null,
    total: total === null ? null : scoreOf(total, policies),
    rank: place?.rank ?? null,
    tied: place?.tied ?? false,
    grade: grades.map((field) => field.grades.get(unit)).find((grade) => grade !== undefined) ?? null,
    sentence: yearSentence(score, race, policies),
    remarks: [
      ...placeRemarks(place),
      ...yearRemarks(score, context, group),
      ...grades.flatMap((field) => field.remarks.get(unit) ?? [])
    ],
    indicators
  }
}

function placeRemarks(place: Place | null): string[] {
  if (place === null) return []
  const { tied, rank, ruling } = place
  if (tied && ruling !== null) return [`并列第${rank}，裁定没有写全并列单位，没有采用`]
  if (tied) return [`并列第${rank}`]
  return ruling === null ? [] : [`同分，按裁定排先后（${ruling.basis}，${ruling.decidedBy}）`]
}

function quartersOf({ entries, combined }: YearScore, policies: Policies): YearQuarter[] {
  const counted = new Map(combined.counted.map((round) => [round.key, round]))
  return entries.map(({ period, state, value, rank, source }) => {
    const round = counted.get(period)
    const taken = value ?? round?.value ?? null
    return {
      period,
      state: combined.dropped.includes(period) ? 'DROPPED' : state,
      score: taken === null ? null : printScore(taken, policies),
      rank,
      weight: round === undefined ? null : percentText(round.percent),
      source
    }
  })
}
