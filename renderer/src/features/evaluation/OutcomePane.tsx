import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { UnitOutcome } from '#shared/domain/evaluation/roundResults.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { paths } from '../../app/paths.ts'
import { Panel } from '../../components/Panel.tsx'
import { evaluationText } from '../../text/evaluation.ts'
import { chipClass, twoDigits } from './Marks.tsx'
import { unitName } from './seatName.ts'

/** How one unit's score comes about: the sentence, the steps, every mark with what became of it and where it came from. */
export function OutcomePane({ view, outcome }: { view: RoundView; outcome: UnitOutcome }): ReactElement {
  return (
    <Panel
      className="ev-pane"
      title={unitName(outcome.unit, view)}
      hint={outcome.sentence}
      scroll
      pad
      extra={
        view.state === 'CLOSED' ? (
          <Link to={paths.unitIndicator(outcome.unit, view.indicator)}>{evaluationText.result.toUnit}</Link>
        ) : null
      }
    >
      {outcome.reason === null ? null : <p className="ask">{outcome.reason}</p>}
      <ul className="ev-steps">
        {outcome.steps.map(({ label, expression, value }) => (
          <li key={label}>
            {label}：{expression} = <b>{twoDigits(value)}</b>
          </li>
        ))}
      </ul>
      <ul className="ev-marks">
        {outcome.marks.map((mark, index) => (
          <li key={index} title={mark.source}>
            <span className="ellipsis">{`${mark.group} ${mark.name}`.trim()}</span>
            <span className={`ev-chip${chipClass(mark)}`}>{mark.value ?? '*'}</span>
            <span className="small quiet">{mark.leftOut ?? ''}</span>
          </li>
        ))}
      </ul>
      {outcome.notes.map((note) => (
        <p key={note} className="small soft">
          {note}
        </p>
      ))}
    </Panel>
  )
}
