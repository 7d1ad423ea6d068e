import { Button, Checkbox, Select } from 'antd'
import type { ReactElement } from 'react'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { DraftVariant } from '../editorTab.ts'
import { withField } from '../draft/rowPath.ts'
import { NumberField } from '../form/NumberField.tsx'
import { RuleForm } from '../RuleForm.tsx'
import { KindPicker } from './KindPicker.tsx'
import { LabelledField } from './LabelledField.tsx'
import type { MoreProps } from './panelProps.ts'

const text = schemeEditorText.more

/** 各组不同: another full mark (S10) or another rule (S4) for a group. */
export function VariantFields(props: MoreProps): ReactElement {
  const { draft, path, indicator, update, groups } = props
  const variants = indicator.byGroup ?? []
  const ofRace = draft.races?.[path.race]?.groups ?? []
  const free = groups.filter(
    ({ value }) => ofRace.includes(value) && !variants.some((variant) => variant.group === value)
  )
  const put = (next: readonly DraftVariant[], merge?: string): void =>
    update(
      (old) => withField(old, 'byGroup', next.length === 0 ? undefined : [...next]),
      text.changed(text.variants),
      merge
    )
  return (
    <div role="group" aria-label={text.variants}>
      <p className="field-label">
        {text.variants}
        <em>{text.variantsHint}</em>
      </p>
      {variants.map((variant, index) => (
        <Variant
          key={index}
          {...props}
          variant={variant}
          onChange={(next, merge) =>
            put(
              variants.map((one, at) => (at === index ? next : one)),
              merge === undefined ? undefined : `variant${index}:${merge}`
            )
          }
          onRemove={() => put(variants.filter((_, at) => at !== index))}
        />
      ))}
      <p>
        <Button
          size="small"
          disabled={free.length === 0}
          onClick={() => put([...variants, { group: free[0]?.value ?? '' }])}
        >
          {text.variantAdd}
        </Button>
      </p>
    </div>
  )
}

interface VariantProps extends MoreProps {
  variant: DraftVariant
  onChange: (variant: DraftVariant, merge?: string) => void
  onRemove: () => void
}

function Variant({ variant, indicator, groups, units, onChange, onRemove }: VariantProps): ReactElement {
  const { rule } = variant
  const kind = ruleKindOf(rule?.kind ?? '')
  return (
    <div className="se-variant">
      <div className="row">
        <Select
          size="small"
          className="grow"
          aria-label={text.variantGroup}
          value={variant.group ?? null}
          options={[...groups]}
          onChange={(group: string) => onChange({ ...variant, group })}
        />
        <button type="button" className="link small" onClick={onRemove}>
          {text.variantRemove}
        </button>
      </div>
      <LabelledField label={text.variantMark}>
        <NumberField
          label={text.variantMark}
          value={variant.fullMark}
          placeholder={indicator.fullMark}
          suffix={schemeEditorText.tree.points}
          onChange={(fullMark) => onChange(withField(variant, 'fullMark', fullMark), 'fullMark')}
        />
      </LabelledField>
      <Checkbox
        checked={rule !== undefined}
        onChange={(event) =>
          onChange(withField(variant, 'rule', event.target.checked ? { ...indicator.rule } : undefined))
        }
      >
        {text.variantRule}
      </Checkbox>
      {rule === undefined ? null : (
        <>
          <KindPicker
            kind={rule.kind}
            label={`${text.variantGroup} ${schemeEditorText.pane.kind}`}
            onChange={(next) => onChange({ ...variant, rule: { kind: next, params: {} } })}
          />
          {kind === undefined ? null : (
            <RuleForm
              kind={kind}
              params={rule.params ?? {}}
              units={units}
              groups={groups}
              onChange={(params, field) =>
                onChange(
                  { ...variant, rule: { ...rule, params: { ...params } } },
                  field === '' ? undefined : field
                )
              }
            />
          )}
        </>
      )}
    </div>
  )
}
