import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { emptyOffice } from '../helpers/csvImport.ts'
import { liangji } from '../helpers/liangji.ts'
import { freshWorkspace, temporaryFolder } from '../helpers/workspace.ts'

/** A sheet that only the answers file explains, imported from the command line. */
async function importedOnce(): Promise<string> {
  const folder = temporaryFolder()
  const workspace = emptyOffice(freshWorkspace(folder))
  await workspace.close()
  const sheet = join(folder, '上报.csv')
  writeFileSync(sheet, '单位,实绩一（万元）,联系人\n甲处,40,张三\n')
  const columns = { B: { role: 'value', field: 'actual', indicator: 'output', unit: null, rater: null } }
  const answers = join(folder, '决定.json')
  writeFileSync(
    answers,
    JSON.stringify({
      format: 'liangji-answers',
      formatVersion: 1,
      files: {
        '上报.csv': {
          why: '甲处的说法',
          fixes: { sheets: { 上报: { layout: 'UNIT_BY_INDICATOR', columns } } }
        }
      }
    })
  )
  const db = workspace.library.paths.database
  expect((await liangji(db, 'import', sheet, '--answers', answers)).code).toBe(0)
  return db
}

it('lists what imports remember and forgets it, one or all', async () => {
  const db = await importedOnce()
  const list = async () =>
    jsonShapes['memory-list'].parse(JSON.parse((await liangji(db, '--json', 'memory', 'list')).out))
  const [memory, ...others] = await list()
  expect([memory!.labels, memory!.mapping.layout, others]).toEqual([
    ['单位', '实绩一', '联系人'],
    'UNIT_BY_INDICATOR',
    []
  ])
  const printed = await liangji(db, 'memory', 'list')
  expect(printed.out).toContain(`${memory!.id}  2026年第三季度《上报.csv》`)

  expect(await liangji(db, 'memory', 'forget')).toMatchObject({ code: 2 })
  expect(await liangji(db, 'memory', 'forget', '1', '--all')).toMatchObject({ code: 2 })
  expect(await liangji(db, 'memory', 'forget', 'x')).toMatchObject({ code: 2 })
  const unknown = await liangji(db, 'memory', 'forget', '99')
  expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('99')])
  expect(await list()).toHaveLength(1)

  const forgotten = await liangji(db, '--json', 'memory', 'forget', String(memory!.id))
  expect(jsonShapes['memory-forget'].parse(JSON.parse(forgotten.out))).toEqual({ forgotten: 1 })
  expect(await list()).toEqual([])
  expect((await liangji(db, 'memory', 'forget', '--all')).out).toContain('0')
}, 120_000)
