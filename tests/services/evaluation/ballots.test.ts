import { copyFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { issueBallots } from '#electron/services/evaluation/issueBallots.ts'
import { enterMarks } from '#electron/services/evaluation/marks.ts'
import { returnedBallots } from '#electron/services/evaluation/returnedBallots.ts'
import { roundView } from '#electron/services/evaluation/roundView.ts'
import { judgedQuarter } from '../../helpers/judgedQuarter.ts'
import { temporaryFolder } from '../../helpers/workspace.ts'

const JUDGES = { kind: 'JUDGE_MEAN', params: {} }
const BALLOTS = {
  kind: 'BALLOT_SHARE',
  params: {
    options: [
      { name: '优秀', weight: '100' },
      { name: '良好', weight: '80' }
    ]
  }
}

/** First row of the body is 4: title, meta line, header. The mark stands in C. */
async function fillIn(
  path: string,
  marks: readonly (string | number | null)[],
  target = path
): Promise<string> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(path)
  const sheet = workbook.worksheets[0]!
  marks.forEach((mark, index) => {
    sheet.getCell(4 + index, 3).value = mark
  })
  await workbook.xlsx.writeFile(target)
  return target
}

describe('ballots out and back', () => {
  it('brings a judge’s marks to the seat, with the cell each came from; what is no mark is told', async () => {
    const { library, reader, round } = judgedQuarter(JUDGES, { '': 2 })
    const [first, second] = await issueBallots(library, round, temporaryFolder())
    expect(basename(first!)).toBe('第三季度讲堂评分表（评委 1）.xlsx')
    await fillIn(first!, [90, 85.5, '/', 101])
    await fillIn(second!, [80, '很好', null, 70])
    const sheets = await returnedBallots(library, reader, { id: round, paths: [first!, second!] })
    expect(
      sheets.map(({ label, blanks, marks }) => [
        label,
        blanks,
        marks.map(({ unit, mark }) => `${unit}${mark}`)
      ])
    ).toEqual([
      ['评委 1', 0, ['a90', 'b85.5', 'c*', 'd101']],
      ['评委 2', 1, ['a80', 'd70']]
    ])
    expect(sheets[0]!.problems).toEqual([expect.stringContaining('101 不在 0 到 100 之间')])
    expect(sheets[1]!.problems).toEqual([expect.stringContaining('「很好」不是数')])
    expect(
      enterMarks(
        library,
        round,
        sheets.flatMap(({ marks }) => marks)
      )
    ).toMatchObject({ written: 6, conflicts: [] })
    const { marks } = roundView(library, round)
    expect(marks.find(({ unit, seat }) => unit === 'b' && seat === '1')!.source).toBe(
      '第三季度讲堂评分表（评委 1）.xlsx · 评分表 · C5'
    )
  }, 60_000)

  it('says that a judge handed in twice, and what is no ballot of this round', async () => {
    const { library, reader, round } = judgedQuarter(JUDGES, { '': 1 })
    const folder = temporaryFolder()
    const [path] = await issueBallots(library, round, folder)
    const filled = await fillIn(path!, [90, 80, 70, 60])
    const copy = join(folder, '副本.xlsx')
    copyFileSync(filled, copy)
    const other = await fillIn(path!, [91, 80, 70, 60], join(folder, '又一份.xlsx'))
    const stray = new ExcelJS.Workbook()
    stray.addWorksheet('表').getCell('A1').value = '单位'
    const strange = join(folder, '别的.xlsx')
    await stray.xlsx.writeFile(strange)
    const sheets = await returnedBallots(library, reader, {
      id: round,
      paths: [filled, copy, other, strange]
    })
    expect(sheets[1]).toMatchObject({ group: null, problems: [expect.stringContaining('是同一个文件')] })
    expect(sheets[2]!.problems[0]).toContain('这位评委交了两份')
    expect(sheets[3]).toMatchObject({
      group: null,
      problems: [expect.stringContaining('不是本软件下发的评分表')]
    })
    // Both sheets of the seat meet: nothing is written until the clerk has chosen.
    const outcome = enterMarks(
      library,
      round,
      sheets.flatMap(({ marks }) => marks)
    )
    expect(outcome).toMatchObject({ written: 0, conflicts: [{ unit: 'a', stands: '90', brought: '91' }] })
    expect(roundView(library, round).marks).toEqual([])
  }, 60_000)

  it('numbers anonymous ballots as they come, up to those that were handed out', async () => {
    const { library, reader, round } = judgedQuarter(BALLOTS, { '': 2 })
    const folder = temporaryFolder()
    const [path] = await issueBallots(library, round, folder)
    const paths = [
      await fillIn(path!, [1, 1, 2, 2], join(folder, '甲.xlsx')),
      await fillIn(path!, [2, '优秀', 1, null], join(folder, '乙.xlsx')),
      await fillIn(path!, [1, 2, 1, 2], join(folder, '丙.xlsx'))
    ]
    const sheets = await returnedBallots(library, reader, { id: round, paths })
    expect(sheets.map(({ seat, label }) => [seat, label])).toEqual([
      ['1', '第 1 票'],
      ['2', '第 2 票'],
      [null, '']
    ])
    expect(sheets[2]!.problems[0]).toContain('比发出的 2 张多')
    enterMarks(
      library,
      round,
      sheets.flatMap(({ marks }) => marks)
    )
    // One 优秀 and one 良好 of two valid votes.
    expect(roundView(library, round).outcomes[0]!.score?.printed).toBe('90.00')
  }, 60_000)

  it('issues nothing where votes are entered as totals', async () => {
    const { library, round } = judgedQuarter(BALLOTS, { '': 2 }, 'TOTALS')
    await expect(issueBallots(library, round, temporaryFolder())).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})
