import { Button, Dropdown } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { paths } from '../../app/paths.ts'
import { Icon } from '../../components/Icon.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { rankingText } from '../../text/ranking.ts'
import type { Export } from '../report/useExport.tsx'

const MORE = 'more'

/** What can be made now; the rest says what is missing. Options are on the report page. */
export function ExportMenu({ period, exporter }: { period: PeriodKey; exporter: Export }): ReactElement {
  const navigate = useNavigate()
  const kinds = useRoute('report.list', { period }).data ?? []
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...kinds.map((kind) => ({
            key: kind.id,
            disabled: kind.unavailable !== null,
            label: (
              <span className="rk-export-item">
                {kind.title}
                <span className="small quiet">{kind.unavailable ?? kind.format}</span>
              </span>
            )
          })),
          { type: 'divider' as const },
          { key: MORE, label: rankingText.exportMore }
        ],
        onClick: ({ key }) => {
          if (key === MORE) void navigate(paths.report)
          else void exporter.run(key)
        }
      }}
    >
      <Button loading={exporter.busy}>
        {rankingText.export}
        <Icon name="down" />
      </Button>
    </Dropdown>
  )
}
