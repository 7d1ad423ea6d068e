import type { Problem } from '../../../problem.ts'
import { ruleKindOf } from '../../scoring/registry.ts'
import type { IndicatorDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { codesOf } from './checkWords.ts'

/** Columns of parameter tables that hold codes: coefficients by unit (S6), standards by group (S13a). */
const CODE_COLUMNS = { unit: '单位', group: '组别' } as const

/** Units and groups that the parameters of a rule name. `*` stands for all units. */
export function checkParamCodes(scheme: SchemeDefinition, indicator: IndicatorDefinition): Problem[] {
  const known = { unit: codesOf(scheme.units).add('*'), group: codesOf(scheme.groups) }
  const rules = [indicator.rule, ...indicator.byGroup.flatMap((entry) => entry.rule ?? [])]
  const unknown = rules.flatMap((rule) =>
    (ruleKindOf(rule.kind)?.form ?? []).flatMap((field) => {
      const rows = rule.params[field.key]
      if (field.input.type !== 'table' || !Array.isArray(rows)) return []
      return field.input.columns.flatMap(({ key }) =>
        key === 'unit' || key === 'group'
          ? textsIn(rows, key)
              .filter((code) => !known[key].has(code))
              .map((code) => ({ code, what: CODE_COLUMNS[key], table: field.label }))
          : []
      )
    })
  )
  return unknown.map(({ code, what, table }) =>
    schemeProblem(
      'error',
      'UNKNOWN_REFERENCE',
      `${what}:${code}`,
      `指标「${indicator.name}」的参数「${table}」用到的${what} ${code} 不在方案里。`,
      `请改成方案里有的${what}。`
    )
  )
}

function textsIn(rows: readonly unknown[], key: string): string[] {
  return rows.flatMap((row) => {
    const value = typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[key] : undefined
    return typeof value === 'string' ? [value] : []
  })
}
