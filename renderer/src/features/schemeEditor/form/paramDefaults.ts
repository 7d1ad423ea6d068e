import { z } from 'zod'
import type { RuleKind } from '#shared/domain/scoring/ruleKind.ts'

interface SchemaNode {
  default?: unknown
  properties?: Record<string, SchemaNode>
  items?: SchemaNode
}

const known = new Map<string, SchemaNode>()

function schemaOf(kind: RuleKind): SchemaNode {
  const found = known.get(kind.kind)
  if (found !== undefined) return found
  const schema = z.toJSONSchema(kind.params, { io: 'input', unrepresentable: 'any' }) as SchemaNode
  known.set(kind.kind, schema)
  return schema
}

/** What counts for a parameter that is not filled in; `column` for one of a table. Undefined where nothing does. */
export function paramDefault(kind: RuleKind, field: string, column?: string): unknown {
  const node = schemaOf(kind).properties?.[field]
  return (column === undefined ? node : node?.items?.properties?.[column])?.default
}
