import { App, Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import type { CalendarView } from '#shared/ipc/calendar.ts'
import { describePlace } from '#shared/problem.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { localToday, printDay } from '../../text/format.ts'
import { calendarPanelText as text } from '../../text/registerForm.ts'

/** Working days: which years are known, what is wrong with the office's file, and the clocks that count by it. */
export function CalendarPanel(): ReactElement {
  const calendar = useRoute('calendar.get', {})
  const open = useCall('calendar.openFile')
  const reset = useCall('calendar.reset')
  const { message } = App.useApp()
  const failed = open.error ?? reset.error
  return (
    <Panel
      title={text.title}
      hint={text.hint}
      scroll
      extra={
        <>
          {calendar.data?.hasOwnFile === true ? (
            <>
              <Button size="small" onClick={() => void calendar.refetch()}>
                {text.again}
              </Button>
              <Button
                size="small"
                loading={reset.isPending}
                onClick={() => reset.mutate({}, { onSuccess: () => void message.success(text.resetDone) })}
              >
                {text.reset}
              </Button>
            </>
          ) : null}
          <Button
            size="small"
            loading={open.isPending}
            onClick={() =>
              open.mutate(
                {},
                { onSuccess: ({ created }) => void message.success(created ? text.created : text.opened) }
              )
            }
          >
            {text.open}
          </Button>
        </>
      }
    >
      {failed === null ? null : <ErrorPanel error={failed} />}
      <div className="settings-calendar">
        <Loaded query={calendar} rows={4}>
          {(view) => <Known view={view} />}
        </Loaded>
        <Clocks />
      </div>
    </Panel>
  )
}

function Known({ view }: { view: CalendarView }): ReactElement {
  const today = localToday()
  const year = Number(today.slice(0, 4))
  const missing = [year, year + 1].find((wanted) => !view.years.includes(wanted))
  const coming = view.days.filter(({ date }) => date >= today)
  return (
    <div>
      <p>{view.years.length === 0 ? text.noYears : text.years(view.years.join('、'))}</p>
      <p className={view.source === 'LAST_GOOD' ? 'ask' : 'soft'}>
        {text.sources[view.source]}
        {view.hasOwnFile ? `（${view.fileName}）` : ''}
      </p>
      {missing === undefined ? null : <p className="check">{text.nextMissing(missing)}</p>}
      {view.problems.length === 0 ? null : (
        <>
          <p className="ask">
            <Icon name="triangle" /> {text.problems(view.problems.length)}
          </p>
          <ul className="settings-problems">
            {view.problems.map((problem, index) => (
              <li key={index}>
                {[describePlace({ ...problem.place, file: undefined }), problem.message]
                  .filter((part) => part !== '')
                  .join('：')}
                {problem.suggestion === undefined ? '' : ` ${problem.suggestion}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {coming.length === 0 ? null : (
        <p className="small soft">
          {text.upcoming}：
          {coming
            .slice(0, 12)
            .map(
              ({ date, type, name }) => `${printDay(date)}${type === 'OFF' ? text.off : text.work}（${name}）`
            )
            .join('、')}
        </p>
      )}
    </div>
  )
}

/** 立即办 and 限时办 in working days; saved when a field is left. */
function Clocks(): ReactElement {
  const settings = useRoute('register.settings', {})
  return (
    <div>
      <b>{text.clocks}</b>
      <Loaded query={settings} rows={2}>
        {({ immediateDays, timedDays }) => (
          <>
            <Days key={`i${immediateDays}`} name="immediateDays" value={immediateDays} least={0} most={60} />
            <Days key={`t${timedDays}`} name="timedDays" value={timedDays} least={1} most={250} />
            <p className="small soft">
              {text.special}：{text.specialHint}
            </p>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Days(props: {
  name: 'immediateDays' | 'timedDays'
  value: number
  least: number
  most: number
}): ReactElement {
  const { name, value, least, most } = props
  const [typed, setTyped] = useState(String(value))
  const save = useCall('register.setSettings')
  const { message } = App.useApp()
  const label = name === 'immediateDays' ? text.immediate : text.timed
  const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null
  const wrong = days === null || days < least || days > most

  function leave(): void {
    if (wrong || days === value) return
    save.mutate({ [name]: days }, { onSuccess: () => void message.success(text.saved) })
  }

  return (
    <div className="settings-days">
      <span>{label}</span>
      <Input
        size="small"
        inputMode="numeric"
        aria-label={`${label} ${text.days}`}
        status={wrong ? 'error' : ''}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onPressEnter={leave}
      />
      <span className="soft">{text.days}</span>
      {wrong ? <span className="small ask">{text.badDays(least, most)}</span> : null}
      {save.error === null ? null : <span className="small ask">{save.error.message}</span>}
    </div>
  )
}
