import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { PROJECT } from '../../helpers/workspace.ts'

const page = readFileSync(join(PROJECT, 'docs/rules.md'), 'utf8').replaceAll('\r\n', '\n')
const folder = join(PROJECT, 'docs/examples')
const files = readdirSync(folder).sort()

/** Cells of the table rows (without the header) that follow a line of the page, up to the next blank line. */
function tableAfter(start: number): string[][] {
  const lines = page.slice(start).split('\n')
  const first = lines.findIndex((line) => line.startsWith('|'))
  const rest = lines.slice(first)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  return rest.slice(2, end === -1 ? undefined : end).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim())
  )
}

function example(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

/** A parameter's default as the page writes it. */
function defaultText(schema: unknown): string {
  if (schema instanceof z.ZodOptional) return '—'
  if (!(schema instanceof z.ZodDefault)) return 'required'
  const value: unknown = schema.def.defaultValue
  return Array.isArray(value) ? '`[]`' : `\`${String(value)}\``
}

describe('docs/rules.md', () => {
  it.each(RULE_KINDS.map((kind) => [kind.kind, kind] as const))(
    '%s: has its section with every parameter and its default, in the words of the form',
    (_, kind) => {
      const start = page.indexOf(`\n## ${kind.kind} ${kind.name}\n`)
      expect(start).toBeGreaterThan(0)
      const section = page.slice(start, page.indexOf('\n## ', start + 4))
      expect(section).toContain(kind.plain)
      for (const source of kind.sources) expect(section).toContain(source)
      const shape = (kind.params as unknown as z.ZodObject).shape
      const rows = tableAfter(start).map(([key, value, label]) => [key, value, label])
      expect(rows).toEqual(kind.form.map(({ key, label }) => [`\`${key}\``, defaultText(shape[key]), label]))
    }
  )

  it.each(files)('%s: is shown with the numbers that the engine gives', (file) => {
    const at = page.indexOf(`](examples/${file})`)
    expect(at).toBeGreaterThan(0)
    const { results } = runTrial(parseTrialCase(example(file)))
    expect(tableAfter(at)).toEqual(
      results.map(({ unit, score, status }) => [unit, score?.printed ?? status, score?.exact ?? ''])
    )
  })

  it('shows every kind’s own example, and the sample case of the page itself can be read', () => {
    const shown = files.map((file) => JSON.stringify(example(file)))
    for (const kind of RULE_KINDS) expect(shown).toContain(JSON.stringify(kind.example.case))
    const sample = page.slice(page.indexOf('```json\n') + 8, page.indexOf('\n```\n'))
    const { results } = runTrial(parseTrialCase(JSON.parse(sample)))
    expect(results.map(({ score, status }) => score?.printed ?? status)).toEqual(['22.50', 'NA'])
  })

  it('names no example that is not there', () => {
    const named = [...page.matchAll(/\]\(examples\/([^)]+)\)/g)].map((match) => match[1])
    expect(named.sort()).toEqual(files)
  })
})
