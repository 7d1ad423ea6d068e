import { useMemo, type ReactElement } from 'react'
import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { ImportFileDetail } from '#shared/ipc/importViews.ts'
import { printNumber } from '../../text/format.ts'
import { goesTo, importText, skippedBecause } from '../../text/import.ts'
import { answerText, readAs } from '../../text/importSheet.ts'
import { columnTag } from './columnTag.ts'
import type { CellSpot } from './gridKeys.ts'
import type { GridModel } from './gridModel.ts'
import type { SheetDetail } from './sheetDetail.ts'
import { useGridRows } from './useGridRows.ts'
import { blockAt } from './sheetBlocks.ts'
import { GridLegend } from './SheetTabs.tsx'
import type { Names } from './useNames.ts'

interface Props {
  session: string
  detail: ImportFileDetail
  sheet: SheetDetail
  model: GridModel
  active: CellSpot | null
  names: Names
}

/** The chosen cell: its address, its text as it stands in the file, and where it goes. */
export function FormulaBar({ session, detail, sheet, model, active, names }: Props): ReactElement {
  const row = active?.row ?? 0
  const shown = useMemo(() => [row], [row])
  const rows = useGridRows(session, detail.file.id, sheet.sheet, shown)
  if (active === null) {
    return (
      <div className="sg-bar sg-bar-hint small quiet">
        <span className="grow">{importText.grid.hint}</span>
        <GridLegend />
      </div>
    )
  }
  // Inside a merge the text stands in its first cell.
  const merge = rows.merges.find(
    (one) =>
      active.row >= one.top && active.row <= one.bottom && active.col >= one.left && active.col <= one.right
  )
  const spot = merge === undefined ? active : { row: merge.top, col: merge.left }
  const cell = rows.cell(spot.row, spot.col)
  const said = explain(model, sheet, spot, names)
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

function explain(model: GridModel, sheet: SheetDetail, spot: CellSpot, names: Names): string {
  const answer = model.answer(spot.row, spot.col)
  const problem = model.problems(spot.row, spot.col)[0]
  const staged = model.staged(spot.row, spot.col)
  const told = answer === null ? null : answerText(answer)
  if (staged !== null) {
    const value = staged.value === null ? (staged.state === 'NA' ? '/' : '缺报') : printNumber(staged.value)
    const goes = goesTo(
      names.unitName(staged.unit),
      names.indicatorName(staged.indicator),
      staged.field,
      value
    )
    return [told ?? problem?.message, goes].filter((part) => part !== undefined).join(' ')
  }
  if (told !== null) return told
  if (problem !== undefined) return [problem.message, problem.suggestion ?? ''].join(' ')
  if (!sheet.used) return sheet.leftOut ?? importText.grid.notUsed
  const reason = model.skippedReason(spot.row)
  if (reason !== null) return skippedBecause(reason)
  if (model.tint(spot.row, spot.col) === 'header') return importText.grid.inHeader
  const plan = blockAt(model.blocks, spot.row, spot.col)?.columns.find(({ col }) => col === spot.col)
  const tag = plan === undefined || !isInBody(sheet, spot.row) ? '' : columnTag(plan, names)
  return tag === '' ? importText.grid.notUsed : readAs(tag)
}

const isInBody = ({ body }: SheetDetail, row: number): boolean =>
  body !== null && row >= body.first && row <= body.last
