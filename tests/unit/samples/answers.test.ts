import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { z } from 'zod'
import { buildSamples } from '../../../resources/samples/generate.ts'
import {
  expectedConflict,
  expectedDuplicates,
  expectedProblems2026Q3
} from '../../fixtures/sample/expectedProblems-2026Q3.ts'

const answersFile = z.strictObject({
  format: z.literal('liangji-answers'),
  formatVersion: z.literal(1),
  period: z.literal('2026Q3'),
  files: z.record(
    z.string(),
    z.strictObject({
      why: z.string().min(1),
      skipFile: z.literal(true).optional(),
      fixes: importFixes.optional()
    })
  )
})
const url = new URL('../../../resources/samples/2026Q3/answers.json', import.meta.url)
const answers = answersFile.parse(JSON.parse(readFileSync(url, 'utf8')))
const names = [...(await buildSamples()).keys()].flatMap((path) =>
  path.startsWith('2026Q3/') ? [path.slice(7)] : []
)

describe('answers.json of the sample quarter', () => {
  it('answers only files that are there', () => {
    expect(Object.keys(answers.files).filter((name) => !names.includes(name))).toEqual([])
  })

  it('settles each of the known errors and nothing else', () => {
    const settled = Object.entries(answers.files).flatMap(([file, { fixes }]) => [
      ...Object.keys(fixes?.units ?? {}).map(() => `${file} UNKNOWN_UNIT`),
      ...Object.keys(fixes?.cells ?? {}).map((key) => `${file} ${key}`)
    ])
    const known = expectedProblems2026Q3.filter((problem) => problem.level === 'error')
    expect(settled).toEqual(
      known.map((problem) =>
        problem.code === 'UNKNOWN_UNIT'
          ? `${problem.file} UNKNOWN_UNIT`
          : `${problem.file} ${problem.sheet}!${problem.cells[0]}`
      )
    )
    const skipped = Object.entries(answers.files).flatMap(([file, answer]) => (answer.skipFile ? [file] : []))
    expect(skipped).toEqual([expectedConflict.files[0]])
  })
})

describe('the expected problems of the sample quarter', () => {
  it('name only files that are there', () => {
    const named = [
      ...expectedProblems2026Q3.map((problem) => problem.file),
      ...expectedConflict.files,
      ...expectedDuplicates
    ]
    expect(named.filter((name) => !names.includes(name))).toEqual([])
  })
})
