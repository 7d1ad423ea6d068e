import { Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { sheetText, importSheetNamed } from '../../../text/importSheet.ts'
import { withSheetUsed } from '../fixes.ts'
import type { RepairContext } from '../repairs/repairContext.ts'

interface Props {
  context: RepairContext
  current: string
  onSheet: (sheet: string) => void
}

/** All sheets of the file: which are read, and why the others are not. */
export function SheetList({ context: { detail, work }, current, onSheet }: Props): ReactElement {
  return (
    <section>
      <h3>
        {sheetText.sheets}
        <span className="small quiet">{sheetText.sheetsHint}</span>
      </h3>
      <ul className="ih-sheets">
        {detail.sheets.map((sheet) => (
          <li key={sheet.sheet} className={sheet.sheet === current ? 'ih-sheet-on' : undefined}>
            <Checkbox
              aria-label={importSheetNamed(sheet.sheet)}
              checked={sheet.used}
              disabled={work.busy}
              onChange={(event) =>
                work.fix(detail.file.id, withSheetUsed(detail.fixes, sheet.sheet, event.target.checked))
              }
            />
            <button
              type="button"
              className="link small ellipsis"
              title={sheet.sheet}
              onClick={() => onSheet(sheet.sheet)}
            >
              {sheet.sheet}
            </button>
            {sheet.leftOut === null ? null : <span className="small quiet">{sheet.leftOut}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
