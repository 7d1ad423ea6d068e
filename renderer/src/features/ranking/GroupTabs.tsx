import { Segmented, Select } from 'antd'
import type { ReactElement } from 'react'
import type { GroupResult, RaceResult, ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { groupTab, rankingText } from '../../text/ranking.ts'

export interface GroupPlace {
  key: string
  race: RaceResult
  group: GroupResult
}

export const ALL_GROUPS = '*'
/** More tabs than these do not fit beside the title. */
const MOST_TABS = 4

/** Every group of every race with a key for the address bar. */
export function groupPlaces(results: ResultSet): GroupPlace[] {
  return results.races.flatMap((race) =>
    race.groups.map((group) => ({ key: `${race.race}.${group.group}`, race, group }))
  )
}

const listedUnits = (group: GroupResult): number =>
  group.units.filter((unit) => unit.rankMode !== 'EXCLUDED').length

interface Props {
  places: readonly GroupPlace[]
  value: string
  onChange: (key: string) => void
}

export function GroupTabs({ places, value, onChange }: Props): ReactElement | null {
  if (places.length === 0) return null
  const races = new Set(places.map(({ race }) => race.race)).size
  const options = places.map(({ key, race, group }) => ({
    value: key,
    label: groupTab(races > 1 ? `${race.name} · ${group.name}` : group.name, listedUnits(group))
  }))
  const all = places.reduce((sum, { group }) => sum + listedUnits(group), 0)
  if (places.length > 1) options.push({ value: ALL_GROUPS, label: groupTab(rankingText.allGroups, all) })
  return options.length > MOST_TABS + 1 ? (
    <Select
      aria-label={rankingText.head.group}
      value={value}
      options={options}
      onChange={onChange}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      style={{ minWidth: 200 }}
    />
  ) : (
    <Segmented aria-label={rankingText.head.group} value={value} options={options} onChange={onChange} />
  )
}
