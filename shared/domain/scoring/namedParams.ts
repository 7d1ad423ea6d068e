import type { ParamField } from './ruleKind.ts'

/** What a code is called. */
export interface CodeNames {
  unit: (code: string) => string
  group: (code: string) => string
}

/**
 * Parsed parameters with names in place of the codes in their tables (columns `unit` and `group`), for sentences only:
 * a code (`group2`) means nothing to anybody who reads a rule.
 */
export function namedParams(form: readonly ParamField[], params: unknown, names: CodeNames): unknown {
  if (typeof params !== 'object' || params === null) return params
  const tables = new Set(
    form.filter(({ input }) => input.type === 'table' && input.columns.some(holdsCode)).map(({ key }) => key)
  )
  if (tables.size === 0) return params
  return Object.fromEntries(
    Object.entries(params).map(([key, value]: [string, unknown]) => [
      key,
      tables.has(key) && Array.isArray(value) ? value.map((row: unknown) => namedRow(row, names)) : value
    ])
  )
}

/** Whether a column holds the code of a unit or a group. */
export function holdsCode({ key, input }: ParamField): boolean {
  return input.type === 'text' && (key === 'unit' || key === 'group')
}

function namedRow(row: unknown, names: CodeNames): unknown {
  if (typeof row !== 'object' || row === null) return row
  const named = (key: 'unit' | 'group'): Record<string, string> => {
    const code = (row as Record<string, unknown>)[key]
    return typeof code === 'string' ? { [key]: names[key](code) } : {}
  }
  return { ...row, ...named('unit'), ...named('group') }
}
