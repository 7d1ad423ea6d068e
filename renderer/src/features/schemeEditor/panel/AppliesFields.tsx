import { Select } from 'antd'
import type { ReactElement } from 'react'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { DraftIndicator } from '../editorTab.ts'
import type { CodeOption } from '../draft/draftNames.ts'
import { withField } from '../draft/rowPath.ts'
import { LabelledField } from './LabelledField.tsx'
import type { MoreProps } from './panelProps.ts'

const text = schemeEditorText.more

type Applies = NonNullable<DraftIndicator['appliesTo']>

/** 适用范围: nothing chosen is everybody; an empty choice is taken out, so that it never means nobody. */
export function AppliesFields({ draft, path, indicator, update, units, groups }: MoreProps): ReactElement {
  const applies = indicator.appliesTo ?? {}
  const ofRace = draft.races?.[path.race]?.groups ?? []
  const groupOptions = groups.filter(({ value }) => ofRace.includes(value) || applies.groups?.includes(value))

  function set(key: keyof Applies, codes: readonly string[]): void {
    update((old) => {
      const next = withField<Applies, keyof Applies>(
        old.appliesTo ?? {},
        key,
        codes.length === 0 ? undefined : [...codes]
      )
      return withField(old, 'appliesTo', Object.keys(next).length === 0 ? undefined : next)
    }, text.changed(text.applies))
  }

  const choice = (
    key: keyof Applies,
    label: string,
    options: readonly CodeOption[],
    placeholder: string,
    hint?: string
  ): ReactElement => (
    <LabelledField label={label} {...(hint === undefined ? {} : { hint })}>
      <Select
        mode="multiple"
        size="small"
        aria-label={label}
        allowClear
        placeholder={placeholder}
        showSearch={{ optionFilterProp: 'label' }}
        value={applies[key] ?? []}
        options={[...options]}
        onChange={(codes: string[]) => set(key, codes)}
      />
    </LabelledField>
  )
  return (
    <>
      {choice('groups', text.groups, groupOptions, text.all, text.appliesHint)}
      {choice('units', text.units, units, text.none)}
      {choice('exceptUnits', text.except, units, text.none)}
    </>
  )
}
