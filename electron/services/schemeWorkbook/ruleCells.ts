import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { choiceOf, ok, type Codec } from './codec.ts'
import type { ReadRow } from './columns.ts'
import { isJson, type Json } from './loose.ts'
import type { Names } from './names.ts'
import { formatParams, formOf, parseParams } from './ruleParams.ts'

/** 计分方式 by its Chinese name. */
export const ruleKind: Codec = choiceOf(Object.fromEntries(RULE_KINDS.map(({ kind, name }) => [kind, name])))

/** Text whose meaning depends on another cell of the row: `take` reads it. */
export const raw: Codec = { format: (value) => (typeof value === 'string' ? value : ''), parse: ok }

/** A rule as its two cells. */
export function ruleToCells(rule: unknown, names: Names): Json {
  if (!isJson(rule)) return {}
  const params = isJson(rule['params']) ? rule['params'] : {}
  return { kind: rule['kind'], params: formatParams(params, formOf(rule['kind']), names) }
}

/** The rule of a row, or undefined where no kind is chosen. */
export function ruleFromCells(row: ReadRow, cells: unknown, names: Names): Json | undefined {
  const { kind, params } = (isJson(cells) ? cells : {}) as { kind?: unknown; params?: unknown }
  if (kind === undefined) {
    if (params !== undefined) {
      row.complain('参数', { message: '写了参数，但没有选计分方式', todo: '请先选计分方式' })
    }
    return undefined
  }
  const parsed = parseParams(typeof params === 'string' ? params : '', formOf(kind), names)
  if ('fault' in parsed) {
    row.complain('参数', parsed.fault)
    return { kind, params: {} }
  }
  return { kind, params: parsed.value }
}
