import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import type { SelfReviewSettings } from '#shared/domain/selfReview/selfReviewSettings.ts'
import { USUAL_BENCHMARKS } from '#shared/domain/selfReview/gapWords.ts'
import type { SelfReviewView } from '#shared/ipc/selfReview.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'
import { GapRow } from './GapRow.tsx'
import { MakeItemsDialog } from './MakeItemsDialog.tsx'
import type { ReviewStore } from './useReviewDraft.ts'

interface Props {
  view: SelfReviewView
  store: ReviewStore
  settings: SelfReviewSettings
  onData: () => void
}

const COLUMNS = ['no', 'topic', 'benchmark', 'own', 'cause', 'measures', 'person', 'due', 'end'] as const

/** 差距清单: one row a gap, the six questions across, everything typed in place. */
export function GapEditor({ view, store, settings, onData }: Props): ReactElement {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [making, setMaking] = useState<readonly number[] | null>(null)
  const benchmarks = useRoute('selfReview.benchmarks', {}).data ?? []
  const units = useRoute('selfReview.overview', { period: view.period }).data?.units ?? []
  const { rows } = store.draft
  const editable = view.readOnly === null
  const views = new Map(view.rows.map((row) => [row.id, row]))
  const lacks = new Map(view.lacks.map(({ row, lacks: missing }) => [view.rows[row - 1]?.id, missing]))
  const free = rows.filter(({ id }) => id === null || views.get(id)?.item == null)
  const chosen = free.filter(({ key }) => picked.has(key))

  const toTasks = async (keys: readonly string[]): Promise<void> => {
    // A row just typed in has no number of its own until it is saved.
    if ((await store.flush()) === null) return
    const ids = keys.flatMap((key) => store.idOf(key) ?? [])
    if (ids.length > 0) setMaking(ids)
  }

  if (rows.length === 0)
    return (
      <EmptyState title={text.empty} hint={text.emptyHint}>
        {editable ? <Button onClick={() => store.add()}>{text.addRow}</Button> : null}
        {view.proposals.length > 0 ? <Button onClick={onData}>{text.fromData}</Button> : null}
      </EmptyState>
    )
  return (
    <>
      <div className="sr-scroll">
        <table className="sr-gaps" onBlur={store.seal}>
          <colgroup>
            {COLUMNS.map((column) => (
              <col key={column} className={`sr-col-${column}`} />
            ))}
          </colgroup>
          <Head
            settings={settings}
            free={free.length}
            picked={chosen.length}
            onAll={(all) => setPicked(new Set(all ? free.map(({ key }) => key) : []))}
          />
          <tbody>
            {rows.map((row, index) => (
              <GapRow
                key={row.key}
                no={index + 1}
                row={row}
                saved={row.id === null ? null : (views.get(row.id) ?? null)}
                lacks={row.id === null ? [] : (lacks.get(row.id) ?? [])}
                unit={view.unit}
                units={units}
                benchmarks={benchmarks}
                editable={editable}
                picked={picked.has(row.key)}
                onPick={(on) =>
                  setPicked(
                    (now) => new Set(on ? [...now, row.key] : [...now].filter((key) => key !== row.key))
                  )
                }
                onChange={(change) => store.change(row.key, change)}
                onRemove={() => store.remove(row.key)}
                onTask={() => void toTasks([row.key])}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="sr-foot">
        {editable ? (
          <Button size="small" onClick={() => store.add()}>
            {text.addRow}
          </Button>
        ) : null}
        {chosen.length > 0 ? (
          <Button size="small" onClick={() => void toTasks(chosen.map(({ key }) => key))}>
            {text.toTasks(chosen.length)}
          </Button>
        ) : null}
      </div>
      <datalist id="sr-benchmarks">
        {[...new Set([...USUAL_BENCHMARKS, ...benchmarks.map(({ benchmark }) => benchmark)])].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {making === null ? null : (
        <MakeItemsDialog
          rows={making}
          incomplete={making.filter((id) => isIncomplete(views.get(id)?.fields)).length}
          type={settings.itemType}
          onClose={() => setMaking(null)}
          onMade={() => setPicked(new Set())}
        />
      )}
    </>
  )
}

function isIncomplete(fields: SelfReviewView['rows'][number]['fields'] | undefined): boolean {
  return fields === undefined || fields.person === '' || fields.due === null
}

function Head(props: {
  settings: SelfReviewSettings
  free: number
  picked: number
  onAll: (all: boolean) => void
}): ReactElement {
  const { questions, sections } = props.settings
  return (
    <thead>
      <tr>
        <th rowSpan={2} className="sr-no">
          <input
            type="checkbox"
            aria-label={text.selectAll}
            title={text.selectAll}
            disabled={props.free === 0}
            checked={props.free > 0 && props.picked === props.free}
            onChange={(event) => props.onAll(event.target.checked)}
          />
        </th>
        <th rowSpan={2} className="sr-topic">
          {text.head.topic}
        </th>
        <th colSpan={3}>{sections[0]}</th>
        <th>{sections[1]}</th>
        <th colSpan={2}>{sections[2]}</th>
        <th rowSpan={2} className="sr-end">
          {text.head.task}
        </th>
      </tr>
      <tr>
        {questions.map((question, index) => (
          <th key={index} title={question.hint}>
            {question.ask}
          </th>
        ))}
      </tr>
    </thead>
  )
}
