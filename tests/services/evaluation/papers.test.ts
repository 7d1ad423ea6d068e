import { describe, expect, it } from 'vitest'
import { evaluationContent } from '#electron/services/evaluation/exports.ts'
import { enterMarks } from '#electron/services/evaluation/marks.ts'
import type { NumberCell } from '#shared/domain/report/reportTable.ts'
import { giveMarks, judgedQuarter } from '../../helpers/judgedQuarter.ts'

const S29 = { kind: 'JUDGE_MEAN', params: { trim: 1, trimWhenMoreThan: 5, rejectAllEqual: true } }
const S27 = {
  kind: 'BALLOT_SHARE',
  params: {
    options: [
      { name: '优秀', weight: '100' },
      { name: '良好', weight: '80' },
      { name: '一般', weight: '60' },
      { name: '较差', weight: '40' }
    ]
  }
}

describe('papers of a round', () => {
  it('S77: the summary trims by formula, and marks what does not count', () => {
    const office = judgedQuarter(S29, { '': 6 })
    giveMarks(office, 'a', ['95', '92', '90', '88', '85', '70'])
    giveMarks(office, 'b', ['90', '*', '91', '92', '80', '70'])
    const [sheet] = evaluationContent(office.library, office.round, 'SUMMARY').content.workbook!.sheets
    const [a, b, c] = sheet!.table.rows
    // 评委 6 gave both units 70: an all-equal ballot is out before the count is tested, so five are not trimmed.
    expect(a!.cells).toMatchObject({
      G0P5: '70无效',
      G0MEAN: { number: '90', formula: 'AVERAGE({G0P0}:{G0P5})' },
      SCORE: { number: '90', formula: 'ROUND({G0MEAN},2)' },
      RANK: { number: '1', formula: 'RANK({SCORE},{SCORE:all})' }
    })
    expect(b!.cells.G0P1).toBe('*')
    expect(c!.merged?.text).toBe('未评')
    expect(sheet!.table.title).toBe('第三季度讲堂评分汇总表（预览，未定稿）')
  })

  it('G11: takes the highest and lowest off in the formula', () => {
    const office = judgedQuarter(S29, { '': 6 })
    giveMarks(office, 'a', ['95', '92', '90', '88', '85', '70'])
    const [sheet] = evaluationContent(office.library, office.round, 'SUMMARY').content.workbook!.sheets
    const { cells } = sheet!.table.rows[0]!
    expect((cells.G0P0 as NumberCell).suffix).toBe('高')
    expect((cells.G0P5 as NumberCell).suffix).toBe('低')
    expect(cells.G0MEAN).toEqual({
      number: '88.75',
      decimals: 2,
      formula: '(SUM({G0P0}:{G0P5})-LARGE({G0P0}:{G0P5},1)-SMALL({G0P0}:{G0P5},1))/(COUNT({G0P0}:{G0P5})-2)'
    })
  })

  it('counts votes against the ballots that came back', () => {
    const office = judgedQuarter(S27, { '': 60 }, 'TOTALS')
    const votes = { 优秀: '30', 良好: '12', 一般: '5', 较差: '3' }
    enterMarks(
      office.library,
      office.round,
      Object.entries(votes).map(([seat, mark]) => ({
        group: '',
        seat,
        unit: 'a',
        mark,
        seen: null,
        source: ''
      }))
    )
    const [sheet] = evaluationContent(office.library, office.round, 'COUNT').content.workbook!.sheets
    expect(sheet!.table.right).toContain('发出 60 张　收回 50 张')
    expect(sheet!.table.rows[0]!.cells).toMatchObject({
      O0: { number: '30' },
      VALID: { number: '50' },
      BLANK: { number: '0' }
    })
    expect(sheet!.table.rows[1]!.cells.VALID).toBe('未计')
    expect(sheet!.table.signatures).toContain('监票人：')
  })

  it('makes one empty ballot a seat, under 「评委 n」 unless names are shown', () => {
    const office = judgedQuarter(S29, { '': 3 })
    const { sheets } = evaluationContent(office.library, office.round, 'FORMS').content.workbook!
    expect(sheets.map(({ table }) => table.left)).toEqual(['评委：评委 1', '评委：评委 2', '评委：评委 3'])
    expect(sheets[0]!.table.rows).toHaveLength(4)
  })
})
