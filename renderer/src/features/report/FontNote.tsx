import { Radio } from 'antd'
import type { ReactElement } from 'react'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { useRoute } from '../../ipc/queries.ts'
import { fontStandIn, reportText as text } from '../../text/report.ts'

interface Props {
  value: ReportOptions['fonts']
  onChange: (fonts: ReportOptions['fonts']) => void
}

/** Which official fonts this machine lacks and what stands in; the file may be printed on another one. */
export function FontNote({ value, onChange }: Props): ReactElement {
  const missing = (useRoute('report.fonts', {}).data ?? []).filter((font) => !font.installed)
  return (
    <div role="group" aria-label={text.fonts}>
      <span className="field-label">{text.fonts}</span>
      {missing.length === 0 ? (
        <p className="small quiet">{text.fontsAll}</p>
      ) : (
        <>
          <ul className="rp-fonts small">
            {missing.map(({ official, name }) => (
              <li key={official}>{fontStandIn(official, name)}</li>
            ))}
          </ul>
          <Radio.Group
            className="rp-stack"
            value={value}
            onChange={(event) => onChange(event.target.value as ReportOptions['fonts'])}
            options={[
              { value: 'INSTALLED', label: text.fontsInstalled },
              { value: 'OFFICIAL', label: text.fontsOfficial }
            ]}
          />
        </>
      )}
    </div>
  )
}
