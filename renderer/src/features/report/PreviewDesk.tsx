import { Button, Segmented } from 'antd'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { ReportKind } from '#shared/ipc/report.ts'
import { paths } from '../../app/paths.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { PdfPages } from '../../components/PdfPages/PdfPages.tsx'
import { call, toCallError, type CallError } from '../../ipc/client.ts'
import { pagesOf, reportText } from '../../text/report.ts'

type Zoom = 'fit' | 'page' | 'full'

interface Props {
  period: PeriodKey
  kind: ReportKind
  options: ReportOptions
  /** Other reports can be made: what this one lacks is not a computation. */
  computed: boolean
  /** Goes up when something outside of the options changed the report. */
  version: number
}

/** A preview weighs up to megabytes: it is let go soon after its report was left. */
const KEPT = 60_000

/** The report as paper on a desk: the very PDF that would be printed. */
export function PreviewDesk({ period, kind, options, computed, version }: Props): ReactElement {
  const navigate = useNavigate()
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [pages, setPages] = useState(0)
  const preview = useQuery<Uint8Array<ArrayBuffer>, CallError>({
    queryKey: ['report.preview', period, kind.id, options, version],
    enabled: kind.unavailable === null,
    gcTime: KEPT,
    placeholderData: keepPreviousData,
    queryFn: () =>
      call('report.preview', { period, report: kind.id, options }).then(
        ({ pdf }) => pdf,
        (error: unknown) => {
          throw toCallError(error)
        }
      )
  })

  if (kind.unavailable !== null) {
    return (
      <Panel>
        <EmptyState title={reportText.cannot(kind.title)} hint={kind.unavailable}>
          {computed ? null : (
            <Button onClick={() => void navigate(paths.ranking)}>{reportText.goRanking}</Button>
          )}
        </EmptyState>
      </Panel>
    )
  }
  if (preview.error !== null && preview.data === undefined) {
    return (
      <Panel>
        <ErrorPanel error={preview.error} unchanged={null} onRetry={() => void preview.refetch()} />
      </Panel>
    )
  }
  return (
    <div className="rp-desk-frame">
      <PdfPages
        pdf={preview.data ?? null}
        busy={preview.isFetching}
        zoom={zoom}
        label={reportText.paper(kind.title)}
        onPages={setPages}
      />
      <div className="rp-desk-foot small soft">
        <span>{pagesOf(pages)}</span>
        <span className="quiet ellipsis">
          {kind.formats[0] === 'pdf' ? null : reportText.paperHint[kind.formats[0]!]}
        </span>
        <span className="grow" />
        <Segmented<Zoom>
          size="small"
          aria-label={reportText.zoom}
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'fit', label: reportText.zoomFit },
            { value: 'page', label: reportText.zoomPage },
            { value: 'full', label: reportText.zoomFull }
          ]}
        />
      </div>
    </div>
  )
}
