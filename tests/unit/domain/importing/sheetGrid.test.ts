import { describe, expect, it } from 'vitest'
import { cellAddress, columnLetter } from '#shared/domain/importing/grid/a1.ts'
import { sheetGrid } from '#shared/domain/importing/grid/sheetGrid.ts'
import { rawSheet } from './helpers/rawSheet.ts'

describe('a1', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD']
  ])('column %i is %s', (col, letter) => expect(columnLetter(col)).toBe(letter))

  it('counts rows from one', () => expect(cellAddress(11, 3)).toBe('D12'))
})

describe('sheetGrid', () => {
  const grid = sheetGrid(
    rawSheet(
      [
        ['标题', null, null],
        ['单位', '　\u200b', '完成'],
        ['甲', 1, 2],
        [null, 3, 4]
      ],
      ['A1:C1', 'A3:A4']
    )
  )

  it('gives the anchor everywhere under a merge, and the cell itself only at its place', () => {
    expect(grid.at(0, 2)?.value).toBe('标题')
    expect(grid.own(0, 2)).toBeNull()
    expect(grid.at(3, 0)?.value).toBe('甲')
    expect(grid.own(3, 0)).toBeNull()
  })

  it('takes cells of nothing but spaces as blank', () => {
    expect(grid.own(1, 1)).toBeNull()
    expect(grid.rowCells(1).map((cell) => cell.address)).toEqual(['A2', 'C2'])
  })

  it('ignores values that stand under a merge, not at its anchor', () => {
    const sheet = sheetGrid(
      rawSheet(
        [
          ['甲', '残留'],
          ['乙', 1]
        ],
        ['A1:B1']
      )
    )
    expect(sheet.own(0, 1)).toBeNull()
    expect(sheet.at(0, 1)?.value).toBe('甲')
  })

  it('indexes what is filled, not what a sheet declares', () => {
    const sheet = sheetGrid(rawSheet([['甲']], ['A1:XFD1048576'], { rowCount: 1048576, colCount: 16384 }))
    expect([sheet.rowCount, sheet.colCount]).toEqual([1, 1])
    expect(sheet.rows).toEqual([0])
  })

  it('finds merges among many in one row', () => {
    const row = Array.from({ length: 200 }, (_, col) => (col % 2 === 0 ? `c${col}` : null))
    const merges = Array.from(
      { length: 100 },
      (_, pair) => `${columnLetter(pair * 2)}1:${columnLetter(pair * 2 + 1)}1`
    )
    const sheet = sheetGrid(rawSheet([row, Array.from({ length: 200 }, (_, col) => col)], merges))
    for (let col = 0; col < 200; col++) expect(sheet.at(0, col)?.value).toBe(`c${col - (col % 2)}`)
  })
})
