import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { safeFileName } from '#electron/reports/safeFileName.ts'
import { cellText, sheetName } from '#electron/reports/xlsx/sheetText.ts'
import { AT, bureau, inputOf } from './fixture.ts'
import { at, parse, sheetOf, sheetPart, writeAndOpen, written, type Opened } from './openPackage.ts'

/** Attributes of the style of a cell, and its text. */
function isQuoted(opened: Opened, sheet: string, address: string): boolean {
  const cell = [...parse(sheetPart(opened, sheet).text).getElementsByTagName('c')].find(
    (each) => each.getAttribute('r') === address
  )!
  const formats = parse(opened.parts.get('xl/styles.xml')!).getElementsByTagName('cellXfs')[0]!
  return formats.children[Number(cell.getAttribute('s'))]!.getAttribute('quotePrefix') === '1'
}

function withName(name: string): ResultSet {
  const results = bureau()
  results.races[0]!.groups[0]!.units[0]!.name = name
  return results
}

describe('formula injection', () => {
  it('writes no formula and no link anywhere', async () => {
    const opened = await writeAndOpen(inputOf(bureau()))
    for (const name of opened.book.SheetNames) {
      const sheet = parse(sheetPart(opened, name).text)
      expect(sheet.getElementsByTagName('f')).toHaveLength(0)
      expect(sheet.getElementsByTagName('hyperlink')).toHaveLength(0)
    }
  })

  it.each(['=1+1处', '+办公室', '-场馆处', '@组织处', '\t=1', '＝１＋１', '=cmd|"/c calc"!A1'])(
    'keeps %j as quoted text',
    async (name) => {
      const opened = await writeAndOpen(inputOf(withName(name)))
      for (const [sheet, address] of [
        ['机关处室组', 'B4'],
        ['单位总表', 'B4'],
        ['得分明细', 'A5'],
        ['计算过程', 'A4']
      ] as const) {
        expect(sheetOf(opened, sheet)[address]).toMatchObject({ t: 's', v: name })
        expect(isQuoted(opened, sheet, address), sheet).toBe(true)
      }
      expect(isQuoted(opened, '机关处室组', 'B5')).toBe(false)
    }
  )

  it('quotes ledger text and leaves no other mark behind', async () => {
    const opened = await writeAndOpen(inputOf(bureau()))
    expect(at(sheetOf(opened, '加减分明细'), 'E5')).toBe('=HYPERLINK("http://x","点我")')
    expect(isQuoted(opened, '加减分明细', 'E5')).toBe(true)
    expect(isQuoted(opened, '加减分明细', 'E4')).toBe(false)
    expect(opened.parts.get('xl/styles.xml')).not.toContain('<protection')
  })

  it('quotes the issuer and the scheme too, wherever they come first in a cell', async () => {
    const results = bureau()
    results.races[0]!.dimensions[0]!.name = '=板块'
    const opened = await writeAndOpen(inputOf(results))
    expect(isQuoted(opened, '机关处室组', 'D3')).toBe(true)
  })
})

describe('text that XML or Excel cannot hold', () => {
  it.each([
    ['群\u0000众\u0008处\u000b', '群众处'],
    ['审\ud800计\udfff处', '审计处'],
    ['a\ufffe\uffffb\u007f\u0085', 'ab'],
    ['<b>&"\'甲', '<b>&"\'甲'],
    ['𠮷田处', '𠮷田处']
  ])('writes %j as %j', async (name, expected) => {
    const opened = await writeAndOpen(inputOf(withName(name)))
    expect(at(sheetOf(opened, '机关处室组'), 'B4')).toBe(expected)
    for (const [path, text] of opened.parts) if (/\.(xml|rels)$/.test(path)) parse(text)
  })

  it('cuts a cell at the limit without splitting a character', () => {
    expect(cellText('长'.repeat(40_000))).toHaveLength(32_767)
    expect(cellText(`${'a'.repeat(32_766)}𠮷`)).toBe('a'.repeat(32_766))
  })
})

