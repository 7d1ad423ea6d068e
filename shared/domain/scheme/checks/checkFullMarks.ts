import type { Problem } from '../../../problem.ts'
import { dec, sum, ZERO } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { unitsOfIndicator, unitsOfRace } from '../appliesTo.ts'
import type { DimensionDefinition, RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'

/**
 * Full marks add up for every unit: indicators that apply to it to each SUM dimension, dimensions to the race. Units
 * with the same wrong sum are told together.
 */
export function checkFullMarks(scheme: SchemeDefinition): Problem[] {
  const names = new Map(scheme.units.map((unit) => [unit.code, unit.name]))
  return scheme.races.flatMap((race) => {
    const applies = new Map(
      race.dimensions.flatMap((dimension) =>
        dimension.indicators.map((indicator) => [
          indicator.code,
          new Set(unitsOfIndicator(scheme, race, indicator))
        ])
      )
    )
    const units = unitsOfRace(scheme, race)
    return [
      ...notPositive(race),
      ...race.dimensions.flatMap((dimension) => checkDimension(dimension, units, applies, names)),
      ...checkRace(race, units, applies, names)
    ]
  })
}

type Applies = ReadonlyMap<string, ReadonlySet<string>>
type Names = ReadonlyMap<string, string>

function notPositive(race: RaceDefinition): Problem[] {
  const things = [
    { code: race.code, at: `赛项「${race.name}」`, fullMark: race.fullMark },
    ...race.dimensions.flatMap((dimension) => [
      { code: dimension.code, at: `板块「${dimension.name}」`, fullMark: dimension.fullMark },
      ...dimension.indicators.map(({ code, name, fullMark }) => ({ code, at: `指标「${name}」`, fullMark }))
    ])
  ]
  return things
    .filter(({ fullMark }) => !dec(fullMark).greaterThan(ZERO))
    .map(({ code, at, fullMark }) =>
      schemeProblem(
        'error',
        'FULL_MARK_NOT_POSITIVE',
        code,
        `${at}的满分是 ${fullMark}。`,
        '满分要大于 0，请改正。'
      )
    )
}

function checkDimension(
  dimension: DimensionDefinition,
  units: readonly string[],
  applies: Applies,
  names: Names
): Problem[] {
  if (dimension.indicators.length === 0) {
    return [
      schemeProblem(
        'error',
        'DIMENSION_EMPTY',
        dimension.code,
        `板块「${dimension.name}」没有指标。`,
        '请加指标，或删去板块。'
      )
    ]
  }
  if (dimension.composition === 'WEIGHTED') return []
  const sums = bySum(units, (unit) =>
    sum(
      dimension.indicators
        .filter((item) => applies.get(item.code)?.has(unit))
        .map((item) => dec(item.fullMark))
    )
  )
  return wrong(sums, dimension.fullMark).map(([total, members]) =>
    schemeProblem(
      'error',
      'DIMENSION_SUM',
      `${dimension.code}:${total}`,
      `板块「${dimension.name}」满分 ${dimension.fullMark}，${list(members, units, names)}的指标满分合计 ${total}。`,
      '请改指标满分或适用范围，让合计等于板块满分。'
    )
  )
}

function checkRace(
  race: RaceDefinition,
  units: readonly string[],
  applies: Applies,
  names: Names
): Problem[] {
  const sums = bySum(units, (unit) =>
    sum(
      race.dimensions
        .filter((dimension) => dimension.indicators.some((item) => applies.get(item.code)?.has(unit)))
        .map((dimension) => dec(dimension.fullMark))
    )
  )
  return wrong(sums, race.fullMark).map(([total, members]) =>
    schemeProblem(
      'error',
      'RACE_SUM',
      `${race.code}:${total}`,
      `赛项「${race.name}」满分 ${race.fullMark}，${list(members, units, names)}的板块满分合计 ${total}。`,
      '请改板块满分，让合计等于赛项满分。'
    )
  )
}

function bySum(
  units: readonly string[],
  total: (unit: string) => ReturnType<typeof sum>
): Map<string, string[]> {
  const sums = new Map<string, string[]>()
  for (const unit of units) {
    const key = formatValue(total(unit))
    sums.set(key, [...(sums.get(key) ?? []), unit])
  }
  return sums
}

function wrong(sums: ReadonlyMap<string, string[]>, declared: string): [string, string[]][] {
  return [...sums].filter(([total]) => total !== declared)
}

/** `全部单位`, or the first three names and how many there are. */
function list(members: readonly string[], all: readonly string[], names: Names): string {
  if (members.length === all.length) return '全部单位'
  const shown = members.slice(0, 3).map((unit) => names.get(unit) ?? unit)
  return `${shown.join('、')}${members.length > 3 ? ` 等 ${members.length} 个单位` : ''}`
}
