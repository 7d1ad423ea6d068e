import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import type { UnitView } from '#shared/ipc/results.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { paths } from '../../app/paths.ts'
import { StatusMark } from '../../components/StatusMark.tsx'
import { unitText } from '../../text/unit.ts'

/** A unit without a total: why, which indicators are missing, and the two ways to bring them. */
export function BlockedPanel({ view }: { view: UnitView }): ReactElement {
  const navigate = useNavigate()
  const { frozen } = usePeriod()
  const missing = view.result.dimensions.flatMap((dimension) =>
    dimension.indicators
      .filter((indicator) => indicator.status === 'MISSING' || indicator.status === 'REFUSED')
      .map((indicator) => ({ ...indicator, dimensionName: dimension.name }))
  )
  return (
    <section className="panel unit-blocked" role="status">
      <div className="grow">
        <p className="row">
          <StatusMark status="missing" />
          <b>{unitText.blockedTitle}</b>
          <span className="soft">{view.result.reasons.join('；')}</span>
        </p>
        {missing.length === 0 ? null : (
          <ul className="unit-missing">
            {missing.map((indicator) => (
              <li key={indicator.indicator} title={indicator.reason ?? undefined}>
                {indicator.dimensionName} · {indicator.name}
                {indicator.reason === null ? null : <span className="quiet small"> {indicator.reason}</span>}
                {frozen || indicator.status !== 'MISSING' ? null : (
                  <Link
                    className="small"
                    to={`${paths.decisions}?add=IMPUTATION&unit=${view.result.unit}&indicator=${indicator.indicator}`}
                  >
                    {unitText.impute}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        )}
        {frozen ? null : <p className="small soft">{unitText.blockedHint}</p>}
      </div>
      {frozen ? null : (
        <div className="page-head-actions">
          <Button onClick={() => void navigate(paths.submissions)}>{unitText.blockedSubmissions}</Button>
          <Button type="primary" onClick={() => void navigate(paths.import)}>
            {unitText.blockedImport}
          </Button>
        </div>
      )}
    </section>
  )
}
