import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { paths } from '../../app/paths.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { adjustmentsText as text } from '../../text/adjustments.ts'
import { common } from '../../text/common.ts'
import { NoScheme } from '../scheme/NoScheme.tsx'
import { ledgerRows, unitTotals } from './adjustmentRows.ts'
import { ClassTable } from './ClassTable.tsx'
import { LedgerTable } from './LedgerTable.tsx'
import { UnitTotalTable } from './UnitTotalTable.tsx'
import './adjustments.css'

/** 加减分台账: what was entered, what the caps let count. */
export function AdjustmentsPage(): ReactElement {
  const { period, view } = usePeriod()
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={text.title} />
        <NoScheme />
      </div>
    )
  }
  return <Adjustments period={period} />
}

function Adjustments({ period }: { period: string }): ReactElement {
  const { frozen } = usePeriod()
  const ranking = useRoute('ranking.get', { period })
  const navigate = useNavigate()
  const results = ranking.data?.results ?? null
  const rows = results === null ? [] : ledgerRows(results)
  const units = new Set(rows.map((row) => row.unit)).size
  return (
    <div className="page">
      <PageHead title={text.title} note={results === null ? null : text.note(rows.length, units)}>
        {frozen ? null : <Button onClick={() => void navigate(paths.import)}>{text.import}</Button>}
      </PageHead>
      {ranking.data?.preview === true && rows.length > 0 ? (
        <Notice title={common.previewUnfrozen}>冻结前台账还可以变动。</Notice>
      ) : null}
      <Loaded
        query={ranking}
        skeleton={
          <div className="adj">
            <Panel title={text.units}>
              <Loaded query={ranking}>{() => null}</Loaded>
            </Panel>
          </div>
        }
      >
        {() =>
          results === null ? (
            <Panel>
              <EmptyState title={text.notComputed} hint={text.notComputedHint}>
                <Button onClick={() => void navigate(paths.overview)}>{text.toOverview}</Button>
              </EmptyState>
            </Panel>
          ) : rows.length === 0 ? (
            <Panel>
              <EmptyState title={text.none} hint={text.noneHint} />
            </Panel>
          ) : (
            <Ledger results={results} />
          )
        }
      </Loaded>
    </div>
  )
}

function Ledger({ results }: { results: ResultSet }): ReactElement {
  const [params] = useSearchParams()
  const [unit, setUnit] = useState<string | null>(params.get('unit'))
  const totals = unitTotals(results)
  const chosen = results.races
    .flatMap((race) => race.groups.flatMap((group) => group.units))
    .find((item) => item.unit === unit)
  return (
    <div className="adj">
      <Panel title={text.units} hint={text.unitsHint} className="adj-units">
        <UnitTotalTable totals={totals} selected={unit} onSelect={setUnit} />
      </Panel>
      <div className="adj-side">
        {chosen === undefined || chosen.adjustments.classes.length === 0 ? null : (
          <Panel title={`${chosen.name} · ${text.classes}`} className="adj-classes">
            <ClassTable adjustments={chosen.adjustments} decimals={results.decimals} />
          </Panel>
        )}
        <LedgerTable
          rows={ledgerRows(results).filter((row) => unit === null || row.unit === unit)}
          title={chosen?.name ?? text.allUnits}
          decimals={results.decimals}
          onAllUnits={unit === null ? null : () => setUnit(null)}
        />
      </div>
    </div>
  )
}
