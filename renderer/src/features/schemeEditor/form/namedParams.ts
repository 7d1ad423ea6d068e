import type { ParamField } from '#shared/domain/scoring/ruleKind.ts'
import type { DraftNames } from '../editorTab.ts'

type CodeNames = Pick<DraftNames, 'unit' | 'group'>

/**
 * Parsed parameters with names in place of the codes in their tables (columns `unit` and `group`), for sentences only:
 * codes that the editor made (`group2`) mean nothing to anybody.
 */
export function namedParams(form: readonly ParamField[], params: unknown, names: CodeNames): unknown {
  if (typeof params !== 'object' || params === null) return params
  const tables = new Set(
    form.filter(({ input }) => input.type === 'table' && input.columns.some(holdsCode)).map(({ key }) => key)
  )
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
