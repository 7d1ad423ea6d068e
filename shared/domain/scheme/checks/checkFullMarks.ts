import type { Problem } from '../../../problem.ts'
import { dec, sum, ZERO } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { membersOfRace, unitsOfIndicator } from '../appliesTo.ts'
import { raceForGroup } from '../forGroup.ts'
import type { DimensionDefinition, RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { namesIn, someOf } from './checkWords.ts'

/**
 * Full marks add up for every unit, as they count in its group (S10: classes A, B, C): indicators that apply to it to
 * each SUM dimension, dimensions to the race. Units with the same wrong sum are told together.
 */
export function checkFullMarks(scheme: SchemeDefinition): Problem[] {
  return scheme.races.flatMap((race) => {
    const applies = new Map(
      race.dimensions.flatMap((dimension) =>
        dimension.indicators.map((indicator) => [
          indicator.code,
          new Set(unitsOfIndicator(scheme, race, indicator))
        ])
      )
    )
    const view: RaceView = { race, seats: seatsOf(scheme, race), applies, name: namesIn(scheme.units) }
    return [
      ...notPositive(scheme, race),
      ...race.dimensions.flatMap((dimension, index) => checkDimension(dimension, index, view)),
      ...checkRace(view)
    ]
  })
}

/** A unit with the race as its group has it. */
interface Seat {
  unit: string
  race: RaceDefinition
}

interface RaceView {
  race: RaceDefinition
  seats: readonly Seat[]
  applies: ReadonlyMap<string, ReadonlySet<string>>
  name: (unit: string) => string
}

function seatsOf(scheme: SchemeDefinition, race: RaceDefinition): Seat[] {
  return [...membersOfRace(scheme, race)].flatMap(([group, members]) => {
    const own = raceForGroup(race, group.code)
    return members.map(({ unit }) => ({ unit: unit.code, race: own }))
  })
}

interface Marked {
  code: string
  at: string
  fullMark: string
  byGroup: readonly { group: string; fullMark?: string | undefined }[]
}

function notPositive(scheme: SchemeDefinition, race: RaceDefinition): Problem[] {
  const group = namesIn(scheme.groups)
  const things: Marked[] = [
    { ...race, at: `赛项「${race.name}」` },
    ...race.dimensions.flatMap((dimension) => [
      { ...dimension, at: `板块「${dimension.name}」` },
      ...dimension.indicators.map((indicator) => ({ ...indicator, at: `指标「${indicator.name}」` }))
    ])
  ]
  const marks = things.flatMap(({ code, at, fullMark, byGroup }) => [
    { code, at, fullMark },
    ...byGroup.flatMap((entry) =>
      entry.fullMark === undefined
        ? []
        : [{ code, at: `${at}在组别「${group(entry.group)}」`, fullMark: entry.fullMark }]
    )
  ])
  return marks
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

function checkDimension(dimension: DimensionDefinition, index: number, view: RaceView): Problem[] {
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
  return wrongSums(view, (seat) => {
    const own = seat.race.dimensions[index]!
    const items = own.indicators.filter((item) => view.applies.get(item.code)?.has(seat.unit))
    return { declared: own.fullMark, parts: items.map((item) => item.fullMark) }
  }).map(({ declared, total, who }) =>
    schemeProblem(
      'error',
      'DIMENSION_SUM',
      `${dimension.code}:${total}`,
      `板块「${dimension.name}」满分 ${declared}，${who}的指标满分合计 ${total}。`,
      '请改指标满分或适用范围，让合计等于板块满分。'
    )
  )
}

function checkRace(view: RaceView): Problem[] {
  const { race, applies } = view
  return wrongSums(view, (seat) => {
    const parts = seat.race.dimensions.filter((dimension) =>
      dimension.indicators.some((item) => applies.get(item.code)?.has(seat.unit))
    )
    return { declared: seat.race.fullMark, parts: parts.map((dimension) => dimension.fullMark) }
  }).map(({ declared, total, who }) =>
    schemeProblem(
      'error',
      'RACE_SUM',
      `${race.code}:${total}`,
      `赛项「${race.name}」满分 ${declared}，${who}的板块满分合计 ${total}。`,
      '请改板块满分，让合计等于赛项满分。'
    )
  )
}

/** Units whose parts do not add up to what is declared, those with the same two numbers together. */
function wrongSums(
  { seats, name }: RaceView,
  marks: (seat: Seat) => { declared: string; parts: readonly string[] }
): { declared: string; total: string; who: string }[] {
  const found = new Map<string, { declared: string; total: string; units: string[] }>()
  for (const seat of seats) {
    const { declared, parts } = marks(seat)
    const total = formatValue(sum(parts.map((part) => dec(part))))
    const entry = found.get(`${declared}|${total}`) ?? { declared, total, units: [] }
    entry.units.push(seat.unit)
    found.set(`${declared}|${total}`, entry)
  }
  return [...found.values()]
    .filter(({ declared, total }) => total !== declared)
    .map(({ declared, total, units }) => ({
      declared,
      total,
      who: units.length === seats.length ? '全部单位' : someOf(units.map(name))
    }))
}
