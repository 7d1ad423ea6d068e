import { dec, HUNDRED, sum, ZERO, type D } from '../../number/decimal.ts'
import { formatValue } from '../../number/format.ts'
import { raceForGroup } from '../../scheme/forGroup.ts'
import type { RaceTotal } from '../../scheme/raceTotals.ts'
import type { SchemeDefinition } from '../../scheme/schemeDefinition.ts'
import { judgedScore, printScore, scoreOf } from '../../scoring/printScore.ts'
import { rankGroup } from '../rankGroup.ts'
import type { RaceResult, SideRanking, UnitResult } from '../resultSet.ts'

/** One race of a total, with its units. */
interface Part {
  race: RaceResult
  weight: D
  units: ReadonlyMap<string, UnitResult>
  fullMark: (group: string) => string
}

type Row = SideRanking['rows'][number]

export interface ComputedTotal {
  result: SideRanking
  definition: RaceTotal
  /** Some unit has no score in one of the races. */
  isAbsent: boolean
  /** Some unit has too few races to be ranked. */
  isShort: boolean
}

interface UnitTotal {
  row: Row
  isAbsent: boolean
  isShort: boolean
  order: number
  judged: D | null
  last: boolean
}

/**
 * Rankings over several races (六比总分): each race's total ÷ its full mark × 100, by weight; what an absent race does is
 * the scheme's choice. Whoever is 单列 or without a place by rule in one of the races is scored, not ranked; so is a unit
 * with too few races.
 */
export function raceTotals(scheme: SchemeDefinition, races: readonly RaceResult[]): ComputedTotal[] {
  return scheme.totals.map((total) => {
    const parts = partsOf(total, scheme, races)
    const found = scheme.units.flatMap((unit, order) =>
      parts.some((part) => part.units.has(unit.code)) ? [totalOf(unit.code, order, parts, total, scheme)] : []
    )
    return {
      result: { code: total.code, name: total.name, rows: rankRows(found, scheme) },
      definition: total,
      isAbsent: found.some((entry) => entry.isAbsent),
      isShort: found.some((entry) => entry.isShort)
    }
  })
}

function partsOf(total: RaceTotal, scheme: SchemeDefinition, races: readonly RaceResult[]): Part[] {
  return total.races.flatMap(({ race: code, weight }): Part[] => {
    const race = races.find((entry) => entry.race === code)
    const definition = scheme.races.find((entry) => entry.code === code)
    if (race === undefined || definition === undefined) return []
    const units = race.groups.flatMap((group) => group.units)
    return [
      {
        race,
        weight: dec(weight),
        units: new Map(units.map((unit) => [unit.unit, unit])),
        fullMark: (group) => raceForGroup(definition, group).fullMark
      }
    ]
  })
}

function totalOf(
  unit: string,
  order: number,
  parts: readonly Part[],
  { absent, minRaces }: RaceTotal,
  scheme: SchemeDefinition
): UnitTotal {
  const standings = parts.map((part) => ({ part, row: part.units.get(unit) ?? null }))
  const present = standings.flatMap(({ row }) => row ?? [])
  const counted = standings.filter(({ row }) => row?.total != null)
  const missing = standings.filter(({ row }) => row?.total == null).map(({ part }) => part.race.name)
  const counting = absent === 'ZERO' ? standings : counted
  const weights = sum(counting.map(({ part }) => part.weight))
  const isOpen = counted.length === 0 || weights.isZero() || (absent === 'NO_TOTAL' && missing.length > 0)
  const points = sum(counted.map(({ part, row }) => hundredOf(row!, part, scheme).times(part.weight)))
  const number = isOpen ? null : points.div(weights)
  const isShort = counted.length < minRaces
  const unranked = number === null ? null : whyUnranked(present, isShort ? minRaces : null)
  const first = present[0]!
  const head = { unit, name: first.name, group: first.group, rank: null, tied: false }
  const sentence =
    number === null
      ? `没有总分：${missing.join('、')}没有得分`
      : [totalSentence(counting, weights, number, scheme), absentWords(absent, missing), unranked]
          .filter((part) => part !== null)
          .join('；')
  return {
    row: { ...head, total: number === null ? null : scoreOf(number, scheme.policies), sentence },
    isAbsent: missing.length > 0,
    isShort,
    order,
    judged: number === null || unranked !== null ? null : judgedScore(number, scheme.policies),
    last: present.every((row) => row.vetoes.some((veto) => veto.effects.includes('RANK_LAST')))
  }
}

/** A race's total as a number out of 100, from the number that is judged, so that a reader can check it. */
function hundredOf({ total, group }: UnitResult, { fullMark }: Part, { policies }: SchemeDefinition): D {
  const judged = total === null ? ZERO : judgedScore(dec(total.exact), policies)
  return judged.times(HUNDRED).div(dec(fullMark(group)))
}

function whyUnranked(present: readonly UnitResult[], minRaces: number | null): string | null {
  if (present.some((row) => row.rankMode !== 'RANKED')) return '单列不排名'
  if (present.some((row) => row.total !== null && row.rank === null)) return '有赛项不排名，总分也不排名'
  return minRaces === null ? null : `参加的赛项不足 ${minRaces} 个，不排名`
}

/** 「(部室比行动 92.00 × 60 + 工作比位次 45.00 ÷ 50 × 100 × 40) ÷ 100 = 91.20」 */
function totalSentence(
  counting: readonly { part: Part; row: UnitResult | null }[],
  weights: D,
  number: D,
  { policies }: SchemeDefinition
): string {
  const terms = counting.map(({ part, row }) => {
    const printed = row?.total?.printed ?? printScore(ZERO, policies)
    const fullMark = dec(part.fullMark(row?.group ?? ''))
    const scale = fullMark.equals(HUNDRED) ? '' : ` ÷ ${formatValue(fullMark)} × 100`
    return `${part.race.name} ${printed}${scale} × ${formatValue(part.weight)}`
  })
  return `(${terms.join(' + ')}) ÷ ${formatValue(weights)} = ${printScore(number, policies)}`
}

function absentWords(absent: RaceTotal['absent'], missing: readonly string[]): string | null {
  if (missing.length === 0) return null
  const names = missing.join('、')
  return absent === 'ZERO' ? `${names}没有得分，计 0` : `${names}没有得分，权重归其余赛项`
}

function rankRows(found: readonly UnitTotal[], { policies }: SchemeDefinition): Row[] {
  const byUnit = new Map(found.map((entry) => [entry.row.unit, entry.row]))
  const places = rankGroup(
    found.flatMap(({ row, order, judged, last }) => {
      if (judged === null) return []
      const total = { label: '总分', value: judged, text: printScore(judged, policies) }
      return [{ unit: row.unit, order, total, metrics: [], last: last ? '否决' : null }]
    }),
    { rankLast: policies.rankLast }
  )
  const ranked = places.map(({ unit, rank, tied }) => ({ ...byUnit.get(unit)!, rank, tied }))
  const unranked = found.filter((entry) => entry.judged === null).map((entry) => entry.row)
  return [
    ...ranked,
    ...unranked.filter((row) => row.total !== null),
    ...unranked.filter((row) => row.total === null)
  ]
}
