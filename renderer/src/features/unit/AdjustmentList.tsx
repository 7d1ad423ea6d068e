import type { ReactElement } from 'react'
import type { AdjustmentResult } from '#shared/domain/ranking/resultSet.ts'
import { SourceTag } from '../../components/SourceTag.tsx'
import { printDay, printNumber, printSigned } from '../../text/format.ts'
import { beforeCap, capText, unitText } from '../../text/unit.ts'

const signed = (sign: 'BONUS' | 'DEDUCTION', points: string): string =>
  printSigned(sign === 'BONUS' ? points : /^0*(\.0*)?$/.test(points) ? points : `-${points}`)

/** 加分 and 减分 of a unit: entries by class, what the cap left of them, where they stand in the ledger. */
export function AdjustmentList(props: {
  adjustments: AdjustmentResult
  sign: 'BONUS' | 'DEDUCTION'
}): ReactElement {
  const { adjustments, sign } = props
  const total = sign === 'BONUS' ? adjustments.bonus : adjustments.deduction
  const classes = adjustments.classes.filter((one) => one.sign === sign)
  const entries = adjustments.entries.filter((entry) => entry.sign === sign)
  const word = sign === 'BONUS' ? unitText.bonus : unitText.deduction
  return (
    <div className="unit-adjustments">
      <p className="bold">
        {word} {signed(sign, total.printed)}
      </p>
      {entries.length === 0 ? <p className="quiet">{unitText.noEntries}</p> : null}
      <ul>
        {entries.map(({ entry, className }) => (
          <li key={entry.id}>
            <span className="ellipsis" title={`${className}：${entry.reason}`}>
              {entry.reason}
              <span className="small quiet">
                {' '}
                {className}
                {entry.date === null ? '' : ` · ${printDay(entry.date)}`}
              </span>
            </span>
            <b>{signed(sign, entry.points)}</b>
            <SourceTag source={entry.source} />
          </li>
        ))}
      </ul>
      {classes
        .filter((one) => one.sum !== one.counted)
        .map((one) => (
          <p key={one.code} className="small soft">
            {one.name}
            {one.cap === null ? '' : ` ${capText(printNumber(one.cap))}`}：
            {beforeCap(printNumber(one.sum), printNumber(one.counted))}
          </p>
        ))}
    </div>
  )
}
