import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { jsonShapes } from '#electron/cli/jsonShapes.ts'
import { PROJECT, temporaryFolder } from '../helpers/workspace.ts'

/** Runs `liangji try` in an empty folder as a script would, with a case on standard input where there is one. */
async function tryOut(
  args: readonly string[],
  stdin: string | null = null
): Promise<{ code: number | null; out: string; err: string; folder: string }> {
  const folder = temporaryFolder()
  const child = spawn(process.execPath, [join(PROJECT, 'electron/cli/main.ts'), ...args], { cwd: folder })
  child.stdin.end(stdin ?? '')
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on('close', done))
  ])
  return { code, out, err, folder }
}

const CASE = {
  rule: { kind: 'DIFF_FROM_TARGET', params: { upPer: 10, upPoints: '0.5', upCap: 1, mode: 'STEP' } },
  indicator: { name: '销售收入增量', fullMark: 7 },
  participants: [
    { unit: '甲', target: 100, actual: '112' },
    { unit: '乙', target: 100, actual: '/' },
    { unit: '丙', actual: 5 }
  ]
}

describe('liangji try', () => {
  it('prints one line a unit with score and sentence, and the choices that mattered; it needs no database', async () => {
    const run = await tryOut(['try', '-'], JSON.stringify(CASE))
    expect(run.code).toBe(0)
    const lines = run.out.trimEnd().split('\n')
    expect(lines[0]).toContain('达标基础上加减分，满分 7：正好达标得满分')
    expect(lines.slice(2)).toEqual([
      '甲        7.50  完成 112，比目标 100 高 12.00%，7 + 0.50 = 7.50，满分 7 → 7.50',
      '乙      不适用  不适用，不计分',
      '丙    不能计分  不能计分：没有目标值：方案没有下达，报表也没有填。请在方案里补上目标',
      '按方案：「销售收入增量」不足一档的不算，满一档才算。'
    ])
    expect(run.err).toBe('')
    expect(readdirSync(run.folder)).toEqual([])
  })

  it('prints the JSON of its schema, from a file with a byte order mark', async () => {
    const file = join(temporaryFolder(), '试算 甲.json')
    writeFileSync(file, `\uFEFF${JSON.stringify(CASE)}`)
    const run = await tryOut(['try', file, '--json'])
    expect(run.code).toBe(0)
    const shown = jsonShapes.try.parse(JSON.parse(run.out))
    expect(shown.results.map(({ unit, score }) => [unit, score?.exact])).toEqual([
      ['甲', '7.5'],
      ['乙', undefined],
      ['丙', undefined]
    ])
    expect(existsSync(join(PROJECT, 'resources/schema/try.schema.json'))).toBe(true)
    expect((await tryOut(['--json', 'try', file])).out).toBe(run.out)
  })

  it('ends with 3 and every problem with its path for a wrong case, with 4 for a file that is not there', async () => {
    const wrong = {
      rule: { kind: 'DIFF_FROM_TARGET', params: { mode: 'STAIRS', upCap: -1 } },
      participants: [{ unit: '甲', actual: '12%' }]
    }
    const run = await tryOut(['try', '-', '--json'], JSON.stringify(wrong))
    expect(run.code).toBe(3)
    expect(run.out).toBe('')
    expect(run.err).toContain('participants[0].actual：应填一个数')
    expect(run.err).toContain('rule.params.mode（不足一档）：只能填 LINEAR、STEP 之一')
    expect(run.err).toContain('rule.params.upCap（最多加）：不能是负数')
    const broken = await tryOut(['try', '-'], '{"rule":\n {"kind" "X"}}')
    expect(broken.code).toBe(3)
    expect(broken.err).toContain('第 2 行')
    expect((await tryOut(['try', '没有这个.json'])).code).toBe(4)
    expect((await tryOut(['try'])).code).toBe(2)
  })

  it('tells what the check of the parameters says, and computes all the same', async () => {
    const rows = [
      { lo: '90', value: '10' },
      { hi: '80', value: '0' }
    ]
    const given = {
      rule: { kind: 'INTERVAL_TABLE', params: { rows } },
      participants: [
        { unit: '甲', actual: '95' },
        { unit: '乙', actual: '85' }
      ]
    }
    const run = await tryOut(['try', '-'], JSON.stringify(given))
    expect(run.code).toBe(0)
    expect(run.out).toContain('10.00')
    expect(run.err).toContain('80（含）到 90（不含）没有对应的区间')
  })

  it('documents its input: the schema of a case lists every field of the page’s table', () => {
    const schema = JSON.parse(
      readFileSync(join(PROJECT, 'resources/schema/try-case.schema.json'), 'utf8')
    ) as { properties: Record<string, { properties?: Record<string, unknown> }> }
    const page = readFileSync(join(PROJECT, 'docs/rules.md'), 'utf8')
    for (const field of Object.keys(schema.properties)) {
      if (field !== 'participants') expect(page).toContain(`\`${field}`)
    }
    for (const field of Object.keys(schema.properties['indicator']!.properties!)) {
      expect(page).toMatch(new RegExp(`\`(indicator)?\\.${field}\``))
    }
  })
})
