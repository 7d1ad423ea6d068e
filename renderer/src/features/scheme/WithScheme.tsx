import type { ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { NoScheme } from './NoScheme.tsx'

/** A page of a quarter that has a scheme; where there is none, its title and what is missing. */
export function WithScheme(props: {
  title: string
  children: (period: PeriodKey) => ReactElement
}): ReactElement {
  const { period, view } = usePeriod()
  if (period === null || view?.schemeTitle === null) {
    return (
      <div className="page">
        <PageHead title={props.title} />
        <NoScheme />
      </div>
    )
  }
  return props.children(period)
}
