import type { CatalogueIndicator, ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { conversion } from '#shared/domain/importing/values/measures.ts'
import type { RawCell } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { canonical, dec, type DecimalString } from '#shared/domain/number/decimal.ts'
import { groupedBy } from '#shared/domain/groupedBy.ts'
import type { CellContent } from '../../workbook/fill/fillWorkbook.ts'
import { placeKey, type StoredPlace } from './ownPlaces.ts'
import { Factors } from './ownTargets.ts'

/** What becomes of a place. */
export type Fate =
  | { kind: 'TARGET'; content: CellContent }
  | { kind: 'EMPTY' }
  | { kind: 'KEEP' }
  /** A target cell that says 「/」, and the scheme has no target either. */
  | { kind: 'WORD' }
  /** A target that was not the quarter's (年度目标, another basis): it stays. */
  | { kind: 'OTHER_TARGET' }
  | { kind: 'GONE' }
  | { kind: 'FORMULA' }
  /** Emptied too, but somebody has to know why. */
  | { kind: 'NO_TARGET' }
  | { kind: 'UNKNOWN_MEASURE' }

export interface Decided {
  place: StoredPlace
  fate: Fate
}

export interface FateInput {
  places: readonly StoredPlace[]
  /** Of the quarter that is filled. */
  catalogue: ImportCatalogue
  keepValues: boolean
}

/** One fate a cell: of several readings in one cell the first counts, and a target before a value. */
export function decideFates(
  { places, catalogue, keepValues }: FateInput,
  cellOf: (place: StoredPlace) => RawCell | undefined
): Decided[] {
  const factors = new Factors(places, cellOf)
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]))
  const units = new Set(catalogue.units.map((unit) => unit.code))
  const ofQuarter = quarterTargets(places)

  const targetFate = (place: StoredPlace, indicator: CatalogueIndicator): Fate => {
    if (!ofQuarter(place)) return { kind: 'OTHER_TARGET' }
    const target = indicator.targets.get(place.unit)
    if (target === undefined) return { kind: place.value === null ? 'WORD' : 'NO_TARGET' }
    const inOldMeasure = converted(target, indicator.unit, place.measure)
    const content = inOldMeasure === null ? null : factors.contentFor(place, inOldMeasure)
    return content === null ? { kind: 'UNKNOWN_MEASURE' } : { kind: 'TARGET', content }
  }
  const fateOf = (place: StoredPlace): Fate => {
    if (cellOf(place)?.formula !== undefined) return { kind: 'FORMULA' }
    const indicator = indicators.get(place.indicator)
    if (indicator === undefined || !units.has(place.unit) || !indicator.units.has(place.unit))
      return { kind: 'GONE' }
    if (place.field === 'target') return targetFate(place, indicator)
    return { kind: keepValues ? 'KEEP' : 'EMPTY' }
  }
  return [...groupedBy(places, placeKey).values()].map((ofCell) => {
    const place = ofCell.find(({ field }) => field === 'target') ?? ofCell[0]!
    return { place, fate: fateOf(place) }
  })
}

/** The scheme may count an indicator in another measure by now. */
function converted(target: DecimalString, from: string, to: string): DecimalString | null {
  if (from === to) return target
  const step = conversion(from, to)
  if (step.kind === 'SAME') return target
  return step.kind === 'FACTOR' ? canonical(dec(target).times(step.factor)) : null
}

/** Whether the sheet stated the target that was issued; null where there is nothing to compare. */
function agrees({ value, issued }: StoredPlace): boolean | null {
  return value === null || issued === null ? null : dec(value).eq(dec(issued))
}

/**
 * Tells targets of the quarter from others (年度目标). A single one that differs from the issued one is a slip where most
 * of its sheet and indicator, or else of its sheet, agree; where most differ the column is another one.
 */
function quarterTargets(places: readonly StoredPlace[]): (place: StoredPlace) => boolean {
  const targets = places.filter(({ field }) => field === 'target')
  const share = (group: readonly StoredPlace[]): boolean => {
    const compared = group.map(agrees).filter((answer) => answer !== null)
    return compared.filter(Boolean).length * 2 > compared.length
  }
  const bySheet = groupedBy(targets, ({ sheet }) => sheet)
  const byIndicator = groupedBy(targets, siblingKey)
  return (place) => {
    if (agrees(place) !== false) return true
    const siblings = byIndicator.get(siblingKey(place)) ?? []
    return share(siblings.length > 1 ? siblings : (bySheet.get(place.sheet) ?? []))
  }
}

const siblingKey = ({ sheet, indicator }: StoredPlace): string => JSON.stringify([sheet, indicator])

export const ofKind = (fates: readonly Decided[], kind: Fate['kind']): StoredPlace[] =>
  fates.flatMap(({ place, fate }) => (fate.kind === kind ? [place] : []))
