import { Button, Checkbox } from 'antd'
import { useRef, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react'
import type { TrialResult } from '#shared/domain/trial/trialCase.ts'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { trialText } from '../../text/trial.ts'
import { RowTools } from '../schemeEditor/settings/fields/RowTools.tsx'
import { pasteRows, withCell } from './pasteRows.ts'
import { EMPTY_ROW, trialColumns, type CellFault, type TrialModel, type TrialRow } from './trialModel.ts'
import { TrialScore } from './TrialScore.tsx'

const { table: text, computing } = trialText

interface Props {
  model: TrialModel
  onChange: (model: TrialModel) => void
  faults: readonly CellFault[]
  /** Why nothing is computed. */
  reason: string | null
  result: TrialResult | null
  computing: boolean
  chosen: string | null
  onChoose: (unit: string) => void
}

/** Participants with their numbers, and the score at the end of each row. Cells take a block pasted out of Excel. */
export function TrialTable(props: Props): ReactElement {
  const { model, onChange, faults, result } = props
  const box = useRef<HTMLTableElement>(null)
  const columns = trialColumns(model)
  const keys = ['unit', ...columns.map((column) => column.key)]
  // One empty row stands ready at the end.
  const rows: readonly TrialRow[] = [...model.rows, EMPTY_ROW]
  const write = (next: readonly TrialRow[]): void => onChange({ ...model, rows: next })
  const set = (row: number, column: string, typed: string): void =>
    write(
      row < model.rows.length
        ? model.rows.map((item, index) => (index === row ? withCell(item, column, typed) : item))
        : [...model.rows, withCell(EMPTY_ROW, column, typed)]
    )

  function onPaste(event: ClipboardEvent, row: number, column: string): void {
    const next = pasteRows(model.rows, keys, { row, column }, event.clipboardData.getData('text/plain'))
    if (next === null) return
    event.preventDefault()
    write(next)
  }
  function onKeyDown(event: KeyboardEvent, row: number, column: string): void {
    const by = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
    if (by === undefined || event.nativeEvent.isComposing) return
    event.preventDefault()
    box.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${row + by}:${column}`)}"]`)?.focus()
  }
  const cell = (row: number, column: string, label: string, value: string, words: boolean): ReactElement => {
    const fault = faults.find((item) => item.row === row && item.column === column)
    return (
      <input
        className={['trial-cell', words ? '' : 'num', fault === undefined ? '' : 'trial-bad'].join(' ')}
        data-cell={`${row}:${column}`}
        aria-label={label}
        aria-invalid={fault !== undefined}
        title={fault?.message}
        placeholder={column === 'unit' && row === model.rows.length ? text.first : undefined}
        value={value}
        onChange={(event) => set(row, column, event.target.value)}
        onPaste={(event) => onPaste(event, row, column)}
        onKeyDown={(event) => onKeyDown(event, row, column)}
      />
    )
  }

  return (
    <Panel
      title={text.title}
      hint={props.computing ? computing : text.hint}
      scroll
      extra={
        model.rows.length === 0 ? undefined : (
          <Button size="small" onClick={() => write([])}>
            {text.clear}
          </Button>
        )
      }
    >
      {props.reason === null ? null : (
        <div className="trial-notice">
          <Notice tone={faults.length > 0 ? 'ask' : 'plain'} title={props.reason}>
            {faults[0]?.message ?? ''}
          </Notice>
        </div>
      )}
      <table className="plain trial-table" ref={box}>
        <thead>
          <tr>
            <th>{text.unit}</th>
            <th className="mid" title={text.rankedHint}>
              {text.ranked}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                className={column.words === true ? undefined : 'num'}
                title={column.many === true ? text.marksHint : undefined}
              >
                {column.label}
              </th>
            ))}
            <th className="num trial-score">{text.result}</th>
            <th className="num">{text.exact}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const name = row.unit.trim() === '' ? text.row(index + 1) : row.unit
            const scored = result?.results.find((item) => item.unit === row.unit.trim())
            return (
              <tr
                key={index}
                className={scored !== undefined && props.chosen === scored.unit ? 'trial-chosen' : undefined}
                onFocus={() => row.unit.trim() !== '' && props.onChoose(row.unit.trim())}
              >
                <td className="trial-unit">
                  {cell(index, 'unit', text.cell(text.row(index + 1), text.unit), row.unit, true)}
                </td>
                <td className="mid">
                  {index >= model.rows.length ? null : (
                    <Checkbox
                      aria-label={text.cell(name, text.ranked)}
                      checked={row.ranked}
                      onChange={(event) =>
                        write(
                          model.rows.map((item, at) =>
                            at === index ? { ...item, ranked: event.target.checked } : item
                          )
                        )
                      }
                    />
                  )}
                </td>
                {columns.map((column) => (
                  <td key={column.key}>
                    {cell(
                      index,
                      column.key,
                      text.cell(name, column.label),
                      row.cells[column.key] ?? '',
                      column.words === true
                    )}
                  </td>
                ))}
                <TrialScore result={scored} onChoose={props.onChoose} />
                <td>
                  {index >= model.rows.length ? null : (
                    <RowTools
                      name={name}
                      onRemove={() => write(model.rows.filter((_, at) => at !== index))}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}
