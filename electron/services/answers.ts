import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '#shared/appError.ts'
import { importFixes, type ImportFixes } from '#shared/domain/importing/importPlan.ts'
import { fileFailure } from './fileFailure.ts'
import { periodKey } from '#shared/domain/period/periodKey.ts'
import type { ImportSessions } from './importing/sessions.ts'
import type { ImportSession } from './importing/session.ts'

/** Decisions for an import, by file name: what a person would click in the window. */
export const answersFile = z.object({
  format: z.literal('liangji-answers'),
  formatVersion: z.literal(1),
  period: periodKey.optional(),
  files: z.record(
    z.string(),
    z.strictObject({
      /** Why it was decided so; for people. */
      why: z.string(),
      skipFile: z.boolean().default(false),
      fixes: importFixes
    })
  )
})
export type AnswersFile = z.output<typeof answersFile>

export async function readAnswers(path: string): Promise<AnswersFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFailure(error, path)
  })
  const parsed = answersFile.safeParse(parseJson(text, path))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new AppError(
      'VALIDATION_FAILED',
      `决定文件的「${issue?.path.join('.') ?? ''}」写得不对：${issue?.message ?? ''}`,
      { place: { file: path } }
    )
  }
  return parsed.data
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new AppError(
      'VALIDATION_FAILED',
      '决定文件不是完整的 JSON。',
      { place: { file: path } },
      { cause: error }
    )
  }
}

/** Applies decisions to the files of a session. A name that is in no file is an error: it was meant for something. */
export async function applyAnswers(
  imports: ImportSessions,
  session: ImportSession,
  answers: AnswersFile
): Promise<void> {
  for (const [name, answer] of Object.entries(answers.files)) {
    const files = session.files.filter((file) => file.name === name)
    if (files.length === 0) throw new AppError('NOT_FOUND', `决定文件里的《${name}》不在这次导入的文件中。`)
    for (const file of files) {
      if (answer.skipFile) imports.skip(session.id, file.id, true)
      else await imports.fix(session.id, file.id, mergeFixes(file.fixes, answer.fixes))
    }
  }
}

function mergeFixes(before: ImportFixes, more: ImportFixes): ImportFixes {
  return {
    units: { ...before.units, ...more.units },
    indicators: { ...before.indicators, ...more.indicators },
    classes: { ...before.classes, ...more.classes },
    sheets: { ...before.sheets, ...more.sheets },
    cells: { ...before.cells, ...more.cells },
    emptyWords: { ...before.emptyWords, ...more.emptyWords },
    confirmed: [...new Set([...before.confirmed, ...more.confirmed])]
  }
}
