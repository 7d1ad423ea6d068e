import { z } from 'zod'
import { schemeDefinition } from './schemeDefinition.ts'

/**
 * The JSON of a scheme without what the schema fills in by itself, for files that people read. `parseScheme` of it
 * gives what it gave before. Incomplete drafts come through too: what the schema does not know stays as it is, and so
 * do rule parameters, which belong to the rule kinds.
 */
export function compactScheme(json: unknown): unknown {
  return compact(schemeDefinition, json)
}

function compact(schema: z.core.$ZodType, value: unknown): unknown {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((entry: unknown) => compact(inner.element, entry))
  }
  if (inner instanceof z.ZodDiscriminatedUnion && isObject(value)) {
    const key = inner.def.discriminator
    const option = inner.options.find(
      (candidate) =>
        candidate instanceof z.ZodObject &&
        (candidate.shape[key] as z.core.$ZodType | undefined) instanceof z.ZodLiteral &&
        (candidate.shape[key] as z.ZodLiteral).value === value[key]
    )
    return option === undefined ? value : compact(option, value)
  }
  if (inner instanceof z.ZodObject && isObject(value)) return compactObject(inner, value)
  return value
}

function compactObject(schema: z.ZodObject, value: Record<string, unknown>): Record<string, unknown> {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  const entries = Object.entries(value).flatMap(([key, entry]) => {
    const member = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (member === undefined) return [[key, entry] as const]
    const short = compact(member, entry)
    // `{}` and its spelled-out default are the same, so they are compared in their short forms.
    if (hasDefault(member) && sameJson(short, compact(member, member.parse(undefined)))) return []
    return [[key, short] as const]
  })
  return Object.fromEntries(entries)
}

/** The schema below optional, default, prefault and pipe. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional
    ? unwrap(schema.unwrap())
    : schema
}

function hasDefault(schema: z.core.$ZodType): schema is z.ZodDefault | z.ZodPrefault {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((entry, index) => sameJson(entry, b[index]))
  }
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a).filter((key) => a[key] !== undefined)
  const others = Object.keys(b).filter((key) => b[key] !== undefined)
  return (
    keys.length === others.length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}
