import type { ReactElement } from 'react'
import type { LedgerUnitView } from '#shared/ipc/incentive.ts'
import { ScoreText } from '../../components/ScoreText.tsx'
import { adjustmentsText as text } from '../../text/adjustments.ts'

/** Per class: entered, cap, counted; the sentence of the engine below. */
export function ClassTable({ unit, decimals }: { unit: LedgerUnitView; decimals: number }): ReactElement {
  return (
    <>
      <table className="plain">
        <thead>
          <tr>
            <th>{text.classHead.name}</th>
            <th className="num">{text.classHead.sum}</th>
            <th className="num">{text.classHead.cap}</th>
            <th className="num">{text.classHead.counted}</th>
            <th aria-label={text.capped} />
          </tr>
        </thead>
        <tbody>
          {unit.classes.map((line) => {
            const minus = line.sign === 'DEDUCTION' ? '-' : ''
            return (
              <tr key={line.code}>
                <td>{line.name}</td>
                <td className="num">
                  <ScoreText value={`${minus}${line.sum}`} places={decimals} signed />
                </td>
                <td className="num soft">
                  {line.cap === null ? text.noCap : <ScoreText value={line.cap} places={decimals} />}
                </td>
                <td className="num">
                  <ScoreText value={`${minus}${line.counted}`} places={decimals} signed strong />
                </td>
                <td>
                  {line.sum === line.counted ? null : <span className="tag tag-check">{text.capped}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="adj-sentence">{unit.sentence}</p>
    </>
  )
}
