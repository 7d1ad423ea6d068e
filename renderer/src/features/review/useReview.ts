import type { Comment } from '#shared/domain/cadence/comment.ts'
import { speakersOf, type ReviewPlan, type Speaker } from '#shared/domain/cadence/reviewPlan.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { listedUnits } from '#shared/domain/report/namedUnits.ts'
import type { ResultsView } from '#shared/ipc/results.ts'
import { useRoute } from '../../ipc/queries.ts'

export interface Review {
  view: ResultsView
  results: ResultSet
  plan: ReviewPlan
  comments: readonly Comment[]
  /** In the order of the plan; where the last are not named, without them. */
  speakers: readonly Speaker[]
}

export interface ReviewState {
  /** Null while it is read, and where nothing was computed. */
  review: Review | null
  loading: boolean
  error: Error | null
}

/** Everything that a review meeting shows of a quarter. */
export function useReview(period: PeriodKey): ReviewState {
  const ranking = useRoute('ranking.get', { period })
  const plan = useRoute('review.plan', { period })
  const comments = useRoute('comment.list', { period })
  const scheme = useRoute('scheme.get', { period })
  const error = ranking.error ?? plan.error ?? comments.error ?? null
  if (!ranking.data || !plan.data || !comments.data || scheme.isPending)
    return { review: null, loading: error === null, error }
  const { results } = ranking.data
  if (results === null) return { review: null, loading: false, error }
  const order = scheme.data?.definition.units.map(({ code }) => code) ?? []
  return {
    review: {
      view: ranking.data,
      results,
      plan: plan.data,
      comments: comments.data,
      speakers: speakersOf(results, order, plan.data).filter(({ group, unit }) =>
        listedUnits(group, { topOnly: null, bottom: plan.data.bottom }).includes(unit)
      )
    },
    loading: false,
    error
  }
}
