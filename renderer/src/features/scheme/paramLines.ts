import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import type { ParamField } from '#shared/domain/scoring/ruleKind.ts'
import type { IndicatorDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { printNumber } from '../../text/format.ts'

export interface ParamLine {
  label: string
  help: string | null
  value: string
}

/** The parameters of an indicator's rule in the words of the rule's own form, defaults included. */
export function paramLines(indicator: IndicatorDefinition): ParamLine[] {
  const kind = ruleKindOf(indicator.rule.kind)
  if (kind === undefined) return []
  const parsed = kind.params.safeParse(indicator.rule.params)
  const params = (parsed.success ? parsed.data : indicator.rule.params) as Record<string, unknown>
  return kind.form.flatMap((field) => {
    // A switch at its default only refines another parameter; it is told where the scheme sets it.
    if (field.input.type === 'switch' && indicator.rule.params[field.key] === undefined) return []
    const value = fieldText(field, params[field.key])
    return value === null ? [] : [{ label: field.label, help: field.help ?? null, value }]
  })
}

/** Null for what is not set. */
function fieldText(field: ParamField, value: unknown): string | null {
  if (value === undefined || value === null) return null
  switch (field.input.type) {
    case 'decimal':
      return `${printNumber(plain(value))}${field.input.suffix ?? ''}`
    case 'integer':
    case 'text':
      return plain(value)
    case 'switch':
      return value === true ? '是' : '否'
    case 'choice':
      return field.input.options.find((option) => option.value === value)?.label ?? plain(value)
    case 'table': {
      const { columns } = field.input
      if (!Array.isArray(value)) return null
      return value.map((row: unknown) => rowText(columns, row)).join('；')
    }
  }
}

function rowText(columns: readonly ParamField[], row: unknown): string {
  if (typeof row !== 'object' || row === null) return ''
  return columns
    .flatMap((column) => fieldText(column, (row as Record<string, unknown>)[column.key]) ?? [])
    .join(' ')
}

// A parameter that a form field cannot show in its own words is still shown, as data.
function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
