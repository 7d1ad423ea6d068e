import { unitsOfIndicator } from '../scheme/appliesTo.ts'
import type { GroupDefinition, RaceDefinition } from '../scheme/schemeDefinition.ts'
import { compileIndicator, type CompiledIndicator } from '../scoring/compileIndicator.ts'
import { indexReadings, type ReadingIndex } from '../scoring/readingIndex.ts'
import type { AdjustmentEntry } from '../scoring/reading.ts'
import { scoreIndicator, type ScoredIndicator } from '../scoring/scoreIndicator.ts'
import type { ScoringInput } from '../scoring/scoringInput.ts'
import { computeGroup, type ComputedGroup } from './computeGroup.ts'
import { footerOf } from './footer.ts'
import { previousRace } from './movement.ts'
import type { RaceResult, ResultSet } from './resultSet.ts'
import { scoreUnit, type Participant, type UnitScore } from './unitScore.ts'

/** An input with everything looked up that more than one race needs. */
interface Prepared {
  input: ScoringInput
  readings: ReadingIndex
  adjustments: ReadonlyMap<string, readonly AdjustmentEntry[]>
}

/** An indicator of a race and the units that it exists for. */
interface RaceIndicator {
  compiled: CompiledIndicator
  units: ReadonlySet<string>
}

/**
 * The one computation: indicators → dimensions → base → adjustments → total → rounding → rank in group → movement.
 * Pure and deterministic: the order of readings and entries never matters, the order of units only inside a tie.
 * `inputsHash` stays empty for the caller to fill. Throws SCHEME_INVALID for a rule that cannot be read.
 */
export function computeResults(input: ScoringInput): ResultSet {
  const { scheme } = input
  const prepared: Prepared = {
    input,
    readings: indexReadings(input.readings),
    adjustments: byUnit(input.adjustments)
  }
  const scores: UnitScore[] = []
  const groups: ComputedGroup[] = []
  const races = scheme.races.map((race): RaceResult => {
    const computed = computeRace(prepared, race)
    scores.push(...computed.scores)
    groups.push(...computed.groups)
    return {
      race: race.code,
      name: race.name,
      fullMark: race.fullMark,
      dimensions: race.dimensions.map(({ code, name, fullMark }) => ({ code, name, fullMark })),
      groups: computed.groups.map((group) => group.result)
    }
  })
  return {
    format: 'liangji-result',
    formatVersion: 1,
    period: input.period,
    previousPeriod: input.previous?.period ?? null,
    scheme: {
      code: scheme.code,
      title: scheme.title,
      version: input.schemeVersion,
      organisation: scheme.organisation
    },
    inputsHash: '',
    decimals: scheme.policies.decimals,
    races,
    footer: footerOf(
      {
        races,
        capOrderMattered: scores.some((score) => score.adjustments.orderMattered),
        tieBroken: groups.some((group) => group.tieBroken),
        firstQuarterUnranked: groups.some((group) => group.firstQuarterUnranked)
      },
      scheme.policies
    ),
    counts: countsOf(races)
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

function computeRace(
  prepared: Prepared,
  race: RaceDefinition
): { scores: UnitScore[]; groups: ComputedGroup[] } {
  const { scheme, previous } = prepared.input
  const indicators = race.dimensions
    .flatMap((dimension) => dimension.indicators)
    .map((definition) => ({
      compiled: compileIndicator(definition, scheme.policies),
      units: new Set(unitsOfIndicator(scheme, race, definition))
    }))
  const scores: UnitScore[] = []
  const groups = scheme.groups
    .filter((group) => race.groups.includes(group.code))
    .sort((a, b) => race.groups.indexOf(a.code) - race.groups.indexOf(b.code))
    .map((group) => {
      const units = scoreGroup(prepared, race, group, indicators)
      scores.push(...units)
      return computeGroup({ scheme, race, group, scores: units, previous: previousRace(previous, race.code) })
    })
  return { scores, groups }
}

function scoreGroup(
  { input, readings, adjustments }: Prepared,
  race: RaceDefinition,
  group: GroupDefinition,
  indicators: readonly RaceIndicator[]
): UnitScore[] {
  const { scheme, period } = input
  const participants = participantsOf(input, group)
  const scored = new Map<string, Map<string, ScoredIndicator>>()
  for (const { compiled, units } of indicators) {
    const applicable = participants
      .filter((participant) => units.has(participant.unit.code))
      .map((participant) => ({ unit: participant.unit.code, ranked: participant.rankMode === 'RANKED' }))
    if (applicable.length === 0) continue
    const scope = { period, group: group.code, policies: scheme.policies, readings, participants: applicable }
    scored.set(compiled.definition.code, scoreIndicator(compiled, scope))
  }
  return participants.map((participant) => {
    const unit = participant.unit.code
    const entries = adjustments.get(unit) ?? []
    return scoreUnit(participant, race, (code) => scored.get(code)?.get(unit), entries, scheme.policies)
  })
}

/** Members of a group that take part, in 机构顺序; EXCLUDED members do not appear at all. */
function participantsOf({ scheme }: ScoringInput, group: GroupDefinition): Participant[] {
  const modes = new Map(group.members.map((member) => [member.unit, member.rankMode]))
  return scheme.units.flatMap((unit, order) => {
    const rankMode = modes.get(unit.code)
    return rankMode === undefined || rankMode === 'EXCLUDED' ? [] : [{ unit, rankMode, order }]
  })
}

function countsOf(races: readonly RaceResult[]): ResultSet['counts'] {
  const groups = races.flatMap((race) => race.groups)
  const units = groups.flatMap((group) => group.units)
  const indicators = units.flatMap((unit) => unit.dimensions.flatMap((dimension) => dimension.indicators))
  const tiedRanks = groups.map(
    (group) => new Set(group.units.filter((unit) => unit.tied).map((unit) => unit.rank)).size
  )
  return {
    units: units.length,
    ranked: units.filter((unit) => unit.rank !== null).length,
    blocked: units.filter((unit) => unit.state === 'BLOCKED').length,
    tiedRanks: tiedRanks.reduce((total, count) => total + count, 0),
    estimated: indicators.filter((indicator) => indicator.estimated).length
  }
}
