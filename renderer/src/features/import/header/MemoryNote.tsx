import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Icon } from '../../../components/Icon.tsx'
import { memoryDetail, memoryTitle, sheetText } from '../../../text/importSheet.ts'
import { withForget } from '../fixes.ts'
import type { SheetDetail } from '../sheetDetail.ts'
import type { RepairContext } from '../repairs/repairContext.ts'

interface Props {
  context: RepairContext
  sheet: SheetDetail
}

/** An earlier quarter's answers that are used for the sheet, and the way to do without them and back. */
export function MemoryNote({ context: { detail, work }, sheet }: Props): ReactElement | null {
  const forgotten = detail.fixes.sheets[sheet.sheet]?.forget === true
  if (sheet.memory === null && !forgotten) return null
  const set = (forget: boolean): void =>
    work.fix(detail.file.id, withForget(detail.fixes, sheet.sheet, forget))
  return (
    <div className="ip-card ih-memory" role="group" aria-label={sheetText.memory}>
      <p className="ip-card-title">
        {sheet.memory === null ? (
          <span className="soft">{sheetText.forgotten}</span>
        ) : (
          <b>
            <Icon name="loop" /> {memoryTitle(sheet.memory)}
          </b>
        )}
        <Button size="small" disabled={work.busy} onClick={() => set(!forgotten)}>
          {forgotten ? sheetText.recall : sheetText.forget}
        </Button>
      </p>
      {sheet.memory === null ? null : <p className="small soft">{memoryDetail(sheet.memory)}</p>}
    </div>
  )
}
