import {
  cadenceDays,
  cadenceOn,
  quarterOfDay,
  type Cadence,
  type CadenceAt
} from '#shared/domain/cadence/cadenceKey.ts'
import { indicatorRates } from '#shared/domain/cadence/indicatorRates.ts'
import { monthDays } from '#shared/domain/calendar/isoDate.ts'
import { holderText } from '#shared/domain/incentive/honour.ts'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { isFrozenState } from '#shared/domain/period/periodState.ts'
import { quarterName, quartersOfSpan, spanTitle } from '#shared/domain/period/spans.ts'
import type { YearSpan } from '#shared/domain/period/yearResult.ts'
import type { CadenceContent } from '#shared/domain/report/cadence/cadenceContent.ts'
import { dayContent } from '#shared/domain/report/cadence/dayContent.ts'
import { halfContent, type SpanResult } from '#shared/domain/report/cadence/halfContent.ts'
import { monthContent, type MonthPreview } from '#shared/domain/report/cadence/monthContent.ts'
import { quarterContent, type SelfReviewFact } from '#shared/domain/report/cadence/quarterContent.ts'
import { weekContent } from '#shared/domain/report/cadence/weekContent.ts'
import { yearContent } from '#shared/domain/report/cadence/yearContent.ts'
import type { PaperBlock } from '#shared/domain/report/reportContent.ts'
import type { ReportDefinition } from '#shared/domain/report/reportDefinition.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { halfYearReport } from '#shared/domain/report/year/halfYearReport.ts'
import { yearReport } from '#shared/domain/report/year/yearReport.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { listHonours } from '#db/repos/honourRepo.ts'
import { latestHead } from '#db/repos/snapshotHeads.ts'
import { computeMonth } from '../compute.ts'
import type { Library } from '../library.ts'
import { redMatrixView } from '../races/statements.ts'
import { today, unitNames } from '../register/registerContext.ts'
import { frozenQuarter } from '../reports/frozenQuarter.ts'
import { completeOptions, rememberedOptions } from '../reports/reportChoices.ts'
import { reportFacts } from '../reports/reportFacts.ts'
import { earlierResults, standingResults } from '../results.ts'
import { commentsOf, reviewPlanOf } from './comments.ts'
import { dayState } from './days.ts'
import { cadenceRegisters } from './registers.ts'
import { selfReviewFacts } from './selfReviewFacts.ts'

/** Where a cadence stands when nobody has chosen: today, this week, this month … */
export function cadenceNow(library: Library, kind: Cadence): CadenceAt {
  return cadenceOn(kind, today(library))
}

/** What a cadence says: the window shows it, and so does its export. */
export function cadenceContent(library: Library, asked: CadenceAt): CadenceContent {
  const registers = cadenceRegisters(library)
  switch (asked.cadence) {
    case 'DAY':
      return dayContent(asked.at, registers, dayState(library, asked.at))
    case 'WEEK':
      return weekContent(asked.at, registers)
    case 'MONTH':
      return monthContent(asked.at, registers, monthPreview(library, asked.at))
    case 'QUARTER':
      return quarterContent(asked.at, registers, quarterInput(library, asked.at))
    case 'HALF':
      return halfContent(asked.at, registers, halfInput(library, asked.at))
    case 'YEAR':
      return yearContent(asked.at, registers, yearInput(library, asked.at))
  }
}

/** The quarter that a cadence's export is recorded under. */
export function cadencePeriod(asked: CadenceAt): PeriodKey {
  return quarterOfDay(cadenceDays(asked).last)
}

function monthPreview(library: Library, month: string): MonthPreview {
  const period = quarterOfDay(monthDays(month).first)
  const row = getPeriod(library.db, period)
  if (row === null || row.schemeVersionId === null)
    return { results: null, reason: '这个月所在的季度还没有考核方案，没有预览榜。' }
  return {
    results: computeMonth(library, period, Number(month.slice(5))),
    options: completeOptions(library, rememberedOptions(library, 'ranking'))
  }
}

