import { Button } from 'antd'
import type { ReactElement } from 'react'
import { EmptyState } from '../../../../components/EmptyState.tsx'
import { Notice } from '../../../../components/Notice.tsx'
import { Panel } from '../../../../components/Panel.tsx'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { weightWords } from '../../../../text/raceSentences.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import { newCode } from '../../draft/newCode.ts'
import type { Draft, EditorTabProps } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { IntegerField } from '../fields/IntegerField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { put, removeAt, replaceAt } from '../listEdits.ts'

const { totals: text, sections, labels } = raceSettingsText
type Total = NonNullable<Draft['totals']>[number]

/** A ranking over several races (六比总分). */
export function TotalsSection({ draft, change, names }: EditorTabProps): ReactElement {
  const totals = draft.totals ?? []
  const races = codeOptions(draft.races)
  const write = (update: (totals: readonly Total[]) => Total[], merge?: string): void =>
    change((before) => ({ ...before, totals: update(before.totals ?? []) }), labels.totals, merge)
  function add(): void {
    write((before) => [
      ...before,
      {
        code: newCode(
          'total',
          before.map((total) => total.code)
        ),
        name: text.newName,
        races: races.map(({ value }) => ({ race: value, weight: '1' }))
      }
    ])
  }
  return (
    <Panel
      title={sections.TOTALS}
      hint={text.hint}
      scroll
      extra={
        <Button size="small" disabled={races.length === 0} onClick={add}>
          {text.add}
        </Button>
      }
    >
      {totals.length === 0 ? <EmptyState title={text.none.title} hint={text.none.hint} /> : null}
      {totals.length > 0 && races.length < 2 ? <Notice title={text.oneRace} /> : null}
      {totals.map((total, index) => (
        <TotalForm
          key={total.code ?? index}
          total={total}
          races={races}
          words={weightWords(total, names)}
          onChange={(update, merge) =>
            write(
              (before) => replaceAt(before, index, update),
              merge === undefined ? undefined : `total:${index}:${merge}`
            )
          }
          onRemove={() => write((before) => removeAt(before, index))}
        />
      ))}
    </Panel>
  )
}

interface FormProps {
  total: Total
  races: readonly { value: string; label: string }[]
  words: string
  onChange: (update: (total: Total) => Total, merge?: string) => void
  onRemove: () => void
}

function TotalForm({ total, races, words, onChange, onRemove }: FormProps): ReactElement {
  const entries = total.races ?? []
  const free = races.find(({ value }) => !entries.some((entry) => entry.race === value))
  return (
    <section className="set-card">
      <div className="set-grid">
        <TextField
          label={text.name}
          required
          value={total.name}
          onChange={(name) => onChange((before) => ({ ...before, name }), 'name')}
        />
        <ChoiceField
          label={text.absent}
          value={total.absent ?? 'RENORMALISE'}
          options={(['RENORMALISE', 'ZERO', 'NO_TOTAL'] as const).map((value) => ({
            value,
            label: text.absents[value]
          }))}
          onChange={(absent) => onChange((before) => ({ ...before, absent }))}
        />
        <IntegerField
          label={text.minRaces}
          min={1}
          suffix="个"
          value={total.minRaces ?? 1}
          onChange={(minRaces) => onChange((before) => put(before, 'minRaces', minRaces), 'minRaces')}
        />
        <div className="set-card-tools">
          <RowTools name={total.name ?? ''} onRemove={onRemove} />
        </div>
      </div>
      <div className="set-sub">
        <span className="field-label">{text.races}</span>
        {entries.map((entry, index) => (
          <div className="row set-line" key={index}>
            <ChoiceField
              bare
              label={text.race}
              value={entry.race}
              options={races}
              onChange={(race) =>
                onChange((before) => ({
                  ...before,
                  races: replaceAt(before.races, index, (item) => ({ ...item, race }))
                }))
              }
            />
            <DecimalField
              bare
              label={`${races.find(({ value }) => value === entry.race)?.label ?? ''} ${text.weight}`}
              value={entry.weight}
              onChange={(weight) =>
                onChange(
                  (before) => ({
                    ...before,
                    races: replaceAt(before.races, index, (item) => put(item, 'weight', weight))
                  }),
                  `weight:${index}`
                )
              }
            />
            <RowTools
              name={text.race}
              onRemove={() => onChange((before) => ({ ...before, races: removeAt(before.races, index) }))}
            />
          </div>
        ))}
        <Button
          size="small"
          disabled={free === undefined}
          onClick={() =>
            onChange((before) => ({
              ...before,
              races: [...(before.races ?? []), { race: free!.value, weight: '1' }]
            }))
          }
        >
          {text.addRace}
        </Button>
      </div>
      <p className="set-says">{words}</p>
    </section>
  )
}
