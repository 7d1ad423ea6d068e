import type { CatalogueUnit } from '../catalogue.ts'
import type { ImportFixes } from '../importPlan.ts'
import { nameIndex, type NameIndex, type NameMatch } from './nameIndex.ts'
import { nameKey, tidy, withoutSerial } from './normaliseLabel.ts'

export type UnitMatch = NameMatch | { status: 'FOUND'; code: string; by: 'clerk' } | { status: 'SKIP' }

export interface UnitMatcher {
  match(text: string): UnitMatch
  index: NameIndex
}

const SEAL = /\((?:盖章|公章|签章|章|签字|签名|牵头|主办|本级)\)$/
/** 001办公室: the number of a department in machine exports; 110 and 120 may be names. */
const CODE = /^0\d{1,5}[-_.]?(?=\D)/
const SEVERAL = /[、,，;；/和及\n]+/

/**
 * Units by name, short name, alias, then normalised: widths, spaces, serial and code numbers, （盖章） and the organisation's
 * own name in front (市体育局办公室 → 办公室). The clerk's answers come first. Cells that list several units are AMBIGUOUS.
 */
export function unitMatcher(
  units: readonly CatalogueUnit[],
  organisation: string,
  fixes: Pick<ImportFixes, 'units'>
): UnitMatcher {
  const index = indexOf(units, organisation)
  index.beginFile()
  const codes = new Set(units.map((unit) => unit.code))
  return {
    index,
    match(text) {
      const filed = tidy(text)
      const fix = Object.hasOwn(fixes.units, filed) ? fixes.units[filed] : undefined
      if (fix === 'SKIP') return { status: 'SKIP' }
      if (fix && codes.has(fix.unit)) return { status: 'FOUND', code: fix.unit, by: 'clerk' }
      const match = index.lookup(text)
      return match.status === 'UNKNOWN' ? severalUnits(text, index) : match
    }
  }
}

/** All files of an import have the same units; building their index takes longer than reading a small sheet. */
const indexes = new WeakMap<readonly CatalogueUnit[], { organisation: string; index: NameIndex }>()

function indexOf(units: readonly CatalogueUnit[], organisation: string): NameIndex {
  const built = indexes.get(units)
  if (built?.organisation === organisation) return built.index
  const prefixes = organisationPrefixes(nameKey(organisation).replace(/\([^()]*\)$/, ''))
  const index = nameIndex(units, (key) => unitVariants(key, prefixes))
  indexes.set(units, { organisation, index })
  return index
}

function unitVariants(key: string, prefixes: readonly string[]): string[] {
  const plain = withoutSerial(key.replace(SEAL, '')).replace(CODE, '')
  const stripped = prefixes
    .filter((prefix) => plain.startsWith(prefix) && plain.length >= prefix.length + 2)
    .map((prefix) => plain.slice(prefix.length))
  return [...new Set([plain, ...stripped])].filter((form) => form !== key)
}

/** 海州市体育局 → the whole, 市体育局, 体育局, 市局, 局, and its place 海州市, 市: all the ways to put it before a name. */
function organisationPrefixes(organisation: string): string[] {
  const ends = Array.from({ length: organisation.length }, (_, start) => organisation.slice(start))
  const tails = ends.filter((tail) => tail.length >= 3)
  const places = [...organisation.slice(0, -1).matchAll(/[省市县区州盟旗]/g)].flatMap((match) => [
    organisation.slice(0, match.index + 1),
    match[0]
  ])
  const kind = /[局委办院所司部厅]$/.exec(organisation)?.[0]
  const own = kind
    ? ['', '本', '我', ...places.slice(-1)].flatMap((put) => [`${put}${kind}`, `${put}${kind}机关`])
    : []
  return [...new Set([...tails, ...places, ...own])].sort((a, b) => b.length - a.length)
}

function severalUnits(text: string, index: NameIndex): UnitMatch {
  const parts = text.split(SEVERAL).filter((part) => part.trim() !== '')
  if (parts.length < 2 || parts.length > 12) return { status: 'UNKNOWN' }
  const matches = parts.map((part) => index.lookup(part))
  const codes = matches.flatMap((match) => (match.status === 'FOUND' ? [match.code] : []))
  return codes.length === parts.length
    ? { status: 'AMBIGUOUS', codes: [...new Set(codes)] }
    : { status: 'UNKNOWN' }
}
