import { describe, expect, it } from 'vitest'
import { isAppError } from '#shared/appError.ts'
import { movementText } from '#shared/domain/ranking/movementText.ts'
import { checkOwnWorkbook, fillOwnWorkbook } from '#electron/reports/own/ownWorkbook.ts'
import { officeFacts } from '../../../helpers/reportFacts.ts'
import { changedParts, structuralFaults } from '../../fill/packages.ts'
import { at, definedName, open, sheetOf, sheetPart, shown } from '../openPackage.ts'
import { dataFor, filled, template, templateBook, type Cells } from './templateBook.ts'

const RANKING: Cells = {
  A1: '{{期间}}排名表',
  A2: '填报单位：{{落款}}　{{日期}}',
  A3: '名次',
  A4: '{{名次}}',
  B4: '{{单位}}',
  C4: '{{总得分}}',
  D4: '{{升降}}',
  E4: '{{目标任务}}',
  F4: '{{备注}}',
  A5: '合计',
  C5: { formula: 'SUM(C4:C4)' },
  A6: '快照 {{快照}}'
}

const unitsOf = (size: Parameters<typeof officeFacts>[0]) =>
  officeFacts(size).results.races.flatMap(({ groups }) => groups.flatMap(({ units }) => units))

describe.each([3, 23, 200])('a ranking sheet of the unit’s own with %i units', (count) => {
  it('holds every value of the snapshot, numbers as numbers', async () => {
    const size = { units: count, hostileNames: true }
    const book = await filled(await templateBook({ 排名表: RANKING }), dataFor(size))
    const sheet = sheetOf(book, '排名表')
    const units = unitsOf(size)
    expect(at(sheet, 'A1')).toBe('2026年第三季度排名表')
    units.forEach((unit, index) => {
      const row = 4 + index
      expect(at(sheet, `A${row}`)).toBe(unit.rank ?? '/')
      expect(at(sheet, `B${row}`)).toBe(unit.name)
      expect(at(sheet, `C${row}`)).toBe(unit.total === null ? '/' : Number(unit.total.printed))
      expect(at(sheet, `D${row}`)).toBe(movementText(unit.movement))
      const first = unit.dimensions[0]!.score
      expect(at(sheet, `E${row}`)).toBe(first === null ? '缺报' : Number(first.printed))
      expect(at(sheet, `F${row}`)).toBe(unit.remarks.length === 0 ? undefined : unit.remarks.join('；'))
      if (unit.total !== null) expect(shown(sheet, `C${row}`)).toBe(unit.total.printed)
    })
    const last = 4 + units.length
    expect(at(sheet, `A${last}`)).toBe('合计')
    expect((sheet[`C${last}`] as { f?: string }).f).toBe(`SUM(C4:C${last - 1})`)
    expect(at(sheet, `A${last + 1}`)).toMatch(/^快照 2026Q3-r1/)
    expect(book.notes).toEqual([])
  })
})

it('leaves text that looks like a formula a text, in its cell and in mixed ones', async () => {
  const book = await filled(
    await templateBook({ 表: { A1: '{{单位}}', B1: '第{{名次}}名 {{单位}}' } }),
    dataFor({ units: 3, hostileNames: true })
  )
  const { text } = sheetPart(book, '表')
  expect(text).not.toContain('<f>')
  expect(text).toContain('=1+1处</t>')
  expect(Object.values(sheetOf(book, '表')).filter((cell) => (cell as { t?: string }).t === 'n')).toEqual([])
})

it('takes blank rows of the form first and empties the numbering of those that are left over', async () => {
  const rows: Record<string, string | number> = { A1: 1, B1: '{{单位}}', C1: '{{总得分}}' }
  for (let row = 2; row <= 5; row++) rows[`A${row}`] = row
  const style = (book: Parameters<NonNullable<Parameters<typeof templateBook>[1]>>[0]): void => {
    for (let row = 1; row <= 5; row++)
      for (const letter of 'ABC')
        book.getWorksheet('表')!.getCell(`${letter}${row}`).border = { bottom: { style: 'thin' } }
  }
  const bytes = await templateBook({ 表: { ...rows, A6: '合计' } }, style)
  const few = sheetOf(await filled(bytes, dataFor({ units: 3 })), '表')
  expect(at(few, 'A6')).toBe('合计')
  expect([1, 2, 3, 4, 5].map((row) => at(few, `A${row}`))).toEqual([1, 2, 3, undefined, undefined])
  expect([3, 4].map((row) => at(few, `B${row}`))).toEqual([unitsOf({ units: 3 })[2]!.name, undefined])
  const many = sheetOf(await filled(bytes, dataFor({ units: 23 })), '表')
  expect(at(many, 'A24')).toBe('合计')
  expect([1, 22, 23].map((row) => at(many, `A${row}`))).toEqual([1, 22, 23])
})

