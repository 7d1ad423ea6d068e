import { groupedBy } from '../../groupedBy.ts'
import { periodTitle } from '../../period/periodKey.ts'
import { boardTable } from '../lists/boardTable.ts'
import { boardsTitle } from '../lists/boardTitle.ts'
import { missingTable } from '../lists/missingTables.ts'
import { groupTable } from '../ranking/groupTable.ts'
import type { PaperSection } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { CircularPart, ReportOptions } from '../reportOptions.ts'
import type { ReportTable } from '../reportTable.ts'
import { honourTable } from '../honours/honourTable.ts'
import { reportFrame } from '../reportFrame.ts'
import { entryTable } from '../scores/entryTable.ts'

/** 附件 of the circular: its title in the list, and its tables, each on pages of its own. */
export interface Attachment {
  part: CircularPart
  title: string
  tables: readonly ReportTable[]
}

/** The attachments that there are and that are not left out, in order. */
export function attachmentsOf(facts: ReportFacts, options: ReportOptions): Attachment[] {
  const { races, period } = facts.results
  const of = (part: CircularPart, subject: string, tables: () => ReportTable[]): Attachment[] => {
    if (options.omit.includes(part)) return []
    const made = tables()
    return made.length === 0 ? [] : [{ part, title: `${periodTitle(period)}${subject}`, tables: made }]
  }
  return [
    ...of('RANKING', '排名表', () =>
      races.flatMap((race) =>
        race.groups
          .filter((group) => group.units.length > 0)
          .map((group) => groupTable(facts, options, race, group))
      )
    ),
    ...of('MISSING', '未报送名单', () =>
      hasOpenSubmissions(facts) && namesAll(options) ? [unsigned(missingTable(facts, options))] : []
    ),
    ...of('ADJUSTMENTS', '加减分明细', () =>
      races.map((race) => entryTable(facts, options, race)).filter(({ rows }) => rows.length > 0)
    ),
    ...of('BOARDS', boardsTitle(options.vocabulary ?? facts.scheme.progress.vocabulary), () =>
      races.flatMap((race) =>
        [...groupedBy(race.boards, ({ code }) => code).values()]
          .filter((boards) => boards.some(({ entries }) => entries.length > 0))
          .map((boards) => unsigned(boardTable(facts, options, race, boards)))
      )
    ),
    ...of('HONOURS', '荣誉名册', () => honourTables(facts, options))
  ]
}

/** 荣誉名册 of the quarter, where there is anything in it. */
function honourTables(facts: ReportFacts, options: ReportOptions): ReportTable[] {
  const { honours = [], results } = facts
  if (honours.length === 0) return []
  return [
    honourTable(reportFrame(facts, options), { title: `${periodTitle(results.period)}荣誉名册`, honours })
  ]
}

function hasOpenSubmissions({ submissions }: ReportFacts): boolean {
  return submissions.some(({ state, late }) => state !== 'COMPLETE' || late)
}

/** A list that is nothing but names for what is lacking has no place where they are only counted. */
function namesAll({ topOnly, bottom }: ReportOptions): boolean {
  return topOnly === null && bottom === 'NAMES'
}

/** The circular is signed as a whole; of its attachments the ranking table alone is signed too. */
function unsigned(table: ReportTable): ReportTable {
  return { ...table, signatures: [] }
}

/** 附件1 … on the first page of each; with a single one 附件 without a number (GB/T 9704). */
export function attachmentSections(attachments: readonly Attachment[]): PaperSection[] {
  return attachments.flatMap(({ tables }, index) => {
    const label = attachments.length === 1 ? '附件' : `附件${index + 1}`
    return tables.map((table, page): PaperSection => ({
      orientation: table.orientation,
      layout: 'TABLE',
      blocks: [
        ...(page === 0 ? [{ type: 'attachmentLabel', text: label } as const] : []),
        { type: 'table', table }
      ]
    }))
  })
}
