import type { UnitView } from '#shared/ipc/results.ts'

/** What 得分由来 looks at of a unit. */
export type TraceView = Pick<UnitView, 'period' | 'result' | 'indicatorHistory'>
