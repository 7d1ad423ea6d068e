import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { liangji } from '../helpers/liangji.ts'
import { CLEAR_Q3, openQuarter } from '../helpers/smallQuarter.ts'
import { freshWorkspace, temporaryFolder } from '../helpers/workspace.ts'

async function database(): Promise<string> {
  const workspace = freshWorkspace()
  openQuarter(workspace, '2026Q3', CLEAR_Q3)
  await workspace.close()
  return workspace.library.paths.database
}

function file(content: unknown): string {
  const path = join(temporaryFolder(), '事项.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const ITEM = { type: 'COMMITMENT', title: '新建健身点', owner: 'a', due: '2027-06-30', person: '张三' }

describe('registers from the command line', () => {
  it('adds, lists, works on, shows and checks items', async () => {
    const db = await database()
    const added = await liangji(
      db,
      '--json',
      'register',
      'add',
      file([ITEM, { type: 'PROJECT', title: '公园' }])
    )
    const items = jsonShapes['register-items'].parse(JSON.parse(added.out))
    const [first, second] = items.map(({ number }) => number) as [string, string]
    expect(items).toMatchObject([{ ownerName: '甲处' }, { incomplete: ['责任单位', '完成时限'] }])

    const started = await liangji(
      db,
      'register',
      'act',
      'progress',
      first,
      '--percent',
      '40',
      '--text',
      '选址'
    )
    expect(started).toMatchObject({ code: 0, out: expect.stringContaining('在办') as string })
    const early = await liangji(db, 'register', 'act', 'CLOSE', first, '--verifier', '李四')
    expect(early.code).toBe(2)
    expect(early.err).toContain('现在是「在办」，不能销号')

    const listed = await liangji(db, '--json', 'register', 'list', '--unit', '甲处', '--type', '承诺事项')
    const list = jsonShapes['register-list'].parse(JSON.parse(listed.out))
    expect(list.items).toMatchObject([{ number: first, percent: '40', lastProgress: { text: '选址' } }])
    expect((await liangji(db, 'register', 'list', '--incomplete')).out).toContain(second)

    const shown = jsonShapes['register-show'].parse(
      JSON.parse((await liangji(db, '--json', 'register', 'show', first)).out)
    )
    expect(shown.events.map(({ type }) => type)).toEqual(['CREATED', 'STARTED', 'PROGRESS'])

    const checked = await liangji(db, '--json', 'register', 'check')
    expect(checked.code).toBe(0)
    expect(jsonShapes['register-check'].parse(JSON.parse(checked.out))).toMatchObject({
      checked: 2,
      errors: 0,
      findings: [{ number: second, field: 'owner' }, { field: 'due' }]
    })
  })

  it('adds all or none and says what is wrong with which', async () => {
    const db = await database()
    const wrong = await liangji(
      db,
      'register',
      'add',
      file([ITEM, { ...ITEM, title: '倒着排', start: '2027-07-01' }])
    )
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('「倒着排」完成时限：完成时限 2027-06-30 早于开始日期 2027-07-01')
    expect((await liangji(db, 'register', 'list')).out).toContain('共 0 项')
    expect((await liangji(db, 'register', 'add', file({ title: '没有类型' }))).err).toContain('第 1 项 type')
    expect((await liangji(db, 'register', 'show', '承-2026-009')).err).toContain('没有编号为「承-2026-009」')
  })

  it('finds what is wrong with the 节假日 file, by line', async () => {
    const db = await database()
    expect((await liangji(db, 'calendar', 'check')).out).toContain('随软件带的')
    writeFileSync(join(dirname(db), '节假日.csv'), '日期,类型,名称\n2026-10-09,上班,国庆节\n')
    const checked = await liangji(db, 'calendar', 'check')
    expect(checked.code).toBe(3)
    expect(checked.out).toContain('节假日.csv · 第 2 行：2026-10-09 是周五，本来就上班。')
    expect((await liangji(db, 'evidence', 'check')).code).toBe(0)
  })
})
