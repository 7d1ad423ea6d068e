import type { ReactElement } from 'react'
import type { Problem } from '#shared/problem.ts'
import { IssueMark } from '../../components/IssueMark.tsx'
import { batchesText } from '../../text/batches.ts'

const { problems: text } = batchesText

/** What the import found, errors first: those cells were left out. */
export function ProblemsTab({ problems }: { problems: readonly Problem[] }): ReactElement {
  if (problems.length === 0) return <p className="quiet bt-none">{text.none}</p>
  const order = ['error', 'confirm', 'info']
  const sorted = [...problems].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  return (
    <div className="bt-scroll">
      <table className="plain" aria-label={batchesText.tabs.problems}>
        <thead>
          <tr>
            <th />
            <th>{text.place}</th>
            <th>{text.value}</th>
            <th>{text.what}</th>
            <th>{text.fix}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((problem, index) => (
            <tr key={index}>
              <td className="nowrap">
                <IssueMark level={problem.level} />
              </td>
              <td className="nowrap">
                {[problem.place.sheet, problem.place.cell].filter((part) => part !== undefined).join(' · ')}
              </td>
              <td className="bt-value" title={problem.value}>
                {problem.value ?? ''}
              </td>
              <td>{problem.message}</td>
              <td className="soft">{problem.suggestion ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
