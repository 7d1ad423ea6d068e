import { describe, expect, it } from 'vitest'
import XLSX from 'xlsx'
import { bureau, inputOf } from './fixture.ts'
import {
  at,
  definedName,
  headRow,
  headers,
  parse,
  sheetOf,
  sheetPart,
  writeAndOpen,
  type Opened
} from './openPackage.ts'
import { manyDimensions, manyUnits } from './sizes.ts'

const frozen = await writeAndOpen(inputOf(bureau()))
const preview = await writeAndOpen(inputOf(bureau(), {}, true))
const names = frozen.book.SheetNames
const TABLES = ['机关处室组', '直属单位组', '单位总表', '得分明细', '计算过程', '加减分明细']

function element(opened: Opened, sheet: string, tag: string): Element {
  const found = parse(sheetPart(opened, sheet).text).getElementsByTagName(tag)[0]
  if (found === undefined) throw new Error(`${sheet} has no ${tag}`)
  return found
}

/** A thick rule above the cell: it opens another group, or what is not ranked. */
function ruleAbove(opened: Opened, sheet: string, address: string): boolean {
  const cell = [...parse(sheetPart(opened, sheet).text).getElementsByTagName('c')].find(
    (each) => each.getAttribute('r') === address
  )!
  const styles = parse(opened.parts.get('xl/styles.xml')!)
  const format = styles.getElementsByTagName('cellXfs')[0]!.children[Number(cell.getAttribute('s'))]!
  const border = styles.getElementsByTagName('borders')[0]!.children[Number(format.getAttribute('borderId'))]!
  return border.getElementsByTagName('top')[0]!.getAttribute('style') === 'medium'
}

describe('paper', () => {
  it.each(names)('%s is A4 landscape, fitted to the width', (name) => {
    const setup = element(frozen, name, 'pageSetup')
    expect(setup.getAttribute('paperSize')).toBe('9')
    expect(setup.getAttribute('orientation')).toBe('landscape')
    expect(setup.getAttribute('fitToHeight')).toBe('0')
    // 1 is the default and may be left out.
    expect(setup.getAttribute('fitToWidth') ?? '1').toBe('1')
    expect(element(frozen, name, 'pageSetUpPr').getAttribute('fitToPage')).toBe('1')
  })

  it.each(TABLES)('%s repeats title and header, and prints exactly its table', (name) => {
    const sheet = sheetOf(frozen, name)
    expect(definedName(frozen, name, '_xlnm.Print_Titles')).toBe(`'${name}'!$1:$${headRow(sheet)}`)
    const area = definedName(frozen, name, '_xlnm.Print_Area')!
    const last = XLSX.utils.decode_range(sheet['!ref']!).e
    expect(area).toBe(`'${name}'!$A$1:$${XLSX.utils.encode_col(last.c)}$${last.r + 1}`)
  })

  it.each([
    ['机关处室组', 'C4'],
    ['单位总表', 'C4'],
    ['得分明细', 'B5'],
    ['计算过程', 'B4']
  ])('%s freezes its header and names, so that %s scrolls', (name, corner) => {
    const pane = element(frozen, name, 'pane')
    expect(pane.getAttribute('state')).toBe('frozen')
    const { c, r } = XLSX.utils.decode_cell(corner)
    expect([pane.getAttribute('xSplit'), pane.getAttribute('ySplit')]).toEqual([String(c), String(r)])
    expect(pane.getAttribute('topLeftCell')).toBe(corner)
  })

  it('repeats the names where a table needs several pages beside each other', async () => {
    const wide = await writeAndOpen(inputOf(manyDimensions(30)))
    expect(element(wide, '街道组', 'pageSetup').getAttribute('fitToWidth')).toBe('2')
    expect(definedName(wide, '街道组', '_xlnm.Print_Titles')).toBe("'街道组'!$A:$B,'街道组'!$1:$3")
    expect(at(sheetOf(wide, '街道组'), 'C1')).toBe('2026年第三季度街道组排名表')
    const merges = sheetOf(wide, '街道组')['!merges']!.filter((range) => range.s.r === 0)
    // The title ends on the first page.
    expect(merges).toHaveLength(1)
    expect(merges[0]!.e.c).toBeLessThan(headers(sheetOf(wide, '街道组')).size - 5)
  })

  it('stores every width: exceljs forgets those that equal its default', () => {
    for (const name of TABLES) {
      const ranges = [...parse(sheetPart(frozen, name).text).getElementsByTagName('col')]
      const columns = ranges.reduce(
        (count, col) => count + Number(col.getAttribute('max')) - Number(col.getAttribute('min')) + 1,
        0
      )
      expect(columns, name).toBe(headers(sheetOf(frozen, name)).size)
    }
  })
})

