import { describe, expect, it } from 'vitest'
import { tableLayouts } from '#electron/reports/docx/tableLayout.ts'
import { balanced, linesIn } from '#electron/reports/docx/measure.ts'
import { officeFacts } from '../../../helpers/reportFacts.ts'
import { rankingTable } from './fixture.ts'

/** Text of A4 landscape, in twips. */
const WIDTH = 14_798
const facts = officeFacts({ units: 23, dimensions: 8, hostileNames: true })

describe('columns on a page', () => {
  it.each([1, 2, 3])('fill the width exactly, whatever their number (%i × 8 dimensions)', (repeat) => {
    for (const { parts } of tableLayouts(rankingTable(facts, repeat), WIDTH, 12))
      for (const { widths } of parts) expect(widths.reduce((sum, each) => sum + each)).toBe(WIDTH)
  })

  it('are tried at every size that holds them, largest first, never below 小五', () => {
    const table = rankingTable(officeFacts({ units: 3 }))
    const sizesOf = (columns: typeof table.columns): number[] =>
      tableLayouts({ ...table, columns }, WIDTH, 12).map(({ size }) => size)
    expect(sizesOf(table.columns.slice(0, 5))).toEqual([12, 11, 10.5, 10, 9.5, 9])
    // Larger than 五号 only where no head breaks.
    expect(sizesOf([...table.columns, ...table.columns.slice(3, 7)])[0]).toBe(10.5)
    expect(tableLayouts(rankingTable(facts, 3), WIDTH, 12).map(({ size }) => size)).toEqual([9])
  })

  it('are split when they do not fit, each column once, the pinned ones in every part', () => {
    const table = rankingTable(facts, 3)
    const [{ parts }] = tableLayouts(table, WIDTH, 12) as [ReturnType<typeof tableLayouts>[0]]
    expect(parts.length).toBeGreaterThan(1)
    for (const { columns } of parts) expect(columns.slice(0, 2).map(({ id }) => id)).toEqual(['RANK', 'UNIT'])
    expect(parts.flatMap(({ columns }) => columns.slice(2))).toEqual(table.columns.slice(2))
  })

  it('hold every score untorn, even in a face a quarter wider than Times New Roman', () => {
    const table = rankingTable(facts, 3)
    for (const { size, parts } of tableLayouts(table, WIDTH, 12))
      for (const { columns, widths } of parts)
        columns.forEach((column, index) => {
          const longest = column.id === 'TOTAL' ? '1,088.43' : column.id === 'BASE' ? '100.00' : null
          if (longest !== null)
            expect(widths[index]! - 120).toBeGreaterThanOrEqual(longest.length * size * 10)
        })
  })

  it('survive a table with one column and a table whose columns are all pinned', () => {
    const table = rankingTable(officeFacts({ units: 3 }))
    const one = { ...table, columns: table.columns.slice(1, 2), pinned: 1 }
    expect(tableLayouts(one, WIDTH, 12)[0]!.parts).toHaveLength(1)
    const pinned = { ...rankingTable(facts, 3), pinned: 99 }
    expect(
      tableLayouts(pinned, WIDTH, 12)[0]!.parts.flatMap(({ columns }) => columns).length
    ).toBeGreaterThan(0)
  })
})

describe('heads', () => {
  it.each([
    ['目标任务', 6, '目标\n任务'],
    ['目标任务', 9, '目标任务'],
    ['与第一名差距', 8, '与第一\n名差距'],
    ['目标任务2', 7, '目标\n任务2'],
    ['GDP增速', 6, 'GDP\n增速']
  ])('%s breaks evenly in %i characters', (head, room, broken) => {
    expect(balanced(head, room)).toBe(broken)
  })

  it('lose nothing, however narrow', () => {
    for (let room = 2; room < 30; room += 1)
      expect(balanced('市级重点工作任务（含A类）完成情况', room).replaceAll('\n', '')).toBe(
        '市级重点工作任务（含A类）完成情况'
      )
  })

  it('need no more lines than reckoned', () => {
    expect(linesIn('目标任务', 6)).toBe(2)
    expect(linesIn('一\n二', 40)).toBe(2)
  })
})
