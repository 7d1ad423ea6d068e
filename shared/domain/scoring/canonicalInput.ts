import { compareText } from './compareText.ts'
import { compareReadings } from './readingIndex.ts'
import type { ScoringInput } from './scoringInput.ts'

/**
 * The one text of an input, for hashing: keys sorted, readings, adjustments and previous standings in a fixed order.
 * The order of the scheme stays: it is 机构顺序 and the order of indicators, and part of the result.
 */
export function canonicalInput(input: ScoringInput): string {
  const { period, scheme, schemeVersion, readings, adjustments, previous } = input
  return canonicalJson({
    period,
    scheme,
    schemeVersion,
    readings: [...readings].sort(compareReadings),
    adjustments: [...adjustments].sort((a, b) => a.id - b.id || compareText(a.unit, b.unit)),
    previous: previous && {
      period: previous.period,
      standings: [...previous.standings].sort(
        (a, b) => compareText(a.race, b.race) || compareText(a.unit, b.unit) || compareText(a.group, b.group)
      )
    }
  })
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
