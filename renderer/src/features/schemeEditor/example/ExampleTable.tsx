import { Input } from 'antd'
import { useState, type ReactElement } from 'react'
import type { IndicatorDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { TrialResult } from '#shared/domain/trial/trialCase.ts'
import { printNumber } from '../../../text/format.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { exampleText, withExampleText, type ExampleField, type Participant } from './exampleRows.ts'

const text = schemeEditorText.example

interface Props {
  indicator: IndicatorDefinition
  participants: readonly Participant[]
  fields: readonly ExampleField[]
  /** Null while the parameters are not complete. */
  result: TrialResult | null
  chosen: number
  onChoose: (index: number) => void
  onChange: (index: number, field: ExampleField, typed: string) => void
}

/** Numbers in, score out, one line a participant; below it how the chosen one came about. */
export function ExampleTable(props: Props): ReactElement {
  const { participants, fields, result, chosen } = props
  const shown = result?.results.find(({ unit }) => unit === participants[chosen]?.unit)
  return (
    <>
      <table className="plain se-example">
        <thead>
          <tr>
            <th>{text.head.unit}</th>
            {fields.map((field) => (
              <th key={field} className={field === 'ratings' ? undefined : 'num'}>
                {text.head[field]}
                {props.indicator.unit === '' || field === 'ratings' || field === 'score'
                  ? ''
                  : `（${props.indicator.unit}）`}
              </th>
            ))}
            <th className="num">{text.head.result}</th>
          </tr>
        </thead>
        <tbody>
          {participants.map((participant, index) => (
            <tr key={participant.unit} className={index === chosen ? 'se-example-on' : undefined}>
              <td>
                <button type="button" className="link" onClick={() => props.onChoose(index)}>
                  {participant.unit}
                </button>
              </td>
              {fields.map((field) => (
                <td key={field}>
                  <ExampleInput
                    participant={participant}
                    field={field}
                    onFocus={() => props.onChoose(index)}
                    onChange={(typed) => props.onChange(index, field, typed)}
                  />
                </td>
              ))}
              <td className="num bold">{resultText(result, participant.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown === undefined ? null : (
        <p className="se-example-why" aria-live="polite">
          <b>{shown.unit}</b> {shown.reason ?? shown.trace.sentence}
        </p>
      )}
    </>
  )
}

function resultText(result: TrialResult | null, unit: string): string {
  const found = result?.results.find((one) => one.unit === unit)
  if (found === undefined) return ''
  return found.score === null ? text.status[found.status] : printNumber(found.score.printed)
}

interface InputProps {
  participant: Participant
  field: ExampleField
  onFocus: () => void
  onChange: (typed: string) => void
}

function ExampleInput({ participant, field, onFocus, onChange }: InputProps): ReactElement {
  const [typed, setTyped] = useState<string | null>(null)
  const value = exampleText(participant, field)
  // What is being typed stands as typed while it means the value that the example has.
  const same = typed !== null && exampleText(withExampleText(participant, field, typed), field) === value
  return (
    <Input
      size="small"
      className={field === 'ratings' ? undefined : 'se-number'}
      aria-label={text.cell(participant.unit, text.head[field])}
      value={same ? typed : value}
      title={field === 'ratings' ? text.ratingsHint : undefined}
      onFocus={onFocus}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(event.target.value)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
