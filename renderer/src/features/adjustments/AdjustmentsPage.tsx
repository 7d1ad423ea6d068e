import { Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { proposedDay } from '#shared/domain/incentive/ledgerQuarter.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { LedgerEntryView, LedgerView } from '#shared/ipc/incentive.ts'
import { FileMenu } from '../../app/FileMenu.tsx'
import { paths } from '../../app/paths.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { adjustmentsText as text } from '../../text/adjustments.ts'
import { common } from '../../text/common.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import '../decisions/decisions.css'
import { ActDialog, type Asked } from './ActDialog.tsx'
import { CatalogueTab } from './CatalogueTab.tsx'
import { blankForm, formOf, type EntryForm } from './entryForm.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { EntryDrawer } from './EntryDrawer.tsx'
import { InstantList } from './InstantList.tsx'
import { LedgerDesk } from './LedgerDesk.tsx'
import { WaitingQueue } from './WaitingQueue.tsx'
import './adjustments.css'

type View = keyof typeof text.views

/** 加减分台账: what is entered, what waits for approval, what the caps let count, and the catalogue behind it. */
export function AdjustmentsPage(): ReactElement {
  return (
    <WithScheme title={text.title}>{(period) => <Adjustments key={period} period={period} />}</WithScheme>
  )
}

function Adjustments({ period }: { period: PeriodKey }): ReactElement {
  const { frozen } = usePeriod()
  const ledger = useRoute('incentive.ledger', { period })
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const view = ledger.data
  const shown = shownView(params)
  const counted = view?.entries.filter((entry) => entry.state === 'effective') ?? []
  const units = new Set(counted.map((entry) => entry.unit)).size
  const show = (next: View): void => setParams(next === 'LEDGER' ? {} : { view: next }, { replace: true })
  const add = (): void => setParams({ ...Object.fromEntries(params), add: '1' }, { replace: true })
  return (
    <div className="page">
      <PageHead
        title={text.title}
        note={view === undefined ? null : text.note(counted.length, units, view.waiting)}
      >
        <FileMenu
          kinds={(['LEDGER', 'INSTANT', 'CATALOGUE'] as const).map((key) => ({
            key,
            label: text.exportKinds[key]
          }))}
          save={(key, format) =>
            key === 'CATALOGUE'
              ? call('incentive.exportCatalogue', { period, format })
              : call('incentive.export', { period, list: key as 'LEDGER' | 'INSTANT', format })
          }
        />
        {frozen ? null : (
          <>
            <Button onClick={() => void navigate(paths.import)}>{text.import}</Button>
            <Button
              type={shown === 'WAITING' ? 'default' : 'primary'}
              disabled={view === undefined}
              onClick={add}
            >
              {text.add}
            </Button>
          </>
        )}
      </PageHead>
      {frozen ? (
        <Notice tone="plain" title={common.frozen}>
          {text.frozen}
        </Notice>
      ) : null}
      {view === undefined || view.proposals === 0 ? null : (
        <Notice
          tone="plain"
          title={text.proposals(view.proposals)}
          end={<Link to={`${paths.honours}?view=BONUS`}>{text.toProposals}</Link>}
        />
      )}
      <Loaded query={ledger} rows={12}>
        {(data) => (
          <>
            <div className="row">
              <Segmented<View>
                value={shown}
                options={(Object.keys(text.views) as View[]).map((value) => ({
                  value,
                  label: value === 'WAITING' ? `${text.views.WAITING} ${data.waiting}` : text.views[value]
                }))}
                onChange={show}
              />
              {frozen || shown === 'CATALOGUE' ? null : <span className="small soft">{text.live}</span>}
            </div>
            <Shown key={shown} view={data} shown={shown} params={params} onAdd={frozen ? null : add} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function shownView(params: URLSearchParams): View {
  const asked = params.get('view')
  return (Object.keys(text.views) as View[]).find((value) => value === asked) ?? 'LEDGER'
}

interface ShownProps {
  view: LedgerView
  shown: View
  params: URLSearchParams
  onAdd: (() => void) | null
}

/** One of the views with what lies over it: the form, an entry, the question before an action. */
function Shown({ view, shown, params, onAdd }: ShownProps): ReactElement {
  const [, setParams] = useSearchParams()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [form, setForm] = useState<{ id: number | null; start: EntryForm } | null>(null)
  const entry = Number(params.get('entry') ?? 0)
  const start =
    onAdd !== null && params.get('add') !== null ? { id: null, start: askedForm(view, params) } : form

  function go(change: Record<string, string | null>): void {
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        for (const [key, value] of Object.entries(change)) {
          if (value === null) next.delete(key)
          else next.set(key, value)
        }
        return next
      },
      { replace: true }
    )
  }
  const open = (id: number): void => go({ entry: String(id) })
  const closeForm = (): void => {
    setForm(null)
    go({ add: null, reason: null, instant: null, unit: null, item: null })
  }
  const edit = (id: number | null, of: LedgerEntryView): void => {
    go({ entry: null })
    setForm({ id, start: formOf(of, of.date ?? proposedDay(view.period, view.today)) })
  }
  return (
    <>
      {shown === 'CATALOGUE' ? (
        <CatalogueTab view={view} />
      ) : shown === 'WAITING' ? (
        <WaitingQueue view={view} onOpen={open} onAsk={setAsked} />
      ) : shown === 'INSTANT' ? (
        <InstantList view={view} onOpen={open} onAdd={onAdd} />
      ) : view.entries.length === 0 ? (
        <Panel>
          <EmptyState title={text.none} hint={text.noneHint} />
        </Panel>
      ) : (
        <LedgerDesk
          view={view}
          unit={params.get('add') === null ? (params.get('unit') ?? '') : ''}
          selected={entry === 0 ? null : entry}
          onOpen={open}
        />
      )}
      {start === null ? null : (
        <EntryDialog
          view={view}
          id={start.id}
          start={start.start}
          onClose={closeForm}
          onDone={(id, step) => {
            closeForm()
            // A draft is not finished: files are added and it is submitted where it stands whole.
            if (step === 'DRAFT') open(id)
          }}
        />
      )}
      {entry === 0 ? null : (
        <EntryDrawer
          id={entry}
          decimals={view.decimals}
          frozen={view.frozen}
          onClose={() => go({ entry: null })}
          onEdit={(of) => edit(of.id, of)}
          onCopy={(of) => edit(null, of)}
          onAsk={setAsked}
        />
      )}
      {asked === null ? null : (
        <ActDialog asked={asked} operator={view.operator} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

/** `?add=1&unit=…&reason=…&instant=1`: other pages link here (a unit, a closed item of the register). */
function askedForm(view: LedgerView, params: URLSearchParams): EntryForm {
  return blankForm(view, {
    date: proposedDay(view.period, view.today),
    unit: view.choices.some(({ code }) => code === params.get('unit')) ? params.get('unit')! : '',
    reason: params.get('reason') ?? '',
    instant: params.get('instant') !== null || params.get('view') === 'INSTANT'
  })
}
