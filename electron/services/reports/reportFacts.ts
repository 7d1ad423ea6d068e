import { AppError } from '#shared/appError.ts'
import { quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { YearSpan } from '#shared/domain/period/yearResult.ts'
import { circularEdits } from '#shared/domain/report/circular/circularText.ts'
import type {
  FrozenYear,
  ReportFacts,
  SubmissionCount,
  SubmissionFact
} from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { withDecimals } from '#shared/domain/report/withDecimals.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import type { SubmissionRow } from '#shared/ipc/period.ts'
import { listBatches } from '#db/repos/batchRepo.ts'
import { listComments } from '#db/repos/commentRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { findReportText } from '#db/repos/reportTextRepo.ts'
import { headsBefore } from '#db/repos/snapshotHeads.ts'
import { endOfDay } from '../endOfDay.ts'
import type { Library } from '../library.ts'
import { standingWithInput } from '../standingWithInput.ts'
import { submissionsOf } from '../submissions.ts'
import { honoursOfQuarter } from '../incentive/honourFacts.ts'
import { slipsOfQuarter } from '../supervision/slips.ts'
import { yearView } from '../year.ts'
import { frozenQuarter } from './frozenQuarter.ts'

/** Quarters before this one that reports look back on. */
const EARLIER = 3

/** The report that has words of its own. */
export const CIRCULAR = 'circular'

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function toFact({ firstAt, ...row }: SubmissionRow, dueDate: string | null): SubmissionFact {
  return { ...row, late: dueDate !== null && firstAt !== null && firstAt > endOfDay(dueDate) }
}

function submissionFacts(library: Library, period: PeriodKey, input: ScoringInput): SubmissionFact[] {
  const importedAt = new Map(listBatches(library.db, period).map((batch) => [batch.id, batch.at]))
  const dueDate = getPeriod(library.db, period)?.dueDate ?? null
  return submissionsOf(input, importedAt).map((row) => toFact(row, dueDate))
}

function countOf(period: PeriodKey, facts: readonly SubmissionFact[]): SubmissionCount {
  const count = (test: (fact: SubmissionFact) => boolean): number => facts.filter(test).length
  return {
    period,
    missing: count(({ state }) => state === 'MISSING'),
    partly: count(({ state }) => state === 'PARTLY'),
    late: count(({ late }) => late)
  }
}

function frozenYear(library: Library, period: PeriodKey, span: YearSpan): FrozenYear | null {
  const { result, snapshot } = yearView(library, quarterOf(period).year, span)
  return result.quarters.every((quarter) => quarter.snapshot === null) ? null : { result, snapshot }
}

/**
 * Everything that reports of a period may know. What is costly and few reports ask for is read when it is asked for.
 * `decimals` are the report's, null the scheme's. Throws NOT_COMPUTED without results, and when inputs changed since they
 * were computed.
 */
export function reportFacts(
  library: Library,
  period: PeriodKey,
  decimals: ReportOptions['decimals'] = null
): ReportFacts {
  const standing = standingWithInput(library, period)
  if (standing === null) {
    throw new AppError('NOT_COMPUTED', '这一季度还没有计算成绩，不能导出。', { action: '请先计算。' })
  }
  if (standing.stale) {
    throw new AppError('NOT_COMPUTED', '计算之后数据有变动，名次可能不对，没有导出。', {
      action: '请先重新计算。'
    })
  }
  const snapshot = standing.snapshot?.id ?? null
  const input = once(() => standing.input())
  const printed = (results: ResultSet): ResultSet => withDecimals(results, decimals, input().scheme.policies)
  const before = once(() => headsBefore(library.db, period, EARLIER))
  const earlier = once(() =>
    before().map(({ publicId }) => printed(frozenQuarter(library.db, publicId).results))
  )
  const submissions = once(() => submissionFacts(library, period, input()))
  const counts = once(() => [
    ...before().map((head) => {
      const past = frozenQuarter(library.db, head.publicId).input()
      return countOf(head.period, submissionFacts(library, head.period, past))
    }),
    countOf(period, submissions())
  ])
  const honours = once(() => honoursOfQuarter(library, period, standing.snapshot?.frozenAt ?? null))
  const slips = once(() => slipsOfQuarter(library, period))
  const year = once(() => frozenYear(library, period, 'YEAR'))
  const half = once(() => frozenYear(library, period, quarterOf(period).quarter <= 2 ? 'H1' : 'H2'))
  return {
    results: decimals === null ? standing.results : printed(standing.results),
    snapshot: standing.snapshot,
    dueDate: getPeriod(library.db, period)?.dueDate ?? null,
    comments: listComments(library.db, period),
    circularEdits: circularEdits.parse(
      findReportText(library.db, { period, snapshot, report: CIRCULAR })?.paragraphs ?? {}
    ),
    generatedAt: library.now(),
    appVersion: library.appVersion,
    get scheme() {
      return input().scheme
    },
    get earlier() {
      return earlier()
    },
    get submissions() {
      return submissions()
    },
    get submissionCounts() {
      return counts()
    },
    get honours() {
      return honours()
    },
    get slips() {
      return slips()
    },
    get year() {
      return year()
    },
    get half() {
      return half()
    }
  }
}
