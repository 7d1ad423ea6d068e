import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useRoute } from '../../ipc/queries.ts'
import { revisionsText as text } from '../../text/revisions.ts'

/** 复算核对 of one snapshot: asked for, not done on opening, since a large quarter takes a moment. */
export function Verify({ snapshot }: { snapshot: string }): ReactElement {
  const [asked, setAsked] = useState(false)
  const query = useRoute('revision.verify', asked ? { snapshot } : null)
  if (!asked || query.isFetching) {
    return (
      <Button size="small" loading={asked} onClick={() => setAsked(true)}>
        {asked ? text.verifying : text.verify}
      </Button>
    )
  }
  if (query.data === undefined) return <span className="ask small">{query.error?.message}</span>
  if (query.data.ok) {
    return (
      <span className="done small">
        {text.verified}
        {query.data.notes.map((note) => (
          <span key={note} className="soft rev-source">
            {note}
          </span>
        ))}
      </span>
    )
  }
  const { inputs, differences } = query.data
  return (
    <div className="ask small" role="alert">
      {text.differs}
      <ul>
        {differences.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {inputs.recorded === inputs.found ? null : (
          <li>{text.hashes(inputs.recorded.slice(0, 8), inputs.found.slice(0, 8))}</li>
        )}
      </ul>
    </div>
  )
}
