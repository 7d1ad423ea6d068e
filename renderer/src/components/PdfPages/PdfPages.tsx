import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react'
import { pdfText } from '../../text/pdfPages.ts'
import { Notice } from '../Notice.tsx'
import { PdfSheet } from './PdfSheet.tsx'
import type { PdfFile } from './pdfFile.ts'
import { useDeviceRatio } from './useDeviceRatio.ts'
import { leafThrough, scaleOf, usePageInView, useRoom, useSteadyScroll, type PdfZoom } from './useDesk.ts'
import { usePdfFile } from './usePdfFile.ts'
import './pdfPages.css'

interface Props {
  /** Null while there is none. A newer one takes the place of the older page by page, without a flash. */
  pdf: Uint8Array<ArrayBuffer> | null
  /** A newer one is under way. */
  busy: boolean
  zoom: PdfZoom
  /** Accessible name of the desk. */
  label: string
  onPages?: (count: number) => void
  /** The page that is looked at, from 1. */
  onPage?: (page: number) => void
}

/** The pages of a PDF as paper on a desk. */
export function PdfPages({ pdf, busy, zoom, label, onPages, onPage }: Props): ReactElement {
  const desk = useRef<HTMLDivElement>(null)
  const { file, failed } = usePdfFile(pdf)
  const [undrawable, setUndrawable] = useState<PdfFile | null>(null)
  const room = useRoom(desk)
  const ratio = useDeviceRatio()
  const pages = file?.pages ?? []
  const scales = pages.map((page) => scaleOf(zoom, page, room))
  const height = pages.reduce((total, page, index) => total + page.height * scales[index]!, 0)
  const count = pages.length

  useSteadyScroll(desk, file, height)
  usePageInView(desk, count, onPage)
  useEffect(() => {
    if (file !== null) onPages?.(file.pages.length)
  }, [file, onPages])
  const giveUp = useCallback(() => setUndrawable(file), [file])

  const broken = failed || (file !== null && undrawable === file)
  const waiting = busy || (pdf !== null && file === null && !failed)
  return (
    <div className="pdf-frame">
      <div
        className="pdf-desk"
        ref={desk}
        tabIndex={0}
        role="region"
        aria-label={label}
        aria-busy={waiting}
        onKeyDown={leafThrough}
      >
        {broken ? (
          <Notice tone="ask" title={pdfText.failed}>
            {pdfText.failedHint}
          </Notice>
        ) : null}
        <div className="pdf-pages">
          {pages.map((page, index) => (
            <PdfSheet
              key={index}
              page={page}
              label={pdfText.page(index + 1, count)}
              scale={scales[index]!}
              ratio={ratio}
              onFailed={giveUp}
            />
          ))}
          {count === 0 && waiting ? <div className="pdf-sheet pdf-blank" aria-hidden="true" /> : null}
        </div>
      </div>
      {waiting ? (
        <p className="pdf-waiting small" role="status">
          {count === 0 ? pdfText.typesetting : pdfText.updating}
        </p>
      ) : null}
    </div>
  )
}
