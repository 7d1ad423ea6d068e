import type { Problem } from '#shared/problem.ts'
import type { CodeOption } from '../draft/draftNames.ts'
import type { RowPath } from '../draft/rowPath.ts'
import type { DraftIndicator, EditorTabProps } from '../editorTab.ts'

/** What the panel of the chosen row is given. */
export interface RowPanelProps extends EditorTabProps {
  path: RowPath
  /** Problems of this row only. */
  problems: readonly Problem[]
  onTargets: () => void
}

/** Changes the indicator of the panel; `merge` joins the keystrokes of one field. */
export type UpdateIndicator = (
  update: (indicator: DraftIndicator) => DraftIndicator,
  label: string,
  merge?: string
) => void

/** What the parts of 更多 are given. */
export interface MoreProps extends RowPanelProps {
  indicator: DraftIndicator
  update: UpdateIndicator
  units: readonly CodeOption[]
  groups: readonly CodeOption[]
}
