import { Tabs } from 'antd'
import type { ReactElement } from 'react'
import { FIVE_KEY_TYPES, registerType, type RegisterType } from '#shared/domain/register/registerItem.ts'
import { REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import { registersText as text } from '../../text/registers.ts'
import type { RegisterTab } from './registerQuery.ts'

interface Props {
  tab: RegisterTab
  total: number
  byType: Partial<Record<RegisterType, number>>
  onTab: (tab: RegisterTab) => void
}

/** Registers that have items (and the chosen one), most first; the five of 五重清单 share a tab. */
export function TypeTabs({ tab, total, byType, onTab }: Props): ReactElement {
  const five = FIVE_KEY_TYPES.reduce((sum, type) => sum + (byType[type] ?? 0), 0)
  const own = registerType.options
    .filter((type) => !(FIVE_KEY_TYPES as readonly string[]).includes(type))
    .map((type) => ({ key: type, name: REGISTER_TYPES[type].name, count: byType[type] ?? 0 }))
  const some = [...own, { key: 'FIVE' as const, name: text.five, count: five }]
    .filter((entry) => entry.count > 0 || entry.key === tab)
    .sort((a, b) => b.count - a.count)
  return (
    <Tabs
      className="rg-tabs"
      activeKey={tab}
      items={[{ key: 'ALL', name: text.all, count: total }, ...some].map(({ key, name, count }) => ({
        key,
        label: `${name} ${count}`
      }))}
      onChange={(key) => onTab(key as RegisterTab)}
    />
  )
}
