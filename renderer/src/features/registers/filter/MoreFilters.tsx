import { Badge, Button, Checkbox, Input, Popover } from 'antd'
import type { ReactElement } from 'react'
import { fourKnow, problemSource, urgency } from '#shared/domain/register/registerItem.ts'
import type { RegisterFilter } from '#shared/domain/register/registerFilter.ts'
import { FOUR_KNOWS, PROBLEM_SOURCES, URGENCIES } from '#shared/domain/register/registerWords.ts'
import { Icon } from '../../../components/Icon.tsx'
import { common } from '../../../text/common.ts'
import { registersText as text } from '../../../text/registers.ts'
import type { FilterProps } from './filterProps.ts'

const HERE = [
  'urgencies',
  'tags',
  'sources',
  'slips',
  'incomplete',
  'voided',
  'dueFrom',
  'dueTo',
  'indicator',
  'withPartners'
] as const satisfies (keyof RegisterFilter)[]

/** What is narrowed less often; the button tells how many parts are in use. */
export function MoreFilters({ filter, narrow }: Pick<FilterProps, 'filter' | 'narrow'>): ReactElement {
  const used = HERE.filter((key) => filter[key] !== undefined).length
  const panel = (
    <div className="rg-more-filters">
      <Group label={text.urgency}>
        <Checkbox.Group
          value={filter.urgencies ?? []}
          options={urgency.options.map((value) => ({ value, label: URGENCIES[value].name }))}
          onChange={(urgencies) => narrow({ urgencies })}
        />
      </Group>
      <Group label={text.tags}>
        <Checkbox.Group
          value={filter.tags ?? []}
          options={fourKnow.options.map((value) => ({ value, label: FOUR_KNOWS[value] }))}
          onChange={(tags) => narrow({ tags })}
        />
      </Group>
      <Group label={text.source}>
        <Checkbox.Group
          value={filter.sources ?? []}
          options={problemSource.options.map((value) => ({ value, label: PROBLEM_SOURCES[value] }))}
          onChange={(sources) => narrow({ sources })}
        />
      </Group>
      <Group label={text.due}>
        <Input
          size="small"
          type="date"
          aria-label={text.dueFrom}
          value={filter.dueFrom ?? ''}
          onChange={(event) => narrow({ dueFrom: event.target.value })}
        />
        <span className="quiet">至</span>
        <Input
          size="small"
          type="date"
          aria-label={text.dueTo}
          value={filter.dueTo ?? ''}
          onChange={(event) => narrow({ dueTo: event.target.value })}
        />
      </Group>
      <div className="rg-more-checks">
        {(
          [
            ['slips', text.slips],
            ['incomplete', text.incomplete],
            ['withPartners', text.withPartners],
            ['voided', text.voided]
          ] as const
        ).map(([key, label]) => (
          <Checkbox
            key={key}
            checked={filter[key] === true}
            onChange={(event) => narrow({ [key]: event.target.checked ? true : undefined })}
          >
            {label}
          </Checkbox>
        ))}
      </div>
      <button
        type="button"
        className="link small"
        disabled={used === 0}
        onClick={() => narrow(Object.fromEntries(HERE.map((key) => [key, undefined])))}
      >
        {common.clearFilter}
      </button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" arrow={false} content={panel}>
      <Button aria-label={used === 0 ? text.filter : `${text.filter} ${used}`}>
        {text.filter}
        {used === 0 ? <Icon name="down" /> : <Badge count={used} size="small" color="var(--c-primary)" />}
      </Button>
    </Popover>
  )
}

function Group(props: { label: string; children: React.ReactNode }): ReactElement {
  return (
    <fieldset className="rg-more-group">
      <legend>{props.label}</legend>
      <div>{props.children}</div>
    </fieldset>
  )
}
