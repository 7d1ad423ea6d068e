import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { ProblemGroupView } from '#shared/ipc/importViews.ts'
import { importText, skipOtherFile } from '../../../text/import.ts'
import { withCells } from '../fixes.ts'
import type { RepairContext } from './repairContext.ts'

const { repair } = importText

/** Two files say different things about one number: which of them is left out. */
export function FileChoice(props: {
  group: ProblemGroupView
  context: RepairContext
  other: string
}): ReactElement {
  const { group, other } = props
  const { session, detail, work } = props.context
  const file = session.files.find((one) => one.name === other && one.id !== detail.file.id)
  return (
    <div className="rp-row">
      <Button
        size="small"
        disabled={work.busy}
        onClick={() => work.fix(detail.file.id, withCells(detail.fixes, group.problems, { as: 'SKIP' }))}
      >
        {repair.skipThisFile}
      </Button>
      {file === undefined ? null : (
        <Button size="small" disabled={work.busy} onClick={() => work.skipFile(file.id, true)}>
          {skipOtherFile(other)}
        </Button>
      )}
    </div>
  )
}
