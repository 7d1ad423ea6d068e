import type { ImportSessionView } from '#shared/ipc/importViews.ts'
import type { CheckView } from './check/checkView.ts'
import type { ProblemStop } from './problemOrder.ts'
import type { ImportWork } from './useImportSession.ts'
import type { Names } from './useNames.ts'
import type { Step } from './wizardSteps.ts'

/** What the steps with a sheet on the screen are given by the wizard. */
export interface SheetStepProps {
  step: 'header' | 'check'
  session: ImportSessionView
  file: string
  names: Names
  work: ImportWork
  view: CheckView
  onView: (change: Partial<CheckView>) => void
  /** The problem that the clerk stands at, in whichever file it is. */
  stop: ProblemStop | null
  onStop: (stop: ProblemStop) => void
  onFile: (file: string) => void
  onStep: (step: Step) => void
}