function quarterInput(library: Library, period: PeriodKey) {
  const plan = reviewPlanOf(library, period)
  if (getPeriod(library.db, period) === null)
    return { results: null, snapshot: null, plan, comments: [], selfReviews: [], rates: [] }
  const standing = standingResults(library, period)
  const earlier = earlierResults(library, period).at(-1)
  const previous =
    earlier !== undefined && earlier.period === standing?.results.previousPeriod ? earlier : null
  const selfReviews: SelfReviewFact[] = selfReviewFacts(library, period)
  return {
    results: standing?.results ?? null,
    snapshot: standing?.snapshot?.id ?? null,
    plan,
    comments: commentsOf(library, period),
    selfReviews,
    rates: standing === null ? [] : indicatorRates(standing.results, previous)
  }
}

/** The last frozen quarter of a span: what its report is written from. */
function lastFrozen(library: Library, periods: readonly PeriodKey[]): PeriodKey | null {
  return (
    periods.filter((period) => isFrozenState(getPeriod(library.db, period)?.state ?? 'collecting')).at(-1) ??
    null
  )
}

function spanResult(
  library: Library,
  { year, span, report }: { year: number; span: YearSpan; report: ReportDefinition }
): SpanResult | null {
  const last = lastFrozen(library, quartersOfSpan(year, span))
  if (last === null) return null
  const options = completeOptions(library, rememberedOptions(library, report.id))
  const facts = reportFacts(library, last, options.decimals)
  const frozen = span === 'YEAR' ? facts.year : facts.half
  if (frozen === null) return null
  const workbook = report.workbook!(facts, options)
  return {
    year: frozen,
    sentences:
      span === 'YEAR' ? openSentences(facts) : wordsOf(report.paper!(facts, options).sections[0]!.blocks),
    tables: workbook.sheets.map(({ table }) => table)
  }
}

/** Paragraphs of a report in words. */
function wordsOf(blocks: readonly PaperBlock[]): string[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : []
  )
}

function openSentences({ year }: ReportFacts): string[] {
  if (year === null) return []
  const { result } = year
  const open = result.quarters
    .filter(({ snapshot }) => snapshot === null)
    .map(({ period }) => quarterName(period))
  const firsts = result.races.flatMap(({ groups }) =>
    groups.flatMap(({ name, units, mean }) => {
      const first = units.filter(({ rank }) => rank === 1)
      if (first.length === 0 || mean === null) return []
      return [
        `${name}第一名${first.map((unit) => unit.name).join('、')}，${first[0]!.total?.printed ?? '/'} 分；组平均 ${mean} 分。`
      ]
    })
  )
  return [
    ...(open.length === 0
      ? []
      : [
          `${spanTitle(result.year, result.span)}成绩现在由已冻结的季度合成，${open.join('、')}没有冻结，没有计入。`
        ]),
    ...firsts
  ]
}

function halfInput(library: Library, at: string) {
  const year = Number(at.slice(0, 4))
  const span: YearSpan = at.endsWith('H1') ? 'H1' : 'H2'
  const periods = quartersOfSpan(year, span)
  const [first, second] = periods.map((period) =>
    isFrozenState(getPeriod(library.db, period)?.state ?? 'collecting')
      ? latestHead(library.db, period)
      : null
  )
  const results = (head: typeof first) =>
    head == null ? null : frozenQuarter(library.db, head.publicId).results
  const [before, now] = [results(first), results(second)]
  return {
    span: spanResult(library, { year, span, report: halfYearReport }),
    rates: before === null || now === null ? [] : indicatorRates(now, before),
    quarters: [quarterName(periods[0]!), quarterName(periods[1]!)] as const
  }
}

function yearInput(library: Library, at: string) {
  const year = Number(at)
  const names = unitNames(library)
  const span = spanResult(library, { year, span: 'YEAR', report: yearReport })
  return {
    span,
    red: span === null ? null : redMatrixView(library, { year, unit: null }),
    honours: listHonours(library.db, { from: `${at}-01-01`, to: `${at}-12-31` }).map((honour) => ({
      ...{ date: honour.date, level: LEVEL_WORDS[honour.level], title: honour.title },
      ...{ unit: honour.unit, document: honour.document },
      holder: holderText({ person: honour.person, unitName: names.get(honour.unit) ?? honour.unit })
    }))
  }
}

/** The snapshot of a quarter, for the record; a year or month has none of its own. */
export function cadenceSnapshot(library: Library, { cadence, at }: CadenceAt): string | undefined {
  if (cadence !== 'QUARTER' || getPeriod(library.db, at) === null) return undefined
  const state = getPeriod(library.db, at)!.state
  return isFrozenState(state) ? latestHead(library.db, at)?.publicId : undefined
}
