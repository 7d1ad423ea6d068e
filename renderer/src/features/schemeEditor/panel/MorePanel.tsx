import { Input, InputNumber, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { missingPolicy, type MissingPolicy } from '#shared/domain/scheme/policies.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { withField } from '../draft/rowPath.ts'
import { NumberField } from '../form/NumberField.tsx'
import { AppliesFields } from './AppliesFields.tsx'
import { LabelledField } from './LabelledField.tsx'
import type { MoreProps } from './panelProps.ts'
import { SharedFields } from './SharedFields.tsx'
import { VariantFields } from './VariantFields.tsx'

const text = schemeEditorText.more

/** 更多: what most indicators leave as it is. Opens by itself where something in it is set. */
export function MorePanel(props: MoreProps): ReactElement {
  const { indicator, update } = props
  const used =
    indicator.appliesTo !== undefined ||
    indicator.missing !== undefined ||
    (indicator.byGroup ?? []).length > 0 ||
    indicator.shared !== undefined
  // What was opened stays open when its last entry is taken out.
  const [open, setOpen] = useState(used)
  return (
    <details className="se-more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {text.title}
        <span className="quiet small">{text.hint}</span>
      </summary>
      <AppliesFields {...props} />
      <MissingFields {...props} />
      <VariantFields {...props} />
      <SharedFields {...props} />
      <LabelledField label={text.aliases} hint={text.aliasesHint}>
        <Select
          mode="tags"
          size="small"
          aria-label={text.aliases}
          open={false}
          suffixIcon={null}
          value={indicator.aliases ?? []}
          onChange={(aliases: string[]) =>
            update(
              (old) => withField(old, 'aliases', aliases.length === 0 ? undefined : aliases),
              text.changed(text.aliases)
            )
          }
        />
      </LabelledField>
      <LabelledField label={text.clause} hint={text.clauseHint}>
        <Input
          size="small"
          aria-label={text.clause}
          value={indicator.clause ?? ''}
          onChange={(event) => {
            const clause = event.target.value
            update(
              (old) => withField(old, 'clause', clause === '' ? undefined : clause),
              text.changed(text.clause),
              `clause:${indicator.code ?? ''}`
            )
          }}
        />
      </LabelledField>
      <LabelledField label={text.precision}>
        <InputNumber
          size="small"
          aria-label={text.precision}
          min={0}
          max={6}
          precision={0}
          placeholder="2"
          value={indicator.precision ?? null}
          onChange={(value) =>
            update((old) => withField(old, 'precision', value ?? undefined), text.changed(text.precision))
          }
        />
      </LabelledField>
    </details>
  )
}

const INHERIT = 'INHERIT'

/** 缺报 of this indicator, where it differs from the scheme's rule. */
function MissingFields({ indicator, update }: MoreProps): ReactElement {
  const { missing } = indicator
  const options = [
    { value: INHERIT, label: text.missingInherit },
    ...missingPolicy.options.map((value) => ({ value, label: text.missings[value] }))
  ]
  const set = (value: string): void =>
    update((old) => {
      const next = withField(old, 'missing', value === INHERIT ? undefined : (value as MissingPolicy))
      // A number that the new choice does not read would only mislead.
      const floored = value === 'FLOOR' ? next : withField(next, 'missingFloor', undefined)
      return value === 'DEDUCT' ? floored : withField(floored, 'missingPoints', undefined)
    }, text.changed(text.missing))
  const number = (key: 'missingFloor' | 'missingPoints', label: string, suffix: string): ReactElement => (
    <LabelledField label={label}>
      <NumberField
        label={label}
        suffix={suffix}
        value={indicator[key]}
        onChange={(value) =>
          update(
            (old) => withField(old, key, value),
            text.changed(text.missing),
            `${key}:${indicator.code ?? ''}`
          )
        }
      />
    </LabelledField>
  )
  return (
    <>
      <LabelledField label={text.missing}>
        <Select
          size="small"
          aria-label={text.missing}
          value={missing ?? INHERIT}
          options={options}
          onChange={set}
        />
      </LabelledField>
      {missing === 'FLOOR' ? number('missingFloor', text.missingFloor, '%') : null}
      {missing === 'DEDUCT' ? number('missingPoints', text.missingPoints, '分') : null}
    </>
  )
}
