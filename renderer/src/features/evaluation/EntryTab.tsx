import { App, Button, Segmented } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { collectedGroups, seatLabel } from '#shared/domain/evaluation/evaluationSetup.ts'
import { RECUSED } from '#shared/domain/evaluation/markScale.ts'
import { placeKey } from '#shared/domain/evaluation/roundMark.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { evaluationText as text } from '../../text/evaluation.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { gridOf, invalidSeats, warningsOf, type GridRow } from './gridModel.ts'
import { MarkGrid, type CellFace } from './MarkGrid.tsx'
import { markText, type MarkEntry } from './useMarkEntry.ts'

/** 录入: one judge or ballot a row, or the totals per option (唱票). */
export function EntryTab({ view, entry }: { view: RoundView; entry: MarkEntry }): ReactElement {
  const groups = collectedGroups(view.setup)
  const [group, setGroup] = useState(groups[0]?.name ?? '')
  const { message } = App.useApp()
  const grid = gridOf(view, group)
  const warnings = warningsOf(view)
  const invalid = invalidSeats(view)
  const readOnly = view.state !== 'OPEN' || !view.canEdit
  const totals = view.kind === 'BALLOTS' && view.setup.entry === 'TOTALS'
  const options = view.judged.scale.type === 'OPTION' ? view.judged.scale.options : []

  const face = (row: number, col: number): CellFace => {
    const place = grid.rows[row]!.places[col]!
    const key = placeKey(place)
    const kept = entry.kept.get(key)
    if (kept !== undefined) return { text: kept.text, fault: kept.problem }
    const over = totals ? overText(view, place.unit, place.group) : null
    return { text: markText(entry.shown(place)), fault: warnings.get(key) ?? over }
  }
  const undo = (): void => void message.info(entry.undo() ? text.entry.undone : text.entry.nothingToUndo)

  // Ctrl+Z also takes back what came by a dialog, when no cell has the caret.
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (readOnly || !event.ctrlKey || event.key.toLowerCase() !== 'z' || event.defaultPrevented) return
      if (event.target instanceof HTMLInputElement) return
      event.preventDefault()
      undo()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })

  return (
    <Panel
      className="ev-entry"
      title={totals ? text.fields.totals : view.kind === 'BALLOTS' ? text.fields.each : text.entry.judgesKeys}
      hint={entry.kept.size === 0 ? view.judged.ruleInWords : text.entry.kept(entry.kept.size)}
      extra={
        <>
          {view.kind === 'BALLOTS' && groups.length > 1 ? (
            <Segmented
              size="small"
              aria-label={text.entry.group}
              value={group}
              options={groups.map(({ name }) => ({ value: name, label: name }))}
              onChange={setGroup}
            />
          ) : null}
          {readOnly ? null : (
            <Button size="small" onClick={undo}>
              {text.entry.keys.undo}
            </Button>
          )}
        </>
      }
    >
      {readOnly ? (
        <Notice tone="plain" title={text.states[view.state]}>
          {view.state === 'CLOSED'
            ? text.entry.closed
            : view.state === 'VOIDED'
              ? text.entry.voided
              : text.frozen}
        </Notice>
      ) : null}
      {entry.error === null ? null : <ErrorPanel error={entry.error} />}
      <MarkGrid
        key={group}
        label={text.tabs.entry}
        grid={grid}
        face={face}
        tailHead={totals ? text.entry.sum : text.entry.state}
        tail={(row) =>
          totals ? sumTail(grid.rows[row]!, view, entry) : seatTail(grid.rows[row]!, view, entry, invalid)
        }
        onEnter={(cells, pasted) =>
          entry.enter(
            cells.map((cell) => ({ place: grid.rows[cell.row]!.places[cell.col]!, text: cell.text })),
            pasted
          )
        }
        onUndo={undo}
        instant={(key) => {
          if (totals) return null
          if (key === RECUSED || key === '＊') return RECUSED
          return options.length > 0 && /^[1-9]$/.test(key) ? (options[Number(key) - 1]?.name ?? null) : null
        }}
        step={totals ? (now, by) => String(Math.max(0, (/^\d+$/.test(now) ? Number(now) : 0) + by)) : null}
        readOnly={readOnly}
      />
      {readOnly ? null : (
        <p className="ev-keys">
          <KeyHint keys="Enter">{text.entry.keys.enter}</KeyHint>
          {totals ? (
            <KeyHint keys="+ −">{text.entry.keys.step}</KeyHint>
          ) : (
            <>
              {options.map(({ name }, index) => (
                <KeyHint key={name} keys={String(index + 1)}>
                  {name}
                </KeyHint>
              ))}
              <KeyHint keys="*">{text.entry.keys.recuse}</KeyHint>
            </>
          )}
          <KeyHint keys="Delete">{text.entry.keys.clear}</KeyHint>
          <KeyHint keys="Ctrl+Z">{text.entry.keys.undo}</KeyHint>
          <KeyHint keys="Ctrl+V">{text.entry.keys.paste}</KeyHint>
        </p>
      )}
      {entry.conflicts.length === 0 ? null : <ConflictDialog view={view} entry={entry} />}
    </Panel>
  )
}

function overText(view: RoundView, unit: string, group: string): string | null {
  const over = view.over.find((entry) => entry.unit === unit && entry.group === group)
  return over === undefined ? null : text.entry.over(over.votes, over.handedOut)
}

/** 「58 / 60」: votes against the ballots that came back or were handed out. */
function sumTail({ places }: GridRow, view: RoundView, entry: MarkEntry): string {
  const votes = places.reduce((all, place) => {
    const mark = entry.shown(place)
    return mark === null ? all : all + Number(mark)
  }, 0)
  const group = view.setup.groups.find(({ name }) => name === places[0]?.group)
  return text.entry.of(votes, group?.returned ?? group?.handedOut ?? 0)
}

/** 评完, 差 3, 未评, or why the ballot does not count. */
function seatTail(
  { places }: GridRow,
  view: RoundView,
  entry: MarkEntry,
  invalid: ReadonlyMap<string, string>
): string {
  const [first] = places
  const seat = view.setup.groups
    .find(({ name }) => name === first?.group)
    ?.seats.find(({ key }) => key === first?.seat)
  const reason = seat === undefined ? undefined : invalid.get(JSON.stringify([first!.group, seatLabel(seat)]))
  if (reason !== undefined) return reason
  const given = places.filter((place) => entry.shown(place) !== null).length
  if (given === 0) return text.entry.none
  return given === places.length ? text.entry.complete : text.entry.left(places.length - given)
}
