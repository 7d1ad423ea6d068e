import type { FourKnow, ProblemSource, RegisterType, Urgency } from '#shared/domain/register/registerItem.ts'

/** One matter of a sample register, as the office writes it down at the beginning of the year. */
export interface SampleItem {
  type: RegisterType
  title: string
  /** Name of the responsible unit, as sheets write it. */
  owner: string
  partners?: readonly string[]
  /** ISO days. */
  start?: string
  due: string
  urgency?: Urgency
  rankTarget?: string
  measures: string
  tags?: readonly FourKnow[]
  source?: ProblemSource
  /** How fast it goes against its plan: 1 on plan; below, it falls behind. */
  pace: number
  /** Projects: 万元 for the year. */
  amount?: number
}
