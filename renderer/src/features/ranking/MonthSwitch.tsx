import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { monthName, monthsOf } from '#shared/domain/period/spans.ts'
import { rankingText } from '../../text/ranking.ts'
import { monthAsked } from './monthView.ts'

const QUARTER = 'quarter'

/** 季度 | 7月 | 8月 | 9月 of an open quarter; kept in the address, so that 返回 returns to it. */
export function MonthSwitch({ period }: { period: PeriodKey }): ReactElement {
  const [params, setParams] = useSearchParams()
  const month = monthAsked(params.get('month'), period)
  function choose(value: string): void {
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (value === QUARTER) next.delete('month')
        else next.set('month', value)
        return next
      },
      { replace: true }
    )
  }
  return (
    <Segmented<string>
      size="small"
      aria-label={rankingText.month.choose}
      value={month === null ? QUARTER : String(month)}
      onChange={choose}
      options={[
        { value: QUARTER, label: rankingText.month.quarter },
        ...monthsOf(period).map((value) => ({ value: String(value), label: monthName(value) }))
      ]}
    />
  )
}
