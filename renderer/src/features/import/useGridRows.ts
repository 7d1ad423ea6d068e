import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ImportGrid } from '#shared/ipc/importViews.ts'
import { call } from '../../ipc/client.ts'
import { routeKey } from '../../ipc/queries.ts'

const CHUNK = 500

export type GridCell = ImportGrid['cells'][number]
export type Merge = ImportGrid['merges'][number]

export interface GridRows {
  /** Size, hidden rows and merges; null until the first rows are there. */
  head: ImportGrid | null
  cell(row: number, col: number): GridCell | null
  merges: readonly Merge[]
  error: Error | null
}

/**
 * The rows of a sheet as they stand in the file, fetched in blocks around the rows on the screen: a sheet of
 * 100,000 rows never crosses the boundary whole.
 *
 * @param shown 0-based rows on the screen; they need not follow each other
 */
export function useGridRows(
  session: string,
  file: string,
  sheet: string,
  shown: readonly number[]
): GridRows {
  const wanted = useMemo(
    // The first block always: it carries the column widths and the header.
    () => [...new Set([0, ...shown.map((row) => Math.floor(row / CHUNK))])].sort((a, b) => a - b),
    [shown]
  )
  return useQueries({
    queries: wanted.map((block) => {
      const input = { session, file, sheet, top: block * CHUNK, rows: CHUNK }
      // A session's files never change under their id, so a block is read once.
      return {
        queryKey: routeKey('import.grid', input),
        queryFn: () => call('import.grid', input),
        staleTime: Infinity
      }
    }),
    combine
  })
}

function combine(results: { data?: ImportGrid | undefined; error: Error | null }[]): GridRows {
  const blocks = results.flatMap((result) => result.data ?? [])
  const cells = new Map<string, GridCell>()
  const merges = new Map<string, Merge>()
  for (const block of blocks) {
    for (const cell of block.cells) cells.set(`${cell.row}:${cell.col}`, cell)
    for (const merge of block.merges) merges.set(`${merge.top}:${merge.left}`, merge)
  }
  return {
    head: results[0]?.data ?? null,
    cell: (row, col) => cells.get(`${row}:${col}`) ?? null,
    merges: [...merges.values()],
    error: results.find((result) => result.error !== null)?.error ?? null
  }
}
