import { Select } from 'antd'
import type { ReactElement } from 'react'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import type { DraftNames, DraftRace } from '../../editorTab.ts'
import { RowTools } from '../fields/RowTools.tsx'
import { moveAt, removeAt } from '../listEdits.ts'
import type { DraftTieBreak, RaceSectionProps } from './raceSection.ts'

const { ties: text, sections, labels } = raceSettingsText
type Common = keyof typeof text.metrics

/** 同分先后: an ordered list of what is compared; nothing in it leaves ties standing (S35). */
export function TiesSection({ race, names, edit }: RaceSectionProps): ReactElement {
  const chain = race.tieBreak ?? []
  const write = (next: DraftTieBreak[]): void =>
    edit((before) => ({ ...before, tieBreak: next }), labels.ties)
  const free = choices(race).map((group) => ({
    label: group.label,
    options: group.options.filter((option) => !chain.some((metric) => keyOf(metric) === option.value))
  }))
  return (
    <Panel title={sections.TIES} hint={text.hint} scroll pad>
      {chain.length === 0 ? <p className="set-says">{text.none}</p> : null}
      <ol className="chain">
        {chain.map((metric, index) => (
          <li key={`${keyOf(metric)}-${index}`}>
            <span className="chain-number">{index + 1}</span>
            <span className="grow ellipsis">{wordsOf(metric, race, names)}</span>
            <RowTools
              ordered
              name={text.row(index + 1)}
              onUp={index === 0 ? undefined : () => write(moveAt(chain, index, index - 1))}
              onDown={index === chain.length - 1 ? undefined : () => write(moveAt(chain, index, index + 1))}
              onRemove={() => write(removeAt(chain, index))}
            />
          </li>
        ))}
      </ol>
      <Select<string | null>
        className="chain-add"
        aria-label={text.add}
        placeholder={text.add}
        value={null}
        options={free}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(key) => {
          if (key !== null) write([...chain, metricOf(key)])
        }}
      />
      {chain.length === 0 ? null : <p className="quiet small set-after">{text.rest}</p>}
    </Panel>
  )
}

/** A metric as the value of an option: `DIMENSION:goals`, `BASE`. */
function keyOf(metric: DraftTieBreak): string {
  if (metric.by === 'DIMENSION') return `DIMENSION:${metric.dimension ?? ''}`
  if (metric.by === 'INDICATOR') return `INDICATOR:${metric.indicator ?? ''}`
  return metric.by ?? ''
}

function metricOf(key: string): DraftTieBreak {
  const code = key.slice(key.indexOf(':') + 1)
  if (key.startsWith('DIMENSION:')) return { by: 'DIMENSION', dimension: code }
  if (key.startsWith('INDICATOR:')) return { by: 'INDICATOR', indicator: code }
  return { by: key as Common }
}

function choices(race: DraftRace): { label: string; options: { value: string; label: string }[] }[] {
  const dimensions = race.dimensions ?? []
  return [
    {
      label: text.groups.common,
      options: (Object.keys(text.metrics) as Common[]).map((value) => ({ value, label: text.metrics[value] }))
    },
    {
      label: text.groups.dimensions,
      options: codeOptions(dimensions).map(({ value, label }) => ({
        value: `DIMENSION:${value}`,
        label: text.dimension(label)
      }))
    },
    {
      label: text.groups.indicators,
      options: codeOptions(dimensions.flatMap((dimension) => dimension.indicators ?? [])).map(
        ({ value, label }) => ({ value: `INDICATOR:${value}`, label: text.indicator(label) })
      )
    }
  ]
}

function wordsOf(metric: DraftTieBreak, race: DraftRace, names: DraftNames): string {
  const known = choices(race)
    .flatMap((group) => group.options)
    .find((option) => option.value === keyOf(metric))
  if (known !== undefined) return known.label
  const name = metric.by === 'DIMENSION' ? names.dimension(metric.dimension) : ''
  return `${name}${text.gone}`
}
