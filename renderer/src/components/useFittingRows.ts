import { useCallback, useState, type CSSProperties } from 'react'

const TALLEST = 38

export interface FittingRows {
  attach: (node: HTMLElement | null) => (() => void) | undefined
  /** How many of `most` rows fit. */
  rows: number
  /** Row height that fills the box with them, for the same element. */
  style: CSSProperties
}

/**
 * A list that is cut to its box: as many rows as fit at `least` px, stretched a little so that no strip stays
 * empty. `head` px stand above the rows. Where nothing can be measured (tests) `fallback` rows are shown.
 */
export function useFittingRows(most: number, least: number, head: number, fallback: number): FittingRows {
  const [height, setHeight] = useState(0)
  const attach = useCallback((node: HTMLElement | null) => {
    if (node === null) return undefined
    const measure = (): void => setHeight(node.clientHeight)
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    measure()
    return () => observer.disconnect()
  }, [])
  const room = height - head
  const rows = height === 0 ? Math.min(most, fallback) : Math.max(1, Math.min(most, Math.floor(room / least)))
  const row = height === 0 ? least : Math.max(least, Math.min(TALLEST, Math.floor(room / rows)))
  return { attach, rows, style: { '--row': `${row}px` } as CSSProperties }
}
