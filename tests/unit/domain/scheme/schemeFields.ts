import { z } from 'zod'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

/** A field of the scheme file as the schema has it. */
export interface SchemeField {
  /** Object that it belongs to: `races[].dimensions[]`, empty at the top. */
  owner: string
  key: string
  type: string
  /** `required`, `optional`, or the default. */
  presence: string
}

type Schema = z.core.$ZodType

function unwrap(schema: Schema): Schema {
  return schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional
    ? unwrap(schema.unwrap())
    : schema
}

function typeOf(schema: Schema): string {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodEnum) return inner.options.join(', ')
  if (inner instanceof z.ZodLiteral) return JSON.stringify(inner.value)
  if (inner instanceof z.ZodArray) return `list of ${typeOf(inner.element)}`
  if (inner instanceof z.ZodBoolean) return 'true/false'
  if (inner instanceof z.ZodNumber) return 'integer'
  return inner instanceof z.ZodString || inner instanceof z.ZodUnion ? 'text' : 'object'
}

function presenceOf(schema: Schema): string {
  if (schema instanceof z.ZodOptional) return 'optional'
  if (!(schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)) return 'required'
  const value = schema.parse(undefined)
  const text = JSON.stringify(value)
  return typeof value === 'object' && text.length > 4 ? 'see below' : text
}

/** Every field below a schema. Alternatives of a union are one object with the fields of all. */
export function schemeFields(schema: Schema = schemeDefinition, owner = ''): SchemeField[] {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodArray) return schemeFields(inner.element, `${owner}[]`)
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => schemeFields(option, owner))
  if (!(inner instanceof z.ZodObject)) return []
  const members: Readonly<Record<string, Schema>> = inner.shape
  const shape = Object.entries(members)
  return [
    ...shape.map(([key, member]) => ({ owner, key, type: typeOf(member), presence: presenceOf(member) })),
    ...shape.flatMap(([key, member]) => schemeFields(member, owner === '' ? key : `${owner}.${key}`))
  ]
}

/** The same, alternatives of a union joined: one entry a key, its types with `or` between them. */
export function joinedFields(): SchemeField[] {
  const joined = new Map<string, SchemeField & { types: Set<string>; presences: Set<string> }>()
  for (const field of schemeFields()) {
    const key = `${field.owner}|${field.key}`
    const entry = joined.get(key) ?? { ...field, types: new Set<string>(), presences: new Set<string>() }
    entry.types.add(field.type)
    entry.presences.add(field.presence)
    joined.set(key, entry)
  }
  return [...joined.values()].map(({ owner, key, types, presences }) => ({
    owner,
    key,
    type: [...types].join(' or '),
    presence: [...presences].join(' or ')
  }))
}

/** `races[].dimensions[]` + `fullMark` as a path of the first of each list. */
export function pathOf({ owner, key }: Pick<SchemeField, 'owner' | 'key'>): PropertyKey[] {
  const steps = owner === '' ? [] : owner.split('.')
  return [
    ...steps.flatMap((step): PropertyKey[] => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step])),
    key
  ]
}
