import { describe, expect, it } from 'vitest'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { SideRanking } from '#shared/domain/ranking/resultSet.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { input, reading } from '../scoring/build.ts'
import { standTotals, veto } from './standTotals.ts'

const ranks = (ranking: SideRanking | undefined) =>
  ranking?.rows.map((row) => `${row.unit}${row.rank ?? ''}`).join(' ')

describe('all groups together and each 战线 (§6.4-8)', () => {
  const totals = { a: '90', b: '80', c: null, x: '85', y: '80', z: '99' }
  const groups = { g: ['a', 'b', 'c'], h: ['x', 'y', 'z'] }
  const also = {
    lines: [
      { code: 'east', name: '东线' },
      { code: 'west', name: '西线' },
      { code: 'idle', name: '空线' }
    ]
  }
  const unitFields = { a: { line: 'east' }, y: { line: 'east' }, x: { line: 'west' }, z: { line: 'west' } }
  const more = { groups, also, unitFields, listed: ['z'], race: { alsoRank: ['ALL', 'LINE'] } }

  it('ranks the ranked units over groups, without 单列 and blocked ones', () => {
    const { sideRankings } = standTotals(totals, more).race
    expect(sideRankings.map(({ code, name }) => [code, name])).toEqual([
      ['all', '全部单位'],
      ['line-east', '东线'],
      ['line-west', '西线']
    ])
    expect(sideRankings.map(ranks)).toEqual(['a1 x2 b3 y3', 'a1 y2', 'x1'])
    expect(sideRankings[0]?.rows[2]).toMatchObject({ tied: true, group: 'g', sentence: '总得分 80.00' })
  })

  it('breaks ties by the chain, but not by a place in different groups', () => {
    const previous = {
      period: '2026Q2',
      standings: ['b', 'y'].map((unit, index) => ({
        race: 'r',
        unit,
        group: index === 0 ? 'g' : 'h',
        rank: 2 - index,
        total: '80.00'
      }))
    }
    const run = (tieBreak: Record<string, unknown>[]) =>
      standTotals(totals, { ...more, race: { ...more.race, tieBreak } }, { previous }).race.sideRankings[0]
    expect(ranks(run([{ by: 'PREVIOUS_RANK' }]))).toBe('a1 x2 b3 y3')
    expect(ranks(run([{ by: 'BASE' }]))).toBe('a1 x2 b3 y3')
  })

  it('keeps units that a veto put last behind all', () => {
    const vetoKinds = [{ code: 'last', name: '末位', effects: ['RANK_LAST'] }]
    const { race } = standTotals(
      totals,
      { ...more, also: { ...also, vetoKinds }, policies: { vetoes: true } },
      { decisions: [veto(1, 'a', 'last')] }
    )
    expect(ranks(race.sideRankings[0])).toBe('x1 b2 y2 a4')
  })

  it('compares shares of the full mark where groups have different ones', () => {
    const { race, result } = standTotals(
      { a: '90', x: '100' },
      {
        groups: { g: ['a'], h: ['x'] },
        race: { alsoRank: ['ALL'], byGroup: [{ group: 'h', fullMark: '120' }] }
      }
    )
    expect(ranks(race.sideRankings[0])).toBe('a1 x2')
    expect(race.sideRankings[0]?.rows[1]?.sentence).toBe('总得分 100.00 ÷ 满分 120 × 100 = 83.33')
    expect(result.footer).toContain('各组满分不同，跨组比较时按「总得分 ÷ 满分 × 100」。')
  })
})

