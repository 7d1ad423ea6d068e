import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import type { ParamField } from '#shared/domain/scoring/ruleKind.ts'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'

/** Keys of an object schema, and of the row schema of each table in it. */
function keysOf(schema: unknown): string[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([key, member]) => {
    const inner = unwrap(member)
    return [key, ...(inner instanceof z.ZodArray ? keysOf(inner.element).map((row) => `${key}.${row}`) : [])]
  })
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema
}

function formKeys(form: readonly ParamField[]): string[] {
  return form.flatMap(({ key, input }) => [
    key,
    ...(input.type === 'table' ? input.columns.map((column) => `${key}.${column.key}`) : [])
  ])
}

describe('registry of rule kinds', () => {
  it('has all kinds of domain.md §6.3, each once', () => {
    expect(RULE_KINDS.map((kind) => kind.kind).sort()).toEqual([
      'BALLOT_SHARE',
      'DEDUCT_LIST',
      'DIFF_FROM_TARGET',
      'DIRECTION_TABLE',
      'DIRECT_SCORE',
      'EFFICACY_TIERS',
      'EXTERNAL_RANK',
      'INTERVAL_TABLE',
      'JUDGE_MEAN',
      'MANUAL_SCORE',
      'MINMAX_60_100',
      'RANK_POINTS',
      'RATIO_TO_BEST',
      'RATIO_TO_TARGET',
      'SASAC_GROWTH',
      'THRESHOLD'
    ])
    expect(new Set(RULE_KINDS.map((kind) => kind.name)).size).toBe(RULE_KINDS.length)
  })

  it.each(RULE_KINDS.map((kind) => [kind.kind, kind] as const))(
    '%s: the form offers every parameter, and nothing else',
    (_, kind) => {
      const keys = keysOf(kind.params)
      expect(keys.length).toBeGreaterThan(0)
      expect(formKeys(kind.form).sort()).toEqual(keys.sort())
    }
  )

  it.each(RULE_KINDS.map((kind) => [kind.kind, kind] as const))(
    '%s: choices of the form are the values that the parameter takes',
    (_, kind) => {
      const shape = (kind.params as unknown as z.ZodObject).shape
      for (const { key, input } of kind.form) {
        if (input.type !== 'choice') continue
        const member = unwrap(shape[key])
        expect(member).toBeInstanceOf(z.ZodEnum)
        expect(input.options.map((option) => option.value).sort()).toEqual(
          [...(member as z.ZodEnum).options].sort()
        )
      }
    }
  )

  it.each(RULE_KINDS.map((kind) => [kind.kind, kind] as const))(
    '%s: says in one sentence when to use it, and its example is sound',
    (_, kind) => {
      expect(kind.plain).toMatch(/^[^。]+。$/)
      expect(kind.example.case.rule.kind).toBe(kind.kind)
      expect(kind.params.safeParse(kind.example.case.rule.params).success).toBe(true)
    }
  )
})