describe('merged cells and rules', () => {
  it('spans title and meta line over the table', () => {
    const merges = sheetOf(frozen, '机关处室组')['!merges']!.map((range) => XLSX.utils.encode_range(range))
    expect(merges).toContain('A1:O1')
    const meta = sheetOf(frozen, '机关处室组')['!merges']!.filter((range) => range.s.r === 1)
    expect(meta.reduce((count, range) => count + range.e.c - range.s.c + 1, 0)).toBe(15)
  })

  it('draws a thick rule above what is not ranked, the mean, and each further group', () => {
    const ruled = (name: string, rows: number): number[] =>
      Array.from({ length: rows }, (_, index) => index + 4).filter((row) =>
        ruleAbove(frozen, name, `A${row}`)
      )
    expect(ruled('机关处室组', 14)).toEqual([15, 17])
    expect(ruled('直属单位组', 10)).toEqual([13])
    expect(ruled('单位总表', 22)).toEqual([15, 17])
  })
})

describe('frame of every sheet', () => {
  const footerOf = (opened: Opened, name: string): string => element(opened, name, 'oddFooter').textContent
  const titleOf = (opened: Opened, name: string): unknown => at(sheetOf(opened, name), 'A1')

  it.each(names)('%s of a snapshot carries its id and page numbers', (name) => {
    expect(footerOf(frozen, name)).toContain('快照 2026Q3-1-7C3E')
    expect(footerOf(frozen, name)).toContain('第 &P 页 共 &N 页')
    expect(sheetPart(frozen, name).text).not.toContain('oddHeader')
    expect(titleOf(frozen, name)).toMatch(/^2026年第三季度/)
    expect(titleOf(frozen, name)).not.toContain('预览')
  })

  it.each(names)('%s of a preview says so in title, page header and footer', (name) => {
    expect(titleOf(preview, name)).toMatch(/（预览，未定稿）$/)
    expect(element(preview, name, 'oddHeader').textContent).toContain('预览，未定稿')
    expect(footerOf(preview, name)).toContain('预览，未定稿')
    expect(footerOf(preview, name)).not.toContain('快照')
  })

  it('doubles & in footers and keeps them within the limit of Excel', async () => {
    const input = inputOf(bureau())
    input.facts.snapshot = { id: `A&P${'长'.repeat(300)}`, frozenAt: '2026-10-14T09:30:00.000Z' }
    const text = footerOf(await writeAndOpen(input), '说明')
    expect(text).toContain('A&&P')
    expect(text.length).toBeLessThanOrEqual(255)
  })
})

describe('options', () => {
  it.each([
    [['DIMENSIONS'], '目标任务(50)'],
    [['PREVIOUS'], '上季度名次'],
    [['MOVEMENT'], '升降'],
    [['GAP_FIRST'], '与第一名差距'],
    [['GAP_MEAN'], '与组平均差'],
    [['REMARKS'], '备注']
  ] as const)('hides %s', async (hide, header) => {
    const opened = await writeAndOpen(inputOf(bureau(), { hide: [...hide] }))
    for (const name of ['机关处室组', '单位总表']) {
      const sheet = sheetOf(opened, name)
      expect(headers(sheet).has(header)).toBe(false)
      const total = headers(sheet).get('总得分')!
      expect(at(sheet, `${total}4`)).toBe(96.15)
    }
  })

  it('prints issuer and date as given, else the organisation and today', async () => {
    const given = sheetOf(
      await writeAndOpen(inputOf(bureau(), { issuer: '考核办', issuedOn: '2026年10月9日' })),
      '机关处室组'
    )
    const line = (sheet: XLSX.WorkSheet): string =>
      Array.from({ length: 15 }, (_, column) => at(sheet, `${XLSX.utils.encode_col(column)}2`) ?? '').join(
        '|'
      )
    expect(line(given)).toContain('填报单位：考核办|')
    expect(line(given)).toContain('单位：分　2026年10月9日')
    expect(line(sheetOf(frozen, '机关处室组'))).toContain('填报单位：江澜市体育局|')
    expect(line(sheetOf(frozen, '机关处室组'))).toContain('2026年10月15日')
  })

  it('leaves out the chart sheet and every chart part', async () => {
    const opened = await writeAndOpen(inputOf(bureau(), { charts: false }))
    expect(opened.book.SheetNames).not.toContain('得分图')
    expect([...opened.parts.keys()].filter((path) => /chart|drawing/.test(path))).toEqual([])
  })
})

describe('extremes', () => {
  it.each([0, 1, 3, 200])('writes a group of %i units', async (count) => {
    const set = manyUnits(count)
    if (count === 0) set.races[0]!.groups[0]!.mean = null
    const opened = await writeAndOpen(inputOf(set))
    const sheet = sheetOf(opened, '街道组')
    expect(at(sheet, `B${count + 3}`)).toBe(count === 0 ? '单位' : `第${count}街道办事处`)
    expect(opened.book.SheetNames.includes('得分图')).toBe(count > 0)
  })

  it('gives text rows the height that their lines need', () => {
    const rows = sheetOf(frozen, '机关处室组')['!rows']!
    expect(rows[10]!.hpt).toBeGreaterThan(rows[9]!.hpt!)
  })
})
