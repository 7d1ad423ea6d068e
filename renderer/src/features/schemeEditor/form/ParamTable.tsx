import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import type { ParamField, RuleKind } from '#shared/domain/scoring/ruleKind.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { CodeOption } from '../draft/draftNames.ts'
import { holdsCode } from '#shared/domain/scoring/namedParams.ts'
import { ParamInput } from './ParamInput.tsx'
import { paramDefault } from './paramDefaults.ts'
import { shownColumns } from './shownColumns.ts'

const text = schemeEditorText.form

type Row = Readonly<Record<string, unknown>>

interface Props {
  kind: RuleKind
  field: ParamField
  columns: readonly ParamField[]
  rows: unknown
  issues: ReadonlyMap<string, string>
  onChange: (rows: Row[] | undefined) => void
  units: readonly CodeOption[]
  groups: readonly CodeOption[]
}

/** A parameter that is a table: rows to add, change and take out. Columns that no row uses stay folded away. */
export function ParamTable(props: Props): ReactElement {
  const { kind, field, issues, onChange } = props
  const [all, setAll] = useState(false)
  const rows: Row[] = Array.isArray(props.rows) ? (props.rows as Row[]) : []
  const shown = shownColumns(props.columns, rows, all).map(byName)
  const help = props.columns.some(holdsCode) ? field.help?.replaceAll('代码', '') : field.help
  const folded = props.columns.length - shownColumns(props.columns, rows, false).length
  const put = (next: Row[]): void => onChange(next.length === 0 ? undefined : next)
  const own = issues.get(field.key)

  function set(index: number, key: string, value: unknown): void {
    put(
      rows.map((row, at) => {
        if (at !== index) return row
        const next: Record<string, unknown> = { ...row }
        if (value === undefined) delete next[key]
        else next[key] = value
        return next
      })
    )
  }

  return (
    <div className="se-table-field" role="group" aria-label={field.label}>
      <p className="se-field-label">
        {field.label}
        {help === undefined ? null : <span className="quiet small">{help}</span>}
      </p>
      {own === undefined ? null : <p className="ask small">{rows.length === 0 ? text.needsRow : own}</p>}
      {rows.length === 0 ? null : (
        <div className="se-table-scroll">
          <table className="plain se-table">
            <thead>
              <tr>
                {shown.map((column, index) => (
                  <th key={index}>{columnHead(column)}</th>
                ))}
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  {shown.map((column) => (
                    <td key={column.key} title={issues.get(`${field.key}.${index}.${column.key}`)}>
                      <ParamInput
                        field={withoutSuffix(column)}
                        label={text.cell(field.label, index + 1, column.label)}
                        value={row[column.key]}
                        standing={paramDefault(kind, field.key, column.key)}
                        faulty={issues.has(`${field.key}.${index}.${column.key}`)}
                        onChange={(value) => set(index, column.key, value)}
                        units={everybodyFirst(field, props.units)}
                        groups={props.groups}
                      />
                    </td>
                  ))}
                  <td className="nowrap">
                    <button
                      type="button"
                      className="link small"
                      aria-label={text.removeRowOf(field.label, index + 1)}
                      onClick={() => put(rows.filter((_, at) => at !== index))}
                    >
                      {text.removeRow}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="row">
        <Button size="small" onClick={() => put([...rows, {}])}>
          {text.addRow}
        </Button>
        {folded === 0 ? null : (
          <button type="button" className="link small" onClick={() => setAll(!all)}>
            {all ? text.fewerColumns : text.moreColumns(folded)}
          </button>
        )}
      </div>
    </div>
  )
}

/** Here codes are chosen by name, so the column is not called one of codes. */
function byName(column: ParamField): ParamField {
  return holdsCode(column) ? { ...column, label: column.label.replace(/代码$/, '') } : column
}

/** Tables whose help offers `*` for all units (S12: the common 基准值) have it in the list as well. */
function everybodyFirst(field: ParamField, units: readonly CodeOption[]): readonly CodeOption[] {
  return field.help?.includes('*') === true ? [{ value: '*', label: text.everyUnit }, ...units] : units
}

function columnHead({ input, label }: ParamField): string {
  return input.type === 'decimal' && input.suffix !== undefined ? `${label}（${input.suffix}）` : label
}

/** The measure stands in the head: a cell has room for the number only. */
function withoutSuffix(column: ParamField): ParamField {
  if (column.input.type !== 'decimal') return column
  return { ...column, input: { type: 'decimal', optional: column.input.optional ?? false } }
}
