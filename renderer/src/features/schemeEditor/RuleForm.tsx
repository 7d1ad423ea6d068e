import { Button } from 'antd'
import type { ReactElement } from 'react'
import type { ParamField, RuleKind } from '#shared/domain/scoring/ruleKind.ts'
import { schemeEditorText } from '../../text/schemeEditor.ts'
import type { CodeOption } from './draft/draftNames.ts'
import { ParamInput } from './form/ParamInput.tsx'
import { ParamTable } from './form/ParamTable.tsx'
import { paramDefault } from './form/paramDefaults.ts'
import { paramIssues } from './form/paramIssues.ts'
import './form/form.css'

export type Params = Readonly<Record<string, unknown>>

export interface RuleFormProps {
  kind: RuleKind
  /** As the scheme has them: what is not filled in counts by its default. */
  params: Params
  /** `field` is the key of the parameter that changed. */
  onChange: (params: Params, field: string) => void
  /** For columns that hold a unit's or a group's code; those are chosen by name. */
  units: readonly CodeOption[]
  groups: readonly CodeOption[]
}

/** The form of a rule kind, drawn from the kind's own `form`: one line a parameter, tables below their label. */
export function RuleForm(props: RuleFormProps): ReactElement {
  const { kind, params, onChange } = props
  const issues = paramIssues(kind, params)
  const example = kind.example.case.rule.params
  if (kind.form.length === 0) return <p className="soft small">{schemeEditorText.form.noParams}</p>
  return (
    <div className="se-form">
      {issues.size > 0 && Object.keys(params).length === 0 && example !== undefined ? (
        <div className="se-form-start">
          <span className="soft small">{schemeEditorText.form.startHint(kind.example.title)}</span>
          <Button size="small" onClick={() => onChange(example, '')}>
            {schemeEditorText.form.start}
          </Button>
        </div>
      ) : null}
      {kind.form.map((field) => (
        <Field key={field.key} field={field} issues={issues} {...props} />
      ))}
    </div>
  )
}

interface FieldProps extends RuleFormProps {
  field: ParamField
  issues: ReadonlyMap<string, string>
}

function Field({ field, issues, kind, params, onChange, units, groups }: FieldProps): ReactElement {
  const set = (value: unknown): void => {
    const next = { ...params }
    if (value === undefined) delete next[field.key]
    else next[field.key] = value
    onChange(next, field.key)
  }
  const issue = issues.get(field.key)
  if (field.input.type === 'table') {
    return (
      <ParamTable
        kind={kind}
        field={field}
        columns={field.input.columns}
        rows={params[field.key]}
        issues={issues}
        onChange={set}
        units={units}
        groups={groups}
      />
    )
  }
  return (
    <label className="se-field">
      <span className="se-field-label">
        {field.label}
        {field.help === undefined ? null : <span className="quiet small">{field.help}</span>}
      </span>
      <span className="se-field-input">
        <ParamInput
          field={field}
          value={params[field.key]}
          standing={paramDefault(kind, field.key)}
          faulty={issue !== undefined}
          onChange={set}
          units={units}
          groups={groups}
        />
      </span>
      {issue === undefined ? null : <span className="se-field-issue ask small">{issue}</span>}
    </label>
  )
}
