import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { heldQuarter } from '../helpers/quarters.ts'
import { freshWorkspace, PROJECT, temporaryFolder } from '../helpers/workspace.ts'
import { yearScheme } from '../unit/domain/period/yearBuild.ts'

const exec = promisify(execFile)

/** Runs `liangji` as a script would: its own process, exit code, two streams. */
async function liangji(db: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const run = await exec(process.execPath, [join(PROJECT, 'electron/cli/main.ts'), '--db', db, ...args])
    return { code: 0, out: run.stdout, err: run.stderr }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, out: failed.stdout, err: failed.stderr }
  }
}

/** A database with the first two quarters frozen. */
async function halfYear(): Promise<string> {
  const workspace = freshWorkspace()
  const scheme = yearScheme({ units: ['a', 'b'] })
  await heldQuarter(workspace.library, scheme, '2026Q1', { a: '88', b: '91' })
  await heldQuarter(workspace.library, scheme, '2026Q2', { a: '90', b: '92' })
  await workspace.close()
  return workspace.library.paths.database
}

describe('liangji year', () => {
  it('prints the half-year, freezes it once, and says why not a second time', async () => {
    const db = await halfYear()
    const preview = await liangji(db, 'year', '--span', 'h1')
    expect(preview.code).toBe(0)
    expect(preview.out).toContain('2026年上半年成绩  预览，未定稿')
    expect(preview.out).toMatch(/1\s+单位b\s+91\.00\s+92\.00\s+91\.50\s+\/\s+91\.50/)
    expect(preview.out).toContain('单位a：(88.00 + 90.00) ÷ 2 = 89.00')
    expect(preview.out).toContain('注：各季度得分取平均。')

    const frozen = await liangji(db, '--json', 'year', '--year', '2026', '--span', 'H1', '--freeze')
    expect(frozen.code).toBe(0)
    const view = jsonShapes.year.parse(JSON.parse(frozen.out))
    expect(view.snapshot?.id).toMatch(/^2026-H1-r1-/)
    expect(view.result.open).toEqual([])

    const again = await liangji(db, 'year', '--span', '上半年', '--freeze')
    expect(again).toMatchObject({ code: 6, out: '' })
    expect(again.err).toContain('不用再冻结')
    const shown = await liangji(db, '--json', 'year', '--span', 'h1')
    expect(jsonShapes.year.parse(JSON.parse(shown.out))).toEqual(view)
  }, 120_000)

  it('a year with open points prints them and does not freeze (exit code 6)', async () => {
    const db = await halfYear()
    const run = await liangji(db, 'year')
    expect(run.code).toBe(0)
    expect(run.out).toContain('待办：2026年第三季度')
    const freeze = await liangji(db, 'year', '--freeze')
    expect(freeze.code).toBe(6)
    expect(freeze.err).toContain('还不能冻结2026年度成绩：2026年第三季度')
  }, 120_000)

  it.each([
    [['--year', '26'], '看不懂年份「26」'],
    [['--span', 'q1'], '看不懂「q1」']
  ])(
    '%j is wrong usage (exit code 2)',
    async (args, text) => {
      const db = await halfYear()
      const run = await liangji(db, 'year', ...args)
      expect(run).toMatchObject({ code: 2, out: '' })
      expect(run.err).toContain(text)
    },
    60_000
  )

  it('says that there is no database, or no scheme', async () => {
    const missing = await liangji(join(temporaryFolder(), 'none.db'), 'year')
    expect(missing.code).toBe(5)
    const workspace = freshWorkspace()
    await workspace.close()
    const empty = await liangji(workspace.library.paths.database, 'year', '--year', '2026')
    expect(empty.code).toBe(6)
    expect(empty.err).toContain('还没有考核方案')
  }, 120_000)
})