it('fills lists side by side, empty ones with 「无」, and moves the print area', async () => {
  const facts = officeFacts({ units: 23 })
  const [first, second] = facts.results.races[0]!.groups
  const bytes = await templateBook(
    {
      表: {
        A1: `{{#排名：${first!.name}}}{{名次}}`,
        B1: '{{单位}}',
        C1: '{{机构}}',
        E1: `{{#排名:${second!.name}}}{{单位}}`,
        F1: '{{总得分}}',
        A3: '{{#红榜}}{{序号}}',
        B3: '{{单位}}',
        A5: '末'
      }
    },
    (book) => {
      book.getWorksheet('表')!.pageSetup.printArea = 'A$1:F$5'
    }
  )
  const data = dataFor({ units: 23 })
  const none = {
    ...data,
    list: (name: string) => (name === '红榜' ? { ...data.list(name)!, rows: [] } : data.list(name))
  }
  const book = await filled(bytes, none)
  const sheet = sheetOf(book, '表')
  const most = Math.max(first!.units.length, second!.units.length)
  first!.units.forEach((unit, index) => expect(at(sheet, `B${index + 1}`)).toBe(unit.name))
  second!.units.forEach((unit, index) => expect(at(sheet, `E${index + 1}`)).toBe(unit.name))
  expect(at(sheet, 'C2')).toBe('江澜市体育局')
  expect([at(sheet, `A${most + 2}`), at(sheet, `B${most + 2}`)]).toEqual([undefined, '无'])
  expect(at(sheet, `A${most + 4}`)).toBe('末')
  expect(definedName(book, '表', '_xlnm.Print_Area')).toBe(`'表'!$A$1:$F$${most + 4}`)
})

it('raises rows of a set height in which a long name would be cut, and no other', async () => {
  const bytes = await templateBook({ 表: { A1: '{{单位}}', A2: '末' } }, (book) => {
    const sheet = book.getWorksheet('表')!
    sheet.getColumn(1).width = 20
    sheet.getRow(1).height = 24
    sheet.getRow(2).height = 24
    sheet.getCell('A1').alignment = { wrapText: true }
  })
  const book = await filled(bytes, dataFor({ units: 3, hostileNames: true }))
  const sheet = sheetOf(book, '表')
  const heights = (sheet['!rows'] ?? []).map((row) => row.hpt!)
  ;[1, 2, 3].forEach((row) => {
    const isLong = String(at(sheet, `A${row}`)).length > 20
    expect([row, heights[row - 1]! > 24]).toEqual([row, isLong])
  })
  expect(heights.some((height) => height > 24)).toBe(true)
  expect(heights[3]).toBe(24)
})

it('names only the first of each group, and never the last ones', async () => {
  const bytes = await templateBook({
    表: { A1: '{{最低分单位}}', A2: '{{其余单位数:第 1 组}}', A3: '{{单位}}{{名次}}' }
  })
  const book = await filled(
    bytes,
    dataFor({ units: 23, hostileNames: true }, { topOnly: 2, bottom: 'COUNT' })
  )
  const text = JSON.stringify(sheetOf(book, '表'))
  const units = unitsOf({ units: 23, hostileNames: true })
  const named = units.filter(({ rank }) => rank !== null && rank <= 2)
  for (const unit of units.filter(
    (one) => !named.includes(one) && one.rank !== null && /\d\d$/.test(one.name)
  ))
    expect(text).not.toContain(unit.name)
  expect(at(sheetOf(book, '表'), 'A1')).toMatch(/1 个单位/)
  expect(at(sheetOf(book, '表'), 'A2')).toBe(4)
})

it('says on every page and in every title that a preview is none', async () => {
  const bytes = await templateBook({ 表: { A1: '{{标题}}' }, 乙: { A1: '{{快照}}' } }, (book) => {
    book.getWorksheet('乙')!.headerFooter.oddHeader = '&L机密&C{{期间}}'
  })
  const book = await filled(bytes, dataFor({ units: 3, frozen: false }))
  expect(sheetPart(book, '表').text).toContain('<oddHeader>&amp;R预览，未定稿</oddHeader>')
  expect(sheetPart(book, '乙').text).toContain('&amp;L机密&amp;C2026年第三季度&amp;R预览，未定稿')
  expect(at(sheetOf(book, '表'), 'A1')).toContain('预览，未定稿')
  expect(await structuralFaults(book.bytes)).toEqual([])
})

