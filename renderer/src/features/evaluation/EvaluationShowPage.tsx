import type { ReactElement } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { paths } from '../../app/paths.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { evaluationText } from '../../text/evaluation.ts'
import { useFit } from '../display/useFit.ts'
import { revealed, shownAt } from './reveal.ts'
import { unitName } from './seatName.ts'
import { ShowBoard } from './ShowBoard.tsx'
import { ShowUnit } from './ShowUnit.tsx'
import { useReveal } from './useReveal.ts'
import './evaluationShow.css'

const text = evaluationText.showPage

/** The round on the projector: hidden until revealed, unit by unit in order of appearance, the board at the end. */
export function EvaluationShowPage(): ReactElement {
  const id = Number(useParams().id)
  const round = useRoute('evaluation.get', Number.isInteger(id) && id > 0 ? { id } : null)
  return (
    <div className="es-room">
      <Loaded query={round} rows={6}>
        {(view) => <Show view={view} />}
      </Loaded>
    </div>
  )
}

function Show({ view }: { view: RoundView }): ReactElement {
  const navigate = useNavigate()
  const style = useFit()
  const leave = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen()
    void navigate(`${paths.evaluationOf(view.id)}?tab=result`)
  }
  const { outcomes } = view
  const { step, hidden, forward } = useReveal(outcomes.length, leave)
  const shown = shownAt(step, outcomes.length)
  const out = revealed(outcomes, shown)
  const next = shown.page === 'UNIT' ? outcomes[shown.index + (shown.phase === 'SCORE' ? 1 : 0)] : undefined
  return (
    <div
      className="es-stage"
      style={style}
      role="region"
      aria-live="polite"
      aria-label={view.title}
      onClick={forward}
    >
      <header className="es-head">
        <span>{view.title}</span>
        <span>{shown.page === 'UNIT' ? text.progress(shown.index + 1, outcomes.length) : ''}</span>
      </header>
      {outcomes.length === 0 ? (
        <p className="es-cover">{text.empty}</p>
      ) : hidden ? (
        <p className="es-cover">{text.hidden}</p>
      ) : shown.page === 'BOARD' ? (
        <ShowBoard view={view} outcomes={out} />
      ) : (
        <ShowUnit
          key={shown.index}
          view={view}
          outcome={outcomes[shown.index]!}
          phase={shown.phase}
          out={out}
        />
      )}
      <footer className="es-foot">
        <span>{view.state === 'CLOSED' ? '' : text.provisional}</span>
        <span>
          {next === undefined || shown.page === 'BOARD' || hidden || shown.phase !== 'SCORE'
            ? ''
            : text.next(unitName(next.unit, view))}
          <span className="es-keys">{text.keys}</span>
        </span>
      </footer>
    </div>
  )
}
