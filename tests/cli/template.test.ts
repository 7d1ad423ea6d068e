import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { EXIT } from '#electron/cli/exitCodes.ts'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { liangji, type Run } from '../helpers/liangji.ts'
import { temporaryFolder } from '../helpers/workspace.ts'

it('issues workbooks into a folder, lists them, and imports one of them again', async () => {
  const folder = temporaryFolder('liangji-cli-')
  const out = join(folder, '下发')
  mkdirSync(out)
  const run = (...args: string[]): Promise<Run> => liangji(join(folder, 'liangji.db'), ...args)
  expect((await run('init', '--sample')).code).toBe(EXIT.ok)

  const first = await run('--json', 'template', 'issue', '-o', out, '--unit', '审计处', '--unit', 'industry')
  expect(first.code, first.err).toBe(EXIT.ok)
  const issued = jsonShapes['template-issue'].parse(JSON.parse(first.out))
  expect(issued.issued.map((view) => view.unitName).sort()).toEqual(['体育产业处', '审计处'].sort())
  expect(readdirSync(out).sort()).toEqual(issued.issued.map((view) => view.fileName).sort())

  const all = await run('template', 'issue', '-o', out, '--all-in-one', '--no-last')
  expect(all.out).toContain('2026年三季度考核填报表（汇总）.xlsx')

  const list = await run('--json', 'template', 'list')
  const { targets, issued: kept } = jsonShapes['template-list'].parse(JSON.parse(list.out))
  expect(kept).toHaveLength(3)
  expect(targets.find(({ unit }) => unit === 'audit')?.issued).not.toBeNull()
  expect(targets.find(({ unit }) => unit === 'finance')?.issued).toBeNull()

  const blank = await run('--json', 'import', '--dry-run', join(out, '2026年三季度考核填报表（审计处）.xlsx'))
  expect(blank.code, blank.err).toBe(EXIT.ok)
  expect(jsonShapes.import.parse(JSON.parse(blank.out)).files).toMatchObject([{ status: 'READY', cells: 1 }])

  const unknown = await run('template', 'issue', '-o', out, '--unit', '没有的处')
  expect(unknown.code).toBe(EXIT.usage)
  expect(unknown.err).toContain('没有的处')
}, 180_000)

it('says which folder there is not, before anything is opened', async () => {
  const folder = join(temporaryFolder('liangji-cli-'), '没有')
  const { code, err } = await liangji(join(folder, 'liangji.db'), 'template', 'issue', '-o', folder)
  expect(code).toBe(EXIT.file)
  expect(err).toContain('没有这个文件夹')
}, 60_000)
