import type { ReactElement } from 'react'
import type { TrialResult } from '#shared/domain/trial/trialCase.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { IssueMark } from '../../components/IssueMark.tsx'
import { Panel } from '../../components/Panel.tsx'
import { printNumber } from '../../text/format.ts'
import { trialText } from '../../text/trial.ts'

const { why: text, status } = trialText

interface Props {
  result: TrialResult | null
  error: unknown
  chosen: string | null
  onRetry: () => void
}

/** How the chosen unit came to its score; below it what the checks say of the rule. */
export function TrialExplanation({ result, error, chosen, onRetry }: Props): ReactElement {
  const shown = result?.results.find((item) => item.unit === chosen) ?? result?.results[0]
  return (
    <Panel
      title={shown === undefined ? text.sentence : text.title(shown.unit)}
      scroll
      pad
      className="trial-why"
    >
      {error === null || error === undefined ? null : (
        <ErrorPanel error={error} unchanged={null} onRetry={onRetry} />
      )}
      {shown === undefined ? <p className="soft small">{text.choose}</p> : <Why shown={shown} />}
      {result === null || result.problems.length === 0 ? null : (
        <>
          <h3>{text.problems}</h3>
          {result.problems.map((problem, index) => (
            <p key={index} className="small">
              <IssueMark level={problem.level} /> {problem.message}
              {problem.suggestion ?? ''}
            </p>
          ))}
        </>
      )}
    </Panel>
  )
}

function Why({ shown }: { shown: TrialResult['results'][number] }): ReactElement {
  const { trace } = shown
  return (
    <>
      <p className="trial-sentence">
        {shown.score === null ? `${status[shown.status]}：${shown.reason ?? trace.sentence}` : trace.sentence}
      </p>
      <div className="trial-columns">
        {trace.steps.length === 0 ? null : (
          <div>
            <h3>{text.steps}</h3>
            <table className="plain">
              <tbody>
                {trace.steps.map((step, index) => (
                  <tr key={index}>
                    <td>{step.label}</td>
                    <td className="soft">{step.expression}</td>
                    <td className="num">{printNumber(step.value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <div>
          <h3>{text.inputs}</h3>
          <table className="plain">
            <tbody>
              {trace.inputs.map((input, index) => (
                <tr key={index} className={input.leftOut === undefined ? undefined : 'quiet'}>
                  <td>{input.label}</td>
                  <td className="num">
                    {input.value === null
                      ? status[input.state === 'NA' ? 'NA' : 'MISSING']
                      : printNumber(input.value)}
                    <span className="small soft"> {input.value === null ? '' : input.unit}</span>
                  </td>
                  <td className="small">{input.leftOut ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <Lines title={text.notes} lines={trace.notes} />
      <Lines title={text.choices} lines={trace.choices} />
    </>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }): ReactElement | null {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {lines.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
    </>
  )
}
