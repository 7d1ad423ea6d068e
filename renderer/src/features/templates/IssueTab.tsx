import { Button } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RouteOutput } from '#shared/ipc/contract.ts'
import type { IssuedView, TemplateTarget } from '#shared/ipc/template.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { templatesText as text } from '../../text/templates.ts'
import { IssueHistory } from './IssueHistory.tsx'
import { IssueOptions, type Options } from './IssueOptions.tsx'
import { TargetTable } from './TargetTable.tsx'

type Done = NonNullable<RouteOutput<'template.issue'>>

/** 填报表: who is asked for what, and the workbooks that were issued. */
export function IssueTab({ period, tabs }: { period: PeriodKey; tabs: ReactNode }): ReactElement {
  const targets = useRoute('template.targets', { period })
  const issued = useRoute('template.issued', { period }).data ?? []
  return (
    <Loaded query={targets} rows={14}>
      {(list) => <Desk period={period} tabs={tabs} targets={list} issued={issued} />}
    </Loaded>
  )
}

interface DeskProps {
  period: PeriodKey
  tabs: ReactNode
  targets: readonly TemplateTarget[]
  issued: readonly IssuedView[]
}

function Desk({ period, tabs, targets, issued }: DeskProps): ReactElement {
  const { frozen } = usePeriod()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(targets.map(({ unit }) => unit)))
  const [options, setOptions] = useState<Options>({ how: 'ONE_EACH', lastQuarter: true, selfScore: false })
  const [done, setDone] = useState<Done | null>(null)
  const issue = useCall('template.issue')
  const returned = new Set(issued.filter((one) => one.returned).map(({ unit }) => unit))
  const units = targets.map(({ unit }) => unit).filter((unit) => chosen.has(unit))

  function run(): void {
    setDone(null)
    issue.mutate({ period, units, ...options }, { onSuccess: setDone })
  }

  return (
    <>
      <PageHead
        title={text.title}
        tags={tabs}
        note={text.note(
          targets.length,
          targets.filter((target) => target.issued !== null).length,
          targets.filter((target) => returned.has(target.unit)).length
        )}
      >
        {frozen ? (
          <span className="small soft">{text.frozen}</span>
        ) : targets.length === 0 ? null : (
          <Button type="primary" disabled={units.length === 0} loading={issue.isPending} onClick={run}>
            {units.length === 0
              ? text.issue
              : options.how === 'ONE_FOR_ALL'
                ? text.issueAll
                : text.issueCount(units.length)}
          </Button>
        )}
      </PageHead>
      {issue.error === null ? null : (
        <Panel>
          <ErrorPanel error={issue.error} unchanged={null}>
            <Button onClick={() => issue.reset()}>{common.close}</Button>
          </ErrorPanel>
        </Panel>
      )}
      {done === null ? null : <Outcome done={done} onClose={() => setDone(null)} />}
      {targets.length === 0 ? (
        <Panel>
          <EmptyState title={text.nothing} hint={text.nothingHint} />
        </Panel>
      ) : (
        <div className="tp-layout">
          <TargetTable
            targets={targets}
            returned={returned}
            chosen={chosen}
            locked={frozen || issue.isPending}
            onChoose={setChosen}
          />
          <div className="tp-side">
            <IssueOptions options={options} onChange={setOptions} />
            <IssueHistory issued={issued} />
          </div>
        </div>
      )}
    </>
  )
}

function Outcome({ done, onClose }: { done: Done; onClose: () => void }): ReactElement {
  const saved = useSavedFile()
  const file = { ticket: done.ticket, fileName: '', folder: done.folder }
  return (
    <>
      <Notice
        tone="plain"
        title={text.done(done.issued.length)}
        end={
          <>
            <Button size="small" onClick={() => saved.reveal(file)}>
              {common.openFolder}
            </Button>
            <button type="button" className="link" onClick={onClose}>
              {common.close}
            </button>
          </>
        }
      >
        <span className="soft">{done.folder}</span>
      </Notice>
      {saved.error === null ? null : <ErrorPanel error={saved.error} />}
    </>
  )
}
