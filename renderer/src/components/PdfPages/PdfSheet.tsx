import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { PdfPage } from './pdfFile.ts'

/** Pages this near to the desk are drawn before they are seen, and let go when they are farther. */
const NEAR = '100%'

interface Props {
  page: PdfPage
  label: string
  /** Css pixels per pt. */
  scale: number
  /** Device pixels per css pixel. */
  ratio: number
  onFailed: () => void
}

/** One page as a sheet of paper. Its picture is made when it comes near, and replaced only by a complete one. */
export function PdfSheet({ page, label, scale, ratio, onFailed }: Props): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)

  useEffect(() => {
    const element = canvas.current
    if (element === null) return undefined
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { root: element.closest('.pdf-desk'), rootMargin: `${NEAR} 0px` }
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const element = canvas.current
    if (element === null || !near) return undefined
    const drawing = new AbortController()
    page
      .draw(element, scale * ratio, drawing.signal)
      .then((drawn) => {
        if (drawn) element.dataset['drawn'] = ''
      })
      .catch((error: unknown) => {
        console.error('[pdf]', error)
        onFailed()
      })
    return () => drawing.abort()
  }, [page, scale, ratio, near, onFailed])

  useEffect(() => {
    const element = canvas.current
    if (element === null || near) return
    // A picture of A4 weighs five megabytes and more; a report may have hundreds of pages.
    element.width = 0
    element.height = 0
    delete element.dataset['drawn']
  }, [near])

  return (
    <div className="pdf-sheet" style={{ width: page.width * scale, height: page.height * scale }}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  )
}
