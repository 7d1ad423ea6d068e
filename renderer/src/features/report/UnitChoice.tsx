import { Radio, Select } from 'antd'
import type { ReactElement } from 'react'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { ReportKind } from '#shared/ipc/report.ts'
import { reportText as text } from '../../text/report.ts'

interface Props {
  kind: ReportKind
  options: ReportOptions
  onChange: (part: Partial<ReportOptions>) => void
}

/** Whose 成绩单, and whether they go into one file, a folder or a zip. */
export function UnitChoice({ kind, options, onChange }: Props): ReactElement {
  // Units that have left the quarter since they were chosen are not offered, and do not count.
  const known = new Set(kind.units.map(({ unit }) => unit))
  const chosen = (options.units ?? []).filter((unit) => known.has(unit))
  return (
    <>
      <div role="group" aria-label={text.units}>
        <span className="field-label">{text.units}</span>
        <Select
          mode="multiple"
          allowClear
          aria-label={text.units}
          placeholder={text.allUnits(kind.units.length)}
          value={chosen}
          maxTagCount={3}
          optionFilterProp="label"
          options={kind.units.map(({ unit, name }) => ({ value: unit, label: name }))}
          onChange={(units: string[]) => onChange({ units: units.length === 0 ? null : units })}
          style={{ width: '100%' }}
        />
      </div>
      <div role="group" aria-label={text.bundle}>
        <span className="field-label">{text.bundle}</span>
        <Radio.Group
          className="rp-stack"
          value={options.bundle}
          onChange={(event) => onChange({ bundle: event.target.value as ReportOptions['bundle'] })}
          options={[
            { value: 'ONE', label: text.bundles.ONE },
            { value: 'FOLDER', label: text.bundles.FOLDER },
            { value: 'ZIP', label: text.bundles.ZIP }
          ]}
        />
        <p className="small quiet">{text.bundleHint}</p>
      </div>
    </>
  )
}
