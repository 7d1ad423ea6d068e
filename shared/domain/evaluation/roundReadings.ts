import { canonical, dec, type DecimalString } from '../number/decimal.ts'
import type { Reading } from '../scoring/reading.ts'
import { collectedGroups, seatLabel, type EvaluationSetup, type SetupGroup } from './evaluationSetup.ts'
import type { JudgedIndicator } from './judgedIndicator.ts'
import { RECUSED } from './markScale.ts'
import type { RoundMark } from './roundMark.ts'

/** A round as far as its marks become readings. */
export interface RoundFacts {
  id: number
  title: string
  /** ISO day, null while it is not fixed. */
  heldOn: string | null
  indicator: Pick<JudgedIndicator, 'code' | 'kind' | 'scale'>
  setup: EvaluationSetup
  marks: readonly RoundMark[]
}

/** Who counted and when, for readings that stand for many ballots. */
export interface CountedBy {
  by: string
  at: string
}

/**
 * The readings that a round's marks are: what the live result computes with, and what closing writes. Each names the
 * round and the seat in its source, so that a trace goes down to the person who gave the mark.
 */
export function roundReadings(round: RoundFacts, counted: CountedBy): Reading[] {
  const groups = collectedGroups(round.setup)
  if (round.indicator.kind === 'JUDGES') return groups.flatMap((group) => judgedReadings(round, group))
  const count = round.setup.entry === 'TOTALS' ? totalsOf : votesOf
  return groups.flatMap((group) => ballotReadings(round, group, count(round, group), counted))
}

function headOf({ title, heldOn }: RoundFacts): string {
  return heldOn === null ? `「${title}」` : `「${title}」（${heldOn}）`
}

function judgedReadings(round: RoundFacts, group: SetupGroup): Reading[] {
  const seats = new Map(group.seats.map((seat) => [seat.key, seatLabel(seat)]))
  const order = new Set(round.setup.order)
  return round.marks.flatMap((mark): Reading[] => {
    const name = seats.get(mark.seat)
    if (mark.group !== group.name || name === undefined || !order.has(mark.unit)) return []
    const recused = mark.mark === RECUSED
    const who = [group.name, name].filter((part) => part !== '').join(' ')
    const reason = `${headOf(round)}${who}${recused ? '回避' : '评分'}${mark.source === '' ? '' : `，收回的 ${mark.source}`}`
    return [
      {
        unit: mark.unit,
        indicator: round.indicator.code,
        field: 'rating',
        rater: { group: group.name, name },
        state: recused ? 'NA' : 'VALUE',
        value: recused ? null : mark.mark,
        source: { kind: 'manual', by: mark.who, at: mark.at, reason },
        note: null
      }
    ]
  })
}

/** Votes by unit and option; an option without a number has not been counted yet. */
export type Votes = ReadonlyMap<string, ReadonlyMap<string, DecimalString>>

function totalsOf({ marks }: RoundFacts, group: SetupGroup): Votes {
  const found = new Map<string, Map<string, DecimalString>>()
  for (const { group: own, seat, unit, mark } of marks) {
    if (own !== group.name) continue
    found.set(unit, (found.get(unit) ?? new Map<string, DecimalString>()).set(seat, mark))
  }
  return found
}

/** Ballots one by one: an option that nobody chose has 0 votes as soon as there is a ballot. */
function votesOf({ marks, indicator, setup }: RoundFacts, group: SetupGroup): Votes {
  const own = marks.filter((mark) => mark.group === group.name)
  if (own.length === 0 || indicator.scale.type !== 'OPTION') return new Map()
  const names = indicator.scale.options.map(({ name }) => name)
  return new Map(
    setup.order.map((unit) => [
      unit,
      new Map(
        names.map((name) => [
          name,
          canonical(dec(own.filter((mark) => mark.unit === unit && mark.mark === name).length))
        ])
      )
    ])
  )
}

/** Votes of each group, however they were entered; for the count on paper. */
export function votesOfGroup(round: RoundFacts, group: SetupGroup): Votes {
  return round.setup.entry === 'TOTALS' ? totalsOf(round, group) : votesOf(round, group)
}

function ballotReadings(round: RoundFacts, group: SetupGroup, votes: Votes, counted: CountedBy): Reading[] {
  if (round.indicator.scale.type !== 'OPTION') return []
  const names = round.indicator.scale.options.map(({ name }) => name)
  return round.setup.order.flatMap((unit) =>
    names.flatMap((name): Reading[] => {
      const value = votes.get(unit)?.get(name)
      if (value === undefined) return []
      const handed = group.handedOut === null ? '' : `，发出 ${group.handedOut} 张`
      const who = group.name === '' ? '' : `${group.name} `
      return [
        {
          unit,
          indicator: round.indicator.code,
          field: 'rating',
          rater: { group: group.name, name },
          state: 'VALUE',
          value,
          source: {
            kind: 'manual',
            ...counted,
            reason: `${headOf(round)}计票：${who}「${name}」${value} 票${handed}`
          },
          note: null
        }
      ]
    })
  )
}

/** Whether a reading belongs to what a round collects: then two ways of collecting it stand against each other. */
export function isCollectedHere(
  reading: Pick<Reading, 'indicator' | 'field' | 'rater'>,
  { indicator, setup }: Pick<RoundFacts, 'indicator' | 'setup'>
): boolean {
  if (reading.indicator !== indicator.code || reading.field !== 'rating') return false
  const groups = collectedGroups(setup)
  // A rule without evaluator groups has one pot: whoever marks there marks here.
  return setup.groups.some(({ name }) => name === '')
    ? groups.length > 0
    : groups.some(({ name }) => name === (reading.rater?.group ?? ''))
}
