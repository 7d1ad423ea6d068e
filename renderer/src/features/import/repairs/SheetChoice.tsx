import type { ReactElement } from 'react'
import type { ImportFileDetail, ProblemGroupView } from '#shared/ipc/importViews.ts'
import { importText } from '../../../text/import.ts'
import { withConfirmed, withSheetIndicator, withSheetUnit, withSheetUsed } from '../fixes.ts'
import { repairKind } from '../repairKind.ts'
import type { Named } from '../useNames.ts'
import { ChoiceRepair } from './ChoiceRepair.tsx'
import type { RepairContext } from './repairContext.ts'

const { repair } = importText

interface SheetProps {
  group: ProblemGroupView
  context: RepairContext
  sheet: string
  best: readonly Named[]
}

/** The unit or the indicator that a whole sheet is about. */
export function SheetChoice({
  group,
  context: { detail, names, work },
  sheet,
  best
}: SheetProps): ReactElement {
  const unit = repairKind(group) === 'SHEET_UNIT'
  const fix = (fixes: ImportFileDetail['fixes']): void => work.fix(detail.file.id, fixes)
  const plan = detail.sheets.find((one) => one.sheet === sheet)
  const now = names.units.filter(({ code }) => code === plan?.unit?.code)
  return (
    <ChoiceRepair
      all={unit ? names.units : names.indicators}
      best={best.length > 0 ? best : unit ? now : []}
      placeholder={unit ? repair.chooseUnit : repair.chooseIndicator}
      busy={work.busy}
      onChoose={(code) =>
        fix(
          withConfirmed(
            unit ? withSheetUnit(detail.fixes, sheet, code) : withSheetIndicator(detail.fixes, sheet, code),
            group.group,
            group.level === 'confirm'
          )
        )
      }
      skipText={repair.skipSheet}
      onSkip={() => fix(withSheetUsed(detail.fixes, sheet, false))}
    />
  )
}
