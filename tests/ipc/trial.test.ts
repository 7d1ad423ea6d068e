import { expect, it } from 'vitest'
import { RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'
import { openBackend } from '../helpers/openBackend.ts'

it('tries every kind’s example in the window as on the command line, before any library exists', async () => {
  const { holder, reader, backend } = openBackend()
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
