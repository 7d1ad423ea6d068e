import { readFile } from 'node:fs/promises'
import { AppError } from '#shared/appError.ts'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import type { TrialCase, TrialResult } from '#shared/domain/trial/trialCase.ts'
import { fileFailure } from './fileFailure.ts'

/** 试算 in the window and on the command line: no database, nothing is stored. */
export function tryRule(given: TrialCase): TrialResult {
  return runTrial(given)
}

/** Reads a case file. Throws FILE_… when it cannot be read, SCHEME_INVALID with every problem and its path. */
export async function readTrialFile(path: string): Promise<TrialCase> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileFailure(error, path)
  })
  return readTrialText(text, path)
}

/** Reads a case from its text; `name` says where the text came from. */
export function readTrialText(text: string, name: string): TrialCase {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new AppError(
      'SCHEME_INVALID',
      `不是完整的 JSON${whereBroken(error)}，没有试算。`,
      { place: { file: name }, action: '请改正后再试；写法见 docs/rules.md。', technical: String(error) },
      { cause: error }
    )
  }
  return parseTrialCase(json)
}

/** The parser says the place in English, if at all. */
function whereBroken(error: unknown): string {
  const found = /line (\d+) column (\d+)/.exec(String(error))
  return found === null ? '' : `（第 ${found[1]} 行第 ${found[2]} 个字附近写坏了）`
}
