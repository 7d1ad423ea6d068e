import { expect, it } from 'vitest'
import { addItem } from '#electron/services/register/items.ts'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { itemFields } from '#shared/domain/register/registerItem.ts'
import { liangji } from '../helpers/liangji.ts'
import { CLEAR_Q3, openQuarter } from '../helpers/smallQuarter.ts'
import { freshWorkspace } from '../helpers/workspace.ts'

it('proposes, issues by key and lists slips', async () => {
  const workspace = freshWorkspace()
  openQuarter(workspace, '2026Q3', CLEAR_Q3)
  for (const title of ['护栏整改', '健身点'])
    addItem(
      workspace.library,
      itemFields.parse({ type: 'COMMITMENT', title, owner: 'a', start: '2020-01-01', due: '2020-03-31' })
    )
  await workspace.close()
  const db = workspace.library.paths.database

  const { proposals } = jsonShapes['slip-proposals'].parse(
    JSON.parse((await liangji(db, '--json', 'slip', 'proposals')).out)
  )
  expect(proposals).toHaveLength(2)
  expect(await liangji(db, 'slip', 'issue')).toMatchObject({ code: 2 })
  expect(await liangji(db, 'slip', 'issue', 'item:9:OVERDUE')).toMatchObject({ code: 2 })
  const issued = await liangji(db, '--json', 'slip', 'issue', proposals[0]!.key)
  const [slip] = jsonShapes['slip-issue'].parse(JSON.parse(issued.out))
  expect(slip).toMatchObject({ level: 'RED', unitName: '甲处', fields: { subject: '护栏整改' } })
  expect(await liangji(db, 'slip', 'issue', '--all')).toMatchObject({
    code: 0,
    out: expect.stringContaining('已办理 1 件') as string
  })
  const listed = jsonShapes['slip-list'].parse(JSON.parse((await liangji(db, '--json', 'slip', 'list')).out))
  expect(listed.counts).toMatchObject({ open: 2, byLevel: { RED: 2 } })
  expect((await liangji(db, 'slip', 'list')).out).toContain('红色督办单')
})
