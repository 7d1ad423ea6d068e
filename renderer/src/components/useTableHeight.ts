import { useCallback, useState, type CSSProperties } from 'react'
import { useRowHeight } from './useRowHeight.ts'

/** Height of a table's head in px (one line of 12 px text and its rule). */
const HEAD = 31
/** Rows stretch up to this to fill a page (DESIGN 3). */
const TALLEST = 38

export interface TableBox {
  /** Put on the element that the table fills. */
  attach: (node: HTMLElement | null) => (() => void) | undefined
  /** Room for the rows: they scroll under a head that stays. Undefined where nothing can be measured. */
  height: number | undefined
  /** Row height of this table, for the same element. */
  style: CSSProperties
}

/** Fits a table of `rows` rows into its box: few rows stretch a little, many scroll. `extra` px stand beside them. */
export function useTableHeight(rows: number, extra = HEAD): TableBox {
  const [box, setBox] = useState<number>()
  const least = useRowHeight()
  const attach = useCallback((node: HTMLElement | null) => {
    if (node === null) return undefined
    const measure = (): void => {
      if (node.clientHeight > 0) setBox(node.clientHeight)
    }
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    measure()
    return () => observer.disconnect()
  }, [])
  const height = box === undefined ? undefined : Math.max(3 * least, box - extra)
  const fitting = height === undefined || rows === 0 ? least : Math.floor(height / rows)
  const row = Math.max(least, Math.min(TALLEST, fitting))
  return { attach, height, style: { '--row': `${row}px` } as CSSProperties }
}
