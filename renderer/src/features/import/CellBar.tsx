import { Button } from 'antd'
import type { ReactElement } from 'react'
import { KeyHint } from '../../components/KeyHint.tsx'
import { sheetText } from '../../text/importSheet.ts'
import type { CellChoice } from './cellChoice.ts'
import type { CellFix } from './fixes.ts'
import { FillForm } from './repairs/FillForm.tsx'

const { cell: text, keys } = sheetText

interface Props {
  /** Null where the chosen cell holds nothing that could be answered. */
  choice: CellChoice | null
  /** A cell is chosen at all. The bar stays in any case: coming and going it would cover the chosen row. */
  chosen: boolean
  filling: boolean
  busy: boolean
  onFilling: (filling: boolean) => void
  /** Null takes the answer back. */
  onAnswer: (answer: CellFix | null) => void
}

/** The answer for the one cell that is chosen in the grid, where it stands. */
export function CellBar({ choice, chosen, filling, busy, onFilling, onAnswer }: Props): ReactElement {
  if (choice === null) return <div className="sg-cellbar small quiet">{chosen ? text.none : text.choose}</div>
  if (filling && choice.fillable) {
    return (
      <div className="sg-cellbar">
        <FillForm busy={busy} onCancel={() => onFilling(false)} onAnswer={onAnswer} />
      </div>
    )
  }
  const button = (label: string, key: string | null, onClick: () => void): ReactElement => (
    <Button size="small" disabled={busy} onClick={onClick}>
      {label}
      {key === null ? null : <kbd>{key}</kbd>}
    </Button>
  )
  return (
    <div className="sg-cellbar" role="group" aria-label={text.label}>
      {choice.fillable ? (
        <>
          {button(text.fill, keys.fill, () => onFilling(true))}
          {button(text.na, keys.na, () => onAnswer({ as: 'NA' }))}
          {button(text.missing, null, () => onAnswer({ as: 'MISSING' }))}
        </>
      ) : null}
      {button(text.skip, keys.skip, () => onAnswer({ as: 'SKIP' }))}
      {choice.asks ? button(text.confirm, keys.confirm, () => onAnswer({ as: 'CONFIRMED' })) : null}
      {choice.answered ? button(text.takeBack, null, () => onAnswer(null)) : null}
      <span className="grow" />
      <KeyHint keys="F8">{sheetText.nextProblem}</KeyHint>
    </div>
  )
}
