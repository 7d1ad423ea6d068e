import { describe, expect, it } from 'vitest'
import { acrossRaces, raceCards } from '#shared/domain/races/raceDesk.ts'
import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { input, reading } from '../scoring/build.ts'

/** Two of the six races: departments' action, and services' word of mouth; one unit takes part in both. */
function office(withTotal: boolean) {
  const race = (code: string, name: string, groups: string[], participants?: string[]) => ({
    code,
    name,
    groups,
    ...(participants === undefined ? {} : { participants }),
    dimensions: [
      {
        code: `${code}d`,
        name,
        fullMark: '100',
        indicators: [{ code: `${code}i`, name, fullMark: '100', rule: { kind: 'DIRECT_SCORE' } }]
      }
    ]
  })
  return schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'six',
    title: '六比竞赛',
    organisation: '示例城市集团',
    year: 2026,
    units: [
      { code: 'a', name: '工程部', kind: 'DEPARTMENT' },
      { code: 'b', name: '财务部', kind: 'DEPARTMENT' },
      { code: 's', name: '供水窗口', kind: 'SERVICE' }
    ],
    groups: [
      { code: 'g', name: '部室', members: [{ unit: 'a' }, { unit: 'b', rankMode: 'LISTED_NOT_RANKED' }] },
      { code: 'h', name: '窗口', members: [{ unit: 'a' }, { unit: 's' }] }
    ],
    races: [race('act', '部室比行动', ['g'], ['DEPARTMENT']), race('say', '服务比口碑', ['h'])],
    totals: withTotal
      ? [{ code: 't', name: '六比总分', races: ['act', 'say'].map((code) => ({ race: code, weight: '50' })) }]
      : []
  })
}

const readings = [
  reading('a', 'acti', '90'),
  reading('b', 'acti', '95'),
  reading('a', 'sayi', '70'),
  reading('s', 'sayi', '80')
]

describe('六比', () => {
  it('shows each race with who takes part and how it stands', () => {
    const scheme = office(true)
    const [act, say] = raceCards(computeResults(input(scheme, { readings })), scheme)
    expect(act).toMatchObject({
      name: '部室比行动',
      participants: ['DEPARTMENT'],
      units: 2,
      ranked: 1,
      blocked: 0
    })
    expect(act!.groups[0]!.rows.map(({ name, place }) => [name, place.rank, place.total])).toEqual([
      ['工程部', 1, '90.00'],
      ['财务部', null, '95.00']
    ])
    expect(act!.groups[0]!.rows[1]!.place.note).toContain('单列')
    expect(say!.groups[0]!.rows.map(({ name }) => name)).toEqual(['供水窗口', '工程部'])
  })

  it('puts units side by side over the races, with the total of the scheme', () => {
    const scheme = office(true)
    const [table] = acrossRaces(computeResults(input(scheme, { readings })), scheme)
    expect(table!.races.map(({ name }) => name)).toEqual(['部室比行动', '服务比口碑'])
    const row = table!.rows.find(({ unit }) => unit === 'a')!
    expect(row.places['act']).toMatchObject({ rank: 1, total: '90.00', groupName: '部室' })
    expect(row.places['say']).toMatchObject({ rank: 2, total: '70.00', of: 2 })
    expect(row.total).toMatchObject({ printed: '80.00' })
    expect(table!.rows.find(({ unit }) => unit === 's')!.places).not.toHaveProperty('act')
  })

  it('without a total lists only those that take part in several', () => {
    const scheme = office(false)
    const [table] = acrossRaces(computeResults(input(scheme, { readings })), scheme)
    expect(table).toMatchObject({ code: '', rows: [{ unit: 'a', total: null }] })
  })
})
