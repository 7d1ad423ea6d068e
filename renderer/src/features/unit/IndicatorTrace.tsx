import { useState, type ReactElement, type ReactNode } from 'react'
import { periodShort } from '#shared/domain/period/periodKey.ts'
import type { IndicatorResult } from '#shared/domain/ranking/resultSet.ts'
import type { SourceRef } from '#shared/domain/scoring/reading.ts'
import { useRoute } from '../../ipc/queries.ts'
import { padDecimals, printMoment, printNumber } from '../../text/format.ts'
import { AGAINST_WORDS } from '../../text/status.ts'
import { handMade, unitText } from '../../text/unit.ts'
import { SourceGrid } from './SourceGrid.tsx'
import { TraceInputs } from './TraceInputs.tsx'
import type { TraceView } from './traceView.ts'

const { trace: words } = unitText

const cellOf = (source: SourceRef | null | undefined): Extract<SourceRef, { kind: 'cell' }> | null =>
  source?.kind === 'cell' ? source : null

/** The way of one score: rule, calculation, inputs, source cell, past quarters, changes, what was settled by hand. */
export function IndicatorTrace({ view, result }: { view: TraceView; result: IndicatorResult }): ReactElement {
  const { trace } = result
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = chosen ?? trace.inputs.findIndex((input) => input.source?.kind === 'cell')
  const source = cellOf(trace.inputs[shown]?.source)
  const by = (kind: SourceRef['kind']): number =>
    trace.inputs.filter((input) => input.source?.kind === kind).length
  return (
    <>
      <Section title={words.rule}>
        <p>{trace.ruleInWords}</p>
      </Section>
      <Section title={words.calculation}>
        <Calculation result={result} />
        {trace.steps.length < 2 ? null : (
          <table className="plain trace-steps" aria-label={words.steps}>
            <tbody>
              {trace.steps.map((step, index) => (
                <tr key={index}>
                  <td>{step.label}</td>
                  <td className="soft">{step.expression}</td>
                  <td className="num bold">{printNumber(step.value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Against result={result} />
        {trace.notes.map((note) => (
          <p key={note} className="small soft">
            {note}
          </p>
        ))}
      </Section>
      {trace.inputs.length === 0 ? null : (
        <Section title={words.inputs}>
          <TraceInputs inputs={trace.inputs} shown={shown} onShow={setChosen} />
        </Section>
      )}
      {trace.choices.length === 0 ? null : (
        <Section title={words.choices}>
          {trace.choices.map((choice) => (
            <p key={choice} className="small">
              {choice}
            </p>
          ))}
        </Section>
      )}
      {source === null ? null : (
        <Section title={words.source}>
          <SourceGrid source={source} />
        </Section>
      )}
      <History view={view} result={result} />
      <Changes view={view} indicator={result.indicator} />
      <Section title={words.adjustments} hint={handMade(by('manual'), by('decision'))} />
    </>
  )
}

export function Section(props: { title: string; hint?: ReactNode; children?: ReactNode }): ReactElement {
  return (
    <section className="trace-section">
      <h3>
        {props.title}
        {props.hint === undefined ? null : <span className="small quiet">{props.hint}</span>}
      </h3>
      {props.children}
    </section>
  )
}

/** The sentence with its result set apart: 「… → 22.50」. */
function Calculation({ result }: { result: IndicatorResult }): ReactElement {
  const { sentence } = result.trace
  const arrow = sentence.lastIndexOf('→')
  if (result.score === null || arrow === -1) {
    return <p className="trace-calc">{sentence === '' ? result.reason : sentence}</p>
  }
  return (
    <p className="trace-calc">
      {sentence.slice(0, arrow + 1)} <b>{sentence.slice(arrow + 1).trim()}</b>
    </p>
  )
}

/** Distance to the target with its word, and what a cumulative indicator gained this quarter. */
function Against({ result }: { result: IndicatorResult }): ReactElement | null {
  const parts = [
    result.gapToTarget === null || result.againstTarget === null
      ? null
      : `${words.against} ${result.gapToTarget}${result.unitOfMeasure}（${AGAINST_WORDS[result.againstTarget]}）`,
    result.increment === null
      ? null
      : `${words.increment} ${printNumber(result.increment)}${result.unitOfMeasure}`
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : <p className="small soft">{parts.join('；')}</p>
}

function History({ view, result }: { view: TraceView; result: IndicatorResult }): ReactElement | null {
  const points = (view.indicatorHistory[result.indicator] ?? []).slice(-4)
  if (points.length === 0) return null
  const last = points.length - 1
  const place = (score: string | null): ReactNode => score ?? <span className="quiet">/</span>
  return (
    <Section title={words.history}>
      <table className="plain trace-history">
        <thead>
          <tr>
            <th />
            {points.map((point, index) => (
              <th key={point.period} className="num">
                {index === last && point.period === view.period.key ? words.now : periodShort(point.period)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{words.value}</td>
            {points.map((point) => (
              <td key={point.period} className="num">
                {place(point.value === null ? null : printNumber(point.value))}
              </td>
            ))}
          </tr>
          <tr>
            <td>{words.score}</td>
            {points.map((point, index) => (
              <td key={point.period} className={index === last ? 'num bold' : 'num'}>
                {place(point.score === null ? null : padDecimals(point.score, 2))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Section>
  )
}

function Changes({ view, indicator }: { view: TraceView; indicator: string }): ReactElement {
  const changes = useRoute('unit.changes', { period: view.period.key, unit: view.result.unit, indicator })
  const list = changes.data ?? []
  return (
    <Section title={words.changes}>
      {changes.error === null ? null : <p className="small ask">{changes.error.message}</p>}
      {changes.data !== undefined && list.length === 0 ? <p className="quiet">{words.noChanges}</p> : null}
      <ul className="trace-changes">
        {list.map((change, index) => (
          <li key={index}>
            <span className="quiet nowrap">{printMoment(change.at)}</span>
            <span>
              {change.text} <span className="quiet">{change.who}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
