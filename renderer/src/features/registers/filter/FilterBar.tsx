import { Segmented, Select } from 'antd'
import type { ReactElement } from 'react'
import { itemState, type ItemState, type RegisterType } from '#shared/domain/register/registerItem.ts'
import { ITEM_STATES, REGISTER_TYPES } from '#shared/domain/register/registerWords.ts'
import { FIVE_KEY_TYPES } from '#shared/domain/register/registerItem.ts'
import { LampMark } from '../../../components/LampMark.tsx'
import { UNKNOWN_STATUS } from '#shared/domain/status/vocabulary.ts'
import { registersText as text } from '../../../text/registers.ts'
import type { StatusFacet } from '../facets.ts'
import { tabOf, typesOfTab } from '../registerQuery.ts'
import type { FilterProps } from './filterProps.ts'
import { MoreFilters } from './MoreFilters.tsx'
import { SavedViews } from './SavedViews.tsx'
import { SearchField } from './SearchField.tsx'

const ALL = 'ALL'

/** States and status with their counts, unit, the rest behind 筛选, search, saved filters. */
export function FilterBar(props: FilterProps): ReactElement {
  const { filter, facets, names, narrow } = props
  const state = filter.states?.length === 1 ? filter.states[0]! : filter.states === undefined ? ALL : ''
  return (
    <div className={names.vocabulary === 'LIGHTS' ? 'rg-filter' : 'rg-filter rg-filter-wide'}>
      {tabOf(filter) === 'FIVE' ? <FiveTypes {...props} /> : null}
      <Segmented
        aria-label={text.states}
        value={state}
        options={[
          { value: ALL, label: count(text.all, facets.everyState) },
          ...facets.states.map((facet) => ({
            value: facet.state,
            label: count(ITEM_STATES[facet.state].name, facet.count)
          }))
        ]}
        onChange={(value) =>
          narrow({
            states: itemState.options.includes(value as ItemState) ? [value as ItemState] : undefined
          })
        }
      />
      <span className="rg-lamps">
        {facets.statuses.map((facet) => (
          <StatusChip key={facet.word} facet={facet} {...props} />
        ))}
      </span>
      <Select
        className="rg-unit"
        aria-label={text.unit}
        value={filter.owners?.[0] ?? ALL}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[{ value: ALL, label: text.anyUnit }, { value: '', label: text.noOwner }, ...names.units]}
        onChange={(value: string) => narrow({ owners: value === ALL ? undefined : [value] })}
      />
      <MoreFilters filter={filter} narrow={narrow} />
      <SearchField value={filter.text ?? ''} onChange={(words) => narrow({ text: words })} />
      <SavedViews filter={filter} onChoose={props.onFilter} />
    </div>
  )
}

function StatusChip({ facet, filter, names, narrow }: FilterProps & { facet: StatusFacet }): ReactElement {
  const chosen = facet.statuses.some((part) => filter.statuses?.includes(part) === true)
  const others = (filter.statuses ?? []).filter((part) => !facet.statuses.includes(part))
  return (
    <button
      type="button"
      className={chosen ? 'rg-chip rg-chip-on' : 'rg-chip'}
      aria-pressed={chosen}
      onClick={() => narrow({ statuses: chosen ? others : [...others, ...facet.statuses] })}
    >
      {facet.status === null ? (
        <span className="quiet">{UNKNOWN_STATUS}</span>
      ) : (
        <LampMark status={facet.status} vocabulary={names.vocabulary} />
      )}{' '}
      {facet.count}
    </button>
  )
}

/** Inside of 五重清单: the five, each with its count. */
function FiveTypes({ filter, byType, narrow }: FilterProps): ReactElement {
  const types = filter.types ?? []
  return (
    <Segmented
      aria-label={text.five}
      value={types.length === 1 ? types[0]! : ALL}
      options={[
        { value: ALL, label: text.five },
        ...FIVE_KEY_TYPES.map((type) => ({
          value: type,
          label: count(REGISTER_TYPES[type].name, byType[type] ?? 0)
        }))
      ]}
      onChange={(value) => narrow({ types: value === ALL ? typesOfTab('FIVE') : [value as RegisterType] })}
    />
  )
}

const count = (word: string, number: number): string => `${word} ${number}`
