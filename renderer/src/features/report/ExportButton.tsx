import { Button, Dropdown, Space } from 'antd'
import type { ReactElement } from 'react'
import { FORMAT_NAMES, type ReportKind } from '#shared/ipc/report.ts'
import { Icon } from '../../components/Icon.tsx'
import { exportAs, reportText } from '../../text/report.ts'

type Format = ReportKind['formats'][number]

interface Props {
  kind: ReportKind
  busy: boolean
  onExport: (format: Format) => void
}

/** The one filled button: the report's usual format; the others are a click away. */
export function ExportButton({ kind, busy, onExport }: Props): ReactElement {
  const [usual, ...others] = kind.formats
  const disabled = kind.unavailable !== null || busy
  return (
    <Space.Compact>
      <Button type="primary" disabled={disabled} loading={busy} onClick={() => onExport(usual!)}>
        {exportAs(FORMAT_NAMES[usual!])}
      </Button>
      {others.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          disabled={disabled}
          menu={{
            items: others.map((format) => ({ key: format, label: exportAs(FORMAT_NAMES[format]) })),
            onClick: ({ key }) => onExport(key as Format)
          }}
        >
          <Button type="primary" aria-label={reportText.otherFormats} icon={<Icon name="down" />} />
        </Dropdown>
      )}
    </Space.Compact>
  )
}
