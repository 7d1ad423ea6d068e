import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { liangji } from '../helpers/liangji.ts'
import { officeWorkspace } from '../helpers/smallQuarter.ts'
import { temporaryFolder } from '../helpers/workspace.ts'
import { templateBook } from '../unit/reports/own/templateBook.ts'

it('liangji report-template adds, checks, fills and ends a template', async () => {
  const workspace = await officeWorkspace()
  const db = workspace.library.paths.database
  await workspace.close()
  const folder = temporaryFolder()
  const file = join(folder, '我们的表.xlsx')
  writeFileSync(file, await templateBook({ 表: { A1: '{{单位}}', B1: '{{总得份}}' } }))

  const added = await liangji(db, '--json', 'report-template', 'add', file)
  const { id } = jsonShapes['report-template'].parse(JSON.parse(added.out))
  const listed = await liangji(db, 'report-template', 'list')
  expect(listed.out).toMatch(/我们的表（我们的表\.xlsx）[\s\S]*ranking\s+排名表/)
  const check = await liangji(db, 'report-template', 'check', String(id), '--period', '2026Q2')
  expect(check.err).toContain('{{总得分}}')

  const out = join(folder, '填好.xlsx')
  const fill = ['report-template', 'fill', String(id), '--period', '2026Q2', '-o', out]
  const refused = await liangji(db, ...fill)
  expect([refused.code, existsSync(out)]).toEqual([2, false])
  const filled = await liangji(db, '--json', ...fill, '--slash')
  const shown = jsonShapes['report-template-fill'].parse(JSON.parse(filled.out))
  expect(shown.snapshot).toMatch(/^2026Q2/)
  const bytes = readFileSync(out)
  expect((await liangji(db, ...fill, '--slash')).err).toContain('FILE_EXISTS')
  await liangji(db, ...fill, '--slash', '--force')
  expect(readFileSync(out).equals(bytes)).toBe(true)

  const preset = join(folder, '通报.docx')
  expect(
    (await liangji(db, 'report-template', 'fill', 'circular', '--period', '2026Q2', '-o', preset)).code
  ).toBe(0)
  expect(existsSync(preset)).toBe(true)
  expect((await liangji(db, 'report-template', 'fields', '--period', '2026Q2')).out).toContain('{{#排名}}')
  expect((await liangji(db, 'report-template', 'remove', String(id))).code).toBe(0)
  expect((await liangji(db, ...fill, '--force')).code).toBe(2)
}, 180_000)
