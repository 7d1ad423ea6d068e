import { join } from 'node:path'
import { applyAnswers, readAnswers } from '#electron/services/answers.ts'
import { commitSession, type FileOutcome } from '#electron/services/importing/commit.ts'
import type { ImportSession } from '#electron/services/importing/session.ts'
import { installSample, sampleFolder, sampleWorkbooks } from '#electron/services/samples.ts'
import type { Workspace } from '#electron/services/workspace.ts'

export const SAMPLE_PERIOD = '2026Q3'

/** The sample bureau with its second quarter frozen and the third one open. */
export async function withSample(workspace: Workspace): Promise<void> {
  await installSample(workspace.library, workspace.reader)
}

/** The workbooks of the third quarter, read and analysed, nothing decided yet. */
export async function openSampleSession({ library, imports }: Workspace): Promise<ImportSession> {
  const paths = await sampleWorkbooks(library, SAMPLE_PERIOD)
  return imports.add(
    SAMPLE_PERIOD,
    null,
    paths.map((path) => ({ path }))
  )
}

/** The third quarter imported with the committed decisions. */
export async function importSample(workspace: Workspace): Promise<FileOutcome[]> {
  const session = await openSampleSession(workspace)
  const answers = await readAnswers(join(sampleFolder(workspace.library, SAMPLE_PERIOD), 'answers.json'))
  await applyAnswers(workspace.imports, session, answers)
  return commitSession(workspace.library, session, false)
}
