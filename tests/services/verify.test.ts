import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { recordDecision } from '#electron/services/decisions.ts'
import type { Workspace } from '#electron/services/workspace.ts'
import { verifySnapshot } from '#electron/services/verify.ts'
import { refusal } from '../db/fixture.ts'
import { enter, freeze, officeWorkspace } from '../helpers/smallQuarter.ts'

const PERIOD = '2026Q3'

async function frozen(): Promise<{ workspace: Workspace; snapshot: string }> {
  const workspace = await officeWorkspace()
  recordDecision(workspace.library, {
    period: PERIOD,
    subject: { type: 'TIE', race: 'main', group: 'g', order: ['b', 'a'] },
    basis: '会议纪要',
    decidedBy: '领导小组',
    date: '2026-10-08'
  })
  return { workspace, snapshot: await freeze(workspace, PERIOD) }
}

/** Somebody with a database tool, who takes the guards off first. */
function tamper({ library }: Workspace, sql: string): void {
  library.db.client.exec('DROP TRIGGER snapshot_no_update')
  library.db.client.exec(sql)
}

const WHERE = `WHERE revision = 1 AND period_id = (SELECT id FROM period WHERE key = '${PERIOD}')`

describe('verifying a frozen quarter', () => {
  it('finds the same hashes from the stored inputs alone, whatever the live data say by now', async () => {
    const { workspace, snapshot } = await frozen()
    enter(workspace.library, PERIOD, 'a', 'output', 'actual', '1')
    const found = verifySnapshot(workspace.library, snapshot)
    expect(found).toMatchObject({ snapshot, ok: true, differences: [], notes: [] })
    expect(found.inputs.found).toBe(found.inputs.recorded)
    expect(found.results.found).toBe(found.results.recorded)
    expect(found.results.recorded.startsWith(snapshot.slice(-8))).toBe(true)
  })

  it('is told of a changed score, though the checksum was changed along', async () => {
    const { workspace, snapshot } = await frozen()
    workspace.library.db.client.function('sha256', (text) => hash(String(text)))
    tamper(
      workspace,
      `UPDATE snapshot SET payload = replace(payload, '"exact":"36","printed":"36.00"', '"exact":"39","printed":"39.00"') ${WHERE};
       UPDATE snapshot SET payload_hash = sha256(payload) ${WHERE}`
    )
    const found = verifySnapshot(workspace.library, snapshot)
    expect(found.ok).toBe(false)
    expect(found.differences).toContain('甲处「综合评价」：冻结 39.00，重算 36.00。')
    expect(found.differences.join()).not.toContain('校验值不符')
  })

  it('is told of changed inputs, and of what they would have given', async () => {
    const { workspace, snapshot } = await frozen()
    tamper(
      workspace,
      `UPDATE snapshot SET inputs = replace(inputs, '"unit":"d","value":"28"', '"unit":"d","value":"38"') ${WHERE}`
    )
    const found = verifySnapshot(workspace.library, snapshot)
    expect(found.inputs.found).not.toBe(found.inputs.recorded)
    expect(found.differences).toEqual([
      '冻结时的输入与记录的校验值不符，可能被外部程序改动过。',
      '丁处「综合评价」：冻结 28.00，重算 38.00。',
      '丁处「总得分」：冻结 64.00，重算 74.00。'
    ])
  })

  it('is told of changed words that no number shows', async () => {
    const { workspace, snapshot } = await frozen()
    tamper(workspace, `UPDATE snapshot SET payload = replace(payload, '会议纪要', '会议纪录') ${WHERE}`)
    const { differences } = verifySnapshot(workspace.library, snapshot)
    expect(differences[0]).toContain('成绩与记录的校验值不符')
    expect(differences[1]).toMatch(/文字内容有 \d+ 处与重算不同/)
  })

  it.each([
    ['no JSON', '不是 JSON'],
    ['another thing', '{"period":"2026Q3"}']
  ])('says that inputs which are %s cannot be read', async (_what, text) => {
    const { workspace, snapshot } = await frozen()
    tamper(workspace, `UPDATE snapshot SET inputs = '${text}' ${WHERE}`)
    expect(verifySnapshot(workspace.library, snapshot).differences.at(-1)).toContain('读不出来')
  })

  it('of an older version compares what both have, and says what it could not', async () => {
    const { workspace, snapshot } = await frozen()
    const { client } = workspace.library.db
    client.function('sha256', (text) => hash(String(text)))
    client.function('older_results', (text) =>
      JSON.stringify(without(JSON.parse(String(text)), OLDER_RESULTS))
    )
    client.function('older_inputs', (text) => JSON.stringify(without(JSON.parse(String(text)), OLDER_INPUTS)))
    tamper(
      workspace,
      `UPDATE snapshot SET payload = older_results(payload), inputs = older_inputs(inputs), app_version = '0.1.0' ${WHERE};
       UPDATE snapshot SET inputs_hash = sha256(inputs), payload = replace(payload, inputs_hash, sha256(inputs)) ${WHERE};
       UPDATE snapshot SET payload_hash = sha256(payload) ${WHERE}`
    )
    const found = verifySnapshot(workspace.library, snapshot)
    expect(found.differences).toEqual([])
    expect(found.ok).toBe(true)
    expect(found.notes).toEqual([
      expect.stringMatching(/由 0\.1\.0 版程序冻结.*没有核对：.*gapToTarget.*sideRankings/)
    ])
  })

  it('does not know a snapshot that is none', async () => {
    const { workspace } = await frozen()
    expect(refusal(() => verifySnapshot(workspace.library, '2026Q3-r9-00000000')).code).toBe('NOT_FOUND')
  })
})

/** What the first version of the program did not write yet. */
const OLDER_RESULTS = ['gapToTarget', 'sideRankings', 'increment']
const OLDER_INPUTS = ['month', 'progress', 'totals', 'successions']

function without(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => without(entry, keys))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !keys.includes(key))
      .map(([key, entry]) => [key, without(entry, keys)])
  )
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
