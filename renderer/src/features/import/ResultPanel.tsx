import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../app/paths.ts'
import { Icon } from '../../components/Icon.tsx'
import { Panel } from '../../components/Panel.tsx'
import { batchCounts, importText, rejectedCells, resultSummary } from '../../text/import.ts'
import type { CommitResult } from './useImportSession.ts'

const { result: text } = importText

/** What the import did, the backup that was made before it, and where to go next. */
export function ResultPanel({
  result,
  onAgain
}: {
  result: CommitResult
  onAgain: () => void
}): ReactElement {
  const navigate = useNavigate()
  const { batches, backup, rejected } = result
  const sum = (pick: (batch: (typeof batches)[number]) => number): number =>
    batches.reduce((total, batch) => total + pick(batch), 0)
  return (
    <Panel className="ip-result">
      <div className="blank" role="status">
        <p className="blank-title">
          <Icon name="box" className="done" />
          {text.title}
        </p>
        <p className="blank-text">
          {resultSummary(
            batches.length,
            sum((batch) => batch.created),
            sum((batch) => batch.changed),
            sum((batch) => batch.same)
          )}
        </p>
        {rejected === 0 ? null : <p className="blank-text ask">{rejectedCells(rejected)}</p>}
        <p className="blank-text">
          {text.backup} {backup}
        </p>
        <div className="blank-actions">
          <Button type="primary" onClick={() => void navigate(paths.ranking)}>
            {text.toRanking}
          </Button>
          <Button onClick={() => void navigate(paths.submissions)}>{text.toSubmissions}</Button>
          <Button onClick={onAgain}>{text.again}</Button>
        </div>
      </div>
      <table className="plain" aria-label={text.title}>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td className="ip-file-name" title={batch.fileName}>
                {batch.fileName}
              </td>
              <td className="soft">
                {batchCounts(batch.created, batch.changed, batch.same, batch.left, batch.adjustments)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
