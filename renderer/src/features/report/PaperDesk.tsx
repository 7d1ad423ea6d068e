import { Segmented } from 'antd'
import { useLayoutEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import type { ReportOptions } from '#shared/ipc/report.ts'
import { pageOf, reportText } from '../../text/report.ts'
import { Paper } from './Paper.tsx'
import { paperPages } from './paperPages.ts'

/** A4 landscape at 96 px an inch. */
const PAPER_WIDTH = 1123
const DESK_PADDING = 28

/** Without a date the workbook carries the day of the export, written without padding (GB/T 9704). */
function today(): string {
  const now = new Date()
  return `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`
}

interface Props {
  results: ResultSet
  options: ReportOptions
  snapshot: string | null
}

/** The report as paper on a desk: what is seen is what will be printed. */
export function PaperDesk({ results, options, snapshot }: Props): ReactElement {
  const desk = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(0)
  const [size, setSize] = useState<'fit' | 'full'>('fit')
  const pages = useMemo(() => paperPages(results, options.topOnly), [results, options.topOnly])

  useLayoutEffect(() => {
    const element = desk.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const zoom = size === 'full' || room === 0 ? 1 : Math.min(1, (room - DESK_PADDING) / PAPER_WIDTH)
  return (
    <div className="rp-desk-frame">
      <div className="rp-desk" ref={desk} tabIndex={0} role="region" aria-label={reportText.title}>
        <div className="rp-pages" style={{ zoom }}>
          {pages.map((page, index) => (
            <Paper
              key={index}
              page={page}
              number={index + 1}
              results={results}
              hide={options.hide}
              issuer={options.issuer}
              issuedOn={options.issuedOn === '' ? today() : options.issuedOn}
              snapshot={snapshot}
            />
          ))}
        </div>
      </div>
      <div className="rp-desk-foot small soft">
        <span>{pageOf(1, pages.length)}</span>
        <span className="quiet">{reportText.paperHint}</span>
        <span className="grow" />
        <Segmented<'fit' | 'full'>
          size="small"
          aria-label={reportText.zoom}
          value={size}
          onChange={setSize}
          options={[
            { value: 'fit', label: reportText.zoomFit },
            { value: 'full', label: reportText.zoomFull }
          ]}
        />
      </div>
    </div>
  )
}
