import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import { progressRules, type ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import { rateStatus, type RateStatus } from '#shared/domain/status/rateStatus.ts'
import { rateWord } from '#shared/domain/status/vocabulary.ts'
import { useRoute } from '../ipc/queries.ts'
import { progressLegend, progressWord, type Status } from '../text/status.ts'
import { usePeriod } from './PeriodContext.tsx'

/** A status with the word that the scheme's vocabulary has for it. */
export interface RateMark {
  status: Status
  word?: string
}

export interface RateMarks {
  /** For a share of the full mark (`0.8691`). */
  ofRate: (rate: string) => RateMark
  ofIndicator: (result: Pick<IndicatorResult, 'status' | 'rate'>) => RateMark
  /** The scheme's word for a stored status. */
  word: (status: RateStatus) => string
  /** The lines in words; a screen that uses them says so once. */
  legend: string
}

const STATUS = { MET: 'on_track', SLIGHTLY_BEHIND: 'slightly_behind', BEHIND: 'behind' } as const
const USUAL = progressRules.parse(undefined)

/** 达标、稍缓、落后 by the lines and in the words of the quarter's scheme. */
export function useRateMarks(): RateMarks {
  const { period } = usePeriod()
  const scheme = useRoute('scheme.get', period === null ? null : { period }).data
  return rateMarksOf(scheme?.definition.progress ?? USUAL)
}

export function rateMarksOf(rules: ProgressRules): RateMarks {
  const ofRate = (rate: string): RateMark => {
    const status = STATUS[rateStatus(rate, rules)]
    return { status, word: progressWord(status, rules.vocabulary) }
  }
  return {
    ofRate,
    ofIndicator: ({ status, rate }) => {
      if (status === 'SCORED') return rate === null ? { status: 'na' } : ofRate(rate)
      return { status: ({ NA: 'na', MISSING: 'missing', REFUSED: 'refused' } as const)[status] }
    },
    word: (status) => rateWord(status, rules.vocabulary),
    legend: progressLegend(rules)
  }
}
