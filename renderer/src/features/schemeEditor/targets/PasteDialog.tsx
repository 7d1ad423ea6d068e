import { Button, Input, Modal } from 'antd'
import { useMemo, useState, type ReactElement } from 'react'
import { common } from '../../../text/common.ts'
import { listNames, printNumber } from '../../../text/format.ts'
import { schemeTargetsText } from '../../../text/schemeTargets.ts'
import type { Draft, DraftNames } from '../editorTab.ts'
import { readPaste, type PasteColumn, type PasteReading } from './readPaste.ts'
import { readTsv } from './readTsv.ts'
import type { TargetSpot } from './TargetTable.tsx'
import { EVERY_UNIT } from './targetEdits.ts'
import { changesOf, type TargetChange, type TargetGrid } from './targetGrid.ts'

const text = schemeTargetsText
/** Changes that the preview lists; the rest is counted. */
const LISTED = 200

interface Props {
  draft: Draft
  names: DraftNames
  grid: TargetGrid
  spot: TargetSpot
  /** What was pasted into the grid; '' when the dialog was opened by its button. */
  block: string
  onApply: (changes: readonly TargetChange[]) => void
  onCancel: () => void
}

/** Shows what a pasted block would change, what it could not place, and changes nothing before that was seen. */
export function PasteDialog(props: Props): ReactElement {
  const { draft, grid, spot } = props
  const [block, setBlock] = useState(props.block)
  const reading = useMemo(
    () =>
      readPaste(readTsv(block), {
        units: (draft.units ?? []).flatMap(({ code, name, shortName, aliases }) =>
          code === undefined
            ? []
            : [{ code, name: name ?? code, shortName: shortName ?? null, aliases: aliases ?? [] }]
        ),
        organisation: draft.organisation ?? '',
        rows: grid.rows.map((row) => row.key),
        columns: grid.columns,
        at: spot
      }),
    [block, draft, grid, spot]
  )
  const changes = useMemo(() => changesOf(draft, reading.cells), [draft, reading])
  return (
    <Modal
      open
      width={820}
      title={text.pasteTitle}
      onCancel={props.onCancel}
      mask={{ closable: false }}
      footer={[
        <Button key="cancel" onClick={props.onCancel}>
          {common.cancel}
        </Button>,
        <Button
          key="apply"
          type="primary"
          disabled={changes.length === 0}
          onClick={() => props.onApply(changes)}
        >
          {text.pasteApply(changes.length)}
        </Button>
      ]}
    >
      {props.block === '' ? (
        <>
          <p className="soft small">{text.pasteHint}</p>
          <Input.TextArea
            autoFocus
            rows={4}
            aria-label={text.pastePlace}
            placeholder={text.pastePlace}
            value={block}
            onChange={(event) => setBlock(event.target.value)}
          />
        </>
      ) : null}
      {block.trim() === '' ? null : (
        <Preview reading={reading} changes={changes} grid={grid} names={props.names} />
      )}
    </Modal>
  )
}

interface PreviewProps {
  reading: PasteReading
  changes: readonly TargetChange[]
  grid: TargetGrid
  names: DraftNames
}

function Preview({ reading, changes, grid, names }: PreviewProps): ReactElement {
  const rowName = (row: string): string => (row === EVERY_UNIT ? text.everyUnit : names.unit(row))
  const several = new Set(grid.columns.map((column) => column.indicator)).size > 1
  const label = (column: PasteColumn): string => (several ? column.label : text.heads[column.field])
  return (
    <div className="se-paste">
      <p>
        <b>
          {reading.cells.length === 0
            ? text.pasteNothing
            : text.pasteSummary(changes.length, reading.cells.length - changes.length)}
        </b>
        <span className="quiet small"> {text.pasteBlank}</span>
      </p>
      <Left reading={reading} rowName={rowName} label={label} />
      {changes.length === 0 ? null : (
        <div className="se-paste-list">
          <table className="plain">
            <thead>
              <tr>
                <th>{text.pasteHead.unit}</th>
                <th>{several ? text.pasteHead.indicator : text.pasteHead.field}</th>
                <th className="num">{text.pasteHead.before}</th>
                <th className="num">{text.pasteHead.after}</th>
                <th>{text.pasteHead.note}</th>
              </tr>
            </thead>
            <tbody>
              {changes.slice(0, LISTED).map((change) => (
                <tr key={`${change.row}/${change.column.key}`}>
                  <td>{rowName(change.row)}</td>
                  <td>{label(change.column)}</td>
                  <td className="num soft">{shown(change.column, change.before)}</td>
                  <td className="num bold">{shown(change.column, change.value)}</td>
                  <td className="check small">{change.note}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {changes.length > LISTED ? (
            <p className="quiet small">{text.pasteMore(changes.length - LISTED)}</p>
          ) : null}
        </div>
      )}
    </div>
  )
}

const shown = (column: PasteColumn, value: string): string =>
  column.field === 'basis' ? value : printNumber(value)

interface LeftProps {
  reading: PasteReading
  rowName: (row: string) => string
  label: (column: PasteColumn) => string
}

/** What of the block was left alone, and why. */
function Left({ reading, rowName, label }: LeftProps): ReactElement {
  const { unknown, ignored, bad, outside, inOrder } = reading
  return (
    <>
      {inOrder === null ? null : (
        <p className="check small">{text.pasteInOrder(rowName(inOrder.first), rowName(inOrder.last))}</p>
      )}
      {unknown.length === 0 ? null : (
        <p className="ask small">
          {text.pasteUnknown(unknown.length)}：{listNames([...new Set(unknown)], 12)}
        </p>
      )}
      {bad.length === 0 ? null : (
        <div className="ask small">
          <p>{text.pasteBad(bad.length)}</p>
          <ul>
            {bad.slice(0, 8).map((cell, index) => (
              <li key={index}>
                {rowName(cell.row)} {label(cell.column)}：{cell.message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {ignored.length === 0 ? null : <p className="soft small">{text.pasteIgnored(listNames(ignored, 8))}</p>}
      {outside === 0 ? null : <p className="ask small">{text.pasteOutside}</p>}
    </>
  )
}
