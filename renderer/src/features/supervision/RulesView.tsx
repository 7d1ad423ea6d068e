import { App, Button } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { SettingsProblem } from '#shared/domain/supervision/checkSettings.ts'
import {
  supervisionSettings,
  type SupervisionSettings
} from '#shared/domain/supervision/supervisionSettings.ts'
import { paths } from '../../app/paths.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { supervisionText } from '../../text/supervision.ts'
import { Answers, Colours, Outcomes, Wording } from './RuleFields.tsx'

const text = supervisionText.rules

/** 督办规则: who gets what when, checked for holes and contradictions while it is typed. */
export function RulesView({ tabs }: { tabs: ReactNode }): ReactElement {
  const query = useRoute('slip.settings', {})
  return (
    <Loaded query={query} rows={10}>
      {({ settings }) => <Rules key={JSON.stringify(settings)} start={settings} tabs={tabs} />}
    </Loaded>
  )
}

function Rules({ start, tabs }: { start: SupervisionSettings; tabs: ReactNode }): ReactElement {
  const [draft, setDraft] = useState(start)
  const invalid = supervisionSettings.safeParse(draft).error?.issues ?? []
  const checked = useRoute('slip.checkSettings', invalid.length > 0 ? null : { settings: draft }).data
  const save = useCall('slip.saveSettings')
  const { message } = App.useApp()
  const change = (part: Partial<SupervisionSettings>): void => setDraft((now) => ({ ...now, ...part }))
  const problems =
    invalid.length > 0
      ? invalid.map(({ message }) => ({ level: 'error' as const, message }))
      : (checked?.problems ?? [])
  const changed = JSON.stringify(draft) !== JSON.stringify(start)
  return (
    <div className="page">
      <PageHead title={supervisionText.title} tags={tabs} note={supervisionText.note}>
        <Button
          type="primary"
          disabled={!changed || problems.some(({ level }) => level === 'error')}
          loading={save.isPending}
          onClick={() =>
            save.mutate({ settings: draft }, { onSuccess: () => void message.success(text.saved) })
          }
        >
          {text.save}
        </Button>
      </PageHead>
      {save.error === null ? null : <ErrorPanel error={save.error} />}
      {checked === undefined || checked.progressGaps.length === 0 ? null : (
        <Notice tone="ask" title={text.gaps} end={<Link to={paths.scheme}>{text.toScheme}</Link>}>
          {checked.progressGaps.join('')}
        </Notice>
      )}
      <Panel scroll className="sup-table">
        <Problems problems={problems} />
        <div className="sup-rules">
          <Colours draft={draft} change={change} />
          <Answers draft={draft} change={change} />
          <div>
            <Outcomes draft={draft} change={change} />
            <Wording draft={draft} change={change} />
          </div>
        </div>
      </Panel>
    </div>
  )
}

function Problems({
  problems
}: {
  problems: readonly Pick<SettingsProblem, 'level' | 'message'>[]
}): ReactElement {
  if (problems.length === 0) return <p className="sup-problems done">☑ {text.fine}</p>
  return (
    <ul className="sup-problems" role="status">
      {problems.map(({ level, message }) => (
        <li key={message} className={level === 'error' ? 'ask' : 'check'}>
          {level === 'error' ? '△' : '◐'} {message}
        </li>
      ))}
    </ul>
  )
}
