import { Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { canonical, D } from '#shared/domain/number/decimal.ts'
import { importText } from '../../../text/import.ts'
import type { CellFix } from '../fixes.ts'

const { repair } = importText

/** What a clerk types as a number, as canonical text; null when it is none. Full-width digits and 千分位 are fine. */
export function typedNumber(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? canonical(new D(plain)) : null
}

interface Props {
  fillable: boolean
  busy: boolean
  onAnswer: (answer: CellFix) => void
}

/** A cell without a usable value: a number with its basis, 缺报, 不适用, or left out. */
export function CellRepair({ fillable, busy, onAnswer }: Props): ReactElement {
  const [filling, setFilling] = useState(false)
  if (filling) return <Fill busy={busy} onCancel={() => setFilling(false)} onAnswer={onAnswer} />
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

function Fill(props: { busy: boolean; onCancel: () => void; onAnswer: Props['onAnswer'] }): ReactElement {
  const [value, setValue] = useState('')
  const [basis, setBasis] = useState('')
  const [tried, setTried] = useState(false)
  const number = typedNumber(value)
  const wrong = number === null ? repair.badNumber : basis.trim() === '' ? repair.needBasis : null
  return (
    <form
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
