import { useMemo, useState, type ReactElement } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { ROLE_NAMES } from '../../text/import.ts'
import { columnTag } from './columnTag.ts'
import { GridCanvas } from './GridCanvas.tsx'
import type { SheetGridProps } from './sheetGridProps.ts'
import { useGridRows } from './useGridRows.ts'

const FIRST_ROWS = Array.from({ length: 61 }, (_, row) => row)

/** The real sheet: its cells and merges as they stand in the file, tinted by what was made of them. */
export function SheetGrid(props: SheetGridProps): ReactElement {
  const { detail, sheet, names } = props
  const [seen, setSeen] = useState<readonly number[]>(FIRST_ROWS)
  const rows = useGridRows(props.session, detail.file.id, sheet.sheet, seen)
  const tags = useMemo(
    () => new Map(sheet.columns.map((column) => [column.col, columnTag(column, names) || ROLE_NAMES.ignore])),
    [sheet, names]
  )
  if (rows.head === null) {
    return rows.error === null ? <Skeleton rows={14} /> : <ErrorPanel error={rows.error} unchanged={null} />
  }
  return <GridCanvas {...props} head={rows.head} rows={rows} tags={tags} onSeen={setSeen} />
}
