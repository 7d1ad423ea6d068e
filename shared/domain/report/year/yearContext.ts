import type { ReportFacts, FrozenYear } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { SchemeDefinition } from '../../scheme/schemeDefinition.ts'
import type { FormulaRules } from './liveFormula.ts'

/** What the tables of a year are made of. */
export interface YearContext {
  year: FrozenYear
  facts: ReportFacts
  options: ReportOptions
  /** The scheme that put the year together; null where the quarter's is another version. */
  scheme: SchemeDefinition | null
}

export function yearContext(year: FrozenYear, facts: ReportFacts, options: ReportOptions): YearContext {
  const [mine, theirs] = [facts.results.scheme, year.result.scheme]
  const isSame = mine.code === theirs.code && mine.version === theirs.version
  return { year, facts, options, scheme: isSame ? facts.scheme : null }
}

/** Rules of a race for live formulas; null where the scheme is not at hand. */
export function formulaRules({ scheme }: YearContext, race: string): FormulaRules | null {
  const rules = scheme?.races.find(({ code }) => code === race)?.year
  return scheme === null || rules === undefined ? null : { rules, policies: scheme.policies }
}
