import type { ReactElement } from 'react'
import { cellAddress } from '#shared/domain/importing/a1.ts'
import type { ImportFileDetail } from '#shared/ipc/import.ts'
import { printNumber } from '../../text/format.ts'
import { goesTo, importText, skippedBecause } from '../../text/import.ts'
import { gridModel, type SheetDetail } from './gridModel.ts'
import type { CellSpot } from './gridKeys.ts'
import { useGridRows } from './useGridRows.ts'
import type { Names } from './useNames.ts'

interface Props {
  session: string
  detail: ImportFileDetail
  sheet: SheetDetail
  active: CellSpot | null
  names: Names
}

/** The chosen cell: its address, its text as it stands in the file, and where it goes. */
export function FormulaBar({ session, detail, sheet, active, names }: Props): ReactElement {
  const row = active?.row ?? 0
  const rows = useGridRows(session, detail.file.id, sheet.sheet, row, row)
  if (active === null) {
    return <div className="sg-bar sg-bar-hint small quiet">{importText.grid.hint}</div>
  }
  // Inside a merge the text stands in its first cell.
  const merge = rows.merges.find(
    (one) =>
      active.row >= one.top && active.row <= one.bottom && active.col >= one.left && active.col <= one.right
  )
  const spot = merge === undefined ? active : { row: merge.top, col: merge.left }
  const cell = rows.cell(spot.row, spot.col)
  const said = explain(detail, sheet, spot, names)
  return (
    <div className="sg-bar" role="status">
      <b>{cellAddress(spot.row, spot.col)}</b>
      <span className="sg-bar-text" title={cell?.text}>
        {cell === null || cell.text === '' ? (
          <span className="quiet">{importText.grid.empty}</span>
        ) : (
          cell.text
        )}
      </span>
      {cell?.formula === undefined ? null : (
        <span className="small soft ellipsis" title={cell.formula}>
          {importText.grid.formula} ={cell.formula.replace(/^=/, '')}
        </span>
      )}
      <span className="sg-bar-end small soft ellipsis" title={said}>
        {said}
      </span>
    </div>
  )
}

function explain(detail: ImportFileDetail, sheet: SheetDetail, spot: CellSpot, names: Names): string {
  const model = gridModel(detail, sheet)
  const problem = model.problems(spot.row, spot.col)[0]
  const staged = model.staged(spot.row, spot.col)
  if (staged !== null) {
    const value = staged.value === null ? (staged.state === 'NA' ? '/' : '缺报') : printNumber(staged.value)
    const goes = goesTo(
      names.unitName(staged.unit),
      names.indicatorName(staged.indicator),
      staged.field,
      value
    )
    return problem === undefined ? goes : `${problem.message} ${goes}`
  }
  if (problem !== undefined) return [problem.message, problem.suggestion ?? ''].join(' ')
  if (!sheet.used) return sheet.leftOut ?? importText.grid.notUsed
  const reason = model.skippedReason(spot.row)
  if (reason !== null) return skippedBecause(reason)
  if (model.tint(spot.row, spot.col) === 'header') return importText.grid.inHeader
  return importText.grid.notUsed
}
