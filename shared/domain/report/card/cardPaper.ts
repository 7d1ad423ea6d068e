import { chartHeight } from '../chart/drawChart.ts'
import { raceLabel } from '../ranking/groupTable.ts'
import type { ReportChart } from '../reportChart.ts'
import type { PaperBlock, PaperDocument, PaperSection } from '../reportContent.ts'
import type { ReportFacts } from '../reportFacts.ts'
import { reportFrame, reportTitle } from '../reportFrame.ts'
import type { ReportOptions } from '../reportOptions.ts'
import { cardCharts } from './cardCharts.ts'
import { cardFigures } from './cardFigures.ts'
import { blockedSentences, commentSentences, remarkSentences, standingSentences } from './cardSentences.ts'
import { chosenSubjects, type CardRace, type CardSubject } from './cardSubject.ts'
import { cardContext, entryTable, indicatorTable } from './cardTables.ts'

/** Of a card's page, in mm and px of 1/96 inch. */
const PAGE_WIDTH = 180
const PX_PER_MM = 96 / 25.4
/** Heights in mm between which a pair of charts looks right and leaves room for the table. */
const LOWEST = 38
const HIGHEST = 62
/** A profile of very many dimensions still stands on the first page. */
const HIGHEST_ALONE = 150
/** More dimensions than that do not fit beside the trend. */
const MOST_BESIDE = 12
/** Characters of a title on one line. */
const LONGEST_TITLE = 26

function heightOf(chart: ReportChart, width: number): number {
  return Math.ceil(chartHeight(chart, width * PX_PER_MM) / PX_PER_MM)
}

/** Side by side; a profile of very many dimensions over the whole width. */
function chartBlocks(charts: readonly ReportChart[]): PaperBlock[] {
  const [profile, ...others] = charts
  if (profile?.kind === 'PROFILE' && profile.rows.length > MOST_BESIDE)
    return [
      { type: 'charts', charts: [profile], height: Math.min(HIGHEST_ALONE, heightOf(profile, PAGE_WIDTH)) },
      ...others.map((chart): PaperBlock => ({ type: 'charts', charts: [chart], height: LOWEST }))
    ]
  const wanted = Math.max(...charts.map((chart) => heightOf(chart, PAGE_WIDTH / charts.length)))
  return [{ type: 'charts', charts, height: Math.min(HIGHEST, Math.max(LOWEST, wanted)) }]
}

/** A sentence each, as one paragraph of small text: a card is short of room. */
function note(sentences: readonly string[]): PaperBlock[] {
  return sentences.length === 0 ? [] : [{ type: 'note', text: sentences.join('') }]
}

function raceBlocks(facts: ReportFacts, options: ReportOptions, entry: CardRace): PaperBlock[] {
  const context = cardContext(facts, entry)
  const { own } = context
  const label = raceLabel(facts, entry.race)
  const entries = entryTable(context)
  const blocked = blockedSentences(facts, entry).map(own)
  return [
    ...(label === '' ? [] : [{ type: 'caption', text: `${label}（${entry.group.name}）` } as const]),
    { type: 'figures', items: cardFigures(entry) },
    ...(blocked.length === 0
      ? note(standingSentences(entry))
      : [{ type: 'caption', text: '为什么没有总得分' } as const, ...note(blocked)]),
    ...(options.charts ? chartBlocks(cardCharts(facts, entry)) : []),
    { type: 'table', table: indicatorTable(context) },
    ...(entries === null ? [] : [{ type: 'table', table: entries } as const]),
    ...remarkSentences(entry).map((text): PaperBlock => ({ type: 'note', text: own(text) }))
  ]
}

function commentBlocks(sentences: readonly string[]): PaperBlock[] {
  if (sentences.length === 0) return []
  return [{ type: 'caption', text: '讲评' }, ...sentences.map((text): PaperBlock => ({ type: 'note', text }))]
}

/** On one line where both fit. */
function titleOf(name: string, title: string): string {
  return `${name}${name.length + title.length > LONGEST_TITLE ? '\n' : ''}${title}`
}

/** One card: an A4 page, further pages where there are many indicators. */
function cardSection(facts: ReportFacts, options: ReportOptions, subject: CardSubject): PaperSection {
  const { issuer, date } = reportFrame(facts, options)
  const groups = [...new Set(subject.races.map(({ group }) => group.name))]
  return {
    orientation: 'PORTRAIT',
    layout: 'CARD',
    blocks: [
      { type: 'title', text: titleOf(subject.name, reportTitle(facts, '成绩单')) },
      {
        type: 'note',
        text: [`组别：${groups.join('、')}`, `考核单位：${issuer}`, `日期：${date}`].join('　　')
      },
      ...subject.races.flatMap((entry) => raceBlocks(facts, options, entry)),
      ...commentBlocks(commentSentences(facts, subject.unit)),
      { type: 'note', text: `计分口径：${facts.results.footer.join('')}「/」为不适用。` }
    ]
  }
}

/** 单位成绩单 of the chosen units in 机构顺序, one section each. */
export function cardPaper(facts: ReportFacts, options: ReportOptions): PaperDocument {
  const sections = chosenSubjects(facts, options).map((subject) => cardSection(facts, options, subject))
  const { mark, provenance } = reportFrame(facts, options)
  return { title: reportTitle(facts, '单位成绩单'), mark, provenance, sections }
}
