import type { Decision, DecisionSubject } from '#shared/domain/decision/decision.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { input, reading, scheme, type LooseScheme } from '../scoring/build.ts'

/** One indicator of 100 points: what a unit is marked is its total. `null` is 缺报. */
export type Totals = Record<string, string | null>

interface More extends Partial<LooseScheme> {
  /** Parts of the scheme beside its races: vetoKinds, successions, lines, totals … */
  also?: Record<string, unknown>
  /** Fields of units by code: staff, line … */
  unitFields?: Record<string, Record<string, unknown>>
}

export function totalsScheme(totals: Totals, { also, unitFields, ...some }: More = {}): SchemeDefinition {
  const plain = scheme({
    units: Object.keys(totals),
    dimensions: [
      {
        code: 'd',
        name: '目标任务',
        fullMark: '100',
        indicators: [{ code: 'i', name: '指标', fullMark: '100', rule: { kind: 'DIRECT_SCORE' } }]
      }
    ],
    ...some
  })
  const units = plain.units.map((unit) => ({ ...unit, ...unitFields?.[unit.code] }))
  return schemeDefinition.parse({ ...plain, units, ...also })
}

/** Standings of units with given totals, through the whole computation. */
export function standTotals(totals: Totals, more: More = {}, some: Partial<ScoringInput> = {}) {
  const definition = totalsScheme(totals, more)
  const readings = Object.entries(totals).map(([unit, mark]) => reading(unit, 'i', mark, { field: 'score' }))
  const result = computeResults(input(definition, { readings, ...some }))
  const race = result.races[0]!
  const units = race.groups.flatMap((group) => group.units)
  return {
    result,
    race,
    unit: (code: string): UnitResult => units.find((unit) => unit.unit === code)!,
    /** `a1 b2 c2 d`: units in display order with their ranks. */
    order: units.map((unit) => `${unit.unit}${unit.rank ?? ''}`).join(' '),
    grades: units.map((unit) => `${unit.unit}:${unit.grade?.grade ?? '/'}`).join(' ')
  }
}

/** n units `u1` … `un` with falling totals from 99 on. */
export function falling(count: number, prefix = 'u'): Totals {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${prefix}${index + 1}`, String(99 - index)])
  )
}

export function decision(id: number, subject: DecisionSubject, more: Partial<Decision> = {}): Decision {
  return {
    id,
    period: '2026Q3',
    subject,
    basis: '经商议决定',
    decidedBy: '局长办公会',
    date: '2026-10-09',
    ...more
  }
}

export function veto(id: number, unit: string, kind: string, indicator: string | null = null): Decision {
  return decision(id, {
    type: 'VETO',
    kind,
    unit,
    race: null,
    indicator,
    from: '2026Q3',
    until: null
  })
}
