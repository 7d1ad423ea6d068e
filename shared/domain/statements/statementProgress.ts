import type { PeriodKey } from '../period/periodKey.ts'
import { unitsOfIndicator } from '../scheme/appliesTo.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { Reading } from '../scoring/reading.ts'

/** One department's part of a statement: which indicators it reports, for how many units, and what has come in. */
export interface StatementPart {
  /** Code of the unit that reports (数据由谁报); null: every unit for itself. */
  provider: string | null
  providerName: string
  indicators: readonly { indicator: string; name: string; expected: number; filled: number }[]
  expected: number
  filled: number
  state: 'COMPLETE' | 'PARTLY' | 'MISSING'
  files: readonly string[]
  firstAt: string | null
  lastAt: string | null
  /** Its last file came after the due date, or something is missing after it. */
  late: boolean
}

/** 报表: a dimension whose numbers come from different departments (七大报表). */
export interface Statement {
  race: string
  raceName: string
  dimension: string
  name: string
  fullMark: string
  expected: number
  filled: number
  parts: readonly StatementPart[]
}

/**
 * What each statement waits for and from whom. A word from somebody counts (a value, 不适用); 缺报 and silence do not.
 * `importedAt` gives when a batch came in; `endOfDue` is the last moment of the due date, null without one.
 */
export function statementProgress(input: {
  scheme: SchemeDefinition
  period: PeriodKey
  readings: readonly Reading[]
  importedAt: ReadonlyMap<number, string>
  endOfDue: string | null
  now: string
}): Statement[] {
  const { scheme, period } = input
  const told = new Map<string, Reading[]>()
  for (const reading of input.readings) {
    if (reading.field === 'self' || reading.field === 'target' || reading.state === 'MISSING') continue
    const key = `${reading.indicator} ${reading.unit}`
    told.set(key, [...(told.get(key) ?? []), reading])
  }
  const names = new Map(scheme.units.map(({ code, name }) => [code, name]))
  return scheme.races.flatMap((race) =>
    race.dimensions.map((dimension): Statement => {
      const byProvider = new Map<string | null, { indicators: Counted[]; readings: Reading[] }>()
      for (const indicator of dimension.indicators) {
        const units = unitsOfIndicator(scheme, race, indicator, period)
        const readings = units.flatMap((unit) => told.get(`${indicator.code} ${unit}`) ?? [])
        const filled = units.filter((unit) => told.has(`${indicator.code} ${unit}`)).length
        const provider = indicator.provider ?? null
        const part = byProvider.get(provider) ?? { indicators: [], readings: [] }
        part.indicators.push({
          indicator: indicator.code,
          name: indicator.name,
          expected: units.length,
          filled
        })
        part.readings.push(...readings)
        byProvider.set(provider, part)
      }
      const parts = [...byProvider].map(([provider, part]) =>
        partOf(provider, provider === null ? '各单位自报' : (names.get(provider) ?? provider), part, input)
      )
      return {
        race: race.code,
        raceName: race.name,
        dimension: dimension.code,
        name: dimension.name,
        fullMark: dimension.fullMark,
        expected: total(parts, 'expected'),
        filled: total(parts, 'filled'),
        parts
      }
    })
  )
}

type Counted = StatementPart['indicators'][number]

function partOf(
  provider: string | null,
  providerName: string,
  { indicators, readings }: { indicators: readonly Counted[]; readings: readonly Reading[] },
  {
    importedAt,
    endOfDue,
    now
  }: { importedAt: ReadonlyMap<number, string>; endOfDue: string | null; now: string }
): StatementPart {
  const expected = total(indicators, 'expected')
  const filled = total(indicators, 'filled')
  const cells = readings.flatMap(({ source }) => (source?.kind === 'cell' ? [source] : []))
  const times = cells.flatMap(({ batchId }) => importedAt.get(batchId) ?? []).sort()
  const lastAt = times.at(-1) ?? null
  const isLate =
    endOfDue !== null && (filled < expected ? now > endOfDue : lastAt !== null && lastAt > endOfDue)
  return {
    provider,
    providerName,
    indicators,
    expected,
    filled,
    state: filled === expected ? 'COMPLETE' : filled === 0 ? 'MISSING' : 'PARTLY',
    files: [...new Set(cells.map(({ file }) => file))],
    firstAt: times[0] ?? null,
    lastAt,
    late: isLate
  }
}

function total<K extends 'expected' | 'filled'>(list: readonly Record<K, number>[], key: K): number {
  return list.reduce((sum, entry) => sum + entry[key], 0)
}
