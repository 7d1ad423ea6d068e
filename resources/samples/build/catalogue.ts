import { readFileSync } from 'node:fs'

interface SampleTarget {
  unit: string
  base?: string
}

export interface SampleIndicator {
  code: string
  name: string
  unit: string
  fullMark: string
  direction?: 'DOWN'
  rule: { params: { down?: 'TARGET_OVER_VALUE' | 'TWO_MINUS_RATIO' } }
  appliesTo: { units?: string[]; exceptUnits?: string[] }
  targets: SampleTarget[]
}

interface SampleScheme {
  units: { code: string; name: string; shortName?: string; kind: string }[]
  races: {
    dimensions: { indicators: SampleIndicator[] }[]
    adjustments: { classes: { code: string; name: string; sign: string }[] }
  }[]
}

const scheme = JSON.parse(
  readFileSync(new URL('../../presets/sports-bureau.scheme.json', import.meta.url), 'utf8')
) as SampleScheme

export const DEPARTMENTS = scheme.units.filter((unit) => unit.kind === 'DEPARTMENT').map((unit) => unit.code)
export const AFFILIATES = scheme.units.filter((unit) => unit.kind === 'AFFILIATE').map((unit) => unit.code)

const race = scheme.races[0]!
const indicators = race.dimensions.flatMap((dimension) => dimension.indicators)

export function unitName(code: string): string {
  return found(scheme.units, code).name
}

export function unitShortName(code: string): string {
  const unit = found(scheme.units, code)
  return unit.shortName ?? unit.name
}

export const indicatorOf = (code: string): SampleIndicator => found(indicators, code)

export const adjustmentClassOf = (code: string): { name: string; sign: string } =>
  found(race.adjustments.classes, code)

function found<T extends { code: string }>(list: readonly T[], code: string): T {
  const entry = list.find((candidate) => candidate.code === code)
  if (!entry) throw new Error(`the sample scheme has no ${code}`)
  return entry
}
