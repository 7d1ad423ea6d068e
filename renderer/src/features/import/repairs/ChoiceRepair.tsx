import { Button, Checkbox, Select } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { alsoInFiles, importText } from '../../../text/import.ts'
import type { Named } from '../useNames.ts'

const { repair } = importText

interface Props {
  /** All that can be chosen; `best` come first and the first of them is chosen already. */
  all: readonly Named[]
  best: readonly Named[]
  placeholder: string
  /** Offers 记为别名. */
  rememberable?: boolean
  busy: boolean
  onChoose: (code: string, remember: boolean) => void
  skipText?: string
  onSkip?: () => void
  children?: ReactNode
}

/** A name to be settled: the likeliest answers first, every other one to be found by typing. */
export function ChoiceRepair(props: Props): ReactElement {
  const { best, busy } = props
  const [chosen, setChosen] = useState<string | undefined>(best[0]?.code)
  const [remember, setRemember] = useState(true)
  const rest = props.all.filter((one) => !best.some((other) => other.code === one.code))
  const options = [
    ...best.map((one, index) => ({ value: one.code, label: one.name, hint: index === 0 ? repair.best : '' })),
    ...rest.map((one) => ({ value: one.code, label: one.name, hint: '' }))
  ]
  return (
    <>
      <div className="rp-row">
        <Select
          className="rp-select"
          size="small"
          aria-label={props.placeholder}
          placeholder={props.placeholder}
          value={chosen}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={busy}
          onChange={(value: string) => setChosen(value)}
          optionRender={({ data, label }) => (
            <span className="rp-option">
              {label}
              <span className="small quiet">{data.hint}</span>
            </span>
          )}
        />
        <Button
          size="small"
          type="primary"
          disabled={chosen === undefined}
          loading={busy}
          onClick={() =>
            chosen !== undefined && props.onChoose(chosen, props.rememberable === true && remember)
          }
        >
          {repair.thisIs}
        </Button>
      </div>
      <div className="rp-row small">
        {props.rememberable === true ? (
          <Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)}>
            <span className="small" title={alsoInFiles}>
              {repair.remember}
            </span>
          </Checkbox>
        ) : null}
        {props.onSkip === undefined ? null : (
          <button type="button" className="link small" disabled={busy} onClick={props.onSkip}>
            {props.skipText ?? repair.skipName}
          </button>
        )}
        {props.children}
      </div>
    </>
  )
}
