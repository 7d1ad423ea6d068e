import { expect, it } from 'vitest'
import { createBackend } from '#electron/ipc/backend.ts'
import { createLibraryHolder } from '#electron/services/start.ts'
import { startReader } from '#electron/services/workspace.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { PROJECT, temporaryFolder } from '../helpers/workspace.ts'

const ignore = (): void => undefined

it('tries every kind’s example in the window as on the command line, before any library exists', async () => {
  const reader = startReader()
  const holder = createLibraryHolder({
    paths: libraryPaths(temporaryFolder(), PROJECT),
    appVersion: '0.0.0-test',
    reader
  })
  const backend = createBackend({
    holder,
    reader,
    desktop: {
      pickWorkbooks: () => Promise.resolve([]),
      pickFolder: () => Promise.resolve(null),
      pickScheme: () => Promise.resolve(null),
      saveAs: () => Promise.resolve(null),
      openFile: () => Promise.resolve(null),
      showInFolder: ignore
    },
    emit: ignore,
    onUnexpected: ignore,
    checkOutput: true
  })
  try {
    for (const { example } of RULE_KINDS) {
      const answer = await backend.invoke('trial.run', example.case)
      expect(answer).toEqual({ ok: true, data: runTrial(parseTrialCase(example.case)) })
    }
    const unknown = { rule: { kind: 'RATIO' }, participants: [{ unit: '甲' }] }
    expect(await backend.invoke('trial.run', unknown)).toMatchObject({
      ok: false,
      error: { code: 'SCHEME_INVALID' }
    })
    expect(await backend.invoke('trial.run', { rule: { kind: 'THRESHOLD' } })).toMatchObject({
      ok: false,
      error: { code: 'VALIDATION_FAILED' }
    })
  } finally {
    await reader.close()
    holder.close()
  }
})
