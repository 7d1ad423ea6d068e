import { allProblems, type SheetAnalysis } from '#shared/domain/importing/analysis.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { Expected } from './draft.ts'
import { WORLD } from './facts.ts'

/** Doubts that right values may raise: by their size, or because only others of the row are missing. */
const FAIR_DOUBTS = new Set([
  'MAYBE_SHARE',
  'MAYBE_SCALE',
  'TARGET_MISMATCH',
  'INDICATOR_ASSUMED',
  'SELF_ONLY'
])

export interface Wanted {
  expected: ReadonlyMap<string, Expected>
  wrongTotals: ReadonlySet<string>
  /** Doubts that this sheet may raise anywhere, by code. */
  doubts?: readonly string[]
}

/** Imports, and lists everything that came out otherwise than written: silently wrong, dropped, invented, or a false alarm. */
export function differences(raw: RawWorkbook, wanted: Wanted): string[] {
  const analysis = analyseWorkbook(raw, WORLD, importFixes.parse({}))
  const found: string[] = []
  const staged = new Map(analysis.sheets.flatMap(stagedIn))
  const problems = byKey(allProblems(analysis), (one) => one.place.cell ?? '-')
  const told = (address: string): string =>
    (problems.get(address) ?? []).map((one) => `${one.level} ${one.code}`).join(', ')

  for (const [address, want] of wanted.expected) {
    const text = staged.get(address) ?? 'nothing'
    const here = problems.get(address) ?? []
    if (want.outcome === 'PROBLEM') {
      if (staged.has(address)) found.push(`${address}: staged ${text} for a text that is no number`)
      if (here.length === 0) found.push(`${address}: dropped without a word (${want.key})`)
    } else if (text !== `${want.key}=${want.value}`) {
      found.push(`${address}: ${text}, expected ${want.key}=${want.value} (${told(address)})`)
    } else if (want.confirm !== undefined && !here.some((one) => one.code === want.confirm)) {
      found.push(`${address}: ${want.confirm} not told`)
    }
  }
  for (const [address, text] of staged) {
    if (!wanted.expected.has(address)) found.push(`${address}: invented ${text}`)
  }
  for (const [address, list] of problems) {
    const want = wanted.expected.get(address)
    for (const one of list) {
      if (one.level === 'info' || want?.outcome === 'PROBLEM') continue
      if (one.code === want?.confirm || (one.level === 'confirm' && FAIR_DOUBTS.has(one.code))) continue
      if (one.code === 'TOTAL_MISMATCH' && wanted.wrongTotals.has(address)) continue
      if (wanted.doubts?.includes(one.code)) continue
      found.push(`${address}: false alarm ${one.level} ${one.code} ${one.message}`)
    }
  }
  for (const address of wanted.wrongTotals) {
    if (!told(address).includes('TOTAL_MISMATCH')) found.push(`${address}: wrong total not told`)
  }
  return found
}

function byKey<T, K>(list: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** Readings as `unit/indicator/field=value`, events as `unit/class/sign=points date`, by address. */
function stagedIn(sheet: SheetAnalysis): (readonly [string, string])[] {
  return [
    ...sheet.readings.map((one) => {
      const rater = one.rater ? `/${one.rater.name}` : ''
      const key = `${one.unit}/${one.indicator}/${one.field}${rater}`
      return [one.address, `${key}=${one.value ?? one.state}`] as const
    }),
    ...sheet.adjustments.map((one) => {
      const sign = WORLD.adjustmentClasses.find((entry) => entry.code === one.classCode)?.sign
      const key = `${one.unit}/${one.classCode}/${sign === 'BONUS' ? '+' : '-'}`
      return [one.address, `${key}=${one.points}${one.date === null ? '' : ` ${one.date}`}`] as const
    })
  ]
}

/** A sheet as text, for messages of failures. */
export function sketch(raw: RawWorkbook): string {
  return raw.sheets
    .map((sheet) => {
      const rows = byKey(sheet.cells, (cell) => cell.row)
      const merges = sheet.merges.map((merge) => `${merge.top},${merge.left}:${merge.bottom},${merge.right}`)
      return [
        ...[...rows.entries()]
          .sort(([a], [b]) => a - b)
          .map(([, cells]) => cells.map((cell) => `${cell.address}=${JSON.stringify(cell.value)}`).join(' ')),
        `merges ${merges.join(' ')}`
      ].join('\n')
    })
    .join('\n---\n')
}
