import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { loadScheme, readPreset } from '#electron/services/schemes.ts'
import { liangji } from '../helpers/liangji.ts'
import { freshWorkspace, PROJECT, temporaryFolder } from '../helpers/workspace.ts'

const SHEET = join(PROJECT, 'resources/samples/2026Q3/青少年体育处三季度赛马考核表.xlsx')

/** A database in which a department's sheet of the third quarter counts; the fourth is open. */
async function withImport(): Promise<{ db: string; batch: number }> {
  const workspace = freshWorkspace()
  const scheme = await readPreset(workspace.library, 'sports-bureau')
  for (const period of ['2026Q3', '2026Q4']) loadScheme(workspace.library, scheme, period)
  const session = await workspace.imports.add('2026Q3', null, [{ path: SHEET }])
  const [outcome] = commitSession(workspace.library, session, true)
  await workspace.close()
  return { db: workspace.library.paths.database, batch: outcome!.batchId }
}

describe('liangji own-template', () => {
  it('takes, lists, fills and ends a template', async () => {
    const { db, batch } = await withImport()
    const taken = await liangji(db, '--json', 'own-template', 'take', String(batch), '--name', '青少年处')
    const view = jsonShapes['own-template'].parse(JSON.parse(taken.out))
    expect(view).toMatchObject({ name: '青少年处', period: '2026Q3', units: ['青少年体育处'] })
    expect((await liangji(db, 'own-template', 'list')).out).toContain('青少年处（2026年第三季度')

    const file = join(temporaryFolder(), '四季度.xlsx')
    const args = ['own-template', 'fill', String(view.id), '--period', '2026Q4', '-o', file]
    const filled = await liangji(db, '--json', ...args)
    const shown = jsonShapes['own-template-fill'].parse(JSON.parse(filled.out))
    expect(shown.targets + shown.emptied).toBe(view.places)
    expect(shown.titles.map((title) => title.after).join()).toContain('四季度')
    const bytes = readFileSync(file)
    const again = await liangji(db, ...args)
    expect([again.code, again.err]).toEqual([4, expect.stringContaining('FILE_EXISTS')])
    expect((await liangji(db, ...args, '--force')).out).toContain('已写出')
    expect(readFileSync(file).equals(bytes)).toBe(true)

    expect((await liangji(db, 'own-template', 'remove', String(view.id))).code).toBe(0)
    expect(JSON.parse((await liangji(db, '--json', 'own-template', 'list')).out)).toEqual([])
    const gone = await liangji(db, ...args.slice(0, -1), join(temporaryFolder(), 'x.xlsx'))
    expect([gone.code, existsSync(join(temporaryFolder(), 'x.xlsx'))]).toEqual([2, false])
  }, 120_000)
})
