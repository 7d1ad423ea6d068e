import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { blankScheme } from '#shared/domain/scheme/blankScheme.ts'
import { compactScheme } from '#shared/domain/scheme/compactScheme.ts'
import { parseScheme } from '#shared/domain/scheme/parseScheme.ts'
import { policies } from '#shared/domain/scheme/policies.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { schemePath } from '#shared/domain/scheme/schemePath.ts'
import { schemeProblems } from '#shared/domain/scheme/schemeProblems.ts'
import { choicesAt } from '#shared/domain/scheme/words/choiceWords.ts'
import { POLICY_WORDS } from '#shared/domain/scheme/words/policyWords.ts'
import { anyScheme } from '../../../db/repos/anyScheme.ts'
import { everyField } from '../../../fixtures/everyField.ts'
import { PROJECT } from '../../../helpers/workspace.ts'
import { joinedFields, pathOf, schemeFields } from './schemeFields.ts'

describe('the scheme file', () => {
  it('is documented: every field with its type and default', () => {
    const text = readFileSync(join(PROJECT, 'docs/scheme-file.md'), 'utf8')
    const sections = new Map<string, string[][]>()
    let owner: string | null = null
    for (const line of text.slice(text.indexOf('## Reference')).split(/\r?\n/)) {
      const heading = /^`(.+)`$/.exec(line)
      if (heading !== null) owner = heading[1] === '(top)' ? '' : heading[1]!
      const cells = /^\| `(.+?)` \| (.+?) \| (.+?) \| (.+) \|$/.exec(line)
      if (owner !== null && cells !== null)
        sections.set(owner, [
          ...(sections.get(owner) ?? []),
          cells.slice(1, 4).map((cell) => cell.replaceAll('`', ''))
        ])
    }
    const wanted = new Map<string, string[][]>()
    for (const field of joinedFields()) {
      const row = [field.key, field.type, field.presence]
      wanted.set(field.owner, [...(wanted.get(field.owner) ?? []), row])
    }
    expect([...sections]).toEqual([...wanted])
  })

  it('has a Chinese name for every field, so that no message shows a key', () => {
    for (const field of schemeFields()) expect(schemePath({}, pathOf(field))).not.toMatch(/[A-Za-z]/)
  })

  it('has Chinese words for every choice, all different', () => {
    const choices = schemeFields().filter((field) => /^(list of )?[A-Z_]+(, [A-Z_]+)+$/.test(field.type))
    expect(choices.length).toBeGreaterThan(30)
    for (const field of choices) {
      const words = choicesAt(pathOf(field).filter((key) => typeof key === 'string')) ?? {}
      const values = field.type.replace('list of ', '').split(', ')
      expect([field, Object.keys(words).sort()]).toEqual([field, [...values].sort()])
      expect(new Set(Object.values(words)).size).toBe(values.length)
    }
  })

  it('asks every policy, in words', () => {
    const defaults = policies.parse({})
    expect(POLICY_WORDS.map((word) => word.key).sort()).toEqual(Object.keys(defaults).sort())
    for (const { key, choices } of POLICY_WORDS) {
      const value = defaults[key]
      expect([key, choices === null || Object.hasOwn(choices, String(value))]).toEqual([key, true])
    }
  })

  it('has a fixture that uses every field', () => {
    const used = new Set<string>()
    const walk = (value: unknown, owner: string): void => {
      if (Array.isArray(value)) value.forEach((entry) => walk(entry, `${owner}[]`))
      else if (typeof value === 'object' && value !== null) {
        for (const [key, entry] of Object.entries(value)) {
          used.add(`${owner}|${key}`)
          walk(entry, owner === '' ? key : `${owner}.${key}`)
        }
      }
    }
    walk(everyField, '')
    expect(joinedFields().filter(({ owner, key }) => !used.has(`${owner}|${key}`))).toEqual([])
  })
})

describe('compactScheme', () => {
  it('leaves out what the schema fills in, and nothing else', () => {
    fc.assert(
      fc.property(anyScheme, (definition) => {
        const short = compactScheme(definition)
        expect(parseScheme(short).scheme).toEqual(definition)
        expect(compactScheme(short)).toEqual(short)
      }),
      { numRuns: 50 }
    )
    const full = parseScheme(everyField).scheme
    expect(parseScheme(compactScheme(full)).scheme).toEqual(full)
  })

  it('makes the smallest scheme small', () => {
    const blank = { ...blankScheme('x', '办法', 2026), organisation: '局' }
    const units = [{ code: 'a', name: '甲', kind: 'DEPARTMENT' }]
    expect(compactScheme(parseScheme({ ...blank, units }).scheme)).toEqual({ ...blank, units })
  })

  it.each([[null], [[]], ['text'], [{ units: [null, 5], races: { a: 1 }, policies: [] }]])(
    'lets anything else through: %j',
    (json) => {
      expect(compactScheme(json)).toEqual(json)
    }
  )
})

describe('schemeProblems', () => {
  it('never throws, whatever the JSON is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (json) => {
        expect(schemeProblems(json).length).toBeGreaterThan(0)
      }),
      { numRuns: 100 }
    )
  })

  it('never throws for anything of the right shape', () => {
    fc.assert(
      fc.property(anyScheme, (definition) => {
        for (const problem of schemeProblems(definition)) expect(problem.message).toMatch(/。$/)
      }),
      { numRuns: 50 }
    )
  })

  it('never throws for a scheme with one part replaced or removed', () => {
    const paths = schemeFields().map(pathOf)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 1 }), (path, value) => {
        const json = structuredClone(everyField)
        let here: unknown = json
        for (const key of path.slice(0, -1)) here = (here as Record<PropertyKey, unknown> | undefined)?.[key]
        if (typeof here === 'object' && here !== null)
          (here as Record<PropertyKey, unknown>)[path.at(-1)!] = value
        for (const problem of schemeProblems(json)) {
          expect(problem.message).toMatch(/。$/)
          expect(problem.message).not.toMatch(/undefined|\[object|NaN/)
        }
      }),
      { numRuns: 300 }
    )
  })
})

it('has a JSON Schema that is up to date', () => {
  const schema = z.toJSONSchema(schemeDefinition, { io: 'input', unrepresentable: 'any' })
  const committed = JSON.parse(
    readFileSync(join(PROJECT, 'resources/schema/scheme.schema.json'), 'utf8')
  ) as object
  expect(committed).toEqual(JSON.parse(JSON.stringify({ $id: 'liangji:scheme', ...schema })))
})
