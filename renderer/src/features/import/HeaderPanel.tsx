import { Button } from 'antd'
import type { ReactElement } from 'react'
import { importText } from '../../text/import.ts'
import { columnTag } from './columnTag.ts'
import { withoutSheet, withSheetUsed } from './fixes.ts'
import type { CellSpot } from './gridKeys.ts'
import type { SheetDetail } from './sheetDetail.ts'
import { BlockChoice } from './header/BlockChoice.tsx'
import { ColumnLine } from './header/ColumnLine.tsx'
import { MemoryNote } from './header/MemoryNote.tsx'
import { SheetFields } from './header/SheetFields.tsx'
import { SheetList } from './header/SheetList.tsx'
import type { RepairContext } from './repairs/repairContext.ts'
import { blockAt, sheetBlocks } from './sheetBlocks.ts'

const { header: text } = importText

interface Props {
  context: RepairContext
  sheet: SheetDetail
  active: CellSpot | null
  onActive: (spot: CellSpot) => void
  onSheet: (sheet: string) => void
  onColumn: (column: CellSpot) => void
}

/** 认表头: how the sheet is read, in words, each of them to be corrected here. */
export function HeaderPanel({ context, sheet, active, onActive, onSheet, onColumn }: Props): ReactElement {
  const { detail, names, work } = context
  const file = detail.file.id
  const changed = detail.fixes.sheets[sheet.sheet] !== undefined
  const blocks = sheetBlocks(sheet)
  // The table of the chosen cell; choosing a table chooses its first header cell.
  const block = (active === null ? null : blockAt(blocks, active.row, active.col)) ?? blocks[0]!
  return (
    <aside className="panel ip-pane" aria-label={text.title}>
      <div className="panel-head">
        <h2>{text.title}</h2>
        <span className="panel-hint">{text.hint}</span>
        <span className="panel-extra">
          {changed ? (
            <button
              type="button"
              className="link small"
              disabled={work.busy}
              onClick={() => work.fix(file, withoutSheet(detail.fixes, sheet.sheet))}
            >
              {text.reset}
            </button>
          ) : null}
        </span>
      </div>
      <div className="ip-list ih-body" tabIndex={0} role="region" aria-label={text.title}>
        {detail.sheets.length < 2 ? null : (
          <SheetList context={context} current={sheet.sheet} onSheet={onSheet} />
        )}
        {sheet.used ? null : (
          <div className="ip-card">
            <p>
              <b>{sheet.leftOut ?? importText.grid.notImported}</b>
            </p>
          </div>
        )}
        <MemoryNote context={context} sheet={sheet} />
        {blocks.length < 2 ? null : (
          <BlockChoice
            blocks={blocks}
            value={block}
            onChange={(next) => onActive({ row: next.header?.first ?? 0, col: next.columns[0]?.col ?? 0 })}
          />
        )}
        <SheetFields context={context} sheet={sheet} block={block} />
        {block.columns.length === 0 ? null : (
          <>
            <h3>{text.columns}</h3>
            <table className="plain ih-columns">
              <tbody>
                {block.columns.map((column) => (
                  <ColumnLine
                    key={column.col}
                    column={column}
                    tag={columnTag(column, names)}
                    busy={work.busy}
                    onColumn={() => onColumn({ row: block.header?.first ?? 0, col: column.col })}
                  />
                ))}
              </tbody>
            </table>
          </>
        )}
        <div className="rp-row">
          <Button
            size="small"
            disabled={work.busy}
            onClick={() => work.fix(file, withSheetUsed(detail.fixes, sheet.sheet, !sheet.used))}
          >
            {sheet.used ? text.skip : text.use}
          </Button>
        </div>
      </div>
    </aside>
  )
}