it('keeps every part that it need not touch, and gives the same bytes twice', async () => {
  const bytes = await templateBook({ 表: RANKING, 说明: { A1: '不动' } })
  const data = dataFor({ units: 23 })
  const once = fillOwnWorkbook(template(bytes), data).bytes
  expect(fillOwnWorkbook(template(bytes), data).bytes).toEqual(once)
  expect(await changedParts(bytes, once)).toEqual([
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml'
  ])
})

describe('a template with mistakes', () => {
  const WRONG: Cells = { A1: '{{总得份}}', A2: '{{#排名榜}}{{单位}}', A3: '{{单位', B3: '{{名次}}' }

  it('is told with place and the nearest name, and not filled', async () => {
    const bytes = await templateBook({ 表: WRONG })
    const { problems } = checkOwnWorkbook(template(bytes), dataFor({ units: 3 }))
    expect(problems.map(({ code, place }) => [code, place.cell])).toEqual([
      ['UNKNOWN_FIELD', 'A1'],
      ['UNKNOWN_LIST', 'A2'],
      ['BAD_PLACEHOLDER', 'A3']
    ])
    expect(problems[0]!.suggestion).toContain('{{总得分}}')
    expect(problems[1]!.suggestion).toContain('{{#排名}}')
    try {
      fillOwnWorkbook(template(bytes), dataFor({ units: 3 }))
      expect.unreachable()
    } catch (error) {
      expect(isAppError(error) && error.details.problems).toHaveLength(3)
    }
  })

  it('is filled with 「/」 for what nobody knows when that is asked for', async () => {
    const bytes = await templateBook({
      表: { A1: '{{已取消的指标}}', A2: '{{单位}}', B2: '{{已取消的指标}}' }
    })
    const book = fillOwnWorkbook(template(bytes), dataFor({ units: 3 }), 'SLASH')
    const sheet = sheetOf(await open(book.bytes), '表')
    expect([at(sheet, 'A1'), at(sheet, 'B2'), at(sheet, 'B4')]).toEqual(['/', '/', '/'])
  })

  it('is refused where the repeated row is merged with the next', async () => {
    const bytes = await templateBook({ 表: { A1: '{{单位}}', B1: '{{名次}}' } }, (book) =>
      book.getWorksheet('表')!.mergeCells('A1:A2')
    )
    const { problems } = checkOwnWorkbook(template(bytes), dataFor({ units: 3 }))
    expect(problems.map(({ code }) => code)).toEqual(['MERGED_ROWS'])
  })

  it('says so when there is nothing to fill', async () => {
    const { problems } = checkOwnWorkbook(
      template(await templateBook({ 表: { A1: '空' } })),
      dataFor({ units: 3 })
    )
    expect(problems.map(({ code, level }) => [code, level])).toEqual([['NO_PLACES', 'confirm']])
  })
})

it('fills picked places like written ones, over what stands in the cells', async () => {
  const bytes = await templateBook({
    表: { A1: '2025年一季度', A2: '名次', A3: '旧单位', B3: 12, A4: '合计' }
  })
  const data = dataFor({ units: 3 })
  const book = await filled(bytes, data, {
    cells: [{ sheet: '表', address: 'A1', field: '期间' }],
    rows: [
      {
        sheet: '表',
        row: 3,
        list: '机构顺序',
        columns: [
          { column: 'B', field: '总得分' },
          { column: 'A', field: '单位' }
        ]
      }
    ]
  })
  const sheet = sheetOf(book, '表')
  const { scheme } = officeFacts({ units: 3 })
  expect(['A1', 'A3', 'A4', 'A5', 'A6'].map((address) => at(sheet, address))).toEqual([
    '2026年第三季度',
    ...scheme.units.map(({ name }) => name),
    '合计'
  ])
  const gone = checkOwnWorkbook(
    template(bytes, { cells: [{ sheet: '没有', address: 'A1', field: '期间' }], rows: [] }),
    data
  )
  expect(gone.problems.map(({ code }) => code)).toContain('NO_SHEET')
})
