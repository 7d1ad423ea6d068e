import { dec } from '../number/decimal.ts'
import { appliesTo, membersOfRace, type RaceMember } from '../scheme/appliesTo.ts'
import { indicatorForGroup, raceForGroup } from '../scheme/forGroup.ts'
import { unitsOverTime, type UnitsOverTime } from '../scheme/inPeriod.ts'
import type { GroupDefinition, IndicatorDefinition, RaceDefinition } from '../scheme/schemeDefinition.ts'
import { compileIndicator, type CompiledIndicator } from '../scoring/compileIndicator.ts'
import { placeInQuarter } from '../scoring/effectiveTarget.ts'
import { evaluateIndicator, type EvaluatedIndicator } from '../scoring/evaluateIndicator.ts'
import type { EarlierValue } from '../scoring/measured.ts'
import { raceDecisions, type RaceDecisions } from '../scoring/raceDecisions.ts'
import { indexReadings, type ReadingIndex } from '../scoring/readingIndex.ts'
import type { AdjustmentEntry } from '../scoring/reading.ts'
import type { ScoredIndicator } from '../scoring/scoredIndicator.ts'
import { settleIndicator } from '../scoring/scoreIndicator.ts'
import type { ScoringInput } from '../scoring/scoringInput.ts'
import { shareScores } from '../scoring/sharedScore.ts'
import { scoreUnit, type UnitScore } from './unitScore.ts'

/** An input with everything looked up that more than one race needs. */
export interface PreparedInput {
  input: ScoringInput
  readings: ReadingIndex
  adjustments: ReadonlyMap<string, readonly AdjustmentEntry[]>
  units: UnitsOverTime
  nameOf: (unit: string) => string
  groupNameOf: (group: string) => string
  before: (indicator: string, unit: string) => EarlierValue | null
}

/** Throws VALIDATION_FAILED for a month's preview of a month outside of the quarter. */
export function prepareInput(input: ScoringInput): PreparedInput {
  if (input.month !== null) placeInQuarter(input.month, input.period)
  const { scheme, period } = input
  const names = new Map(scheme.units.map(({ code, shortName, name }) => [code, shortName ?? name]))
  const groupNames = new Map(scheme.groups.map(({ code, name }) => [code, name]))
  const units = unitsOverTime(scheme)
  const before = new Map(
    input.before.map(({ indicator, unit, value, source }) => [
      `${indicator}\n${unit}`,
      { value: dec(value), source: source ?? null }
    ])
  )
  return {
    input,
    readings: indexReadings(input.readings),
    adjustments: byUnit(input.adjustments),
    units,
    nameOf: (unit) => names.get(unit) ?? unit,
    groupNameOf: (group) => groupNames.get(group) ?? group,
    before: (indicator, unit) => {
      const codes = before.size === 0 ? [] : units.codesUntil(unit, period)
      return (
        codes.map((code) => before.get(`${indicator}\n${code}`)).find((value) => value !== undefined) ?? null
      )
    }
  }
}

function byUnit(entries: readonly AdjustmentEntry[]): Map<string, AdjustmentEntry[]> {
  const found = new Map<string, AdjustmentEntry[]>()
  for (const entry of entries) {
    const list = found.get(entry.unit)
    if (list) list.push(entry)
    else found.set(entry.unit, [entry])
  }
  return found
}

/** A group's units with their totals, in 机构顺序. */
export interface ScoredGroup {
  group: GroupDefinition
  /** The race with the full marks and rules of this group. */
  race: RaceDefinition
  scores: UnitScore[]
}

interface GroupMembers {
  group: GroupDefinition
  members: readonly RaceMember[]
}

/** Scores everybody who takes part in a race in the quarter; groups in the race's order. */
export function scoreRace(prepared: PreparedInput, race: RaceDefinition): ScoredGroup[] {
  const { input, adjustments } = prepared
  const { scheme, period } = input
  const decisions = raceDecisions(input, race)
  const groups = [...membersOfRace(scheme, race, period)]
    .map(([group, members]): GroupMembers => ({ group, members }))
    .sort((a, b) => race.groups.indexOf(a.group.code) - race.groups.indexOf(b.group.code))
  const scored = new Map(
    race.dimensions
      .flatMap((dimension) => dimension.indicators)
      .map((indicator) => [indicator.code, scoreForGroups(prepared, indicator, groups, decisions)])
  )
  return groups.map(({ group, members }) => {
    const own = raceForGroup(race, group.code)
    const scores = members.map((member) => {
      const { code } = member.unit
      return scoreUnit(member, {
        race: own,
        scored: (indicator) => scored.get(indicator)?.get(code),
        entries: adjustments.get(code) ?? [],
        imputed: decisions.imputedTotal(code),
        policies: scheme.policies
      })
    })
    return { group, race: own, scores }
  })
}

/**
 * One indicator in all groups: each group is a pool of its own, with its own rule where the scheme says so (S4, S10);
 * shared work may run from one group into another, so it is shared out before any group is settled.
 */
function scoreForGroups(
  { input, readings, nameOf, groupNameOf, before }: PreparedInput,
  indicator: IndicatorDefinition,
  groups: readonly GroupMembers[],
  decisions: RaceDecisions
): Map<string, ScoredIndicator> {
  const { scheme, period, month } = input
  const { policies } = scheme
  const applies = appliesTo(scheme, indicator)
  const common = compileIndicator(indicator, policies)
  const evaluated = groups.map(({ group, members }) => {
    const participants = members
      .filter(({ unit }) => applies(unit.code))
      .map(({ unit, rankMode }) => ({ unit: unit.code, ranked: rankMode === 'RANKED' }))
    const compiled = compiledFor(common, group.code, policies)
    const scope = {
      period,
      month,
      group: group.code,
      policies,
      readings,
      participants,
      decisions,
      nameOf,
      groupNameOf
    }
    return participants.length === 0
      ? new Map<string, EvaluatedIndicator>()
      : evaluateIndicator(compiled, scope)
  })
  const everybody = shareScores(new Map(evaluated.flatMap((group) => [...group])), { policies, nameOf })
  const settled = evaluated.flatMap((group) => {
    const own = new Map([...group.keys()].map((unit) => [unit, everybody.get(unit)!]))
    return [...settleIndicator(own, { period, policies, decisions, before })]
  })
  return new Map(settled)
}

function compiledFor(
  common: CompiledIndicator,
  group: string,
  policies: ScoringInput['scheme']['policies']
): CompiledIndicator {
  const own = indicatorForGroup(common.definition, group)
  return own === common.definition ? common : compileIndicator(own, policies)
}
