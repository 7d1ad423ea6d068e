import type { ResultSet, UnitResult } from '../../ranking/resultSet.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { CircularPiece } from './circularText.ts'
import { fact, listed as series, say, unitName, type Phrase } from './say.ts'

/** More names than this in a row are shortened to 「A、B …等12个单位」. All tied at the top are always named. */
const MOST_NAMES = 8

/** A unit in a sentence, with what stands in brackets behind it. */
export interface Mention {
  unit: string
  name: string
  /** Whether the report may name it at all. */
  named: boolean
  more?: Phrase
}

/** Whom the report may name (domain.md §8, row 11). */
export interface Naming {
  /** For praise and plain facts. */
  good: (unit: UnitResult) => Mention
  /** For what is lacking. */
  bad: (unit: UnitResult) => Mention
  /** What is lacking, where only the code is known. */
  badUnit: (unit: { unit: string; name: string }) => Mention
}

/**
 * `topOnly`: nobody behind the first N of a group is named. `bottom: 'COUNT'`: nobody is named for what is lacking, and
 * nobody that a table of the group would not list.
 */
export function namingOf({ races }: ResultSet, options: ReportOptions): Naming {
  const { topOnly, bottom } = options
  const listed = new Set(races.flatMap((race) => race.groups.flatMap((group) => listedUnits(group, options))))
  const codes = new Set([...listed].map((unit) => unit.unit))
  const mention = ({ unit, name }: { unit: string; name: string }, named: boolean): Mention => ({
    unit,
    name,
    named
  })
  return {
    good: (unit) => mention(unit, listed.has(unit)),
    bad: (unit) => mention(unit, bottom === 'NAMES' && listed.has(unit)),
    badUnit: (unit) => mention(unit, bottom === 'NAMES' && (topOnly === null || codes.has(unit.unit)))
  }
}

/** A printed gap below zero. */
export function isBelow(gap: string | null): boolean {
  return gap !== null && /^[−-]/.test(gap)
}

const nameWith = (role: string, mention: Mention): Phrase =>
  mention.more === undefined ? unitName(role, mention) : [unitName(role, mention), '（', mention.more, '）']

interface ListOptions {
  /** Names them all however many they are. */
  all?: boolean
  /** Of too many, the last are named, in their order. */
  last?: boolean
}

function shownOf(mentions: readonly Mention[], { all = false, last = false }: ListOptions): Mention[] {
  const named = mentions.filter((mention) => mention.named)
  if (all) return named
  return last ? named.slice(-MOST_NAMES) : named.slice(0, MOST_NAMES)
}

/** How many, as a fact: `n.role`. */
export function countOf(role: string, mentions: readonly unknown[]): CircularPiece {
  return fact(`n.${role}`, mentions.length)
}

/** Beginning of a sentence: 「A、B」, 「A、B等12个单位」, 「12个单位」. */
export function subjects(role: string, mentions: readonly Mention[], options: ListOptions = {}): Phrase {
  const shown = shownOf(mentions, options)
  const names = series(shown.map((mention) => nameWith(role, mention)))
  const count = say`${countOf(role, mentions)}个单位`
  if (shown.length === 0) return count
  return shown.length === mentions.length ? names : [names, '等', count]
}

/** End of a sentence: 「1个单位，为A」, 「3个单位，分别为A、B、C」, 「12个单位，包括A、B」, 「12个单位」. */
export function counted(role: string, mentions: readonly Mention[], options: ListOptions = {}): Phrase {
  const shown = shownOf(mentions, options)
  const count = say`${countOf(role, mentions)}个单位`
  if (shown.length === 0) return count
  const names = series(shown.map((mention) => nameWith(role, mention)))
  const some = options.last === true ? '其中名次靠后的有' : '包括'
  const verb = shown.length < mentions.length ? some : shown.length === 1 ? '为' : '分别为'
  return [count, `，${verb}`, names]
}
