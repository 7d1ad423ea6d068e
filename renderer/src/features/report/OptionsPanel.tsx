import { Checkbox, Input, InputNumber } from 'antd'
import type { ReactElement } from 'react'
import type { ReportOptions } from '#shared/ipc/report.ts'
import { Panel } from '../../components/Panel.tsx'
import { reportText } from '../../text/report.ts'
import type { Hideable } from './paperColumns.ts'

interface Props {
  options: ReportOptions
  /** Columns that can be left out. */
  columns: readonly Hideable[]
  onChange: (options: ReportOptions) => void
}

const FEWEST = 3

/** What the ranking workbook carries. The preview beside it follows every change. */
export function OptionsPanel({ options, columns, onChange }: Props): ReactElement {
  const change = (part: Partial<ReportOptions>): void => onChange({ ...options, ...part })
  const shown = (column: string): boolean => !options.hide.includes(column)
  return (
    <Panel title={reportText.options} scroll>
      <div className="rp-options">
        <fieldset>
          <legend className="field-label">{reportText.columns}</legend>
          {columns.map((column) => (
            <Checkbox
              key={column}
              checked={shown(column)}
              onChange={(event) =>
                change({
                  hide: event.target.checked
                    ? options.hide.filter((code) => code !== column)
                    : [...options.hide, column]
                })
              }
            >
              {reportText.hide[column]}
            </Checkbox>
          ))}
        </fieldset>
        <div>
          <Checkbox
            checked={options.topOnly !== null}
            onChange={(event) => change({ topOnly: event.target.checked ? FEWEST : null })}
          >
            {reportText.topOnly}
          </Checkbox>
          {options.topOnly === null ? null : (
            <span className="rp-top">
              <InputNumber
                size="small"
                min={1}
                max={200}
                precision={0}
                aria-label={reportText.topOnly}
                value={options.topOnly}
                onChange={(value) => change({ topOnly: value ?? FEWEST })}
              />
              {reportText.topCount}
            </span>
          )}
          <p className="small quiet">{reportText.topOnlyHint}</p>
        </div>
        <Checkbox checked={options.charts} onChange={(event) => change({ charts: event.target.checked })}>
          {reportText.charts}
        </Checkbox>
        <label>
          <span className="field-label">{reportText.issuer}</span>
          <Input
            maxLength={60}
            value={options.issuer}
            onChange={(event) => change({ issuer: event.target.value })}
          />
        </label>
        <label>
          <span className="field-label">{reportText.issuedOn}</span>
          <Input
            maxLength={20}
            placeholder={reportText.issuedOnHint}
            value={options.issuedOn}
            onChange={(event) => change({ issuedOn: event.target.value })}
          />
        </label>
      </div>
    </Panel>
  )
}
