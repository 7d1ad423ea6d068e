import { useQueryClient } from '@tanstack/react-query'
import { App, Tabs } from 'antd'
import { useMemo, useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { DraftView } from '#shared/ipc/draft.ts'
import type { Problem } from '#shared/problem.ts'
import { paths } from '../../app/paths.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { call, toCallError } from '../../ipc/client.ts'
import { useCall } from '../../ipc/queries.ts'
import { schemeEditorText as text } from '../../text/schemeEditor.ts'
import { ActivateDialog } from './checks/ActivateDialog.tsx'
import { ChecksDrawer } from './checks/ChecksDrawer.tsx'
import { problemPlace, type EditorTab } from './checks/problemPlace.ts'
import { ConflictDialog } from './ConflictDialog.tsx'
import { draftNames } from './draft/draftNames.ts'
import { saveState, type EditorState } from './draft/draftState.ts'
import type { DraftStore } from './draft/draftStore.ts'
import { allIndicators, rowKey } from './draft/rowPath.ts'
import { forgetDraft } from './draft/useDraftStore.ts'
import { EditorHead } from './EditorHead.tsx'
import type { EditorTabProps } from './editorTab.ts'
import { InfoDialog } from './InfoDialog.tsx'
import { KeptTab } from './KeptTab.tsx'
import { PoliciesTab } from './settings/PoliciesTab.tsx'
import { RaceTab } from './settings/RaceTab.tsx'
import { UnitsTab } from './settings/UnitsTab.tsx'
import { TargetsTab } from './targets/TargetsTab.tsx'
import type { TreeSpot } from './tree/treeKeys.ts'
import { TreeTab } from './tree/TreeTab.tsx'
import { useEditorKeys } from './useEditorKeys.ts'

interface Props {
  store: DraftStore
  state: EditorState
  /** Opens what main has instead of what stands here. */
  onReplace: (view: DraftView) => void
}

type Panel = 'CHECKS' | 'INFO' | 'ACTIVATE' | null

/** The editor of one draft: head, tabs, checks and dialogs. All changes go through the store. */
export function Editor({ store, state, onReplace }: Props): ReactElement {
  const { message } = App.useApp()
  const wanted = useSearchParams()[0].get('indicator')
  const [tab, setTab] = useState<EditorTab>('TREE')
  const [spot, setSpot] = useState<TreeSpot>(() => firstSpot(state, wanted))
  const [wish, setWish] = useState(0)
  const [panel, setPanel] = useState<Panel>(null)
  const [postponed, setPostponed] = useState(false)
  const activation = useActivation(state.id)
  const { draft, problems } = state

  function step(type: 'UNDO' | 'REDO'): void {
    const label = (type === 'UNDO' ? state.past : state.future).at(-1)?.label
    if (label === undefined) return
    store.dispatch({ type })
    void message.info({
      content: text[type === 'UNDO' ? 'undone' : 'redone'](label),
      key: 'scheme-step',
      duration: 2
    })
  }
  const save = (): void => {
    setPostponed(false)
    void store.flush()
  }
  useEditorKeys({ undo: () => step('UNDO'), redo: () => step('REDO'), save })

  const shared: EditorTabProps = useMemo(
    () => ({
      draft,
      problems,
      names: draftNames(draft),
      change: (update, label, merge) =>
        store.dispatch({ type: 'CHANGE', update, label, merge: merge ?? null })
    }),
    [draft, problems, store]
  )

  function goTo(problem: Problem): void {
    const place = problemPlace(draft, problem)
    setTab(place.tab)
    if (place.info) setPanel('INFO')
    if (place.path !== null) {
      setSpot({ key: rowKey(place.path), column: place.column })
      setWish((count) => count + 1)
    }
  }

  async function settle(mine: boolean): Promise<void> {
    try {
      const theirs = await call('draft.get', { id: state.id })
      if (!mine) return onReplace(theirs)
      store.dispatch({ type: 'OVERWRITE', updatedAt: theirs.updatedAt })
      await store.flush()
    } catch (error) {
      void message.error(toCallError(error).message)
    }
  }

  const saved = saveState(state)
  const contents: { key: EditorTab; children: ReactElement }[] = [
    {
      key: 'TREE',
      children: (
        <TreeTab
          {...shared}
          spot={spot}
          onSpot={setSpot}
          focusWish={wish}
          onTargets={() => setTab('TARGETS')}
        />
      )
    },
    {
      key: 'TARGETS',
      children: (
        <TargetsTab
          {...shared}
          indicator={spot.key}
          onIndicator={(key) => setSpot({ key, column: 'name' })}
        />
      )
    },
    { key: 'UNITS', children: <UnitsTab {...shared} /> },
    { key: 'POLICIES', children: <PoliciesTab {...shared} /> },
    { key: 'RACE', children: <RaceTab {...shared} /> }
  ]
  return (
    <div className="page se-page" onBlur={() => store.dispatch({ type: 'SEAL' })}>
      <EditorHead
        state={state}
        onUndo={() => step('UNDO')}
        onRedo={() => step('REDO')}
        onSave={save}
        onChecks={() => setPanel('CHECKS')}
        onInfo={() => setPanel('INFO')}
        onActivate={() => setPanel('ACTIVATE')}
      />
      <Tabs
        className="scheme-tabs"
        activeKey={tab}
        onChange={(key) => setTab(key as EditorTab)}
        items={contents.map(({ key, children }) => ({
          key,
          label: text.tabs[key],
          children: <KeptTab active={tab === key}>{children}</KeptTab>
        }))}
      />
      <ChecksDrawer
        open={panel === 'CHECKS'}
        problems={problems}
        current={saved === 'SAVED'}
        onGo={goTo}
        onClose={() => setPanel(null)}
      />
      {panel === 'INFO' ? (
        <InfoDialog draft={draft} change={shared.change} onClose={() => setPanel(null)} />
      ) : null}
      {panel === 'ACTIVATE' ? (
        <ActivateDialog
          draft={draft}
          problems={problems}
          busy={activation.busy}
          error={activation.error}
          onActivate={activation.run}
          onCancel={() => setPanel(null)}
        />
      ) : null}
      <ConflictDialog
        open={saved === 'CONFLICT' && !postponed}
        onTheirs={() => void settle(false)}
        onMine={() => void settle(true)}
        onLater={() => setPostponed(true)}
      />
    </div>
  )
}

/** The indicator that a link asks for, else the first one, else the first row. */
function firstSpot({ draft }: EditorState, wanted: string | null): TreeSpot {
  const all = allIndicators(draft)
  const found = all.find(({ indicator }) => indicator.code === wanted) ?? all[0]
  return { key: found === undefined ? '0' : rowKey(found.path), column: 'name' }
}

/** Brings the draft into force and goes to see it there. */
function useActivation(id: number): {
  busy: boolean
  error: unknown
  run: (period: PeriodKey) => void
} {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { choose } = usePeriod()
  const { message } = App.useApp()
  const activate = useCall('draft.activate')
  return {
    busy: activate.isPending,
    error: activate.error,
    run: (period) =>
      activate.mutate(
        { id, period },
        {
          onSuccess: () => {
            forgetDraft(client, id)
            choose(period)
            void message.success(text.activate.done(periodTitle(period)))
            void navigate(paths.scheme)
          }
        }
      )
  }
}
