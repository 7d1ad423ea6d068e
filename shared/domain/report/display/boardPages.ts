import type { BoardResult, RaceResult } from '../../ranking/resultSet.ts'
import { sideWords } from '../../status/vocabulary.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { ReportOptions } from '../reportOptions.ts'
import type { DisplayPage } from './displayContent.ts'

/** Entries that one side of a page takes. */
const ENTRIES = 7

interface Entry {
  name: string
  reason: string
}

/** The boards of a race; empty ones are left out, long ones take several pages. */
export function boardPages(facts: ReportFacts, options: ReportOptions, race: RaceResult): DisplayPage[] {
  return race.boards.flatMap((board) => pagesOf(facts, options, race, board))
}

function pagesOf(
  { scheme }: ReportFacts,
  { vocabulary, bottom }: ReportOptions,
  race: RaceResult,
  board: BoardResult
): DisplayPage[] {
  const words = sideWords(board.kind, vocabulary ?? scheme.progress.vocabulary)
  const side = (which: 'GOOD' | 'BAD'): Entry[] =>
    board.entries
      .filter((entry) => entry.side === which)
      .map(({ name, topic, reason }) => ({ name, reason: topic === null ? reason : `${topic}：${reason}` }))
  const good = side('GOOD')
  const allBad = side('BAD')
  const bad = bottom === 'COUNT' ? [] : allBad
  const badNote = bottom === 'COUNT' && allBad.length > 0 ? `${words.BAD} ${allBad.length} 个，名称略` : ''
  if (good.length + bad.length === 0 && badNote === '') return []
  const pages = Math.max(1, Math.ceil(Math.max(good.length, bad.length) / ENTRIES))
  const group = race.groups.find((candidate) => candidate.group === board.group)?.name ?? ''
  return Array.from({ length: pages }, (_, page): DisplayPage => {
    const part = (entries: Entry[]): Entry[] => entries.slice(page * ENTRIES, (page + 1) * ENTRIES)
    return {
      kind: 'BOARD',
      heading: `${group}${board.name}${pages > 1 ? `（${page + 1}/${pages}）` : ''}`,
      goodTitle: words.GOOD,
      badTitle: words.BAD,
      good: part(good),
      bad: part(bad),
      badNote: page === 0 ? badNote : ''
    }
  })
}
