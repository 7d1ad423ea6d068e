import type { CatalogueIndicator } from '../catalogue.ts'
import type { ImportFixes } from '../importPlan.ts'
import { nameIndex, type NameIndex, type NameMatch } from './nameIndex.ts'
import { isMeasureText } from '../values/measures.ts'
import { normaliseLabel, tidy, withoutSerial } from './normaliseLabel.ts'

export type IndicatorMatch =
  NameMatch | { status: 'FOUND'; code: string; by: 'clerk' | 'remembered' } | { status: 'SKIP' }

export interface IndicatorMatcher {
  match(text: string): IndicatorMatch
  index: NameIndex
}

/**
 * Indicators by name, alias, then normalised: measure and full mark in brackets, serial numbers, widths and spaces taken
 * off. The clerk's answers come first.
 */
export function indicatorMatcher(
  indicators: readonly CatalogueIndicator[],
  fixes: Pick<ImportFixes, 'indicators'>
): IndicatorMatcher {
  const index = indexOf(indicators)
  index.beginFile()
  const codes = new Set(indicators.map((indicator) => indicator.code))
  return {
    index,
    match(text) {
      const filed = tidy(text)
      const fix = Object.hasOwn(fixes.indicators, filed) ? fixes.indicators[filed] : undefined
      if (fix === 'SKIP') return { status: 'SKIP' }
      if (fix && codes.has(fix.indicator)) return { status: 'FOUND', code: fix.indicator, by: 'clerk' }
      return index.lookup(text)
    }
  }
}

/** All files of an import have the same indicators. */
const indexes = new WeakMap<readonly CatalogueIndicator[], NameIndex>()

function indexOf(indicators: readonly CatalogueIndicator[]): NameIndex {
  let index = indexes.get(indicators)
  if (index === undefined) {
    const entries = indicators.map((indicator) => ({
      ...indicator,
      shortName: null,
      aliases: [...indicator.aliases, ...withOwnMeasure(indicator)]
    }))
    index = nameIndex(entries, indicatorVariants)
    indexes.set(indicators, index)
  }
  return index
}

/**
 * 「检查企业（家次）」: a measure of the scheme's own making in brackets behind the name. Usual measures are taken off every
 * label already.
 */
function withOwnMeasure({ name, unit }: CatalogueIndicator): string[] {
  return unit === '' || isMeasureText(unit) ? [] : [`${name}（${unit}）`]
}

/** Names of earlier quarters come last: an exact name or an alias of today says more. */
export function withRemembered(
  matcher: IndicatorMatcher,
  remembered: ImportFixes['indicators']
): IndicatorMatcher {
  if (Object.keys(remembered).length === 0) return matcher
  return {
    index: matcher.index,
    match(text) {
      const match = matcher.match(text)
      if (match.status === 'FOUND' || match.status === 'SKIP') return match
      const filed = tidy(text)
      const answer = Object.hasOwn(remembered, filed) ? remembered[filed] : undefined
      if (answer === undefined) return match
      return answer === 'SKIP'
        ? { status: 'SKIP' }
        : { status: 'FOUND', code: answer.indicator, by: 'remembered' }
    }
  }
}

/** 指标4：, A1, B2.3: how plans number their indicators. Bare numbers stay, because 5公里 is not 10公里. */
const NUMBER =
  /^(?:(?:指标|目标|任务)(?:\d{1,2}|[一二三四五六七八九十]{1,3})|[a-z]\d{1,2}(?:[-.]\d{1,2})*)[:.、-]?(?=\D)/

function indicatorVariants(key: string): string[] {
  const bare = normaliseLabel(key).key
  return [...new Set([bare, withoutSerial(key), withoutSerial(bare), bare.replace(NUMBER, '')])].filter(
    (form) => form !== key && form !== ''
  )
}
