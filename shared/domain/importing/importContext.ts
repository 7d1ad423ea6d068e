import type { CatalogueIndicator, CatalogueUnit, ImportCatalogue } from './catalogue.ts'
import { periodNamedBy } from './checkPeriod.ts'
import { emptyWords, type EmptyWords } from './emptyWords.ts'
import type { ImportFixes } from './importPlan.ts'
import { indicatorMatcher, type IndicatorMatcher } from './matchIndicator.ts'
import { unitMatcher, type UnitMatcher } from './matchUnit.ts'
import { nameIndex, type NameIndex } from './nameIndex.ts'
import { nameKey } from './normaliseLabel.ts'
import type { RawWorkbook } from './rawWorkbook.ts'

/** Everything that stays the same while one file is analysed. */
export interface ImportContext {
  file: string
  catalogue: ImportCatalogue
  fixes: ImportFixes
  units: UnitMatcher
  indicators: IndicatorMatcher
  classes: NameIndex
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
