import { Button, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SelfReviewOverview } from '#shared/ipc/selfReview.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { ProgressPanel } from '../../components/ProgressPanel.tsx'
import { NARROW, useMedia } from '../../components/useMedia.ts'
import { useProgress } from '../../app/useProgress.ts'
import { cancelJob } from '../../ipc/client.ts'
import { useRoute } from '../../ipc/queries.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { OverviewTable } from './OverviewTable.tsx'
import { PageMenus } from './PageMenus.tsx'
import { ReadOutcomes } from './ReadOutcomes.tsx'
import { SettingsDialog } from './SettingsDialog.tsx'
import { UnitList } from './UnitList.tsx'
import { UnitReview } from './UnitReview.tsx'
import { useSheets } from './useSheets.ts'
import './selfReview.css'

/** 六问对标: all units of the quarter, or one unit's review beside the list of units. */
export function SelfReviewPage(): ReactElement {
  return (
    <WithScheme title={text.title}>{(period) => <SelfReviews key={period} period={period} />}</WithScheme>
  )
}

function SelfReviews({ period }: { period: PeriodKey }): ReactElement {
  const overview = useRoute('selfReview.overview', { period })
  const [params, setParams] = useSearchParams()
  const [asksWords, setAsksWords] = useState(false)
  const narrow = useMedia(NARROW)
  const sheets = useSheets(period)
  const progress = useProgress().find((entry) => entry.job === 'selfReview')
  const units = overview.data?.units ?? []
  const unit = units.find((entry) => entry.unit === params.get('unit'))
  const open = (code: string | null): void => setParams(code === null ? {} : { unit: code })
  return (
    <div className="page">
      <PageHead
        title={text.title}
        tags={
          narrow && unit !== undefined ? (
            <Select
              aria-label={text.chooseUnit}
              className="sr-pick"
              value={unit.unit}
              options={units.map((entry) => ({ value: entry.unit, label: entry.name }))}
              onChange={open}
            />
          ) : undefined
        }
        note={overview.data === undefined ? null : noteOf(overview.data)}
      >
        {narrow && unit !== undefined ? <Button onClick={() => open(null)}>{text.allUnits}</Button> : null}
        <PageMenus
          unit={unit ?? null}
          units={units.map((entry) => entry.unit)}
          sheets={sheets}
          onWords={() => setAsksWords(true)}
        />
      </PageHead>
      {progress === undefined ? null : (
        <ProgressPanel {...progress} onCancel={() => cancelJob('selfReview')} />
      )}
      {sheets.error === null ? null : (
        <Panel>
          <ErrorPanel error={sheets.error} unchanged={null} />
        </Panel>
      )}
      <Loaded query={overview} rows={12}>
        {(data) =>
          data.units.length === 0 ? (
            <Panel>
              <EmptyState title={text.none} hint={text.noneHint} />
            </Panel>
          ) : unit === undefined ? (
            <Panel className="sr-overview">
              <OverviewTable overview={data} onOpen={open} />
            </Panel>
          ) : (
            <div className="sr">
              {narrow ? null : (
                <UnitList units={data.units} selected={unit.unit} onSelect={open} onAll={() => open(null)} />
              )}
              <UnitReview key={unit.unit} period={period} unit={unit.unit} />
            </div>
          )
        }
      </Loaded>
      {asksWords ? <SettingsDialog onClose={() => setAsksWords(false)} /> : null}
      <ReadOutcomes files={sheets.outcomes} onClose={sheets.dismiss} />
    </div>
  )
}

function noteOf({ totals }: SelfReviewOverview): string {
  return text.note(totals.submitted, totals.units, totals.gaps, totals.tasks)
}
