import { Input, InputNumber } from 'antd'
import type { ReactElement } from 'react'
import { MOST_SEATS, seatsUpTo, type SetupGroup } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { evaluationText } from '../../text/evaluation.ts'
import { bandOf } from './gridModel.ts'

const text = evaluationText.setup

/** One evaluator group: how many seats and who sits there, or how many ballots went out and came back. */
export function GroupSeats(props: {
  view: RoundView
  group: SetupGroup
  readOnly: boolean
  onChange: (group: SetupGroup) => void
}): ReactElement {
  const { view, group, readOnly, onChange } = props
  const band = group.name === '' ? evaluationText.seatsOf('') : bandOf(view, group.name)
  if (view.kind === 'BALLOTS') {
    return (
      <fieldset className="ev-group">
        <legend>{group.name === '' ? evaluationText.ballotsOf('') : band}</legend>
        <div className="row">
          <span>{text.handedOut}</span>
          <InputNumber
            aria-label={evaluationText.ballotsOf(group.name)}
            min={0}
            max={99_999}
            precision={0}
            disabled={readOnly}
            value={group.handedOut ?? 0}
            onChange={(count) =>
              onChange({
                ...group,
                handedOut: count === null || count === 0 ? null : count,
                returned: count === null || count === 0 ? null : group.returned
              })
            }
          />
          <span>{text.ballots}</span>
          {group.handedOut === null ? (
            <span className="small quiet">{text.notHere}</span>
          ) : (
            <>
              <span>{text.returned}</span>
              <InputNumber
                aria-label={`${group.name} ${text.returned}`.trim()}
                min={0}
                max={group.handedOut}
                precision={0}
                disabled={readOnly}
                value={group.returned}
                onChange={(count) => onChange({ ...group, returned: count })}
              />
              <span>{text.ballots}</span>
            </>
          )}
        </div>
      </fieldset>
    )
  }
  return (
    <fieldset className="ev-group">
      <legend>{band}</legend>
      <div className="row">
        <InputNumber
          aria-label={evaluationText.seatsOf(group.name)}
          min={0}
          max={MOST_SEATS}
          precision={0}
          disabled={readOnly}
          value={group.seats.length}
          suffix="席"
          onChange={(count) => onChange({ ...group, seats: seatsUpTo(group.seats, count ?? 0) })}
        />
        <span className="small quiet">{group.seats.length === 0 ? text.notHere : text.seatHint}</span>
      </div>
      <div className="ev-names">
        {group.seats.map((seat, index) => (
          <Input
            key={seat.key}
            size="small"
            aria-label={`${group.name} ${text.seatName(seat.key)}`.trim()}
            placeholder={text.seatName(seat.key)}
            maxLength={20}
            disabled={readOnly}
            value={seat.name}
            onChange={(event) =>
              onChange({
                ...group,
                seats: group.seats.map((entry, at) =>
                  at === index ? { ...entry, name: event.target.value } : entry
                )
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
