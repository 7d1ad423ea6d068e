import { useMemo, type ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportKind } from '#shared/ipc/report.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { reportText } from '../../text/report.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { ReportDesk } from './ReportDesk.tsx'
import './report.css'

/** 报告: kinds, the report as it will be printed, what can be chosen, export and its record. */
export function ReportPage(): ReactElement {
  return (
    <WithScheme title={reportText.title}>{(period) => <Reports key={period} period={period} />}</WithScheme>
  )
}

function Reports({ period }: { period: PeriodKey }): ReactElement {
  const kinds = useRoute('report.list', { period })
  return (
    <div className="page">
      <Loaded query={kinds} rows={14}>
        {(list) =>
          list.length === 0 ? (
            <>
              <PageHead title={reportText.title} />
              <Panel>
                <EmptyState title={reportText.emptyTitle} hint={reportText.emptyHint} />
              </Panel>
            </>
          ) : (
            <Chosen period={period} kinds={list} />
          )
        }
      </Loaded>
    </div>
  )
}

const PARAM = 'report'

/** The address says which report is open, so that links lead to it and a reload keeps it. */
function Chosen({ period, kinds }: { period: PeriodKey; kinds: readonly ReportKind[] }): ReactElement {
  const [search, setSearch] = useSearchParams()
  const kind = useMemo(() => kinds.find(({ id }) => id === search.get(PARAM)) ?? kinds[0]!, [kinds, search])
  const options = useRoute('report.options', { report: kind.id })
  return (
    <Loaded query={options} rows={14}>
      {(remembered) => (
        <ReportDesk
          key={kind.id}
          period={period}
          kinds={kinds}
          kind={kind}
          remembered={remembered}
          onChoose={(id) => setSearch({ [PARAM]: id }, { replace: true })}
        />
      )}
    </Loaded>
  )
}
