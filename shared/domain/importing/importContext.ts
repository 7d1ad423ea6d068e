import type { CatalogueIndicator, CatalogueUnit, ImportCatalogue } from './catalogue.ts'
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
  unitOf: ReadonlyMap<string, CatalogueUnit>
  indicatorOf: ReadonlyMap<string, CatalogueIndicator>
  /** Normalised names of the dimensions (板块): they head columns but are no indicators. */
  dimensionKeys: ReadonlySet<string>
  emptyWords: EmptyWords
  /** CSV and the like: every number is text there. */
  textFormat: boolean
}

export function importContext(
  raw: RawWorkbook,
  catalogue: ImportCatalogue,
  fixes: ImportFixes
): ImportContext {
  return {
    file: raw.fileName,
    catalogue,
    fixes,
    units: unitMatcher(catalogue.units, catalogue.organisation, fixes),
    indicators: indicatorMatcher(catalogue.indicators, fixes),
    classes: nameIndex(
      catalogue.adjustmentClasses.map((entry) => ({ ...entry, shortName: null })),
      () => []
    ),
    unitOf: new Map(catalogue.units.map((unit) => [unit.code, unit])),
    indicatorOf: new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator])),
    dimensionKeys: new Set(catalogue.dimensions.map((dimension) => nameKey(dimension.name))),
    emptyWords: emptyWords(catalogue.emptyWords, fixes.emptyWords),
    textFormat: raw.format === 'csv' || raw.format === 'tsv' || raw.format === 'html'
  }
}
