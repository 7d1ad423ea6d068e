import { describe, expect, it } from 'vitest'
import type { ResultSet } from '#shared/domain/ranking/resultSet.ts'
import { bureau, inputOf } from './fixture.ts'
import { at, headers, sheetOf, shown, writeAndOpen } from './openPackage.ts'
import { graded } from './graded.ts'

const results = graded()
const race = results.races[0]!
const [offices, centres] = race.groups as [(typeof race.groups)[0], (typeof race.groups)[0]]
const opened = await writeAndOpen(inputOf(results))

/** Texts of a sheet, row by row, from the fourth. */
function rowsOf(book: Awaited<ReturnType<typeof writeAndOpen>>, name: string): string[][] {
  const sheet = sheetOf(book, name)
  const letters = [...headers(sheet).values()]
  const rows: string[][] = []
  for (let row = 4; at(sheet, `A${row}`) !== undefined; row += 1)
    rows.push(letters.map((letter) => shown(sheet, `${letter}${row}`) ?? ''))
  return rows
}

describe('等次 in the ranking workbook', () => {
  it('is a column before the remarks: grade, 待定 while a tie waits, / for who is not graded', () => {
    const sheet = sheetOf(opened, '机关处室组')
    const columns = headers(sheet)
    expect([...columns.keys()].slice(-2)).toEqual(['等次', '备注'])
    const grade = (index: number): unknown => at(sheet, `${columns.get('等次')!}${index + 4}`)
    expect(grade(0)).toBe('优秀')
    expect(grade(1)).toBe('待定')
    expect(grade(2)).toBe('待定')
    expect(grade(offices.units.findIndex((unit) => unit.rankMode !== 'RANKED'))).toBe('/')
  })

  it('is explained among the notes', () => {
    const notes = sheetOf(opened, '说明')
    const texts = Array.from({ length: 20 }, (_, row) => at(notes, `A${row + 1}`))
    expect(texts).toContain('等次：待定 是并列跨过名额线、等待裁定先后；/ 是不定等次。')
  })

  it('is left out when the clerk hides it, and when the race has no grades', async () => {
    const hidden = await writeAndOpen(inputOf(results, { hide: ['GRADE'] }))
    expect(headers(sheetOf(hidden, '机关处室组')).has('等次')).toBe(false)
    const plain = await writeAndOpen(inputOf(bureau()))
    expect(headers(sheetOf(plain, '机关处室组')).has('等次')).toBe(false)
    expect(plain.book.SheetNames).not.toContain('等次名额')
  })
})

describe('等次名额', () => {
  it('has every grade of every group with its places, units and sentence, empty grades too', () => {
    expect(rowsOf(opened, '等次名额').slice(0, 6)).toEqual([
      ['机关处室组', '优秀', '1', '1', '群众体育处', '12 个单位 × 15% = 1.80，去尾 1 个'],
      ['机关处室组', '良好', '2', '0', '没有单位', '12 个单位 × 20% = 2.40，去尾 2 个'],
      ['机关处室组', '合格', '不限', '1', '=1+1处', '其余单位'],
      ['直属单位组', '优秀', '0', '0', '没有单位', '9 个单位 × 10% = 0.90，去尾 0 个，空缺'],
      ['直属单位组', '合格', '不限', '2', '全民健身指导中心、水上运动中心', '其余单位'],
      ['机关处室组：「良好」只剩 1 个名额，青少年体育处、竞技体育处同分，等待裁定先后。', '', '', '', '', '']
    ])
  })

  it('counts, but does not name, whom 「只列前几名」 leaves out', async () => {
    const few = await writeAndOpen(inputOf(results, { topOnly: 1 }))
    const rows = rowsOf(few, '等次名额')
    expect(rows[2]![4]).toBe('1 个单位，名称略')
    expect(rows[4]![4]).toBe('全民健身指导中心，另有 1 个单位名称略')
    expect(JSON.stringify(rows)).not.toContain('竞技体育处')
  })

  it('writes names that look like formulas as text', () => {
    const sheet = sheetOf(opened, '等次名额')
    const cell = sheet[`${headers(sheet).get('单位')!}6`] as { t: string; f?: string }
    expect(cell).toMatchObject({ t: 's' })
    expect(cell.f).toBeUndefined()
  })
})

describe('rankings beside the groups', () => {
  it('have a sheet each after the groups’ own, before charts and details', () => {
    expect(opened.book.SheetNames.slice(0, 7)).toEqual([
      '机关处室组',
      '直属单位组',
      '单位总表',
      '等次名额',
      '全部单位排名',
      '六比总分',
      '得分图'
    ])
  })

  it('print rank, group, total and sentence; a unit without a place comes last with /', () => {
    expect(rowsOf(opened, '全部单位排名')).toEqual([
      ['1', '全民健身指导中心', '直属单位组', '96.50', '总得分 96.50'],
      ['2', '青少年体育处', '机关处室组', '95.10', '并列第2；总得分 95.10'],
      ['2', '竞技体育处', '机关处室组', '95.10', '并列第2；总得分 95.10'],
      ['/', '审计处', '机关处室组', '/', '没有总分']
    ])
    expect(rowsOf(opened, '六比总分')[0]).toEqual([
      '1',
      centres.units[0]!.name,
      '直属单位组',
      '91.20',
      '(92.00 × 60) ÷ 100'
    ])
  })

  it('count whom 「只列前几名」 leaves out', async () => {
    const few = await writeAndOpen(inputOf(results, { topOnly: 1 }))
    const rows = rowsOf(few, '全部单位排名')
    expect(rows.map((row) => row[0])).toEqual(['1', '其余 3 个单位名次略。'])
  })
})

describe('full marks (S10)', () => {
  it('are each group’s own in its sheet, and none where the groups differ', async () => {
    const own: ResultSet = structuredClone(results)
    const group = own.races[0]!.groups[1]!
    group.fullMark = '99'
    for (const unit of group.units) {
      unit.dimensions[0]!.fullMark = '49'
      unit.dimensions[0]!.indicators[0]!.fullMark = '49'
    }
    const book = await writeAndOpen(inputOf(own))
    const heads = (sheet: string): string[] => [...headers(sheetOf(book, sheet)).keys()]
    expect(heads('机关处室组').slice(2, 4)).toEqual(['基础分(100)', '目标任务(50)'])
    expect(heads('直属单位组').slice(2, 4)).toEqual(['基础分(99)', '目标任务(49)'])
    expect(heads('单位总表').slice(3, 6)).toEqual(['基础分', '目标任务', '承诺事项(20)'])
    expect(heads('得分明细').slice(1, 3)).toEqual(['目标任务得分', '承诺事项得分(20)'])
  })
})
