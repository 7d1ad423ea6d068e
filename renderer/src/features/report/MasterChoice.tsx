import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useRoute } from '../../ipc/queries.ts'
import { reportText as text } from '../../text/report.ts'

interface Props {
  value: number | null
  onChange: (master: number | null) => void
}

/** The unit's own presentation as master of the slides; one that was removed since says so. */
export function MasterChoice({ value, onChange }: Props): ReactElement {
  const templates = useRoute('reportTemplate.list', {}).data
  const masters = (templates ?? []).filter(({ format }) => format === 'pptx')
  const ended = value !== null && templates !== undefined && !masters.some(({ id }) => id === value)
  return (
    <div role="group" aria-label={text.master}>
      <span className="field-label">{text.master}</span>
      <Select
        style={{ width: '100%' }}
        value={value ?? 0}
        onChange={(id) => onChange(id === 0 ? null : id)}
        options={[
          { value: 0, label: text.masterNone },
          // The export would refuse it: better seen here.
          ...(ended ? [{ value, label: text.masterEnded }] : []),
          ...masters.map(({ id, name }) => ({ value: id, label: name }))
        ]}
      />
      <p className="small quiet">{text.masterHint}</p>
    </div>
  )
}
