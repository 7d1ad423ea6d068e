import { expect, it } from 'vitest'
import { createItemWriter } from '#electron/services/register/itemWriter.ts'
import { addItem, addItems, itemsWithStanding, listItems } from '#electron/services/register/items.ts'
import { itemFields, type ItemFields } from '#shared/domain/register/registerItem.ts'
import { tx } from '#db/tx.ts'
import { CLEAR_Q3, openQuarter } from '../../helpers/smallQuarter.ts'
import { freshWorkspace } from '../../helpers/workspace.ts'

function office() {
  const workspace = freshWorkspace()
  openQuarter(workspace, '2026Q3', CLEAR_Q3)
  return workspace.library
}

const fields = (change: Partial<ItemFields> = {}): ItemFields =>
  itemFields.parse({ type: 'PROJECT', title: '项目', owner: 'a', due: '2026-12-31', ...change })

it('a row that is refused takes no number', () => {
  const library = office()
  const numbers = tx(library.db, () => {
    const writer = createItemWriter(library)
    const first = writer.add(fields(), { from: 'HAND' }).number
    expect(() => writer.add(fields({ owner: 'nobody' }), { from: 'HAND' })).toThrow('没有保存')
    return [first, writer.add(fields(), { from: 'HAND' }).number]
  })
  expect(numbers).toEqual(['项-2026-001', '项-2026-002'])
})

it('several items are added together or not at all, each fault under its title', () => {
  const library = office()
  const wrong = [
    fields(),
    fields({ title: '倒着', start: '2027-01-01' }),
    fields({ title: '无主', owner: 'x' })
  ]
  expect(() => addItems(library, wrong)).toThrow('3 项里有 2 项不能登记')
  expect(listItems(library, {}).counts.total).toBe(0)
  expect(addItems(library, [fields(), fields({ type: 'COMMITMENT' })]).map(({ number }) => number)).toEqual([
    '项-2026-001',
    '承-2026-001'
  ])
})

it('queries do not grow with the items of a list', () => {
  const library = office()
  let queries = 0
  const prepare = library.db.client.prepare.bind(library.db.client)
  library.db.client.prepare = (sql: string) => {
    queries += 1
    return prepare(sql)
  }
  const counted = (work: () => unknown): number => {
    queries = 0
    work()
    return queries
  }
  addItem(library, fields())
  const one = counted(() => listItems(library, {}))
  const standing = counted(() => itemsWithStanding(library, '2026-10-09'))
  addItems(
    library,
    Array.from({ length: 40 }, () => fields())
  )
  expect(counted(() => listItems(library, {}))).toBe(one)
  expect(counted(() => itemsWithStanding(library, '2026-10-09'))).toBe(standing)
})
