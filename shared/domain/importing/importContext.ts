import type { CatalogueIndicator, CatalogueUnit, ImportCatalogue } from './catalogue.ts'
import { periodNamedBy } from './table/checkPeriod.ts'
import { emptyWords, type EmptyWords } from './values/emptyWords.ts'
import type { ImportFixes } from './importPlan.ts'
import { indicatorMatcher, withRemembered, type IndicatorMatcher } from './names/matchIndicator.ts'
import { unitMatcher, type UnitMatcher } from './names/matchUnit.ts'
import { nameIndex, type NameIndex } from './names/nameIndex.ts'
import { nameKey } from './names/normaliseLabel.ts'
import { partIndex, type PartIndex } from './names/partIndex.ts'
import type { RawWorkbook } from './grid/rawWorkbook.ts'

/** Everything that stays the same while one file is analysed. */
export interface ImportContext {
  file: string
  catalogue: ImportCatalogue
  fixes: ImportFixes
  units: UnitMatcher
  indicators: IndicatorMatcher
  classes: NameIndex
  /** Options, items, providers and terms of the indicators. */
  parts: PartIndex
  /** Names a unit or an indicator. */
  known: (text: string) => boolean
  unitOf: ReadonlyMap<string, CatalogueUnit>
  indicatorOf: ReadonlyMap<string, CatalogueIndicator>
  /** Normalised names of the dimensions (板块): they head columns but are no indicators. */
  dimensionKeys: ReadonlySet<string>
  emptyWords: EmptyWords
  /** Some sheet is named after the quarter being imported; sheets named after others are then no part of it. */
  hasSheetOfPeriod: boolean
  /** CSV and the like: every number is text there. */
  textFormat: boolean
}

export function importContext(
  raw: RawWorkbook,
  catalogue: ImportCatalogue,
  fixes: ImportFixes
): ImportContext {
  const units = unitMatcher(catalogue.units, catalogue.organisation, fixes)
  const indicators = indicatorMatcher(catalogue.indicators, fixes)
  return {
    file: raw.fileName,
    catalogue,
    fixes,
    units,
    indicators,
    known: (text) => units.match(text).status === 'FOUND' || indicators.match(text).status === 'FOUND',
    classes: nameIndex(
      catalogue.adjustmentClasses.map((entry) => ({ ...entry, shortName: null })),
      () => []
    ),
    parts: partIndex(catalogue.indicators, fixes.classes),
    unitOf: new Map(catalogue.units.map((unit) => [unit.code, unit])),
    indicatorOf: new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator])),
    dimensionKeys: new Set(catalogue.dimensions.map((dimension) => nameKey(dimension.name))),
    hasSheetOfPeriod: raw.sheets.some(
      (sheet) => sheet.visibility === 'visible' && periodNamedBy(sheet.name, catalogue.period) === 'THIS'
    ),
    emptyWords: emptyWords(catalogue.emptyWords, fixes.emptyWords),
    textFormat: raw.format === 'csv' || raw.format === 'tsv' || raw.format === 'html'
  }
}

/** The context of one sheet: with answers of its own, and with indicator names that earlier quarters explain. */
export function contextWith(
  context: ImportContext,
  fixes: ImportFixes,
  remembered: ImportFixes['indicators']
): ImportContext {
  const { units, catalogue } = context
  const indicators = withRemembered(context.indicators, remembered)
  return {
    ...context,
    fixes,
    indicators,
    parts: partIndex(catalogue.indicators, fixes.classes),
    known: (text) => units.match(text).status === 'FOUND' || indicators.match(text).status === 'FOUND',
    emptyWords: emptyWords(catalogue.emptyWords, fixes.emptyWords)
  }
}
