import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { importText } from '../../../text/import.ts'
import type { CellFix } from '../fixes.ts'
import { FillForm } from './FillForm.tsx'

const { repair } = importText

interface Props {
  fillable: boolean
  busy: boolean
  onAnswer: (answer: CellFix) => void
}

/** A cell without a usable value: a number with its basis, 缺报, 不适用, or left out. */
export function CellRepair({ fillable, busy, onAnswer }: Props): ReactElement {
  const [filling, setFilling] = useState(false)
  if (filling) return <FillForm busy={busy} onCancel={() => setFilling(false)} onAnswer={onAnswer} />
  return (
    <div className="rp-row">
      {fillable ? (
        <>
          <Button size="small" disabled={busy} onClick={() => setFilling(true)}>
            {repair.fill}
          </Button>
          <Button size="small" disabled={busy} onClick={() => onAnswer({ as: 'MISSING' })}>
            {repair.missing}
          </Button>
          <Button size="small" disabled={busy} onClick={() => onAnswer({ as: 'NA' })}>
            {repair.na}
          </Button>
        </>
      ) : null}
      <Button size="small" disabled={busy} onClick={() => onAnswer({ as: 'SKIP' })}>
        {repair.skipCell}
      </Button>
    </div>
  )
}
