import { Segmented, Select } from 'antd'
import type { ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import { quarterOf, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { FileMenu } from '../../app/FileMenu.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { call } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { printDay } from '../../text/format.ts'
import { statementsText as text, statementTotals } from '../../text/statements.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { RedTable } from './RedTable.tsx'
import { StatementList } from './StatementList.tsx'
import { TaskTable } from './TaskTable.tsx'
import './statements.css'

type Tab = keyof typeof text.tabs
const TABS = Object.keys(text.tabs) as Tab[]
const EVERYBODY = '*'

/** 七大报表: which department has handed in which statement, and what stood red in which quarter and month. */
export function StatementsPage(): ReactElement {
  return <WithScheme title={text.title}>{(period) => <Statements key={period} period={period} />}</WithScheme>
}

function Statements({ period }: { period: PeriodKey }): ReactElement {
  const [params, setParams] = useSearchParams()
  const tab = TABS.find((entry) => entry === params.get('tab')) ?? 'progress'
  const unit = params.get('unit')
  const { year } = quarterOf(period)
  const statements = useRoute('race.statements', { period })
  const matrix = useRoute('race.matrix', tab === 'progress' ? null : { year, unit })
  const units = useRoute('scheme.get', { period }).data?.definition.units ?? []
  const totals = statements.data === undefined ? null : statementTotals(statements.data)
  const due = statements.data?.dueDate ?? null

  function show(next: { tab?: Tab; unit?: string | null }): void {
    const wanted = { tab, unit, ...next }
    setParams(
      {
        ...(wanted.tab === 'progress' ? {} : { tab: wanted.tab }),
        ...(wanted.unit === null ? {} : { unit: wanted.unit })
      },
      { replace: true }
    )
  }

  return (
    <div className="page statements-page">
      <PageHead
        title={text.title}
        tags={
          <Segmented<Tab>
            value={tab}
            options={TABS.map((value) => ({ value, label: text.tabs[value] }))}
            onChange={(next) => show({ tab: next })}
          />
        }
        note={
          tab !== 'progress'
            ? tab === 'red'
              ? text.redHint
              : text.tasksHint
            : totals === null
              ? null
              : text.note(totals.filled, totals.expected, due === null ? null : printDay(due))
        }
      >
        {tab === 'progress' ? null : (
          <Select
            aria-label={text.unit}
            className="statements-unit"
            showSearch={{ optionFilterProp: 'label' }}
            value={unit ?? EVERYBODY}
            options={[
              { value: EVERYBODY, label: text.allUnits },
              ...units.map(({ code, name }) => ({ value: code, label: name }))
            ]}
            onChange={(value) => show({ unit: value === EVERYBODY ? null : value })}
          />
        )}
        <FileMenu
          kinds={(['STATEMENTS', 'MATRIX'] as const).map((key) => ({ key, label: text.files[key] }))}
          save={(what, format) =>
            call('race.export', { period, what: what as 'STATEMENTS' | 'MATRIX', format, unit })
          }
        />
      </PageHead>
      {tab === 'progress' ? (
        <Loaded query={statements} rows={12}>
          {(data) => <StatementList statements={data.statements} />}
        </Loaded>
      ) : (
        <Loaded query={matrix} rows={12}>
          {(data) => (tab === 'red' ? <RedTable matrix={data} /> : <TaskTable matrix={data} />)}
        </Loaded>
      )}
    </div>
  )
}
