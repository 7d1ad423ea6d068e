import { useVirtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

const VIRTUAL_FROM = 100

export interface ShownRows {
  virtual: boolean
  start: number
  /** Exclusive. */
  end: number
  /** Px of the rows that are not drawn above and below. */
  before: number
  after: number
  reveal(index: number): void
}

/** Over 100 rows only those near the window are drawn; the height stays fixed, so the chart agrees with them. */
export function useShownRows(
  count: number,
  rowHeight: number,
  scroller: RefObject<HTMLElement | null>
): ShownRows {
  const virtual = count > VIRTUAL_FROM
  const virtualizer = useVirtualizer({
    count: virtual ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 0, height: 600 }
  })
  if (!virtual) return { virtual, start: 0, end: count, before: 0, after: 0, reveal: () => undefined }
  const items = virtualizer.getVirtualItems()
  const start = items[0]?.index ?? 0
  const end = (items.at(-1)?.index ?? Math.min(count, 40) - 1) + 1
  return {
    virtual,
    start,
    end,
    before: start * rowHeight,
    after: (count - end) * rowHeight,
    reveal: (index) => virtualizer.scrollToIndex(index)
  }
}
