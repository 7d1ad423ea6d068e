import type { ReactElement } from 'react'
import { seatLabel } from '#shared/domain/evaluation/evaluationSetup.ts'
import { groupMean, type RatedMark, type UnitOutcome } from '#shared/domain/evaluation/roundResults.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { evaluationText } from '../../text/evaluation.ts'
import { bandOf } from './gridModel.ts'
import { placesSoFar, type Phase } from './reveal.ts'
import { twoDigits } from './Marks.tsx'
import { unitName } from './seatName.ts'

const text = evaluationText.showPage

interface Props {
  view: RoundView
  outcome: UnitOutcome
  phase: Phase
  /** Units whose score is out. */
  out: readonly UnitOutcome[]
}

/** One unit on the wall: its name, then the marks, then struck ends, score and place so far. */
export function ShowUnit({ view, outcome, phase, out }: Props): ReactElement {
  const places = placesSoFar(out, outcome.group)
  const place = places.find((entry) => entry.outcome.unit === outcome.unit)
  const marked = view.judged.groups.filter(({ name }) => outcome.marks.some(({ group }) => group === name))
  const pool = view.judged.units.find(({ code }) => code === outcome.unit)?.groupName ?? ''
  const pools = new Set(view.judged.units.map(({ group }) => group)).size
  return (
    <div className="es-unit">
      <h1>{unitName(outcome.unit, view)}</h1>
      <div className="es-body">
        <div className={outcome.marks.length > 24 ? 'es-marks es-many' : 'es-marks'}>
          {phase === 'NAME' || marked.length === 0 ? (
            <p className="es-wait">{phase === 'NAME' ? text.waiting : evaluationText.result.notYet}</p>
          ) : (
            marked.map(({ name }) => (
              <Group key={name} view={view} outcome={outcome} group={name} scored={phase === 'SCORE'} />
            ))
          )}
        </div>
        {phase === 'SCORE' ? (
          <aside className="es-score">
            <p className="es-label">
              {text.score}
              <span>{text.full(view.judged.fullMark)}</span>
            </p>
            <p className="es-figure">{outcome.score?.printed ?? evaluationText.result.notYet}</p>
            {outcome.score === null && outcome.reason !== null ? (
              <p className="es-reason">{outcome.reason}</p>
            ) : null}
            {place === undefined ? null : (
              <>
                <p className="es-label">
                  {text.place}
                  {pools > 1 ? <span>{pool}</span> : null}
                </p>
                <p className={place.rank === 1 ? 'es-place es-first' : 'es-place'}>
                  {text.placeOf(place.rank, places.length)}
                </p>
              </>
            )}
          </aside>
        ) : null}
      </div>
    </div>
  )
}

function Group(props: {
  view: RoundView
  outcome: UnitOutcome
  group: string
  scored: boolean
}): ReactElement {
  const { view, outcome, group, scored } = props
  const marks = outcome.marks.filter((mark) => mark.group === group)
  const mean = groupMean(outcome, group)
  const votes = view.kind === 'BALLOTS'
  return (
    <section className="es-group">
      <h2>
        {group === '' ? (votes ? text.votesOf : text.marksOf) : bandOf(view, group)}
        {scored && mean !== null && view.judged.groups.length > 1 ? <b>{twoDigits(mean)}</b> : null}
      </h2>
      <ul>
        {inSeatOrder(marks, view, group).map(({ mark, label }) => (
          <li key={label} className={mark.value === null ? 'es-recused' : scored ? fate(mark) : ''}>
            <span className="es-seat">{label}</span>
            <span className="es-mark">{mark.value ?? evaluationText.entry.recused}</span>
            <span className="es-fate">{scored ? fateWord(mark) : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Marks by seat, under the judge's name only where the office shows names. */
function inSeatOrder(
  marks: readonly RatedMark[],
  { setup, kind }: RoundView,
  group: string
): { mark: RatedMark; label: string }[] {
  const seats = setup.groups.find(({ name }) => name === group)?.seats ?? []
  if (kind === 'BALLOTS' || seats.length === 0) return marks.map((mark) => ({ mark, label: mark.name }))
  return seats.flatMap((seat) => {
    const mark = marks.find(({ name }) => name === seatLabel(seat))
    return mark === undefined
      ? []
      : [{ mark, label: setup.showNames ? seatLabel(seat) : seatLabel({ ...seat, name: '' }) }]
  })
}

function fate({ leftOut }: RatedMark): string {
  return leftOut === null || leftOut === '不计入有效票' ? '' : 'es-out'
}

function fateWord({ leftOut }: RatedMark): string {
  if (leftOut === null) return ''
  if (leftOut.startsWith('去掉最高')) return '最高'
  if (leftOut.startsWith('去掉最低')) return '最低'
  return leftOut.startsWith('无效票') ? '无效' : leftOut === '回避' ? '' : '不计'
}
