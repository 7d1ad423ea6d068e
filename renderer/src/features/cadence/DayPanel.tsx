import { App, Button, Input } from 'antd'
import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { DAY_LISTS } from '#shared/domain/cadence/dayLists.ts'
import type { DayView } from '#shared/ipc/cadence.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { paths } from '../../app/paths.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { cadenceText as text } from '../../text/cadence.ts'
import { printStamp } from '../../text/format.ts'
import { ActDialog, type AskedAct } from './ActDialog.tsx'
import { DaySide } from './DaySide.tsx'
import { DayTable } from './DayTable.tsx'

/** 日清盘 of a day: what must be settled, what was done, and closing it. */
export function DayPanel(props: { date: string; onDate: (date: string) => void }): ReactElement {
  const query = useRoute('cadence.day', { date: props.date })
  return (
    <Loaded query={query} rows={12}>
      {(view) => <Day view={view} onDate={props.onDate} />}
    </Loaded>
  )
}

function Day({ view, onDate }: { view: DayView; onDate: (date: string) => void }): ReactElement {
  const navigate = useNavigate()
  const [act, setAct] = useState<AskedAct | null>(null)
  const [reasons, setReasons] = useState<ReadonlyMap<number, string>>(new Map())
  const { lists, closed, toSettle } = view
  const due = new Set(toSettle)
  const settle = [...lists.OVERDUE, ...lists.TODAY].filter(({ id }) => closed !== null || due.has(id))
  const others = [...lists.SOON, ...lists.CHECK, ...lists.UNDATED, ...lists.LATER]
  const reasonOf = (id: number): string => reasons.get(id) ?? ''
  const shown: ReadonlyMap<number, string> =
    closed === null ? reasons : new Map(closed.content.left.map(({ item, reason }) => [item, reason]))
  const open = ({ id }: RegisterItemView): void => void navigate(paths.registerItem(id))
  if (settle.length + others.length + view.activity.done.length === 0 && closed === null) {
    return (
      <Panel>
        <EmptyState title={text.empty} hint={text.emptyHint}>
          <Button onClick={() => void navigate(paths.registers)}>{text.toRegisters}</Button>
          <Button onClick={() => void navigate(paths.import)}>{text.toImport}</Button>
        </EmptyState>
      </Panel>
    )
  }
  const table = {
    onOpen: open,
    onAct: closed === null ? setAct : null,
    listOf: new Map(DAY_LISTS.flatMap((name) => lists[name].map(({ id }) => [id, name] as const))),
    vocabulary: view.vocabulary,
    last: new Map(view.lastReasons.map(({ item, reason }) => [item, reason]))
  }
  return (
    <>
      <Standing view={view} onDate={onDate} />
      <div className="dy-body">
        <div className="dy-main">
          <Panel title={text.day.settle} hint={`${text.rows(settle.length)} · ${text.day.settleHint}`}>
            {settle.length === 0 ? (
              <EmptyState
                title={text.day.nothing}
                hint={closed === null ? text.day.nothingHint : undefined}
              />
            ) : (
              <DayTable
                {...table}
                label={text.day.settle}
                items={settle}
                reasons={shown}
                onReason={
                  closed === null ? (id, reason) => setReasons(new Map(reasons).set(id, reason)) : null
                }
              />
            )}
          </Panel>
          {closed === null && view.date <= view.today ? (
            <Close
              date={view.date}
              left={settle.map(({ id }) => ({ item: id, reason: reasonOf(id).trim() }))}
            />
          ) : null}
          {others.length === 0 ? null : (
            <Panel title={text.day.more} hint={text.day.moreHint(others.length)}>
              <DayTable {...table} label={text.day.more} items={others} reasons={null} onReason={null} />
            </Panel>
          )}
        </div>
        <DaySide view={view} />
      </div>
      {act === null ? null : <ActDialog asked={act} date={view.date} onClose={() => setAct(null)} />}
    </>
  )
}

/** Closed or not, the streak, and days that were forgotten. */
function Standing({ view, onDate }: { view: DayView; onDate: (date: string) => void }): ReactElement {
  const { closed, unclosed, streak, warnings, history } = view
  const [reopening, setReopening] = useState(false)
  const reopen = useCall('cadence.reopenDay')
  const [oldest] = unclosed
  return (
    <>
      {closed === null ? null : (
        <Notice
          tone="plain"
          title={text.day.closed(closed.by, printStamp(closed.at))}
          end={
            <button type="button" className="link" onClick={() => setReopening(true)}>
              {text.day.reopen}
            </button>
          }
        >
          {text.day.closedLeft(closed.content.left.length)}
          {closed.note}
        </Notice>
      )}
      {oldest === undefined || view.date !== view.today ? null : (
        <Notice
          title={text.day.unclosed(unclosed.length)}
          end={
            <button type="button" className="link" onClick={() => onDate(oldest)}>
              {text.day.goTo}
            </button>
          }
        >
          {unclosed.join('、')}
        </Notice>
      )}
      {[...warnings, ...history.map(({ reopened }) => text.day.reopened(reopened.by, reopened.reason))].map(
        (warning) => (
          <p key={warning} className="small soft">
            {warning}
          </p>
        )
      )}
      <p className="small soft">
        {[view.workday ? null : text.day.rest(view.occasion), text.day.streak(streak), text.day.hotkeys]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <ConfirmWithReason
        open={reopening}
        title={text.day.reopenTitle}
        consequence={text.day.reopenConsequence}
        verb={text.day.reopenVerb}
        reason="required"
        busy={reopen.isPending}
        error={reopen.error}
        onCancel={() => setReopening(false)}
        onConfirm={(reason) =>
          reopen.mutate({ date: view.date, reason }, { onSuccess: () => setReopening(false) })
        }
      />
    </>
  )
}

function Close(props: { date: string; left: { item: number; reason: string }[] }): ReactElement {
  const [note, setNote] = useState('')
  const close = useCall('cadence.closeDay')
  const { message } = App.useApp()
  const missing = props.left.filter(({ reason }) => reason === '').length
  const run = (): void =>
    close.mutate(
      { date: props.date, note, left: props.left },
      { onSuccess: () => void message.success(text.day.closedDone) }
    )
  const onEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && missing === 0) run()
  }
  return (
    <>
      {close.error === null ? null : <ErrorPanel error={close.error} />}
      <div className="dy-foot">
        <Input
          className="grow"
          aria-label={text.day.note}
          placeholder={text.day.note}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={onEnter}
        />
        <span className="small soft nowrap">
          {missing > 0 ? text.day.missing(missing) : text.day.ready(props.left.length)}
        </span>
        <Button type="primary" disabled={missing > 0} loading={close.isPending} onClick={run}>
          {text.day.close}
        </Button>
      </div>
    </>
  )
}
