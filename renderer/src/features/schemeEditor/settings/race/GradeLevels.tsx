import { Button } from 'antd'
import type { ReactElement } from 'react'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { DecimalField } from '../fields/DecimalField.tsx'
import { IntegerField } from '../fields/IntegerField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { moveAt, put, removeAt, replaceAt } from '../listEdits.ts'
import type { DraftLevel } from './raceSection.ts'

const { grades: text } = raceSettingsText

interface Props {
  levels: readonly DraftLevel[]
  onChange: (update: (levels: readonly DraftLevel[]) => DraftLevel[], merge?: string) => void
}

/** The grades, best first: a score line, a share or a number of places. The last one takes the rest. */
export function GradeLevels({ levels, onChange }: Props): ReactElement {
  const set = <K extends keyof DraftLevel>(index: number, key: K, value: DraftLevel[K] | undefined): void =>
    onChange((before) => replaceAt(before, index, (level) => put(level, key, value)), `grade:${index}:${key}`)
  return (
    <table className="plain set-rows set-rows-narrow">
      <thead>
        <tr>
          <th>{text.head.name}</th>
          <th>{text.head.atLeast}</th>
          <th>{text.head.percent}</th>
          <th>{text.head.places}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {levels.map((level, index) => {
          const last = index === levels.length - 1
          const name = level.name ?? ''
          return (
            <tr key={index}>
              <td>
                <TextField
                  bare
                  required
                  label={text.head.name}
                  value={level.name}
                  onChange={(next) => set(index, 'name', next)}
                />
              </td>
              <td>
                <DecimalField
                  bare
                  label={`${name} ${text.head.atLeast}`}
                  placeholder={last ? text.rest : text.noLimit}
                  suffix={text.from}
                  value={level.atLeast}
                  onChange={(value) => set(index, 'atLeast', value)}
                />
              </td>
              <td>
                <DecimalField
                  bare
                  label={`${name} ${text.head.percent}`}
                  placeholder={last ? text.rest : text.noLimit}
                  suffix="%"
                  value={level.percent}
                  onChange={(value) => set(index, 'percent', value)}
                />
              </td>
              <td>
                <IntegerField
                  bare
                  label={`${name} ${text.head.places}`}
                  placeholder={last ? text.rest : text.noLimit}
                  suffix="个"
                  value={level.places}
                  onChange={(value) => set(index, 'places', value)}
                />
              </td>
              <td>
                <RowTools
                  ordered
                  name={name}
                  onUp={
                    index === 0 ? undefined : () => onChange((before) => moveAt(before, index, index - 1))
                  }
                  onDown={last ? undefined : () => onChange((before) => moveAt(before, index, index + 1))}
                  onRemove={() => onChange((before) => removeAt(before, index))}
                />
              </td>
            </tr>
          )
        })}
        <tr>
          <td colSpan={5}>
            <Button
              size="small"
              // Before the last one, which takes the rest.
              onClick={() =>
                onChange((before) => [...before.slice(0, -1), { name: text.newName }, ...before.slice(-1)])
              }
            >
              {text.add}
            </Button>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
