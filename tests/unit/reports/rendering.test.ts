import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { bureau, inputOf } from './fixture.ts'
import { written } from './openPackage.ts'
import { manyDimensions, manyUnits } from './sizes.ts'

/** Printed by an office program: what LibreOffice makes of our page setup. */
const run = promisify(execFile)
const missing = ['soffice', 'pdftotext', 'pdfinfo'].filter((tool) => spawnSync('which', [tool]).status !== 0)
const why = missing.length === 0 ? '' : ` (skipped: ${missing.join(', ')} not installed)`

it.runIf(process.env.CI !== undefined)('has the programs that the rendering needs', () => {
  expect(missing).toEqual([])
})

describe.skipIf(missing.length > 0)(`printed by LibreOffice${why}`, () => {
  const books: Record<string, ResultSet> = {
    bureau: bureau(),
    towns: manyUnits(200),
    wide: manyDimensions(30)
  }
  /** Text of each page without white space: names may break over lines. */
  const pages: Record<string, string[]> = {}
  const sizes: Record<string, { width: number; height: number }[]> = {}
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liangji-print-'))
    for (const [name, results] of Object.entries(books)) {
      await writeFile(join(folder, `${name}.xlsx`), await written(inputOf(results)))
    }
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const files = Object.keys(books).map((name) => join(folder, `${name}.xlsx`))
    await run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...files])
    for (const name of Object.keys(books)) {
      const pdf = join(folder, `${name}.pdf`)
      const { stdout: text } = await run('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { maxBuffer: 1 << 26 })
      pages[name] = text
        .split('\f')
        .slice(0, -1)
        .map((page) => page.replace(/\s/g, ''))
      const { stdout: info } = await run('pdfinfo', ['-f', '1', '-l', '9999', pdf])
      sizes[name] = [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map((match) => ({
        width: Number(match[1]),
        height: Number(match[2])
      }))
    }
  }, 180_000)

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })

  /** Pages of one sheet, by the words of its title. */
  const pagesOf = (book: string, title: string): string[] =>
    pages[book]!.filter((page) => page.includes(title))

  it.each(['bureau', 'towns', 'wide'])('prints every page of %s on A4 landscape', (book) => {
    expect(sizes[book]).toHaveLength(pages[book]!.length)
    for (const { width, height } of sizes[book]!) {
      expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
    }
  })

  it('puts each group of an ordinary bureau on one page, signatures included', () => {
    for (const title of ['机关处室组排名表', '直属单位组排名表']) {
      const [page, ...more] = pagesOf('bureau', `2026年第三季度${title}`)
      expect(more).toEqual([])
      expect(page).toContain('分管领导审签')
      expect(page).toContain('快照2026Q3-1-7C3E')
    }
  })

  it('prints every name and total of every group', () => {
    for (const group of books['bureau']!.races[0]!.groups) {
      const page = pagesOf('bureau', `${group.name}排名表`)[0]!
      for (const unit of group.units) {
        expect(page).toContain(unit.name)
        if (unit.total !== null) expect(page).toContain(unit.total.printed)
        for (const remark of unit.remarks) expect(page).toContain(remark)
      }
    }
    const towns = pagesOf('towns', '街道组排名表').join('')
    for (const unit of books['towns']!.races[0]!.groups[0]!.units) {
      expect(towns).toContain(unit.name)
      expect(towns).toContain(unit.total!.printed)
    }
  })

  it('repeats title and header on every page of a long table', () => {
    const long = pagesOf('towns', '街道组排名表')
    expect(long.length).toBeGreaterThan(3)
    for (const page of long)
      for (const header of ['名次', '总得分', '目标任务(50)', '升降']) expect(page).toContain(header)
    expect(long[1]).not.toContain('第1街道办事处')
  })

  it('prints one chart a page, whole: its title and its last bar stand together', () => {
    const charts = pagesOf('towns', '年第三季度得分图')
    expect(charts).toHaveLength(8)
    charts.forEach((page, index) => {
      expect(page).toContain(`街道组总得分（${index * 25 + 1}—${index * 25 + 25}）`)
      expect(page).toContain(`第${index * 25 + 1}街道办事处`)
      expect(page).toContain(`第${index * 25 + 25}街道办事处`)
    })
    expect(pagesOf('bureau', '年第三季度得分图')).toHaveLength(2)
  })

  it('repeats the names where a table goes over two pages beside each other', () => {
    const [first, second] = pages['wide']!
    const name = '第23街道办事处'
    expect(first).toContain(name)
    expect(second).toContain(name)
    expect(first).not.toContain('升降')
    expect(second).toContain('升降')
    // Nothing of title or notes is cut off into the second page.
    expect(second).not.toContain('说明')
    expect(second).not.toContain('填报')
  })
})
