import type { ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { printMoment } from '../../text/format.ts'
import { reportText } from '../../text/report.ts'

/** 导出记录: who took out what, and on which snapshot it rests. */
export function ExportHistory({ period }: { period: PeriodKey }): ReactElement {
  const history = useRoute('report.history', { period })
  return (
    <Panel title={reportText.history} className="rp-history" scroll>
      <Loaded query={history} rows={3}>
        {(list) =>
          list.length === 0 ? (
            <p className="small quiet rp-none">{reportText.historyEmpty}</p>
          ) : (
            <ul>
              {list.map((item, index) => (
                <li key={index}>
                  <span className="ellipsis" title={item.fileName}>
                    {item.fileName}
                  </span>
                  <span className="small quiet">
                    {printMoment(item.at)} {item.by} · {item.snapshot ?? common.preview}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
