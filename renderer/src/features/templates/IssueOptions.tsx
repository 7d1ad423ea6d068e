import { Checkbox, Radio } from 'antd'
import type { ReactElement } from 'react'
import type { RouteInput } from '#shared/ipc/contract.ts'
import { Panel } from '../../components/Panel.tsx'
import { templatesText as text } from '../../text/templates.ts'

/** How the workbooks are made. */
export type Options = Required<Omit<RouteInput<'template.issue'>, 'period' | 'units'>>

interface Props {
  options: Options
  onChange: (options: Options) => void
}

export function IssueOptions({ options, onChange }: Props): ReactElement {
  return (
    <Panel title={text.options} pad>
      <Radio.Group
        className="tp-how"
        value={options.how}
        options={(['ONE_EACH', 'ONE_FOR_ALL'] as const).map((value) => ({ value, label: text.how[value] }))}
        onChange={(event) => onChange({ ...options, how: event.target.value as Options['how'] })}
      />
      <p className="small soft">{text.howHint[options.how]}</p>
      <div className="tp-ticks">
        <Checkbox
          checked={options.lastQuarter}
          onChange={(event) => onChange({ ...options, lastQuarter: event.target.checked })}
        >
          {text.lastQuarter}
        </Checkbox>
        <Checkbox
          checked={options.selfScore}
          disabled={options.how === 'ONE_FOR_ALL'}
          onChange={(event) => onChange({ ...options, selfScore: event.target.checked })}
        >
          {text.selfScore}
        </Checkbox>
      </div>
      <p className="small soft">{text.what}</p>
    </Panel>
  )
}
