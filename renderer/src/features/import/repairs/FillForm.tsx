import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { importText } from '../../../text/import.ts'
import type { CellFix } from '../fixes.ts'
import { typedNumber } from '../typedNumber.ts'

const { repair } = importText

interface Props {
  busy: boolean
  onCancel: () => void
  onAnswer: (answer: CellFix) => void
}

/** A number for a cell, with what it rests on. Esc gives up. */
export function FillForm(props: Props): ReactElement {
  const [value, setValue] = useState('')
  const [basis, setBasis] = useState('')
  const [tried, setTried] = useState(false)
  const number = typedNumber(value)
  const wrong = number === null ? repair.badNumber : basis.trim() === '' ? repair.needBasis : null
  return (
    <form
      className="rp-fill"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (number !== null && wrong === null)
          props.onAnswer({ as: 'VALUE', value: number, basis: basis.trim() })
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        props.onCancel()
      }}
    >
      <div className="rp-row">
        <Input
          size="small"
          autoFocus
          className="rp-number"
          inputMode="decimal"
          placeholder={repair.fillValue}
          aria-label={repair.fillValue}
          value={value}
          status={tried && number === null ? 'error' : ''}
          onChange={(event) => setValue(event.target.value)}
        />
        <Input
          size="small"
          maxLength={100}
          placeholder={repair.fillBasis}
          aria-label={repair.fillBasis}
          value={basis}
          status={tried && number !== null && wrong !== null ? 'error' : ''}
          onChange={(event) => setBasis(event.target.value)}
        />
        <Button size="small" type="primary" htmlType="submit" loading={props.busy}>
          {repair.fillSave}
        </Button>
      </div>
      {tried && wrong !== null ? (
        <p className="small ask" role="alert">
          {wrong}
        </p>
      ) : null}
    </form>
  )
}
