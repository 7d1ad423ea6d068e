import type { RefObject } from 'react'
import type { ProblemStop } from '../problemOrder.ts'
import type { RepairContext } from '../repairs/repairContext.ts'
import type { CheckView } from './checkView.ts'

export interface PaneProps {
  context: RepairContext
  view: CheckView
  onView: (change: Partial<CheckView>) => void
  current: ProblemStop | null
  onLocate: (stop: ProblemStop) => void
  paneRef: RefObject<HTMLDivElement | null>
}
