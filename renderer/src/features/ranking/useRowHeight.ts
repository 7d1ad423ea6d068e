import { useLayoutEffect, useState, type RefObject } from 'react'

const TALLEST = 38

/**
 * Rows stretch a little to fill the page, so that a group of ordinary size stands there whole; more rows than fit
 * keep the base height and scroll.
 *
 * @param fixed px beside the rows: head, 单列, mean
 */
export function useRowHeight(
  box: RefObject<HTMLElement | null>,
  rows: number,
  base: number,
  fixed: number
): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(() => setRoom(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  if (room === 0 || rows === 0) return base
  return Math.min(Math.max(TALLEST, base), Math.max(base, Math.floor((room - fixed) / rows)))
}
