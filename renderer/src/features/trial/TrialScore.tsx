import type { ReactElement } from 'react'
import type { TrialResult } from '#shared/domain/trial/trialCase.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import { printNumber } from '../../text/format.ts'

interface Props {
  result: TrialResult['results'][number] | undefined
  onChoose: (unit: string) => void
}

const MARKS = { NA: 'na', MISSING: 'missing', REFUSED: 'refused', SCORED: 'na' } as const

/** The printed and the exact score of a row; a score can be asked. */
export function TrialScore({ result, onChoose }: Props): ReactElement {
  if (result === undefined) {
    return (
      <>
        <td className="trial-score" />
        <td />
      </>
    )
  }
  if (result.score === null) {
    return (
      <>
        <td className="num trial-score">
          <button type="button" className="link" onClick={() => onChoose(result.unit)}>
            <StatusMark status={MARKS[result.status]} />
          </button>
        </td>
        <td />
      </>
    )
  }
  return (
    <>
      <td className="num trial-score">
        <button
          type="button"
          className="link bold"
          title={result.trace.sentence}
          onClick={() => onChoose(result.unit)}
        >
          {printNumber(result.score.printed)}
        </button>
      </td>
      <td className="num quiet small trial-exact" title={result.score.exact}>
        {printNumber(result.score.exact)}
      </td>
    </>
  )
}
