import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { libraryPaths } from '#electron/services/library.ts'
import { openWorkspace } from '#electron/services/workspace.ts'
import { liangji } from '../helpers/liangji.ts'
import { officeWorkspace, TIED_Q3 } from '../helpers/smallQuarter.ts'
import { PROJECT, temporaryFolder } from '../helpers/workspace.ts'

/** Second quarter frozen, third one open with 甲处 and 乙处 sharing the first place and the only 优秀. */
async function database(): Promise<string> {
  const workspace = await officeWorkspace()
  await workspace.close()
  return workspace.library.paths.database
}

const TIE = {
  subject: { type: 'TIE', race: 'main', group: 'g', order: ['b', 'a'] },
  basis: '会议纪要第 9 期',
  decidedBy: '领导小组',
  date: '2026-10-08'
}

function file(content: unknown): string {
  const path = join(temporaryFolder(), '决定.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('a quarter with decisions from the command line', () => {
  it('computes with every trace, previews a month, decides, freezes, corrects, compares, verifies, archives', async () => {
    const db = await database()
    const month = jsonShapes.compute.parse(
      JSON.parse((await liangji(db, '--json', 'compute', '--month', '8')).out)
    )
    expect([month.month, month.results.month]).toEqual([8, 8])
    expect((await liangji(db, 'rank')).code).toBe(6)

    const computed = jsonShapes.compute.parse(JSON.parse((await liangji(db, '--json', 'compute')).out))
    const first = computed.results.races[0]!.groups[0]!.units[0]!
    expect([computed.inputsHash, first.dimensions[0]!.indicators[0]!.trace.sentence]).toEqual([
      computed.results.inputsHash,
      expect.stringContaining('75')
    ])
    expect((await liangji(db, 'check')).code).toBe(3)
    expect((await liangji(db, 'freeze')).err).toContain('请裁定先后')

    const decided = await liangji(db, '--json', 'decide', file(TIE))
    expect(jsonShapes.decisions.parse(JSON.parse(decided.out))).toMatchObject([{ id: 1, period: '2026Q3' }])
    await liangji(db, 'compute')
    const frozen = await liangji(db, '--json', 'freeze', '--accept', 'SCHEME_CONFIRMS')
    const { snapshot } = jsonShapes.freeze.parse(JSON.parse(frozen.out))

    expect((await liangji(db, 'revoke', '1', '--reason', '反悔')).code).toBe(6)
    const reopened = await liangji(db, '--json', 'reopen', '--reason', '裁定有误')
    expect(jsonShapes.period.parse(JSON.parse(reopened.out))).toMatchObject({
      state: 'checking',
      revision: 2
    })
    const revoked = await liangji(db, '--json', 'revoke', '1', '--reason', '裁定有误')
    expect(jsonShapes.revoke.parse(JSON.parse(revoked.out)).revoked?.reason).toBe('裁定有误')
    await liangji(
      db,
      'decide',
      file([{ ...TIE, period: '2026Q3', subject: { ...TIE.subject, order: ['a', 'b'] } }])
    )
    await liangji(db, 'compute')
    expect((await liangji(db, 'freeze', '--accept', 'SCHEME_CONFIRMS')).code).toBe(0)
    expect((await liangji(db, 'decisions')).out).toMatch(
      /2 {2}并列裁定：处室组 · 甲处 → 乙处[\s\S]*已撤销：考核办/
    )

    const revisions = jsonShapes.revisions.parse(JSON.parse((await liangji(db, '--json', 'revisions')).out))
    expect(revisions.map((head) => head.revision)).toEqual([1, 2])
    const compared = await liangji(db, '--json', 'compare', snapshot, revisions[1]!.snapshot)
    const diff = jsonShapes.compare.parse(JSON.parse(compared.out))
    expect([diff.inputs.map((entry) => entry.kind), diff.scores, diff.standings.length]).toEqual([
      ['DECISION', 'DECISION'],
      [],
      2
    ])
    expect((await liangji(db, 'compare', snapshot)).out).toContain('甲处：2（良好） → 1（优秀）')
    expect((await liangji(db, 'verify')).out.match(/相符/g)).toHaveLength(3)

    expect((await liangji(db, 'archive')).code).toBe(6)
    expect((await liangji(db, 'publish')).out).toContain('发布')
    expect((await liangji(db, 'archive')).out).toContain('归档')
    expect((await liangji(db, 'reopen', '--reason', '反悔')).code).toBe(6)
  }, 180_000)

  it('says with exit code 3 that a frozen quarter no longer comes out', async () => {
    const db = await database()
    const client = new BetterSqlite(db)
    client.exec("DROP TRIGGER snapshot_no_update; UPDATE snapshot SET inputs = replace(inputs, '38', '39')")
    client.close()
    const run = await liangji(db, '--json', 'verify', '--period', '2026Q2')
    expect(run.code).toBe(3)
    const [found] = jsonShapes.verify.parse(JSON.parse(run.out))
    expect(found!.differences).toContain('甲处「综合评价」：冻结 38.00，重算 39.00。')
  }, 60_000)
})

describe('decisions that cannot be taken', () => {
  it('are all told, by their place, with exit code 3 and nothing recorded', async () => {
    const run = await liangji(db, 'decide', file([TIE, { ...TIE, subject: { ...TIE.subject, race: 'x' } }]))
    expect(run.code).toBe(3)
    expect(run.err).toMatch(/全部没有登记[\s\S]*第 2 个决定：.*没有赛项「x」.*亮绩赛马（main）/)
    expect((await liangji(db, 'decisions')).out).toContain('没有登记过决定')
  }, 60_000)

  let db: string
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liangji-decide-'))
    const paths = libraryPaths(folder, PROJECT)
    const workspace = await officeWorkspace(
      TIED_Q3,
      openWorkspace({ paths, appVersion: '0.0.0', create: true })
    )
    await workspace.close()
    db = paths.database
    return () => rmSync(folder, { recursive: true, force: true })
  }, 60_000)

  it.each([
    ['no JSON', '{', 3, /不是完整的 JSON/],
    ['no basis', { ...TIE, basis: ' ' }, 3, /basis：不能空着/],
    ['an unknown type', [{ ...TIE, subject: { type: 'LUCK' } }], 3, /第 1 个\.subject/],
    ['a date in words', { ...TIE, date: '10月8日' }, 3, /日期写作 2026-10-08/],
    ['a quarter in the dark', { ...TIE, period: '去年' }, 2, /看不懂季度「去年」/]
  ])(
    '%s: what and where',
    async (_what, content, code, message) => {
      const run = await liangji(db, 'decide', file(content))
      expect([run.code, run.err]).toEqual([code, expect.stringMatching(message)])
      expect(run.err).not.toContain('    at ')
    },
    60_000
  )

  it.each([
    [['decide', 'nowhere.json'], 4],
    [['revoke', 'x', '--reason', 'y'], 2],
    [['revoke', '7', '--reason', 'y'], 2],
    [['revoke', '7'], 2],
    [['reopen', '--reason', ' '], 2],
    [['compute', '--month', '13'], 2],
    [['compare', 'nonsense'], 2],
    [['verify', '2026Q2-r9-00000000'], 2]
  ])(
    '%j ends with exit code %i',
    async (args, code) => {
      const run = await liangji(db, ...args)
      expect([run.code, run.out]).toEqual([code, ''])
      expect(run.err).not.toContain('    at ')
    },
    60_000
  )
})
