import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { PROJECT, temporaryFolder } from '../helpers/workspace.ts'

const exec = promisify(execFile)

async function liangji(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  try {
    const { stdout, stderr } = await exec(
      process.execPath,
      [join(PROJECT, 'electron/cli/main.ts'), ...args],
      {
        maxBuffer: 64 * 1024 * 1024
      }
    )
    return { code: 0, out: stdout, err: stderr }
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string }
    return { code: failed.code, out: failed.stdout, err: failed.stderr }
  }
}

const PRESET = join(PROJECT, 'resources/presets/sports-bureau.scheme.json')

describe('liangji scheme', () => {
  it('goes out and comes back as JSON and as a workbook, without a new version', async () => {
    const folder = temporaryFolder()
    const db = join(folder, '赛马.db')
    await liangji('--db', db, 'init')
    expect((await liangji('--db', db, 'scheme', 'load', 'sports-bureau', '--period', '2026Q3')).code).toBe(0)
    for (const name of ['方案.json', '方案.xlsx']) {
      const file = join(folder, name)
      const run = await liangji('--db', db, '--json', 'scheme', 'export', '-o', file)
      expect(jsonShapes['scheme-export'].parse(JSON.parse(run.out))).toMatchObject({
        period: '2026Q3',
        version: 1,
        file
      })
      const again = await liangji('--db', db, 'scheme', 'export', '-o', file)
      expect([again.code, again.err]).toEqual([4, expect.stringContaining('已经存在')])
      const back = await liangji('--db', db, '--json', 'scheme', 'load', file, '--period', '2026Q3')
      expect(jsonShapes['scheme-load'].parse(JSON.parse(back.out)).version).toBe(1)
    }
    expect((await liangji('--db', db, 'scheme', 'export', '-o', join(folder, 'x.docx'))).code).toBe(2)
  }, 120_000)

  it('checks a file without a database, exit 3 when it has errors', async () => {
    const folder = temporaryFolder()
    const good = await liangji('--json', 'scheme', 'check', PRESET)
    expect(good.code).toBe(0)
    expect(jsonShapes['scheme-check'].parse(JSON.parse(good.out)).errors).toBe(0)

    const file = join(folder, '坏.json')
    const broken = JSON.parse(readFileSync(PRESET, 'utf8')) as { races: { fullMark?: string }[] }
    broken.races[0]!.fullMark = '150'
    writeFileSync(file, JSON.stringify(broken))
    const bad = await liangji('scheme', 'check', file)
    expect(bad.code).toBe(3)
    expect(bad.out).toContain('1 处要改')
    expect(bad.err).toContain('满分 150')
    expect(existsSync(join(process.cwd(), 'liangji.db'))).toBe(false)

    copyFileSync(join(PROJECT, 'resources/samples/2026Q3/竞技体育处三季度.xlsx'), join(folder, '表.xlsx'))
    const sheet = await liangji('scheme', 'check', join(folder, '表.xlsx'))
    expect([sheet.code, sheet.err]).toEqual([3, expect.stringContaining('不是考核方案的格式')])
    expect((await liangji('scheme', 'check', join(folder, '没有.xlsx'))).code).toBe(4)
  }, 120_000)

  it('writes a blank workbook that says what is still to be filled in', async () => {
    const file = join(temporaryFolder(), '空白.xlsx')
    expect((await liangji('scheme', 'template', '-o', file, '--year', '2027')).code).toBe(0)
    const run = await liangji('--json', 'scheme', 'check', file)
    expect(run.code).toBe(3)
    const { title, problems } = jsonShapes['scheme-check'].parse(JSON.parse(run.out))
    expect(title).toBe('2027年季度赛马考评办法')
    expect(problems.map((problem) => problem.message)).toEqual(
      expect.arrayContaining(['单位全称：没有填，请补上。', '单位：没有填，请补上。'])
    )
  }, 120_000)
})
