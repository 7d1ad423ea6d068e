import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { PdfFile, PdfPage } from './pdfFile.ts'

export type PdfZoom = 'fit' | 'full' | 'page'

/** 96 css pixels an inch, 72 pt an inch. */
const FULL = 96 / 72
/** Desk to be seen around the paper, both sides together, in px. */
const AROUND = 28

/** On a desk that is folded away. */
const SMALLEST = 0.1

export interface Room {
  width: number
  height: number
}

/** Css pixels per pt of a page: `fit` its width on the desk, `page` the whole of it, `full` true size; never larger. */
export function scaleOf(zoom: PdfZoom, page: Pick<PdfPage, 'width' | 'height'>, room: Room): number {
  if (zoom === 'full' || room.width === 0) return FULL
  const across = (room.width - AROUND) / page.width
  const down = (room.height - AROUND) / page.height
  return Math.max(SMALLEST, Math.min(FULL, across, zoom === 'page' ? down : FULL))
}

/** Room for paper on the desk, without its scroll bar. */
export function useRoom(desk: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const element = desk.current
    if (element === null) return undefined
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      setRoom((before) => (before.width === width && before.height === height ? before : { width, height }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [desk])
  return room
}

function sheetsOf(desk: HTMLElement): HTMLElement[] {
  return [...desk.querySelectorAll<HTMLElement>('.pdf-sheet')]
}

/** The page that most of the eye's height looks at, from 1. */
function pageInView(desk: HTMLElement): number {
  const eye = desk.scrollTop + desk.clientHeight / 2
  const passed = sheetsOf(desk).filter((sheet) => sheet.offsetTop <= eye).length
  return Math.max(1, passed)
}

/** Tells which page is looked at, while scrolling and when pages change. */
export function usePageInView(
  desk: RefObject<HTMLElement | null>,
  count: number,
  onPage: ((page: number) => void) | undefined
): void {
  useEffect(() => {
    const element = desk.current
    if (element === null || onPage === undefined || count === 0) return undefined
    let last = 0
    const look = (): void => {
      const page = Math.min(count, pageInView(element))
      if (page !== last) onPage(page)
      last = page
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [desk, count, onPage])
}

/**
 * What was in the middle of the desk stays there when the paper becomes larger or smaller.
 * @param file whose pages they are: another file keeps the place as it is
 * @param height of all pages together, in px
 */
export function useSteadyScroll(
  desk: RefObject<HTMLElement | null>,
  file: PdfFile | null,
  height: number
): void {
  const before = useRef({ file, height })
  useLayoutEffect(() => {
    const element = desk.current
    const grown = height / before.current.height
    const same = before.current.file === file
    before.current = { file, height }
    if (element === null || !same || grown === 1 || !Number.isFinite(grown)) return
    const middle = element.clientHeight / 2
    element.scrollTo({ top: (element.scrollTop + middle) * grown - middle })
  }, [desk, file, height])
}

/**
 * PageDown and PageUp go from page to page where whole pages fit on the desk. Where they do not, the browser scrolls by a
 * desk, as it does for Home and End: nothing of a page is skipped.
 */
export function leafThrough(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0
  if (step === 0 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  const desk = event.currentTarget
  const sheets = sheetsOf(desk)
  const page = pageInView(desk) - 1
  const next = sheets[Math.min(sheets.length - 1, Math.max(0, page + step))]
  if (next === undefined || sheets.some((sheet) => sheet.offsetHeight > desk.clientHeight)) return
  event.preventDefault()
  desk.scrollTo({ top: next.offsetTop - AROUND / 2 })
}
