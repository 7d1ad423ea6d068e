import { useMemo, useState, type ReactElement, type RefObject } from 'react'
import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { ImportFileDetail } from '#shared/ipc/importViews.ts'
import { sheetText } from '../../text/importSheet.ts'
import { CellBar } from './CellBar.tsx'
import { answerOfKey, cellChoice } from './cellChoice.ts'
import { ColumnDialog } from './ColumnDialog.tsx'
import { withCell, withColumnRole, withHeaderEdge, type CellFix } from './fixes.ts'
import { FormulaBar } from './FormulaBar.tsx'
import { gridModel } from './gridModel.ts'
import type { SheetDetail } from './sheetDetail.ts'
import { blockAt } from './sheetBlocks.ts'
import { SheetGrid } from './SheetGrid.tsx'
import type { SheetStepProps } from './sheetStepProps.ts'
import type { SheetPlace } from './usePlace.ts'

interface Props extends SheetStepProps {
  detail: ImportFileDetail
  sheet: SheetDetail
  place: SheetPlace
  gridRef: RefObject<HTMLDivElement | null>
}

/** The chosen cell above, the grid, and in 检查 the answer for the cell below it. */
export function SheetBody(props: Props): ReactElement {
  const { step, session, names, work, view, detail, sheet, place, gridRef } = props
  const { active } = place
  const [filling, setFilling] = useState(false)
  const model = useMemo(() => gridModel(detail, sheet), [detail, sheet])
  const shown = useMemo(
    () => (step === 'check' && view.onlyProblems ? model.problemRows(view.hidden) : null),
    [model, step, view.onlyProblems, view.hidden]
  )
  const choice = step === 'check' ? cellChoice(model, active) : null
  const openColumn =
    place.column === null ? undefined : blockAt(model.blocks, place.column.row, place.column.col)
  const plan = openColumn?.columns.find(({ col }) => col === place.column?.col)

  function answer(given: CellFix | null): void {
    setFilling(false)
    gridRef.current?.focus({ preventScroll: true })
    if (active === null || work.busy) return
    work.fix(detail.file.id, withCell(detail.fixes, sheet.sheet, cellAddress(active.row, active.col), given))
  }

  function onCellKey(key: string): boolean {
    const meant = choice === null ? null : answerOfKey(key, choice)
    if (meant === null) return false
    if (meant === 'FILL') setFilling(true)
    else answer(meant)
    return true
  }

  return (
    <>
      <FormulaBar
        session={session.session}
        detail={detail}
        sheet={sheet}
        model={model}
        active={active}
        names={names}
      />
      {shown?.length === 0 ? (
        <p className="quiet ip-none">{sheetText.filterNone}</p>
      ) : (
        <SheetGrid
          session={session.session}
          detail={detail}
          sheet={sheet}
          model={model}
          names={names}
          shown={shown}
          active={active}
          onActive={(spot) => {
            setFilling(false)
            place.activate(spot)
          }}
          editing={step === 'header'}
          busy={work.busy}
          onHeaderEdge={(edge, row) =>
            work.fix(detail.file.id, withHeaderEdge(detail.fixes, sheet.sheet, sheet.header, edge, row))
          }
          onColumn={(col, row) => place.openColumn({ col, row })}
          onCellKey={onCellKey}
          gridRef={gridRef}
        />
      )}
      {step === 'check' ? (
        <CellBar
          key={active === null ? '' : cellAddress(active.row, active.col)}
          choice={choice}
          chosen={active !== null}
          filling={filling}
          busy={work.busy}
          onFilling={(open) => {
            setFilling(open)
            if (!open) gridRef.current?.focus({ preventScroll: true })
          }}
          onAnswer={answer}
        />
      ) : null}
      {plan === undefined || openColumn === undefined || openColumn === null ? null : (
        <ColumnDialog
          key={plan.letter}
          column={plan}
          layout={openColumn.layout}
          names={names}
          onClose={() => place.openColumn(null)}
          onSave={(role) => {
            place.openColumn(null)
            work.fix(
              detail.file.id,
              withColumnRole(detail.fixes, sheet.sheet, plan.letter, role, openColumn.key)
            )
          }}
        />
      )}
    </>
  )
}