describe('a total over races (六比)', () => {
  /** 部室比行动 of 100 points for a, b, c; 工作比位次 of 50 for b, c, w. */
  const build = (total: Record<string, unknown> = {}, policies: Record<string, unknown> = {}) => {
    const race = (code: string, name: string, fullMark: string, group: string, more = {}) => ({
      code,
      name,
      groups: [group],
      fullMark,
      dimensions: [
        {
          code: `${code}d`,
          name,
          fullMark,
          indicators: [{ code: `${code}i`, name, fullMark, rule: { kind: 'DIRECT_SCORE' } }]
        }
      ],
      ...more
    })
    const unit = (code: string, kind: string) => ({ code, name: `单位${code}`, kind })
    const all = ['a', 'b', 'c', 'w', 'l'].map((code) => ({
      unit: code,
      rankMode: code === 'l' ? 'LISTED_NOT_RANKED' : 'RANKED'
    }))
    return schemeDefinition.parse({
      format: 'liangji-scheme',
      formatVersion: 1,
      code: 'six',
      title: '六比竞赛',
      organisation: '某集团',
      year: 2026,
      units: [...['a', 'b', 'c', 'l'].map((code) => unit(code, 'DEPARTMENT')), unit('w', 'WORK')],
      groups: [
        { code: 'g', name: '部室', members: all.filter(({ unit: code }) => code !== 'w') },
        { code: 'h', name: '工作', members: all.filter(({ unit: code }) => 'bcw'.includes(code)) }
      ],
      races: [
        race('p', '部室比行动', '100', 'g', { participants: ['DEPARTMENT'] }),
        race('q', '工作比位次', '50', 'h')
      ],
      totals: [
        {
          code: 't',
          name: '六比总分',
          races: [
            { race: 'p', weight: '60' },
            { race: 'q', weight: '40' }
          ],
          ...total
        }
      ],
      policies
    })
  }
  const marks = { pi: { a: '90', b: '80', c: '70', l: '99' }, qi: { b: '45', c: '50', w: '40' } }
  const run = (total = {}, policies = {}, given: Record<string, Record<string, string | null>> = marks) => {
    const readings = Object.entries(given).flatMap(([indicator, units]) =>
      Object.entries(units).map(([unit, mark]) => reading(unit, indicator, mark, { field: 'score' }))
    )
    const result = computeResults(input(build(total, policies), { readings }))
    const rows = result.totals[0]!.rows
    return {
      result,
      ranking: result.totals[0],
      row: (unit: string) => rows.find((entry) => entry.unit === unit)!
    }
  }

  it('weighs each race as a number out of 100', () => {
    const { ranking, row, result } = run()
    // b: (80 × 60 + 90 × 40) ÷ 100 = 84; c: (70 × 60 + 100 × 40) ÷ 100 = 82; a: 90; w: 80.
    expect(ranks(ranking)).toBe('a1 b2 c3 w4 l')
    expect(row('b')).toMatchObject({
      total: { exact: '84', printed: '84.00' },
      sentence: '(部室比行动 80.00 × 60 + 工作比位次 45.00 ÷ 50 × 100 × 40) ÷ 100 = 84.00'
    })
    expect(row('a').sentence).toBe('(部室比行动 90.00 × 60) ÷ 60 = 90.00；工作比位次没有得分，权重归其余赛项')
    expect(row('l')).toMatchObject({ rank: null, total: { printed: '99.00' } })
    expect(row('l').sentence).toContain('单列不排名')
    expect(result.footer).toContain(
      '「六比总分」按各赛项得分折百分后加权，没有得分的赛项不计，权重归其余赛项。'
    )
  })

  it('absent ZERO counts 0', () => {
    const { ranking, row } = run({ absent: 'ZERO' })
    expect(ranks(ranking)).toBe('b1 c2 a3 w4 l')
    expect(row('a').sentence).toBe(
      '(部室比行动 90.00 × 60 + 工作比位次 0.00 ÷ 50 × 100 × 40) ÷ 100 = 54.00；工作比位次没有得分，计 0'
    )
  })

  it('absent NO_TOTAL gives none, and says which race is missing', () => {
    const { ranking, row } = run({ absent: 'NO_TOTAL' })
    expect(ranks(ranking)).toBe('b1 c2 a l w')
    expect(row('a')).toMatchObject({ total: null, sentence: '没有总分：工作比位次没有得分' })
  })

  it('too few races: scored, not ranked', () => {
    const { ranking, row, result } = run({ minRaces: 2 })
    expect(ranks(ranking)).toBe('b1 c2 a l w')
    expect(row('a')).toMatchObject({ total: { printed: '90.00' } })
    expect(row('a').sentence).toContain('参加的赛项不足 2 个，不排名')
    expect(result.footer.some((line) => line.endsWith('，不足 2 个赛项的不排名。'))).toBe(true)
  })

  it('a race without a total is absent; without any there is none', () => {
    const { row } = run({}, {}, { pi: { a: null, b: '80', c: null }, qi: { b: null, c: '50', w: '40' } })
    expect(row('b').total?.printed).toBe('80.00')
    expect(row('a')).toMatchObject({ total: null, rank: null })
  })

  it("prints with the scheme's decimals and ties on what it prints", () => {
    const given = { pi: { a: '90.02', b: '89.97', c: '1', l: '1' }, qi: {} }
    expect(ranks(run({}, { decimals: 1 }, given).ranking)).toBe('a1 b1 c3 l w')
    expect(run({}, { decimals: 1 }, given).row('a').total?.printed).toBe('90.0')
    expect(ranks(run({}, { decimals: 1, judgeOn: 'EXACT' }, given).ranking)).toBe('a1 b2 c3 l w')
  })
})
