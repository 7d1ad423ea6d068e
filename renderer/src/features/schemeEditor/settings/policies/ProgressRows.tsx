import { Button, Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { progressStatus } from '#shared/domain/scheme/progressRules.ts'
import { policySettingsText } from '../../../../text/policySettings.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { moveAt, put, removeAt, replaceAt } from '../listEdits.ts'
import { statusWord } from './ProgressLine.tsx'
import type { DraftProgressRow } from './progressCoverage.ts'

const { progress: text } = policySettingsText
const STATUSES = progressStatus.options.map((value) => ({ value, label: statusWord(value) }))

interface Props {
  rows: readonly DraftProgressRow[]
  onChange: (update: (rows: readonly DraftProgressRow[]) => DraftProgressRow[], merge?: string) => void
}

/** So many points behind plan, from … to, and what it is called. */
export function ProgressRows({ rows, onChange }: Props): ReactElement {
  function set<K extends keyof DraftProgressRow>(
    index: number,
    key: K,
    value: DraftProgressRow[K] | undefined
  ): void {
    onChange((before) => replaceAt(before, index, (row) => put(row, key, value)), `progress:${index}:${key}`)
  }
  const steps = (index: number, by: number): (() => void) | undefined =>
    index + by < 0 || index + by >= rows.length
      ? undefined
      : () => onChange((before) => moveAt(before, index, index + by))
  return (
    <table className="plain set-rows set-rows-narrow">
      <thead>
        <tr>
          <th>{text.head.from}</th>
          <th className="mid">{text.head.including}</th>
          <th>{text.head.to}</th>
          <th className="mid">{text.head.including}</th>
          <th>{text.head.status}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <td>
              <DecimalField
                bare
                label={`${text.row(index + 1)} ${text.head.from}`}
                placeholder={text.noFrom}
                value={row.from}
                onChange={(value) => set(index, 'from', value)}
              />
            </td>
            <td className="mid">
              <Checkbox
                aria-label={`${text.row(index + 1)} ${text.head.from} ${text.head.including}`}
                disabled={row.from === undefined}
                checked={row.from !== undefined && (row.fromInclusive ?? true)}
                onChange={(event) => set(index, 'fromInclusive', event.target.checked)}
              />
            </td>
            <td>
              <DecimalField
                bare
                label={`${text.row(index + 1)} ${text.head.to}`}
                placeholder={text.noFrom}
                value={row.to}
                onChange={(value) => set(index, 'to', value)}
              />
            </td>
            <td className="mid">
              <Checkbox
                aria-label={`${text.row(index + 1)} ${text.head.to} ${text.head.including}`}
                disabled={row.to === undefined}
                checked={row.to !== undefined && (row.toInclusive ?? false)}
                onChange={(event) => set(index, 'toInclusive', event.target.checked)}
              />
            </td>
            <td>
              <ChoiceField
                bare
                label={`${text.row(index + 1)} ${text.head.status}`}
                value={row.status}
                options={STATUSES}
                onChange={(value) => set(index, 'status', value)}
              />
            </td>
            <td>
              <RowTools
                ordered
                name={text.row(index + 1)}
                onUp={steps(index, -1)}
                onDown={steps(index, 1)}
                onRemove={() => onChange((before) => removeAt(before, index))}
              />
            </td>
          </tr>
        ))}
        <tr>
          <td colSpan={6}>
            <Button size="small" onClick={() => onChange((before) => [...before, { status: 'ON_TRACK' }])}>
              {text.add}
            </Button>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
