import type { ReadingField } from '../../scoring/reading.ts'
import type { CatalogueIndicator, ImportCatalogue } from '../catalogue.ts'
import type { KeyCell } from './templateKey.ts'

/** One number that somebody is asked for. */
export interface Asked {
  unit: string
  indicator: CatalogueIndicator
  field: ReadingField
  rater: { group: string; name: string } | null
  measure: string
  blank: KeyCell['blank']
  /** Least and most where there are such, for the input check of the cell. */
  range: { min: string; max: string | null } | null
  /** Counts and places are whole numbers. */
  isWhole: boolean
}

/** Raters that get a column where nobody has said how many there are: of one panel, and of each of several. */
const RATERS = { one: 9, each: 5 }

/** Marks are given by somebody else than the unit: a score, the marks of raters, votes, a list of deductions. */
export function isMark({ fields }: CatalogueIndicator): boolean {
  return !fields.includes('actual')
}

/**
 * Who hands in an indicator's numbers for a unit: the scheme's provider; without one the unit itself, or, where it is a
 * mark, the office that runs the race (null).
 */
export function reporterOf(indicator: CatalogueIndicator, unit: string): string | null {
  return indicator.provider ?? (isMark(indicator) ? null : unit)
}

export interface AskedIndicator {
  indicator: CatalogueIndicator
  /** In the scheme's order. */
  units: readonly string[]
}

/**
 * What a reporter is asked for, in the scheme's order. Null is the office with everything: one workbook for all.
 * `only` narrows it to some units.
 */
export function askedOf(
  catalogue: ImportCatalogue,
  reporter: string | null,
  only: ReadonlySet<string> | null = null
): AskedIndicator[] {
  return catalogue.indicators.flatMap((indicator) => {
    const units = catalogue.units
      .map(({ code }) => code)
      .filter((code) => indicator.units.has(code) && (only === null || only.has(code)))
      .filter((code) => reporter === null || reporterOf(indicator, code) === reporter)
    return units.length === 0 ? [] : [{ indicator, units }]
  })
}

/** The numbers that an indicator asks for of one unit, as its rule reads them. A target only where the scheme has none. */
export function numbersOf(indicator: CatalogueIndicator, unit: string): Asked[] {
  const { fields, parts } = indicator
  const plain = { unit, indicator, rater: null, blank: 'MISSING', range: null, isWhole: false } as const
  const found: Asked[] = []
  if (fields.includes('target') && !indicator.targets.has(unit))
    found.push({ ...plain, field: 'target', measure: indicator.unit })
  if (fields.includes('actual')) {
    const isPlace = indicator.readsPlaces === true
    found.push({
      ...plain,
      field: 'actual',
      measure: indicator.unit,
      isWhole: isPlace,
      range: isPlace ? { min: '1', max: null } : null
    })
  }
  if (fields.includes('score'))
    found.push({
      ...plain,
      field: 'score',
      measure: '分',
      range: { min: '0', max: indicator.ratingMax ?? indicator.fullMark }
    })
  if (!fields.includes('rating')) return found
  return [
    ...found,
    ...(parts ? partNumbers(indicator, unit) : isMark(indicator) ? raterMarks(indicator, unit) : [])
  ]
}

/** Votes, events, providers' marks and terms of a formula, by panel where the rule tells panels apart. */
function partNumbers(indicator: CatalogueIndicator, unit: string): Asked[] {
  const { kind, parts, groups } = indicator.parts!
  // Circumstances (加重情形) and references (对照) are asked beside the plain number, never instead of it.
  const panels = kind === 'VOTES' ? (groups.length === 0 ? [''] : groups) : ['', ...groups]
  return panels.flatMap((group) =>
    parts.map((part) => ({
      unit,
      indicator,
      field: 'rating' as const,
      rater: { group, name: part.name },
      measure: part.measure,
      // An event that did not happen and a correction that a unit does not have need no 0.
      blank:
        kind === 'EVENTS' || (kind === 'TERMS' && indicator.ruleKind === 'RATIO_TO_BEST')
          ? 'NONE'
          : 'MISSING',
      range: part.range ?? (part.isCount ? { min: '0', max: null } : markRange(indicator, kind)),
      isWhole: part.isCount
    }))
  )
}

function markRange(indicator: CatalogueIndicator, kind: string): Asked['range'] {
  return kind === 'MARKS' ? { min: '0', max: indicator.ratingMax ?? indicator.fullMark } : null
}

function raterMarks(indicator: CatalogueIndicator, unit: string): Asked[] {
  const groups = indicator.raterGroups ?? []
  const panels = groups.length === 0 ? [''] : groups
  const count = groups.length === 0 ? RATERS.one : RATERS.each
  return panels.flatMap((group) =>
    Array.from({ length: count }, (_, index) => ({
      unit,
      indicator,
      field: 'rating' as const,
      rater: { group, name: `评委${index + 1}` },
      measure: '分',
      blank: 'RATER' as const,
      range: { min: '0', max: indicator.ratingMax ?? '100' },
      isWhole: false
    }))
  )
}
