import { Button, Dropdown } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { FORMAT_NAMES } from '#shared/ipc/report.ts'
import { paths } from '../../app/paths.ts'
import { Icon } from '../../components/Icon.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { rankingText } from '../../text/ranking.ts'
import type { Export } from '../report/useExport.tsx'

const MORE = 'more'
/** Tables of what this page shows; everything else is made on the report page. */
const FROM_RANKING: ReadonlySet<string> = new Set(['ranking', 'matrix', 'indicators', 'adjustments'])

/** What can be made now; the rest says what is missing. Options are on the report page. */
export function ExportMenu({ period, exporter }: { period: PeriodKey; exporter: Export }): ReactElement {
  const navigate = useNavigate()
  const kinds = useRoute('report.list', { period }).data ?? []
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          ...kinds
            .filter(({ id }) => FROM_RANKING.has(id))
            .map((kind) => ({
              key: kind.id,
              disabled: kind.unavailable !== null,
              label: (
                <span className="rk-export-item">
                  {kind.title}
                  <span className="small quiet">{kind.unavailable ?? FORMAT_NAMES[kind.formats[0]!]}</span>
                </span>
              )
            })),
          { type: 'divider' as const },
          { key: MORE, label: rankingText.exportMore }
        ],
        onClick: ({ key }) => {
          if (key === MORE) void navigate(paths.report)
          else void exporter.run(key, kinds.find(({ id }) => id === key)!.formats[0]!)
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
