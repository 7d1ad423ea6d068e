import type { RefObject } from 'react'
import type { ImportFileDetail } from '#shared/ipc/importViews.ts'
import type { CellSpot } from './gridKeys.ts'
import type { GridModel } from './gridModel.ts'
import type { SheetDetail } from './sheetDetail.ts'
import type { Names } from './useNames.ts'

export interface SheetGridProps {
  session: string
  detail: ImportFileDetail
  sheet: SheetDetail
  model: GridModel
  names: Names
  /** Rows to draw, ascending, 0-based; null for all. */
  shown: readonly number[] | null
  active: CellSpot | null
  onActive: (spot: CellSpot) => void
  /** Row numbers can be clicked to correct the header. */
  editing: boolean
  busy: boolean
  onHeaderEdge: (edge: 'first' | 'last', row: number) => void
  onColumn: (col: number, row: number) => void
  /** A key that does not move the active cell; true when it was used. */
  onCellKey: (key: string) => boolean
  gridRef: RefObject<HTMLDivElement | null>
}
