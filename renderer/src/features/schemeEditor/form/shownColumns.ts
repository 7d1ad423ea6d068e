import type { ParamField } from '#shared/domain/scoring/ruleKind.ts'

/** So many columns fit beside the tree; what comes after them is folded away while nobody uses it. */
const ALWAYS = 5

/** Columns of a parameter table to draw. A switch says something about the column before it and goes with it. */
export function shownColumns(
  columns: readonly ParamField[],
  rows: readonly Readonly<Record<string, unknown>>[],
  all: boolean
): ParamField[] {
  if (all) return [...columns]
  const shown: ParamField[] = []
  columns.forEach((column, index) => {
    const used = rows.some((row) => row[column.key] !== undefined)
    const optional = column.input.type === 'decimal' && column.input.optional === true
    const before = columns[index - 1]
    const follows = column.input.type === 'switch' && before !== undefined
    if (index < ALWAYS || (follows ? shown.includes(before) : used || !optional)) shown.push(column)
  })
  return shown
}
