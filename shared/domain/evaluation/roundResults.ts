import { z } from 'zod'
import { dec } from '../number/decimal.ts'
import { rankGroup } from '../ranking/rankGroup.ts'
import { prepareInput, scoreRace } from '../ranking/scoreRace.ts'
import type { UnitScore } from '../ranking/unitScore.ts'
import type { Policies } from '../scheme/policies.ts'
import { judgedScore } from '../scoring/printScore.ts'
import { raterName } from '../scoring/ratings.ts'
import { readingState, type Reading } from '../scoring/reading.ts'
import type { ScoringInput } from '../scoring/scoringInput.ts'
import { traceStep, type Trace } from '../scoring/trace.ts'

/** One mark (or the votes of one option) as the rule saw it. */
export const ratedMark = z.object({
  group: z.string(),
  /** Label of the seat, or the option. */
  name: z.string(),
  state: readingState,
  value: z.string().nullable(),
  /** 去掉最高分, 无效票：…, 回避 …; null where it counts. */
  leftOut: z.string().nullable(),
  /** Where it stands: the round and seat, or a cell of an imported sheet. */
  source: z.string()
})
export type RatedMark = z.infer<typeof ratedMark>

/** What a round gives a unit now. */
export const unitOutcome = z.object({
  unit: z.string(),
  group: z.string(),
  status: z.enum(['SCORED', 'NA', 'MISSING', 'REFUSED']),
  /** Set for SCORED only: a 0 by the policy for 缺报 is no result of a vote. */
  score: z.object({ exact: z.string(), printed: z.string() }).nullable(),
  /** Why there is none. */
  reason: z.string().nullable(),
  sentence: z.string(),
  /** Place by this indicator inside the group: 1-2-2-4; null without a score or for 单列. */
  rank: z.number().int().nullable(),
  tied: z.boolean(),
  marks: z.array(ratedMark),
  /** The rule's own steps: means of the groups, weighted mean, score. */
  steps: z.array(traceStep),
  notes: z.array(z.string())
})
export type UnitOutcome = z.infer<typeof unitOutcome>

/**
 * Scores one indicator of a quarter with other readings than those on record, by the very engine that computes the
 * quarter: the race with this indicator alone, its groups, policies and decisions. In the order of the groups.
 */
export function roundResults(
  input: ScoringInput,
  indicator: string,
  readings: readonly Reading[]
): UnitOutcome[] {
  const own = readings.filter((reading) => reading.indicator === indicator)
  const named = nameIndex(own)
  return input.scheme.races.flatMap((race) => {
    const dimensions = race.dimensions.flatMap((dimension) => {
      const indicators = dimension.indicators.filter(({ code }) => code === indicator)
      return indicators.length === 0 ? [] : [{ ...dimension, indicators }]
    })
    if (dimensions.length === 0) return []
    const prepared = prepareInput({ ...input, readings: own, adjustments: [] })
    return scoreRace(prepared, { ...race, dimensions }).flatMap(({ group, scores }) => {
      const found = scores.flatMap((score) => {
        const outcome = outcomeOf(score, group.code, named)
        return outcome === null ? [] : [{ score, outcome }]
      })
      return withPlaces(found, input.scheme.policies)
    })
  })
}

/** Raters of a unit by the label that the trace gives them. */
type NameIndex = ReadonlyMap<string, Reading['rater']>

function nameIndex(readings: readonly Reading[]): NameIndex {
  return new Map(readings.map((reading) => [raterName(reading), reading.rater]))
}

function outcomeOf(score: UnitScore, group: string, named: NameIndex): UnitOutcome | null {
  const result = score.composition.dimensions[0]?.indicators[0]
  if (result === undefined) return null
  const { status, reason, trace } = result
  return {
    unit: score.unit.code,
    group,
    status,
    score: status === 'SCORED' ? result.score : null,
    reason: status === 'SCORED' ? null : (reason ?? trace.sentence),
    sentence: trace.sentence,
    rank: null,
    tied: false,
    marks: ratedMarks(trace, named),
    steps: trace.steps,
    notes: trace.notes
  }
}

function ratedMarks(trace: Trace, named: NameIndex): RatedMark[] {
  return trace.inputs
    .filter((input) => named.has(input.label))
    .map((input) => {
      const rater = named.get(input.label) ?? null
      return {
        group: rater?.group ?? '',
        name: rater?.name ?? '',
        state: input.state,
        value: input.value,
        leftOut: input.leftOut ?? null,
        source:
          input.source?.kind === 'manual'
            ? input.source.reason
            : input.source?.kind === 'cell'
              ? `《${input.source.file}》${input.source.sheet} ${input.source.address}`
              : ''
      }
    })
}

function withPlaces(
  found: readonly { score: UnitScore; outcome: UnitOutcome }[],
  policies: Policies
): UnitOutcome[] {
  const contenders = found.flatMap(({ score, outcome }) =>
    outcome.score === null || score.rankMode !== 'RANKED'
      ? []
      : [
          {
            unit: outcome.unit,
            order: score.order,
            total: {
              label: '得分',
              value: judgedScore(dec(outcome.score.exact), policies),
              text: outcome.score.printed
            },
            metrics: []
          }
        ]
  )
  const places = new Map(rankGroup(contenders).map((place) => [place.unit, place]))
  return found.map(({ outcome }) => {
    const place = places.get(outcome.unit)
    return place === undefined ? outcome : { ...outcome, rank: place.rank, tied: place.tied }
  })
}

/** The mean that a rule gave for an evaluator group ('' where it has none), out of its steps; null before any mark. */
export function groupMean(outcome: Pick<UnitOutcome, 'steps'>, group: string): string | null {
  return (
    outcome.steps.find(({ label }) => label === `${group}平均分` || label === `${group}每票平均`)?.value ??
    null
  )
}
