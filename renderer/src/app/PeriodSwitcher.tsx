import { App, Dropdown, type MenuProps } from 'antd'
import { useState, type ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { isFrozenState, PERIOD_STATE_NAMES } from '#shared/domain/period/periodState.ts'
import { nextPeriod, periodTitle } from '#shared/domain/period/periodKey.ts'
import { Icon } from '../components/Icon.tsx'
import { CarryOverDialog } from '../features/overview/CarryOverDialog.tsx'
import { useCall } from '../ipc/queries.ts'
import { common } from '../text/common.ts'
import { navText } from '../text/nav.ts'
import { usePeriod } from './PeriodContext.tsx'

/** The quarter that every page follows; the newest quarter can be followed by a new one (翻篇归零). */
export function PeriodSwitcher(): ReactElement | null {
  const { period, periods, frozen, view, choose } = usePeriod()
  const { modal } = App.useApp()
  const create = useCall('period.create')
  const [made, setMade] = useState<PeriodKey | null>(null)
  if (period === null) return null

  const next = nextPeriod(periods[0]?.key ?? period)
  const items: MenuProps['items'] = [
    ...periods.map((item) => ({
      key: item.key,
      label: (
        <span className="quarter-line">
          {item.title}
          <span className="quiet small">
            {isFrozenState(item.state) ? common.frozen : PERIOD_STATE_NAMES[item.state]}
          </span>
        </span>
      )
    })),
    { type: 'divider' as const },
    { key: 'new', label: `${navText.newQuarter}：${periodTitle(next)}` }
  ]

  function onClick(key: string): void {
    if (key !== 'new') return choose(key)
    create.mutate(
      { period: next },
      {
        onSuccess: ({ key }) => {
          choose(key)
          setMade(key)
        },
        onError: (error) =>
          void modal.error({ title: error.message, content: error.details.action, okText: '知道了' })
      }
    )
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          selectedKeys: [period],
          onClick: ({ key }) => onClick(key),
          className: 'quarter-menu'
        }}
      >
        <button
          type="button"
          className="quarter"
          aria-label={`${navText.switchQuarter}：${periodTitle(period)}`}
        >
          {periodTitle(period)}
          {frozen ? (
            <span className="quarter-frozen" title={view?.snapshot ?? undefined}>
              {common.frozen}
            </span>
          ) : null}
          <Icon name="down" />
        </button>
      </Dropdown>
      {made === null ? null : <CarryOverDialog period={made} onClose={() => setMade(null)} />}
    </>
  )
}