describe('sheet names', () => {
  it.each([
    ['机关/直属:一*组?[A]\\', [], '机关_直属_一_组__A__'],
    ["'领导'的组'", [], '领导 的组'],
    ['', [], '表'],
    ['\u0007', [], '表'],
    ['组', ['组', '组(2)'], '组(3)'],
    ['Team', ['TEAM'], 'Team(2)'],
    ['长'.repeat(40), [], '长'.repeat(31)],
    ['长'.repeat(40), ['长'.repeat(31)], `${'长'.repeat(28)}(2)`],
    [`${'a'.repeat(30)}𠮷`, [], 'a'.repeat(30)]
  ])('%j becomes a name that Excel takes', (wanted, taken, expected) => {
    expect(sheetName(wanted, taken)).toBe(expected)
  })

  it('survives groups that share a name, or that are called like a detail sheet', async () => {
    const results = bureau()
    for (const group of results.races[0]!.groups) group.name = '得分明细'
    const opened = await writeAndOpen(inputOf(results))
    expect(opened.book.SheetNames.slice(0, 2)).toEqual(['得分明细', '得分明细(2)'])
    expect(opened.book.SheetNames).toContain('得分明细(3)')
    expect(new Set(opened.book.SheetNames).size).toBe(opened.book.SheetNames.length)
  })
})

describe('only the first N', () => {
  const results = bureau()
  const groups = results.races[0]!.groups
  const named = groups.flatMap((group) => group.units.filter((unit) => unit.rank !== null && unit.rank <= 2))
  const unnamed = groups.flatMap((group) => group.units.filter((unit) => !named.includes(unit)))

  it('names them in full with their ties, and the rest nowhere in the package', async () => {
    const opened = await writeAndOpen(inputOf(results, { topOnly: 2 }))
    expect(named).toHaveLength(5)
    expect(unnamed).toHaveLength(17)
    const everything = [...opened.parts.values()].join('\n')
    for (const unit of named) expect(everything).toContain(unit.name)
    for (const unit of unnamed) expect(everything).not.toContain(unit.name)
  })

  it('counts the rest', async () => {
    const opened = await writeAndOpen(inputOf(results, { topOnly: 2 }))
    const texts = (name: string): string[] =>
      Object.values(sheetOf(opened, name)).flatMap((cell) => ((cell as { v?: unknown }).v as string) ?? [])
    expect(texts('机关处室组')).toContain('其余 10 个单位名次略。')
    expect(texts('直属单位组')).toContain('其余 7 个单位名次略。')
    expect(texts('单位总表')).toContain('其余 17 个单位名次略。')
  })
})

describe('file names', () => {
  it.each([
    ['2026年第三季度排名表', '2026年第三季度排名表.xlsx'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j.xlsx'],
    ['排名\u0000表\n', '排名_表_.xlsx'],
    ['排名表. . ', '排名表.xlsx'],
    ['CON', '_CON.xlsx'],
    ['con.排名', '_con.排名.xlsx'],
    ['com1', '_com1.xlsx'],
    ['LPT¹', '_LPT¹.xlsx'],
    ['console', 'console.xlsx'],
    ['', '_.xlsx'],
    ['...', '_.xlsx'],
    ['表\u202excod', '表_xcod.xlsx'],
    ['长'.repeat(300), `${'长'.repeat(120)}.xlsx`],
    [`${'a'.repeat(119)}. 表`, `${'a'.repeat(119)}.xlsx`],
    [`${'a'.repeat(119)}𠮷𠮷`, `${'a'.repeat(119)}𠮷.xlsx`]
  ])('%j → %j', (name, expected) => {
    expect(safeFileName(name, 'xlsx')).toBe(expected)
  })
})

describe('determinism', () => {
  it('writes the same bytes for the same input', async () => {
    const [first, second] = [await written(inputOf(bureau())), await written(inputOf(bureau()))]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  it('dates every entry of the package by its input: bytes do not change with the clock', async () => {
    const zip = await JSZip.loadAsync(await written(inputOf(bureau())))
    const dates = new Set(Object.values(zip.files).map((entry) => entry.date.getTime()))
    expect([...dates]).toEqual([AT.getTime()])
  })

  it('leaves the result set as it was', async () => {
    const [results, untouched] = [bureau(), bureau()]
    await written(inputOf(results))
    expect(results).toEqual(untouched)
  })

  it('is dated by its input only', async () => {
    const core = (await writeAndOpen(inputOf(bureau()))).parts.get('docProps/core.xml')!
    const dates = [...core.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].map(([date]) => new Date(date).getTime())
    expect(dates).toEqual([AT.getTime(), AT.getTime()])
  })
})
