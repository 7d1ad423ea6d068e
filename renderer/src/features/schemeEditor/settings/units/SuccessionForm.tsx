import { Button } from 'antd'
import type { ReactElement } from 'react'
import { policies } from '#shared/domain/scheme/policies.ts'
import { successionText as text } from '../../../../text/schemeSettings.ts'
import { codeOptions } from '../../draft/draftNames.ts'
import type { Draft, DraftNames } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { DecimalField } from '../fields/DecimalField.tsx'
import { ManyField } from '../fields/ManyField.tsx'
import { QuarterField } from '../fields/QuarterField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { put, removeAt, replaceAt } from '../listEdits.ts'
import { successionSentence, type DraftSuccession } from '../../../../text/successionSentence.ts'

type Kind = keyof typeof text.kinds
type Share = NonNullable<DraftSuccession['inherit']>[number]

interface Props {
  entry: DraftSuccession
  draft: Draft
  names: DraftNames
  onChange: (update: (entry: DraftSuccession) => DraftSuccession, merge?: string) => void
  onRemove: () => void
}

const KINDS = (Object.keys(text.kinds) as Kind[]).map((value) => ({ value, label: text.kinds[value] }))

export function SuccessionForm({ entry, draft, names, onChange, onRemove }: Props): ReactElement {
  const units = codeOptions(draft.units)
  const quarters = draft.policies?.newUnitQuarters ?? policies.parse({}).newUnitQuarters
  const startsAnew = entry.kind === 'MERGE' || entry.kind === 'SPLIT'
  return (
    <section className="set-card">
      <div className="set-grid">
        <ChoiceField
          label={text.kind}
          value={entry.kind}
          options={KINDS}
          onChange={(kind) =>
            onChange((before) => ({
              ...before,
              kind,
              // An abolished unit has no successor, only a merger or a split hands results on.
              ...(kind === 'ABOLISH' ? { to: [] } : {}),
              ...(kind === 'MERGE' || kind === 'SPLIT' ? {} : { inherit: [] })
            }))
          }
        />
        <QuarterField
          label={text.effective}
          value={entry.effective}
          year={draft.year}
          clearable={false}
          onChange={(effective) => onChange((before) => put(before, 'effective', effective))}
        />
        <ManyField
          label={text.from}
          value={entry.from}
          options={units}
          placeholder={text.choose}
          onChange={(from) => onChange((before) => ({ ...before, from }))}
        />
        {entry.kind === 'ABOLISH' ? null : (
          <ManyField
            label={text.to}
            value={entry.to}
            options={units}
            placeholder={text.choose}
            onChange={(to) => onChange((before) => ({ ...before, to }))}
          />
        )}
        <TextField
          label={text.basis}
          placeholder={text.basisPlaceholder}
          value={entry.basis}
          onChange={(basis) => onChange((before) => ({ ...before, basis }), 'basis')}
        />
        <div className="set-card-tools">
          <RowTools name={text.title} onRemove={onRemove} />
        </div>
      </div>
      {startsAnew ? <Inherit entry={entry} draft={draft} onChange={onChange} /> : null}
      <p className="set-says">{successionSentence(entry, names, quarters)}</p>
    </section>
  )
}

/** Which percent of whose earlier quarters the new unit takes over in the year. */
function Inherit({ entry, draft, onChange }: Pick<Props, 'entry' | 'draft' | 'onChange'>): ReactElement {
  const shares = entry.inherit ?? []
  const among = (codes: readonly string[] | undefined): { value: string; label: string }[] =>
    codeOptions(draft.units).filter((unit) => codes?.includes(unit.value) === true)
  const edit = (index: number, change: Partial<Share>, merge?: string): void =>
    onChange(
      (before) => ({
        ...before,
        inherit: replaceAt(before.inherit, index, (share) => ({ ...share, ...change }))
      }),
      merge
    )
  return (
    <div className="set-sub">
      <span className="field-label">
        {text.inherit}
        <em>{text.inheritHint}</em>
      </span>
      {shares.map((share, index) => (
        <div className="row set-line" key={index}>
          <ChoiceField
            bare
            label={text.takes}
            placeholder={text.takes}
            value={share.to}
            options={among(entry.to)}
            onChange={(to) => edit(index, { to })}
          />
          <span className="soft small nowrap">继承</span>
          <ChoiceField
            bare
            label={text.gives}
            placeholder={text.gives}
            value={share.from}
            options={among(entry.from)}
            onChange={(from) => edit(index, { from })}
          />
          <DecimalField
            bare
            label={text.percent}
            suffix="%"
            value={share.percent}
            onChange={(percent) => edit(index, { percent }, `inherit:${index}`)}
          />
          <RowTools
            name={text.inherit}
            onRemove={() => onChange((before) => ({ ...before, inherit: removeAt(before.inherit, index) }))}
          />
        </div>
      ))}
      <Button
        size="small"
        onClick={() =>
          onChange((before) => ({
            ...before,
            inherit: [
              ...(before.inherit ?? []),
              { from: before.from?.[shares.length] ?? before.from?.[0], to: before.to?.[0], percent: '100' }
            ]
          }))
        }
      >
        {text.inheritAdd}
      </Button>
    </div>
  )
}
