import { App, Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SelfReviewSettings } from '#shared/domain/selfReview/selfReviewSettings.ts'
import type { SelfReviewView } from '#shared/ipc/selfReview.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { printMoment } from '../../text/format.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'
import { useEditorKeys } from '../schemeEditor/useEditorKeys.ts'
import { FollowUpTable } from './FollowUpTable.tsx'
import { GapEditor } from './GapEditor.tsx'
import { ReviewStateMark } from './marks.tsx'
import { ProposalTable } from './ProposalTable.tsx'
import { useReviewDraft } from './useReviewDraft.ts'

type View = keyof typeof text.views

/** One unit's review: its gaps, what the data shows, what became of last quarter's. */
export function UnitReview({ period, unit }: { period: PeriodKey; unit: string }): ReactElement {
  const review = useRoute('selfReview.get', { period, unit })
  const settings = useRoute('selfReview.settings', {})
  return (
    <Loaded query={review} rows={10}>
      {(view) => (
        <Loaded query={settings} rows={10}>
          {(words) => <Body view={view} settings={words} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function Body({ view, settings }: { view: SelfReviewView; settings: SelfReviewSettings }): ReactElement {
  const store = useReviewDraft(view)
  const [chosen, setChosen] = useState<View | null>(null)
  const shown: View = chosen ?? 'GAPS'
  useEditorKeys({ undo: store.undo, redo: store.redo, save: () => void store.flush() })
  const count = {
    GAPS: store.draft.rows.length,
    DATA: view.proposals.filter(({ taken }) => !taken).length,
    LAST: view.followUp?.rows.length ?? 0
  }
  return (
    <Panel
      className="sr-review"
      title={view.unitName}
      hint={
        <>
          <ReviewStateMark state={view.state} />
        </>
      }
      extra={<Actions view={view} store={store} />}
    >
      <div className="sr-bar">
        <Segmented<View>
          value={shown}
          onChange={setChosen}
          options={(Object.keys(text.views) as View[]).map((value) => ({
            value,
            label: `${text.views[value]} ${count[value]}`
          }))}
        />
        <span className="small soft grow ellipsis">{text.viewsHint[shown]}</span>
        {view.readOnly === null ? <SaveState store={store} /> : null}
      </div>
      {view.readOnly === null ? null : (
        <Notice tone="plain" title={view.readOnly === 'ARCHIVED' ? text.archived : null}>
          {view.readOnly === 'SUBMITTED' && view.submitted !== null
            ? text.submittedLine(printMoment(view.submitted.at), view.submitted.by)
            : null}
        </Notice>
      )}
      {store.error === null ? null : <ErrorPanel error={store.error} unchanged={null} />}
      {shown === 'GAPS' ? (
        <GapEditor view={view} store={store} settings={settings} onData={() => setChosen('DATA')} />
      ) : shown === 'DATA' ? (
        <ProposalTable view={view} store={store} />
      ) : (
        <FollowUpTable view={view} store={store} />
      )}
    </Panel>
  )
}

type Store = ReturnType<typeof useReviewDraft>

function SaveState({ store }: { store: Store }): ReactElement {
  const words = { SAVED: text.saved, SAVING: text.saving, UNSAVED: text.unsaved, FAILED: text.notSaved }
  const { past, future } = store.draft
  return (
    <span className="row">
      <span className={store.state === 'FAILED' ? 'small ask' : 'small quiet'} role="status">
        {words[store.state]}
      </span>
      <Button size="small" disabled={past.length === 0} title="Ctrl+Z" onClick={store.undo}>
        {text.undo}
      </Button>
      <Button size="small" disabled={future.length === 0} title="Ctrl+Y" onClick={store.redo}>
        {text.redo}
      </Button>
    </span>
  )
}

function Actions({ view, store }: { view: SelfReviewView; store: Store }): ReactElement | null {
  const submit = useCall('selfReview.submit')
  const takeBack = useCall('selfReview.takeBack')
  const [asks, setAsks] = useState(false)
  const { message } = App.useApp()
  const { period, unit, unitName } = view
  if (view.readOnly === 'ARCHIVED') return null
  if (view.readOnly === 'SUBMITTED')
    return (
      <>
        <Button size="small" onClick={() => setAsks(true)}>
          {text.takeBack}
        </Button>
        <ConfirmWithReason
          open={asks}
          title={text.takeBackTitle(unitName)}
          consequence={text.takeBackConsequence}
          verb={text.takeBack}
          reason="required"
          busy={takeBack.isPending}
          error={takeBack.error}
          onCancel={() => setAsks(false)}
          onConfirm={(reason) =>
            takeBack.mutate(
              { period, unit, reason },
              {
                onSuccess: () => {
                  setAsks(false)
                  void message.success(text.takenBack)
                }
              }
            )
          }
        />
      </>
    )
  const send = async (): Promise<void> => {
    const version = await store.flush()
    if (version === null) return
    submit.mutate({ period, unit, version }, { onSuccess: () => void message.success(text.submitted) })
  }
  const lacking = store.state === 'SAVED' && view.version === store.draft.version ? view.lacks : []
  const why = lacking
    .map(({ row, topic, lacks }) => `第 ${row} 条「${topic}」还缺：${lacks.join('、')}`)
    .join('\n')
  return (
    <>
      {submit.error === null ? null : (
        <span className="ask small ellipsis" role="alert" title={submit.error.message}>
          {submit.error.message}
        </span>
      )}
      {lacking.length === 0 ? null : (
        <span className="check small" title={why}>
          {text.lacks(lacking.length)}
        </span>
      )}
      <Button
        type="primary"
        disabled={store.draft.rows.length === 0 || lacking.length > 0}
        title={lacking.length > 0 ? why : common.save}
        loading={submit.isPending}
        onClick={() => void send()}
      >
        {text.submit}
      </Button>
    </>
  )
}
