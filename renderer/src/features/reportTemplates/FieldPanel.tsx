import { Button, Checkbox, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { TemplatePlaces } from '#shared/domain/report/template/templatePlaces.ts'
import type { FieldCatalogue } from '#shared/ipc/reportTemplate.ts'
import { Panel } from '../../components/Panel.tsx'
import { templatePlacesText as text } from '../../text/reportTemplates.ts'
import { fieldAt, listOfRow, type Spot } from './places.ts'

interface Props {
  spot: Spot | null
  places: TemplatePlaces
  catalogue: FieldCatalogue
  /** What stands in the cell of the template. */
  written: string
  onField: (field: string | null) => void
  onList: (list: string | null) => void
}

/** What the chosen cell is filled with: the row's list, and the fields to choose from. */
export function FieldPanel({ spot, places, catalogue, written, onField, onList }: Props): ReactElement {
  const [wanted, setWanted] = useState('')
  if (spot === null)
    return (
      <Panel title={text.noCell} pad>
        <p className="small soft">{text.hint}</p>
      </Panel>
    )
  const list = listOfRow(places, spot)
  const field = fieldAt(places, spot)
  const offered = list === null ? undefined : catalogue.lists.find(({ name }) => name === list)
  const all = [...(offered?.fields ?? []), ...catalogue.fields]
  const found = all.filter(
    ({ name, description }) => wanted === '' || name.includes(wanted) || description.includes(wanted)
  )
  const choose = (name: string): void => {
    onField(name)
    setWanted('')
  }
  return (
    <Panel title={text.cell(cellAddress(spot.row, spot.col))} className="rt-fields" pad>
      <p className={field === null ? 'soft' : 'done'}>
        {field === null ? (written === '' ? text.nothing : written) : text.filledWith(field)}
        {field === null ? null : (
          <Button size="small" onClick={() => onField(null)}>
            {text.clear}
          </Button>
        )}
      </p>
      {field === null && written.includes('{{') ? <p className="small soft">{text.written}</p> : null}
      <Checkbox
        checked={list !== null}
        onChange={(event) => onList(event.target.checked ? catalogue.lists[0]!.name : null)}
      >
        {text.row(spot.row + 1)}
      </Checkbox>
      {list === null ? (
        <p className="small soft">{text.rowHint}</p>
      ) : (
        <Select
          aria-label={text.list}
          size="small"
          showSearch
          value={list}
          options={catalogue.lists.map(({ name, count }) => ({
            value: name,
            label: text.listCount(name, count)
          }))}
          onChange={(name: string) => onList(name)}
        />
      )}
      <Input
        id="rt-search"
        size="small"
        allowClear
        value={wanted}
        placeholder={text.search}
        onChange={(event) => setWanted(event.target.value.trim())}
        onPressEnter={() => found[0] !== undefined && choose(found[0].name)}
      />
      {found.length === 0 ? <p className="soft">{text.noField}</p> : null}
      <ul className="rt-choices">
        {found.map(({ name, description, example }, index) => (
          <li key={`${name}${index}`}>
            <button
              type="button"
              aria-pressed={name === field}
              title={description}
              onClick={() => choose(name)}
            >
              <b>{name}</b>
              <span className="soft">{example === '' ? text.empty : example}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
