import { groupedBy } from '../../groupedBy.ts'
import type { BoardResult, GroupResult } from '../../ranking/resultSet.ts'
import type { BoardRule } from '../../scheme/boardRules.ts'
import type { RaceDefinition } from '../../scheme/schemeDefinition.ts'
import { listedUnits } from '../namedUnits.ts'
import type { ReportOptions } from '../reportOptions.ts'

type Entry = BoardResult['entries'][number]

/** A unit on one side of a board, with the whole of its reason. */
export interface BoardUnit {
  unit: string
  name: string
  /** Place that the board looked at; null on a board of several topics, where the reason gives them. */
  rank: number | null
  reason: string
}

export interface BoardSide {
  units: readonly BoardUnit[]
  /** Units that are counted and not named. */
  counted: number
}

/** One side of a board: by name, or only how many they are (domain.md §8, row 11). */
export function boardSide(
  board: BoardResult,
  side: Entry['side'],
  group: GroupResult | undefined,
  { race, options }: { race: RaceDefinition | undefined; options: Pick<ReportOptions, 'topOnly' | 'bottom'> }
): BoardSide {
  const entries = board.entries.filter((entry) => entry.side === side)
  const units = [...groupedBy(entries, (entry) => entry.unit).values()].map((own): BoardUnit =>
    board.kind === 'TOPICS' ? topicUnit(board, race, own, entries) : plainUnit(own)
  )
  const named = side === 'BAD' && options.bottom === 'COUNT' ? [] : units.filter(mayBeNamed(group, options))
  return { units: named, counted: units.length - named.length }
}

/** Whether the report may name a unit of the group at all. */
export function mayBeNamed(
  group: GroupResult | undefined,
  options: Pick<ReportOptions, 'topOnly' | 'bottom'>
): (unit: { unit: string }) => boolean {
  const listed = new Set(group === undefined ? [] : listedUnits(group, options).map(({ unit }) => unit))
  return ({ unit }) => listed.has(unit)
}

function plainUnit(entries: readonly Entry[]): BoardUnit {
  const { unit, name, rank } = entries[0]!
  return { unit, name, rank, reason: entries.map(({ reason }) => reason).join('；') }
}

/**
 * Several topics as published boards give the reason (S56): 「14 项指标中有 3 项居前 3 名，其中第 1 名 2 项（1 项并列）：…」.
 */
function topicUnit(
  board: BoardResult,
  race: RaceDefinition | undefined,
  own: readonly Entry[],
  all: readonly Entry[]
): BoardUnit {
  const { unit, name } = own[0]!
  const rule = race?.boards.find(({ code }) => code === board.code)
  const topics = topicsOf(rule, race)
  const firsts = own.filter(({ rank }) => rank === 1)
  const tied = firsts.filter((entry) => isTied(entry, all)).length
  const first =
    own[0]!.side === 'GOOD' && firsts.length > 0
      ? `，其中第 1 名 ${firsts.length} 项${tied === 0 ? '' : `（${tied} 项并列）`}`
      : ''
  const which = own.length === 1 ? '是' : '分别是'
  const items = own.map(({ topic, rank, text }) => {
    const title = topics?.names.get(topic ?? '') ?? topic ?? ''
    return `${title}（${text} 分，第 ${rank ?? '/'} 名）`
  })
  const count = `${topics === null ? '' : `${topics.names.size} ${topics.word}中`}有 ${own.length} 项`
  return {
    unit,
    name,
    rank: null,
    reason: `${count}${lineWords(rule, own[0]!)}${first}，${which}${items.join('、')}`
  }
}

function isTied(entry: Entry, all: readonly Entry[]): boolean {
  return all.some(
    ({ unit, topic, rank }) => unit !== entry.unit && topic === entry.topic && rank === entry.rank
  )
}

function lineWords(rule: BoardRule | undefined, { side }: Entry): string {
  if (rule?.kind !== 'TOPICS') return '上榜'
  return side === 'GOOD' ? `居前 ${rule.first} 名` : `居后 ${rule.last} 名`
}

interface Topics {
  word: string
  names: ReadonlyMap<string, string>
}

/** The topics that a board looked at; null when the scheme no longer has the board. */
function topicsOf(rule: BoardRule | undefined, race: RaceDefinition | undefined): Topics | null {
  if (rule?.kind !== 'TOPICS' || race === undefined) return null
  const byDimension = rule.topics === 'DIMENSIONS'
  const all = byDimension ? race.dimensions : race.dimensions.flatMap((dimension) => dimension.indicators)
  const looked = rule.only === undefined ? all : all.filter(({ code }) => rule.only!.includes(code))
  return {
    word: byDimension ? '个板块' : '项指标',
    names: new Map(looked.map(({ code, name }) => [code, name]))
  }
}
