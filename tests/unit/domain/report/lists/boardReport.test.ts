import { describe, expect, it } from 'vitest'
import { boardReport } from '#shared/domain/report/lists/boardReport.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { officeFacts, OPTIONS } from '../../../../helpers/reportFacts.ts'
import { allText, dataRows, tableNamed } from './reportText.ts'

const book = (facts: ReportFacts, options: Partial<ReportOptions> = {}) =>
  boardReport.workbook!(facts, { ...OPTIONS, ...options })

const boardsOf = ({ results }: ReportFacts, code: string) =>
  results.races.flatMap((race) => race.boards).filter((board) => board.code === code)

describe('红黑榜', () => {
  it.each([3, 23, 200])('names every entry of a board with its place and reason, of %i units', (units) => {
    const facts = officeFacts({ units, hostileNames: units === 23 })
    for (const [code, name] of [
      ['red', '红黑榜'],
      ['movers', '进退榜']
    ] as const) {
      const rows = dataRows(tableNamed(book(facts), name))
      const entries = boardsOf(facts, code).flatMap((board) => board.entries)
      expect(rows.map((row) => [row.UNIT, row.RANK, row.REASON])).toEqual(
        entries.map((entry) => [entry.name, String(entry.rank), entry.reason])
      )
    }
  })

  it('gives the reason of several topics as published boards do', () => {
    const facts = officeFacts({ units: 23 })
    const rows = dataRows(tableNamed(book(facts), '单项榜'))
    const [board] = boardsOf(facts, 'topics')
    const first = board!.entries.filter(
      (entry) => entry.side === 'GOOD' && entry.unit === board!.entries[0]!.unit
    )
    const firsts = first.filter(({ rank }) => rank === 1)
    const tied = firsts.filter((entry) =>
      board!.entries.some(
        (other) =>
          other.side === 'GOOD' &&
          other.unit !== entry.unit &&
          other.topic === entry.topic &&
          other.rank === entry.rank
      )
    )
    const { REASON: reason } = rows.find((row) => row.UNIT === first[0]!.name && row.SIDE === '红榜')!
    const ties = tied.length === 0 ? '' : `（${tied.length} 项并列）`
    expect(reason).toContain(
      `8 项指标中有 ${first.length} 项居前 3 名，其中第 1 名 ${firsts.length} 项${ties}`
    )
    for (const { text, rank } of first) expect(reason).toContain(`（${text} 分，第 ${rank} 名）`)
    const once = rows.find((row) => row.REASON!.includes('有 1 项居后'))
    expect(once!.REASON).toMatch(/^8 项指标中有 1 项居后 1 名，是指标 \d/)
  })

  it('counts the bad side instead of naming it, and names no unit below the mean', () => {
    const facts = officeFacts({ units: 23 })
    const text = allText(boardReport.paper!(facts, { ...OPTIONS, bottom: 'COUNT' }))
    for (const group of facts.results.races[0]!.groups)
      for (const unit of group.units)
        if (unit.rank !== null && unit.gapToMean?.startsWith('−') === true)
          expect([unit.name, text.includes(unit.name)]).toEqual([unit.name, false])
    for (const board of boardsOf(facts, 'red')) {
      const bad = new Set(board.entries.filter(({ side }) => side === 'BAD').map(({ unit }) => unit)).size
      if (bad > 0) expect(text).toContain(`${bad} 个单位，名称略`)
    }
  })

  it('names only the first of each group where it is asked to', () => {
    const facts = officeFacts({ units: 23 })
    const text = allText(boardReport.paper!(facts, { ...OPTIONS, topOnly: 2 }))
    for (const group of facts.results.races[0]!.groups)
      for (const unit of group.units)
        if (unit.rank === null || unit.rank > 2)
          expect([unit.name, text.includes(unit.name)]).toEqual([unit.name, false])
    expect(text).toContain('名称略')
  })

  it.each([
    ['RED_IS_GOOD', '红黑榜', ['红榜', '黑榜']],
    ['LIGHTS', '红绿灯名单', ['绿灯', '红灯']],
    ['PLATES', '红黄牌名单', ['红牌', '黄牌']],
    ['FLAGS', '红黄旗名单', ['红旗', '黄旗']]
  ] as const)('speaks one vocabulary: %s', (vocabulary, title, words) => {
    const facts = officeFacts({ units: 23 })
    const workbook = book(facts, { vocabulary })
    expect(workbook.title).toBe(`2026年第三季度${title}`)
    const all = [
      '红榜',
      '黑榜',
      '绿灯',
      '红灯',
      '红牌',
      '黄牌',
      '红旗',
      '黄旗',
      '红黑榜',
      '红绿灯',
      '红黄牌',
      '红黄旗'
    ]
    const own = [...words, title.replace('名单', '')] as string[]
    for (const { table } of workbook.sheets) {
      const text = JSON.stringify(table)
      for (const word of all)
        if (!own.includes(word)) expect([word, text.includes(word)]).toEqual([word, false])
    }
    expect(boardReport.fileStem(facts, { ...OPTIONS, vocabulary })).toBe(`2026年第三季度${title}`)
  })

  it('prints 朱砂 on the side whose word is red', () => {
    const facts = officeFacts({ units: 23 })
    const reds = (vocabulary: 'LIGHTS' | 'FLAGS'): Set<unknown> =>
      new Set(
        book(facts, { vocabulary })
          .sheets.flatMap(({ table }) => table.rows)
          .filter((row) => row.red?.includes('SIDE') === true)
          .map((row) => row.cells.SIDE)
      )
    expect(reds('LIGHTS')).toEqual(new Set(['红灯']))
    expect(reds('FLAGS')).toEqual(new Set(['红旗']))
  })

  it('gives the basis of an exemption, and keeps it to itself where the bad side is counted', () => {
    const facts = officeFacts({ units: 23 })
    const board = boardsOf(facts, 'red')[0]!
    const entry = board.entries.find(({ side }) => side === 'BAD')!
    board.entries = board.entries.filter((each) => each !== entry)
    board.exempted = [{ unit: entry.unit, name: entry.name, basis: '防汛抢险，局长办公会第 9 次' }]
    const row = dataRows(tableNamed(book(facts), '红黑榜')).find(({ SIDE }) => SIDE === '免上榜')
    expect(row).toMatchObject({ UNIT: entry.name, REASON: '依据：防汛抢险，局长办公会第 9 次' })
    const counted = tableNamed(book(facts, { bottom: 'COUNT' }), '红黑榜').rows
    expect(counted.find(({ cells }) => cells.SIDE === '免上榜')?.merged?.text).toBe('1 个单位，名称略')
    expect(JSON.stringify(counted)).not.toContain('防汛')
  })

  it('shows a board without entries, and cannot be made without boards', () => {
    const facts = officeFacts({ units: 3 })
    const [race] = facts.results.races
    race!.boards = race!.boards.map((board) => ({ ...board, entries: [], exempted: [] }))
    for (const { table } of book(facts).sheets) expect(JSON.stringify(table.rows)).toContain('没有单位上榜')
    expect(boardReport.unavailable!(facts)).toBeNull()
    race!.boards = []
    expect(boardReport.unavailable!(facts)).toContain('没有设榜单')
  })
})
