import { Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { nextPeriod, periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { Field } from '../../components/Field.tsx'
import { decisionsText } from '../../text/decisions.ts'
import {
  boardsOf,
  indicatorsByName,
  unitsOfRaceByName,
  type DecisionFields,
  type FieldErrors,
  type FormType
} from './decisionForm.ts'

const text = decisionsText.fields

interface Props {
  type: FormType
  period: PeriodKey
  scheme: SchemeDefinition
  fields: DecisionFields
  errors: FieldErrors
  /** The quarter is frozen: only the year can still be decided on. */
  frozen: boolean
  onChange: (change: DecisionFields) => void
}

type Option = { value: string; label: string }

const SPANS: readonly Option[] = (['YEAR', 'H1', 'H2'] as const).map((value) => ({
  value,
  label: decisionsText.spans[value]
}))

/** The fields that one type of decision is about. */
export function SubjectFields(props: Props): ReactElement {
  const { type, scheme, fields, onChange } = props
  const race = scheme.races.find((entry) => entry.code === fields.race)
  const units =
    race === undefined
      ? scheme.units.map((unit) => ({ value: unit.code, label: unit.name }))
      : unitsOfRaceByName(scheme, race)
  const races = scheme.races.map(({ code, name }) => ({ value: code, label: name }))
  const struck = scheme.vetoKinds.find((kind) => kind.code === fields.kind)?.effects.includes('SCORE_ZERO')
  return (
    <>
      {type === 'VETO' ? (
        <Pick
          {...props}
          field="kind"
          label={text.kind}
          options={scheme.vetoKinds.map(({ code, name }) => ({ value: code, label: name }))}
          hint={scheme.vetoKinds.find((kind) => kind.code === fields.kind)?.basis}
        />
      ) : null}
      {scheme.races.length > 1 || type === 'VETO' ? (
        <Pick
          {...props}
          field="race"
          label={type === 'VETO' ? text.scope : text.race}
          options={type === 'VETO' ? [{ value: '', label: text.allRaces }, ...races] : races}
          clears={['unit', 'indicator', 'board', 'grade']}
        />
      ) : null}
      <Pick
        {...props}
        field="unit"
        label={text.unit}
        options={type === 'IMPUTATION' ? [{ value: '*', label: text.everyone }, ...units] : units}
      />
      {type === 'IMPUTATION' || (type === 'VETO' && struck === true && race !== undefined) ? (
        <Pick
          {...props}
          field="indicator"
          label={text.indicator}
          options={[{ value: '', label: text.total }, ...(race === undefined ? [] : indicatorsByName(race))]}
        />
      ) : null}
      {type === 'IMPUTATION' ? <Imputed {...props} /> : null}
      {type === 'EXEMPTION' && race !== undefined ? (
        <Pick
          {...props}
          field="board"
          label={text.board}
          options={boardsOf(race).map(({ code, name }) => ({ value: code, label: name }))}
        />
      ) : null}
      {type === 'GRADE' && race !== undefined ? (
        <Pick
          {...props}
          field="grade"
          label={text.grade}
          options={(race.grades?.levels ?? []).map(({ name }) => ({ value: name, label: name }))}
        />
      ) : null}
      {type === 'GRADE' ? (
        <Pick
          {...props}
          field="span"
          label={text.of}
          options={props.frozen ? SPANS : [{ value: '', label: text.thisQuarter }, ...SPANS]}
          {...(props.frozen ? { fallback: 'YEAR' } : {})}
        />
      ) : null}
      {type === 'LEADERSHIP' ? (
        <div className="dec-pair">
          <Pick {...props} field="span" label={text.span} options={SPANS} fallback="YEAR" />
          <Typed
            {...props}
            field="points"
            label={text.points}
            hint={race === undefined ? undefined : `0 到 ${race.year.leadership} 分`}
          />
        </div>
      ) : null}
      {type === 'VETO' ? <Span {...props} onChange={onChange} /> : null}
    </>
  )
}

function Imputed(props: Props): ReactElement {
  const ofIndicator = props.fields.indicator !== undefined && props.fields.indicator !== ''
  return (
    <div className="dec-pair">
      {ofIndicator ? (
        <Pick
          {...props}
          field="as"
          label={text.as}
          options={[
            { value: 'VALUE', label: text.asValue },
            { value: 'SCORE', label: text.asScore }
          ]}
          fallback="VALUE"
        />
      ) : null}
      <Typed {...props} field="value" label={ofIndicator ? text.value : text.points} />
    </div>
  )
}

/** Quarters that a veto can run over: the known ones and the next four (S26: next year's as well). */
function Span(props: Props): ReactElement {
  const { periods } = usePeriod()
  const keys = [...periods.map(({ key }) => key)].reverse()
  let last = keys.at(-1) ?? props.period
  for (let more = 0; more < 4; more += 1) keys.push((last = nextPeriod(last)))
  const options = keys.map((value) => ({ value, label: periodTitle(value) }))
  return (
    <div className="dec-pair">
      <Pick {...props} field="from" label={text.from} options={options} />
      <Pick
        {...props}
        field="until"
        label={text.until}
        options={[{ value: '', label: '不限' }, ...options]}
        hint={text.untilOpen}
      />
    </div>
  )
}

function Pick(
  props: Props & {
    field: keyof DecisionFields
    label: string
    options: readonly Option[]
    hint?: string | undefined
    fallback?: string
    clears?: readonly (keyof DecisionFields)[]
  }
): ReactElement {
  const { field, fields, errors, options, onChange } = props
  // An empty value is a choice only where the list offers it.
  const empty = options.some((option) => option.value === '') ? '' : undefined
  return (
    <Field label={props.label} error={errors[field]} {...(props.hint ? { hint: props.hint } : {})}>
      <Select
        aria-label={props.label}
        value={fields[field] ?? props.fallback ?? empty}
        options={[...options]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(value: string) =>
          onChange({
            ...Object.fromEntries((props.clears ?? []).map((key) => [key, undefined])),
            [field]: value
          })
        }
      />
    </Field>
  )
}

function Typed(
  props: Props & { field: 'value' | 'points'; label: string; hint?: string | undefined }
): ReactElement {
  return (
    <Field
      label={props.label}
      error={props.errors[props.field]}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
    >
      <Input
        aria-label={props.label}
        inputMode="decimal"
        value={props.fields[props.field] ?? ''}
        onChange={(event) => props.onChange({ [props.field]: event.target.value })}
      />
    </Field>
  )
}
