import type { BoardResult, GroupResult, RaceResult } from '../../ranking/resultSet.ts'
import type { ProgressRules } from '../../scheme/progressRules.ts'
import type { RaceDefinition } from '../../scheme/schemeDefinition.ts'
import { sideWords } from '../../status/vocabulary.ts'
import { rankCell } from '../ranking/columnSpec.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { SIGNATURES, tableFrame } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { ReportColumn, ReportRow, ReportTable } from '../reportTable.ts'
import { boardSide, mayBeNamed } from './boardSide.ts'
import { boardTitle } from './boardTitle.ts'
import { raceSubject } from './listWorkbook.ts'

type Vocabulary = ProgressRules['vocabulary']

const COLUMNS: readonly ReportColumn[] = [
  { id: 'SIDE', head: '榜别', align: 'center', min: 8, max: 12, bold: true },
  { id: 'UNIT', head: '单位', align: 'left', min: 14, max: 32, bold: true },
  { id: 'RANK', head: '名次', align: 'center', min: 6, max: 8 },
  { id: 'REASON', head: '上榜理由', align: 'left', min: 36, max: 90 }
]

interface BoardContext {
  group: GroupResult | undefined
  race: RaceDefinition | undefined
  options: ReportOptions
  vocabulary: Vocabulary
}

/** One board over all groups of a race (S55, S56): who is on which side and why; exempted units with the basis. */
export function boardTable(
  facts: ReportFacts,
  options: ReportOptions,
  race: RaceResult,
  boards: readonly BoardResult[]
): ReportTable {
  const { scheme } = facts
  const vocabulary = options.vocabulary ?? scheme.progress.vocabulary
  const first = boards[0]!
  const subject = raceSubject(facts, race, boardTitle(first, vocabulary))
  const definition = scheme.races.find(({ code }) => code === race.race)
  const rows = boards.flatMap((board): ReportRow[] => {
    const group = race.groups.find((candidate) => candidate.group === board.group)
    const own = rowsOf(board, { group, race: definition, options, vocabulary })
    return boards.length === 1 ? own : [{ cells: {}, band: group?.name ?? board.group }, ...own]
  })
  const hasPlaces = first.kind !== 'TOPICS'
  return {
    id: `board.${race.race}.${first.code}`,
    name: subject,
    ...tableFrame(facts, options, subject),
    columns: COLUMNS.filter(({ id }) => hasPlaces || id !== 'RANK'),
    rows,
    foot: [],
    remarks: remarksOf(facts, boards, options),
    signatures: SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

function rowsOf(board: BoardResult, context: BoardContext): ReportRow[] {
  const words = sideWords(board.kind, context.vocabulary)
  const good = sideRows(board, 'GOOD', words.GOOD, context)
  const bad = sideRows(board, 'BAD', words.BAD, context)
  const all = [...good, ...bad, ...exemptedRows(board, context)]
  return all.length === 0 ? [spanning('', '没有单位上榜')] : all
}

function sideRows(
  board: BoardResult,
  side: 'GOOD' | 'BAD',
  word: string,
  { group, race, options, vocabulary }: BoardContext
): ReportRow[] {
  const { units, counted } = boardSide(board, side, group, { race, options })
  const red = isRed(board, side, vocabulary) ? { red: ['SIDE'] } : {}
  const named = units.map(({ name, rank, reason }): ReportRow => ({
    cells: { SIDE: word, UNIT: name, ...placeCell(board, rank), REASON: reason },
    ...red
  }))
  const rest = units.length === 0 ? '' : '另有 '
  const count = counted === 0 ? [] : [{ ...spanning(word, `${rest}${counted} 个单位，名称略`), ...red }]
  return [...named, ...count]
}

/** 朱砂 goes with the side whose word is red; movement and calling in have no colour. */
function isRed({ kind }: BoardResult, side: 'GOOD' | 'BAD', vocabulary: Vocabulary): boolean {
  if (kind === 'MOVERS' || kind === 'CALLED_IN') return false
  return side === (vocabulary === 'LIGHTS' ? 'BAD' : 'GOOD')
}

/** Exempted units would stand on the bad side: they are named where that is. */
function exemptedRows(board: BoardResult, { group, options }: BoardContext): ReportRow[] {
  const { exempted } = board
  if (exempted.length === 0) return []
  const named = options.bottom === 'COUNT' ? [] : exempted.filter(mayBeNamed(group, options))
  const rest = exempted.length - named.length
  return [
    ...named.map(({ name, basis }): ReportRow => ({
      cells: {
        SIDE: '免上榜',
        UNIT: name,
        ...placeCell(board, null),
        REASON: basis === '' ? '没有写依据' : `依据：${basis}`
      }
    })),
    ...(rest === 0 ? [] : [spanning('免上榜', `${named.length === 0 ? '' : '另有 '}${rest} 个单位，名称略`)])
  ]
}

/** A board of several topics has no place of its own. */
function placeCell({ kind }: BoardResult, rank: number | null): ReportRow['cells'] {
  return kind === 'TOPICS' ? {} : { RANK: rankCell(rank) }
}

function spanning(side: string, text: string): ReportRow {
  return { cells: { SIDE: side }, merged: { from: side === '' ? 'SIDE' : 'UNIT', to: 'REASON', text } }
}

function remarksOf(facts: ReportFacts, boards: readonly BoardResult[], options: ReportOptions): string[] {
  const { results } = facts
  const basis = `榜单由方案《${results.scheme.title}》规定的条件从本季度成绩产生；并列跨线的全部列入。`
  const movers =
    boards[0]!.kind === 'MOVERS' && results.previousPeriod === null
      ? ['本季度没有可比的上季度，进步、退步从下季度起产生。']
      : []
  const hidden = options.topOnly === null ? [] : [`只列各组前 ${options.topOnly} 名的单位，其余只计个数。`]
  return [basis, ...movers, ...hidden]
}
