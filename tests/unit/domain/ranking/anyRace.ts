import fc from 'fast-check'
import { dec, type D } from '#shared/domain/number/decimal.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { IndicatorResult, ResultSet, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import type { Reading } from '#shared/domain/scoring/reading.ts'
import { input, reading, scheme, type LooseScheme } from '../scoring/build.ts'
import { anyCell, anyKind } from './everyKind.ts'
import { FULL_MARK, measure, type Cell, type KindCase } from './kindCase.ts'

/** Random races whose items are of all kinds of rules: two groups, the last unit of each 单列. */

export const GROUPS: Record<string, readonly string[]> = {
  g: ['u0', 'u1', 'u2', 'u3'],
  h: ['u4', 'u5', 'u6']
}
export const UNITS = Object.values(GROUPS).flat()
export const LISTED = ['u3', 'u6']

export interface Item {
  code: string
  rule: KindCase
  /** One a unit, in the order of `UNITS`. */
  cells: readonly Cell[]
}

export interface Race {
  items: readonly Item[]
  policies: NonNullable<LooseScheme['policies']>
}

const cellsOfAll = fc.array(anyCell, { minLength: UNITS.length, maxLength: UNITS.length })

export const itemOf = (rule: fc.Arbitrary<KindCase>): fc.Arbitrary<Omit<Item, 'code'>> =>
  fc.record({ rule, cells: cellsOfAll })

const anyPolicies = fc.record({
  notApplicable: fc.constantFrom('RESCALE' as const, 'FULL_MARK' as const, 'GROUP_MEAN' as const),
  missing: fc.constantFrom('BLOCK_UNIT' as const, 'ZERO' as const, 'FLOOR' as const),
  missingFloor: fc.constantFrom('0', '60'),
  judgeOn: fc.constantFrom('PRINTED' as const, 'EXACT' as const),
  roundAt: fc.constantFrom('TOTAL' as const, 'ITEM_AND_TOTAL' as const),
  rounding: fc.constantFrom('HALF_UP' as const, 'CEIL' as const, 'FLOOR' as const)
})

export const anyRace: fc.Arbitrary<Race> = fc
  .record({ items: fc.array(itemOf(anyKind), { minLength: 2, maxLength: 5 }), policies: anyPolicies })
  .map(({ items, policies }) => ({
    policies,
    items: items.map((item, index) => ({ ...item, code: `i${index}` }))
  }))

/** What a run may change of the plain race. */
export interface Variation {
  units?: readonly string[]
  groups?: Record<string, readonly string[]>
  listed?: readonly string[]
  /** Items whose unit of measure is another one, with its factor. */
  k?: (item: Item) => D
  /** More readings than the items' own. */
  readings?: readonly Reading[]
}

/** The even items make a SUM dimension, the odd ones a WEIGHTED one. */
export function runRace({ items, policies }: Race, some: Variation = {}): ResultSet {
  const k = some.k ?? (() => dec(1))
  const units = some.units ?? UNITS
  const halves = [0, 1].map((odd) => items.filter((item) => Number(item.code.slice(1)) % 2 === odd))
  const dimensions = halves
    .filter((half) => half.length > 0)
    .map((half) => ({
      code: `d${Number(half[0]!.code.slice(1)) % 2}`,
      name: '板块',
      fullMark: String(half.length * Number(FULL_MARK)),
      composition: Number(half[0]!.code.slice(1)) % 2 === 0 ? 'SUM' : 'WEIGHTED',
      indicators: half.map((item) => indicatorOf(item, k(item)))
    }))
  const definition = scheme({
    units,
    groups: some.groups ?? GROUPS,
    listed: some.listed ?? LISTED,
    dimensions,
    race: { fullMark: String(items.length * Number(FULL_MARK)) },
    policies
  })
  const present = new Set(units)
  const readings = [...items.flatMap((item) => readingsOf(item, k(item))), ...(some.readings ?? [])]
  return computeResults(input(definition, { readings: readings.filter((item) => present.has(item.unit)) }))
}

function indicatorOf({ code, rule, cells }: Item, k: D): Record<string, unknown> {
  const targets = UNITS.map((unit, index) => {
    const given = cells[index]!.extra[0]!
    return rule.targets === 'RANK'
      ? { unit, rankTarget: 1 + (given % 20) }
      : { unit, base: dec(measure(given, k)).toFixed() }
  })
  return {
    code,
    name: `指标${code}`,
    fullMark: FULL_MARK,
    direction: rule.direction,
    rule: { kind: rule.kind, params: rule.params },
    targets: rule.targets === null ? [] : targets
  }
}

function readingsOf({ code, rule, cells }: Item, k: D): Reading[] {
  return UNITS.flatMap((unit, index) => {
    const { value, extra } = cells[index]!
    if (typeof value === 'number') return rule.readings(unit, code, value, extra, k)
    return [reading(unit, code, null, { state: value })]
  })
}

export function unitsOf(result: ResultSet): Map<string, UnitResult> {
  const units = result.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  return new Map(units.map((unit) => [unit.unit, unit]))
}

export function itemsOf(unit: UnitResult): IndicatorResult[] {
  return unit.dimensions.flatMap((dimension) => dimension.indicators)
}

/** Standing and item scores of every unit, without words: what must not move. */
export function numbersOf(result: ResultSet) {
  return Object.fromEntries(
    [...unitsOf(result)].map(([code, unit]) => [
      code,
      {
        rank: unit.rank,
        tied: unit.tied,
        total: unit.total,
        base: unit.base,
        items: Object.fromEntries(
          itemsOf(unit).map((item) => [item.indicator, [item.status, item.score]] as const)
        )
      }
    ])
  )
}
