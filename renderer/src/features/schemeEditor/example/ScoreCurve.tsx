import { useMemo, useState, type ReactElement } from 'react'
import {
  curveRange,
  scoreCurve,
  type CurvePoint,
  type ScoreCurve as Curve
} from '#shared/domain/trial/scoreCurve.ts'
import type { TrialCase, TrialResult } from '#shared/domain/trial/trialCase.ts'
import { Chart } from '../../../components/Chart.tsx'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { curveChart } from './curveChart.ts'
import { zoomRange } from './zoomRange.ts'

const text = schemeEditorText.example

/** Values that a curve is drawn through, besides the rule's own turns. */
const POINTS = 100

interface Props {
  trial: TrialCase
  result: TrialResult
  unit: string
  measure: string
}

/** How the score of the chosen participant changes with its actual value, the others' numbers as they stand. */
export function ScoreCurve({ trial, result, unit, measure }: Props): ReactElement | null {
  const [whole, setWhole] = useState(false)
  const target = targetOf(trial, unit)
  const all = useMemo(
    () => scoreCurve(trial, unit, { ...curveRange(trial, unit), points: POINTS }),
    [trial, unit]
  )
  // Steps are seen only from near: over the whole range both ways would be one line.
  const near = useMemo(() => (all === null || target === null ? null : zoomRange(all, target)), [all, target])
  const curve = useMemo(
    () => (near === null || whole ? all : scoreCurve(trial, unit, { ...near, points: POINTS })),
    [all, near, whole, trial, unit]
  )
  const mark = useMemo(() => ownPoint(trial, result, unit), [trial, result, unit])
  const config = useMemo(
    () =>
      curve === null ? null : curveChart(curve, result.fullMark, mark, measure, near !== null && !whole),
    [curve, result.fullMark, mark, measure, near, whole]
  )
  if (curve === null || config === null || curve.points.length < 2) return null
  return (
    <>
      <h3>
        {text.curve(unit)}
        {curve.other === null ? null : (
          <>
            <span className="quiet small">{text.bothModes}</span>
            {near === null ? null : (
              <button type="button" className="link small se-reset" onClick={() => setWhole(!whole)}>
                {whole ? text.zoomIn : text.zoomOut}
              </button>
            )}
          </>
        )}
      </h3>
      <div className="se-curve">
        <Chart config={config} label={curveWords(curve, unit)} />
      </div>
    </>
  )
}

/** The target that the participant was given as one number. */
function targetOf(trial: TrialCase, unit: string): string | null {
  const target = trial.participants.find((one) => one.unit === unit)?.target
  return typeof target === 'string' ? target : null
}

/** Where the example itself stands on the curve. */
function ownPoint(trial: TrialCase, result: TrialResult, unit: string): CurvePoint | null {
  const actual = trial.participants.find((one) => one.unit === unit)?.actual
  const score = result.results.find((one) => one.unit === unit)?.score?.exact
  const number = typeof actual === 'string' && actual !== 'NA' && actual !== 'MISSING'
  return number && score !== undefined ? { value: actual, score } : null
}

function curveWords(curve: Curve, unit: string): string {
  const first = curve.points[0]
  const last = curve.points.at(-1)
  return `${text.curve(unit)}：${[first, last].map((point) => `${point?.value ?? ''} → ${point?.score ?? ''}`).join('，')}`
}
