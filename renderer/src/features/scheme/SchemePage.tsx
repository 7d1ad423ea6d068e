import { App, Button, Tabs } from 'antd'
import { useState, type ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { schemeText as text } from '../../text/scheme.ts'
import { schemeStartText } from '../../text/schemeStart.ts'
import { LibraryTab } from '../schemeEditor/start/LibraryTab.tsx'
import { DraftNotice, SchemeActions } from '../schemeEditor/start/SchemeActions.tsx'
import { ChooseScheme } from './ChooseScheme.tsx'
import { PolicyTab } from './PolicyTab.tsx'
import { RuleTab } from './RuleTab.tsx'
import { UnitTab } from './UnitTab.tsx'
import './scheme.css'

/** 考核方案, read-only: rules in words, targets of the quarter, units and groups, the switches. */
export function SchemePage(): ReactElement {
  const { period } = usePeriod()
  if (period === null) return <ChooseScheme />
  return <SchemeOfPeriod period={period} />
}

function SchemeOfPeriod({ period }: { period: string }): ReactElement {
  const { frozen } = usePeriod()
  const scheme = useRoute('scheme.get', { period })
  if (scheme.data === null && !frozen) return <ChooseScheme />
  return (
    <div className="page">
      {scheme.data === undefined || scheme.data === null ? (
        <PageHead title={text.title} />
      ) : (
        <Head view={scheme.data} period={period} />
      )}
      <Loaded
        query={scheme}
        skeleton={
          <Panel>
            <Skeleton rows={14} />
          </Panel>
        }
      >
        {(view) => (view === null ? null : <Content key={period} view={view} period={period} />)}
      </Loaded>
    </div>
  )
}

function Head({ view, period }: { view: SchemeView; period: string }): ReactElement {
  const { frozen } = usePeriod()
  const pick = useCall('scheme.pick')
  const { message } = App.useApp()
  const { definition } = view
  return (
    <>
      <PageHead
        title={text.title}
        tags={
          <span className="tag tag-primary">
            {text.version(definition.year, view.version, text.status[view.status])}
          </span>
        }
        note={
          <span title={definition.title}>
            {[definition.basisDocument, definition.title].filter(Boolean).join('　')}
          </span>
        }
      >
        {frozen ? null : (
          <Button
            loading={pick.isPending}
            onClick={() =>
              pick.mutate(
                { period },
                {
                  onSuccess: (loaded) => {
                    if (loaded !== null) void message.success(text.loaded(loaded.definition.title))
                  }
                }
              )
            }
          >
            {text.load}
          </Button>
        )}
        <SchemeActions period={period} frozen={frozen} />
      </PageHead>
      <DraftNotice />
      {pick.error === null ? null : (
        <Panel>
          <ErrorPanel error={pick.error} unchanged="原来的方案没有改动。" />
        </Panel>
      )}
      <Problems view={view} />
    </>
  )
}

function Problems({ view }: { view: SchemeView }): ReactElement | null {
  const errors = view.problems.filter((problem) => problem.level === 'error')
  const shown = errors.length > 0 ? errors : view.problems.filter((problem) => problem.level === 'confirm')
  const first = shown[0]
  if (first === undefined) return null
  return (
    <Notice
      tone={errors.length > 0 ? 'ask' : 'check'}
      title={errors.length > 0 ? text.problems(errors.length) : text.confirms(shown.length)}
    >
      <span title={shown.map((problem) => problem.message).join('\n')}>
        {first.message}
        {first.suggestion ?? ''}
      </span>
    </Notice>
  )
}

function Content({ view, period }: { view: SchemeView; period: string }): ReactElement {
  const [params] = useSearchParams()
  const wanted = params.get('indicator')
  const [tab, setTab] = useState('RULES')
  return (
    <Tabs
      className="scheme-tabs"
      activeKey={tab}
      onChange={setTab}
      items={[
        {
          key: 'RULES',
          label: text.tabs.RULES,
          children: <RuleTab key={wanted} view={view} period={period} wanted={wanted} />
        },
        { key: 'UNITS', label: text.tabs.UNITS, children: <UnitTab scheme={view.definition} /> },
        { key: 'POLICIES', label: text.tabs.POLICIES, children: <PolicyTab scheme={view.definition} /> },
        { key: 'LIBRARY', label: schemeStartText.tab, children: <LibraryTab /> }
      ]}
    />
  )
}
