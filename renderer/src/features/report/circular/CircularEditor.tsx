import { Drawer } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { CircularEdits, CircularView } from '#shared/domain/report/circular/circularText.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { Loaded } from '../../../components/Loaded.tsx'
import { Panel } from '../../../components/Panel.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { circularText as text } from '../../../text/circular.ts'
import { isUnsaved, type CircularState } from './circularStore.ts'
import { TableParts, TextParts } from './CircularParts.tsx'
import { orphansOf, wordedParagraphs } from './wordings.ts'
import { PieceText } from './PieceText.tsx'
import { useCircular } from './useCircular.ts'
import { useOmit } from './useOmit.ts'
import './circular.css'

export interface CircularEditorProps {
  period: PeriodKey
  options: ReportOptions
  onOptions: (options: ReportOptions) => void
  /** After every saving of the wording. */
  onSaved: () => void
}

/** 通报内容: what is printed, and its paragraphs to be worded in place. */
export function CircularEditor(props: CircularEditorProps): ReactElement {
  const { period, options } = props
  const query = useRoute('report.text', { period, options })
  // Other options are another question: what stands here stays until it is answered.
  const [known, setKnown] = useState<{ period: PeriodKey; view: CircularView } | null>(null)
  if (query.data !== undefined && query.data !== known?.view) setKnown({ period, view: query.data })
  const view = query.data ?? (known?.period === period ? known.view : undefined)
  if (view === undefined) {
    return (
      <Panel title={text.title} scroll>
        <Loaded query={query} rows={9}>
          {() => null}
        </Loaded>
      </Panel>
    )
  }
  return <Editor key={period} {...props} view={view} outdated={query.error !== null} />
}

interface EditorProps extends CircularEditorProps {
  view: CircularView
  outdated: boolean
}

function Editor({ period, options, onOptions, onSaved, view, outdated }: EditorProps): ReactElement {
  const { state, change, flush } = useCircular(period, view, onSaved)
  const choice = useOmit(options, onOptions)
  const [wide, setWide] = useState(false)
  const parts = {
    view,
    paragraphs: wordedParagraphs(view, state.edits),
    edits: state.edits,
    change,
    ...choice
  }
  return (
    <Panel
      title={text.title}
      scroll
      className="ct-panel"
      extra={
        <button type="button" className="link small" onClick={() => setWide(true)}>
          {text.wide}
        </button>
      }
    >
      <Saving state={state} onRetry={flush} />
      {outdated ? <p className="ct-message small">{text.reloadFailed}</p> : null}
      {wide ? <p className="ct-message small soft">{text.narrow}</p> : <TextParts {...parts} />}
      <TableParts {...parts} />
      <Below view={view} edits={state.edits} change={change} />
      <Drawer open={wide} title={text.title} size={760} destroyOnHidden onClose={() => setWide(false)}>
        {wide ? (
          <div className="ct-wide">
            <Saving state={state} onRetry={flush} />
            <TextParts {...parts} open />
          </div>
        ) : null}
      </Drawer>
    </Panel>
  )
}

/** Whether what was written is kept; never a word is lost silently. */
function Saving({ state, onRetry }: { state: CircularState; onRetry: () => void }): ReactElement | null {
  const { error, saving } = state
  if (error !== null && isUnsaved(state)) {
    return (
      <p className="ct-message ask small" role="alert">
        {text.failed}
        {error.message}
        {error.details.action ?? ''}{' '}
        <button type="button" className="link" onClick={onRetry} disabled={saving}>
          {text.retry}
        </button>
      </p>
    )
  }
  const words = saving
    ? text.saving
    : isUnsaved(state)
      ? text.unsaved
      : Object.keys(state.edits).length > 0
        ? text.saved
        : null
  return (
    <p className="ct-message small quiet" role="status">
      {words ?? text.hint}
    </p>
  )
}

interface BelowProps {
  view: CircularView
  edits: CircularEdits
  change: (edits: CircularEdits) => void
}

/** How to write, going back to the computed text, and wordings that have no place now. */
function Below({ view, edits, change }: BelowProps): ReactElement {
  const [before, setBefore] = useState<CircularEdits | null>(null)
  const count = Object.keys(edits).length
  function without(key: string): CircularEdits {
    const { [key]: _dropped, ...others } = edits
    return others
  }
  return (
    <div className="ct-below small">
      {count === 0 ? null : (
        <button
          type="button"
          className="link"
          onClick={() => {
            setBefore(edits)
            change({})
          }}
        >
          {text.restoreAll}
        </button>
      )}
      {before !== null && count === 0 ? (
        <p role="status">
          {text.restored(Object.keys(before).length)}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              change(before)
              setBefore(null)
            }}
          >
            {text.undo}
          </button>
        </p>
      ) : null}
      {orphansOf(view, edits).map(({ key, pieces }) => (
        <div className="ct-stale" role="note" key={key}>
          <p>{text.orphan}</p>
          <PieceText pieces={pieces} />
          <button type="button" className="link" onClick={() => change(without(key))}>
            {text.staleDismiss}
          </button>
        </div>
      ))}
      <p className="quiet">
        <span className="ct-chip">92.10</span> {text.hintLong}
      </p>
      <p className="quiet">{text.keys}</p>
    </div>
  )
}
