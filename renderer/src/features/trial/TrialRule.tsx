import { App, Segmented, Select } from 'antd'
import type { ReactElement } from 'react'
import { direction, type IndicatorDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { RULE_KINDS, ruleKindOf } from '#shared/domain/scoring/registry.ts'
import type { SchemeView } from '#shared/ipc/scheme.ts'
import { Panel } from '../../components/Panel.tsx'
import { trialText as text } from '../../text/trial.ts'
import { RuleForm } from '../schemeEditor/RuleForm.tsx'
import { ChoiceField } from '../schemeEditor/settings/fields/ChoiceField.tsx'
import { Field } from '../schemeEditor/settings/fields/Field.tsx'
import { TextField } from '../schemeEditor/settings/fields/TextField.tsx'
import { modelOfIndicator } from './modelOfIndicator.ts'
import type { TrialIndicator, TrialModel } from './trialModel.ts'

interface Props {
  model: TrialModel
  onChange: (model: TrialModel) => void
  scheme: SchemeView | null
  /** The switches of the quarter's scheme count, not the defaults. */
  ofScheme: boolean
  onOfScheme: (on: boolean) => void
}

const KINDS = RULE_KINDS.map(({ kind, name, plain }) => ({ value: kind, label: name, plain }))

/** Left pane: which rule, what it says, its parameters, and the indicator's particulars. */
export function TrialRule(props: Props): ReactElement {
  const { model, onChange, scheme } = props
  const { message } = App.useApp()
  const kind = ruleKindOf(model.kind)
  const indicators = scheme === null ? [] : indicatorsOf(scheme)
  return (
    <Panel title={text.rule.title} scroll pad className="trial-rule">
      <Field label={text.rule.kind}>
        <Select
          className="trial-kind"
          aria-label={text.rule.kind}
          value={model.kind}
          options={KINDS}
          showSearch={{
            filterOption: (typed, option) =>
              option !== undefined && `${option.label}${option.plain}`.includes(typed.trim())
          }}
          listHeight={420}
          popupMatchSelectWidth={380}
          optionRender={({ data }) => (
            <span className="trial-option">
              <b>{data.label}</b>
              <span className="small soft">{data.plain}</span>
            </span>
          )}
          onChange={(next) => onChange({ ...model, kind: next, params: {}, extra: [] })}
        />
      </Field>
      <p className="soft small">{kind?.plain ?? ''}</p>
      <p className="quiet small">
        {text.rule.source}：
        {kind === undefined || kind.sources.length === 0 ? text.rule.noSource : kind.sources.join('、')}
      </p>
      <Field label={text.rule.fromScheme} hint={text.rule.fromSchemeHint}>
        <Select<string | null>
          className="trial-kind"
          aria-label={text.rule.fromScheme}
          value={null}
          placeholder={scheme === null ? text.rule.noScheme : text.rule.fromScheme}
          disabled={indicators.length === 0}
          showSearch={{ optionFilterProp: 'label' }}
          options={indicators.map((indicator) => ({ value: indicator.code, label: indicator.name }))}
          onChange={(code) => {
            const indicator = indicators.find((item) => item.code === code)
            if (indicator === undefined || scheme === null) return
            const taken = modelOfIndicator(scheme, indicator)
            onChange(taken.model)
            void message.success(text.rule.taken(indicator.name, taken.group))
          }}
        />
      </Field>
      <RuleWords model={model} />
      <Particulars {...props} />
      <h3>{text.rule.params}</h3>
      {kind === undefined ? null : (
        <RuleForm
          kind={kind}
          params={model.params}
          units={model.rows.flatMap(({ unit }) =>
            unit.trim() === '' ? [] : [{ value: unit.trim(), label: unit.trim() }]
          )}
          groups={[{ value: 'group', label: 'group' }]}
          onChange={(params) => onChange({ ...model, params })}
        />
      )}
    </Panel>
  )
}

function indicatorsOf({ definition }: SchemeView): IndicatorDefinition[] {
  return definition.races.flatMap((race) => race.dimensions.flatMap((dimension) => dimension.indicators))
}

/** The rule read out as it stands. */
function RuleWords({ model }: { model: TrialModel }): ReactElement {
  const kind = ruleKindOf(model.kind)
  const parsed = kind?.params.safeParse(model.params)
  const definition: IndicatorDefinition = {
    ...model.indicator,
    code: 'trial',
    aliases: [],
    appliesTo: {},
    rule: { kind: model.kind, params: {} },
    byGroup: [],
    targets: []
  }
  return (
    <div className="trial-words" aria-live="polite">
      <p className="quiet small">{text.rule.words}</p>
      <p>
        {kind !== undefined && parsed?.success === true
          ? kind.describe(parsed.data, definition)
          : text.rule.incomplete}
      </p>
    </div>
  )
}

function Particulars({ model, onChange, scheme, ofScheme, onOfScheme }: Props): ReactElement {
  const { indicator } = model
  const set = (change: Partial<TrialIndicator>): void =>
    onChange({ ...model, indicator: { ...indicator, ...change } })
  return (
    <div className="trial-pairs">
      <TextField
        label={text.indicator.fullMark}
        value={indicator.fullMark}
        most={20}
        required
        onChange={(fullMark) => set({ fullMark })}
      />
      <TextField
        label={text.indicator.unit}
        hint={text.indicator.unitHint}
        value={indicator.unit}
        most={20}
        onChange={(unit) => set({ unit })}
      />
      <ChoiceField
        label={text.indicator.direction}
        value={indicator.direction}
        options={direction.options.map((value) => ({ value, label: text.indicator.directions[value] }))}
        onChange={(next) => set({ direction: next })}
      />
      <Field label={text.indicator.policies}>
        <Segmented
          aria-label={text.indicator.policies}
          disabled={scheme === null}
          value={ofScheme && scheme !== null ? 'SCHEME' : 'STANDARD'}
          options={[
            { value: 'SCHEME', label: text.indicator.ofScheme },
            { value: 'STANDARD', label: text.indicator.standard }
          ]}
          onChange={(value) => onOfScheme(value === 'SCHEME')}
        />
      </Field>
    </div>
  )
}
