import type { ReactElement } from 'react'
import { vetoEffect, type VetoEffect } from '#shared/domain/scheme/vetoKinds.ts'
import { raceSettingsText } from '../../../../text/raceSettings.ts'
import { vetoSentence } from '../../../../text/raceSentences.ts'
import type { Draft } from '../../editorTab.ts'
import { ChoiceField } from '../fields/ChoiceField.tsx'
import { ManyField } from '../fields/ManyField.tsx'
import { RowTools } from '../fields/RowTools.tsx'
import { TextField } from '../fields/TextField.tsx'
import { put } from '../listEdits.ts'

const { vetoes: text } = raceSettingsText
type Veto = NonNullable<Draft['vetoKinds']>[number]
const EFFECTS = vetoEffect.options.map((value) => ({ value, label: text.effectChoices[value] }))

interface Props {
  veto: Veto
  /** Names of all grades of the scheme. */
  grades: readonly string[]
  onChange: (update: (veto: Veto) => Veto, merge?: string) => void
  onRemove: () => void
}

export function VetoForm({ veto, grades, onChange, onRemove }: Props): ReactElement {
  const effects = veto.effects ?? []
  const options = grades.map((grade) => ({ value: grade, label: grade }))
  return (
    <section className="set-card">
      <div className="set-grid">
        <TextField
          label={text.name}
          required
          value={veto.name}
          onChange={(name) => onChange((before) => ({ ...before, name }), 'name')}
        />
        <ManyField<VetoEffect>
          label={text.effects}
          value={effects}
          options={EFFECTS}
          onChange={(next) => onChange((before) => ({ ...before, effects: next }))}
        />
        {effects.includes('GRADE_CAP') ? (
          <ChoiceField
            label={text.gradeCap}
            value={veto.gradeCap}
            options={options}
            onChange={(grade) => onChange((before) => put(before, 'gradeCap', grade))}
          />
        ) : null}
        {effects.includes('EXCLUDE_FROM_AWARD') ? (
          <ManyField
            label={text.awards}
            value={veto.awards}
            options={options}
            onChange={(awards) => onChange((before) => ({ ...before, awards }))}
          />
        ) : null}
        <TextField
          label={text.basis}
          hint={(veto.basis ?? '').trim() === '' ? text.noBasis : undefined}
          placeholder={text.basisPlaceholder}
          required
          most={300}
          value={veto.basis}
          onChange={(basis) => onChange((before) => ({ ...before, basis }), 'basis')}
        />
        <div className="set-card-tools">
          <RowTools name={veto.name ?? ''} onRemove={onRemove} />
        </div>
      </div>
      <p className="set-says">{vetoSentence(veto)}</p>
    </section>
  )
}
