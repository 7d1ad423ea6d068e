import { minus, n, plus, type Fraction } from '../../../../fixtures/sample/fraction.ts'
import { solveBase, type BaseVerdict } from './baseOracle.ts'
import { solveGrades, type GradesVerdict } from './gradesOracle.ts'
import { solveLedger, type LedgerVerdict } from './ledgerOracle.ts'
import { solvePlaces, type PlaceVerdict, type Racer } from './placesOracle.ts'
import type { RaceCase, TieBreak, UnitCase, VetoCode } from './raceCase.ts'
import { roundFraction } from './roundFraction.ts'

export interface UnitVerdict extends BaseVerdict, LedgerVerdict {
  unit: UnitCase
  total: Fraction | null
  place: PlaceVerdict | null
  /** What the rule gives, and what vetoes leave of it; null without a grade. */
  grade: { rule: number; level: number } | null
}

export interface RaceVerdict {
  units: UnitVerdict[]
  /** Places over all groups (§6.4-8). */
  overall: Map<string, PlaceVerdict>
  /** One a group, or one of all. */
  grades: { group: string | null; verdict: GradesVerdict }[]
}

type Scored = Omit<UnitVerdict, 'place' | 'grade'>

/** A whole quarter of one race, from the documents (domain.md §2.9–2.11, §6.3, §6.4, ambiguities.md, policies.ts). */
export function solveRace(given: RaceCase): RaceVerdict {
  const scored = given.units.map((unit, index): Scored => {
    const base = solveBase(given, index)
    const ledger = solveLedger(given, index, base.factor)
    const sum = base.base === null ? null : minus(plus(base.base, ledger.bonus), ledger.deduction)
    // §2.10: SCORE_ZERO strikes a total that there is; everything else stays on record.
    const total = sum !== null && suffers(given, unit.code, 'zero') ? n('0') : sum
    return { ...base, ...ledger, unit, total }
  })
  const places = new Map(
    ['g', 'h'].flatMap((group) => [
      ...placesOf(
        given,
        scored.filter(({ unit }) => unit.group === group),
        group
      )
    ])
  )
  const overall = placesOf(given, scored, null)
  const grades = gradesOf(given, scored, { places, overall })
  return {
    overall,
    grades,
    units: scored.map((entry) => ({
      ...entry,
      place: places.get(entry.unit.code) ?? null,
      grade: gradeOf(given, entry.unit.code, grades)
    }))
  }
}

/** A veto on the unit: one that strikes a single item is none. */
function suffers({ policies, vetoes }: RaceCase, unit: string, kind: VetoCode): boolean {
  return (
    policies.vetoes &&
    vetoes.some((veto) => veto.unit === unit && veto.kind === kind && veto.indicator === null)
  )
}

/** Units that compete: ranked ones with a total whom no veto keeps out. `group` null: over all groups. */
function placesOf(
  given: RaceCase,
  scored: readonly Scored[],
  group: string | null
): Map<string, PlaceVerdict> {
  const racers = scored.flatMap(({ total, unit, ...rest }): Racer[] => {
    if (total === null || !unit.ranked || suffers(given, unit.code, 'unranked')) return []
    const chain = given.tieBreak
      // Last quarter's place in one group is not comparable with one in another.
      .filter(({ by }) => group !== null || by !== 'PREVIOUS_RANK')
      .map((metric) => metricOf(given, { ...rest, unit, total }, metric))
    return [{ unit: unit.code, total: judged(given, total), chain, last: suffers(given, unit.code, 'last') }]
  })
  const { ruling, policies } = given
  const applies = ruling !== undefined && (group === null || ruling.group === '*' || ruling.group === group)
  return solvePlaces(racers, {
    lastTied: policies.rankLast === 'TIED',
    ruling: applies ? ruling.order : undefined
  })
}

/** §6.4-7: rank, tie-break and grade look at the printed number, or at the exact one. */
function judged({ policies }: RaceCase, value: Fraction): Fraction {
  return policies.judgeOn === 'EXACT' ? value : roundFraction(value, policies.decimals, policies.rounding)
}

function metricOf(given: RaceCase, scored: Scored, metric: TieBreak): Fraction | null {
  const { unit, dimensions, items, base, deduction } = scored
  const judgedOrNone = (value: Fraction | null | undefined): Fraction | null =>
    value == null ? null : judged(given, value)
  const fewer = (count: number): Fraction => n(String(-count))
  switch (metric.by) {
    case 'DIMENSION':
      // Read from the engine: the score that the table shows, rescaled where dimensions are.
      return judgedOrNone(dimensions[metric.dimension])
    case 'INDICATOR':
      return judgedOrNone(items.find(({ item }) => item.code === metric.indicator)?.score)
    case 'BASE':
      return judgedOrNone(base)
    case 'FEWER_DEDUCTIONS':
      return minus(n('0'), judged(given, deduction))
    case 'FEWER_VETOES':
      // Read from the engine: one that strikes a single item is counted here.
      return fewer(given.policies.vetoes ? given.vetoes.filter((veto) => veto.unit === unit.code).length : 0)
    case 'PREVIOUS_RANK': {
      const before = given.previous && unit.before?.group === unit.group ? unit.before.rank : null
      return before === null ? null : fewer(before)
    }
  }
}

function gradesOf(
  given: RaceCase,
  scored: readonly Scored[],
  { places, overall }: { places: Map<string, PlaceVerdict>; overall: Map<string, PlaceVerdict> }
): RaceVerdict['grades'] {
  const { grades: rules } = given
  if (rules === undefined) return []
  const fields = rules.of === 'ALL' ? [null] : ['g', 'h']
  return fields.map((group) => {
    const members = scored.filter(({ unit }) => group === null || unit.group === group)
    const order = group === null ? overall : places
    const field = members.flatMap(({ unit, total }) => {
      const place = order.get(unit.code)
      if (place === undefined || total === null) return []
      const vetoed = VETOES.some((kind) => suffers(given, unit.code, kind))
      return [{ unit: unit.code, rank: place.rank, total: judged(given, total), vetoed }]
    })
    // Percentages are of the units that are there to be ranked, with or without a number.
    const ranked = members.filter(({ unit }) => unit.ranked).length
    return { group, verdict: solveGrades(rules, field, ranked) }
  })
}

const VETOES: readonly VetoCode[] = ['last', 'unranked', 'zero', 'drop', 'cap']

/** §2.10, S47: one grade down for each event that drops, then no better than the cap (the middle grade). */
function gradeOf(given: RaceCase, unit: string, fields: RaceVerdict['grades']): UnitVerdict['grade'] {
  const rule = fields.map(({ verdict }) => verdict.levels.get(unit)).find((level) => level !== undefined)
  if (rule == null) return null
  const drops = given.policies.vetoes
    ? given.vetoes.filter((veto) => veto.unit === unit && veto.kind === 'drop').length
    : 0
  const dropped = Math.min(rule + drops, 2)
  return { rule, level: suffers(given, unit, 'cap') ? Math.max(dropped, 1) : dropped }
}
