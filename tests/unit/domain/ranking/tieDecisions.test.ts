import { describe, expect, it } from 'vitest'
import type { Decision } from '#shared/domain/decision/decision.ts'
import { decision, standTotals, veto } from './standTotals.ts'

const tie = (id: number, order: string[], more: { group?: string; race?: string } = {}): Decision =>
  decision(id, { type: 'TIE', race: 'r', group: 'g', order, ...more })
const totals = { a: '90', b: '90', c: '90', d: '80', e: '80' }
const run = (...decisions: Decision[]) => standTotals(totals, {}, { decisions })

describe('人工裁定 (S34: a human criterion, recorded with its reason)', () => {
  it('orders a set that nothing else tells apart, and says why on both sides', () => {
    const { order, unit, result } = run(tie(1, ['c', 'a', 'b']))
    expect(order).toBe('c1 a2 b3 d4 e4')
    expect(unit('a')).toMatchObject({
      tied: false,
      deciding: { label: '人工裁定', mine: '排后', theirs: '排前' },
      remarks: ['与上一名同分，经人工裁定排后（依据：经商议决定，局长办公会）']
    })
    expect(unit('c')).toMatchObject({
      deciding: null,
      remarks: ['与下一名同分，经人工裁定排前（依据：经商议决定，局长办公会）']
    })
    expect(result.footer).toContain('并列经人工裁定分出先后的，依据见备注。')
  })

  it('orders several sets at once, each by itself', () => {
    expect(run(tie(1, ['e', 'c', 'd', 'b', 'a'])).order).toBe('c1 b2 a3 e4 d5')
  })

  it('never reorders units that differ', () => {
    expect(run(tie(1, ['d', 'a'])).order).toBe('a1 b1 c1 d4 e4')
    expect(run(tie(1, ['e', 'd', 'a', 'b', 'c'])).order).toBe('a1 b2 c3 e4 d5')
  })

  it('that names a part of the tie is not carried out, and the units say so', () => {
    const { order, unit } = run(tie(1, ['b', 'a']))
    expect(order).toBe('a1 b1 c1 d4 e4')
    expect(unit('a').remarks).toEqual([
      '并列第1',
      '人工裁定没有列全并列单位，没有采用（依据：经商议决定，局长办公会）'
    ])
    expect(unit('d').remarks).toEqual(['并列第4'])
  })

  it('the newest that names all holds, whatever the order of the list', () => {
    const [old, new_, partial] = [tie(1, ['a', 'b', 'c']), tie(2, ['c', 'b', 'a']), tie(3, ['a', 'b'])]
    expect(run(old, new_, partial).order).toBe('c1 b2 a3 d4 e4')
    expect(run(partial, new_, old).order).toBe('c1 b2 a3 d4 e4')
  })

  it('of another race or group is not its business', () => {
    expect(run(tie(1, ['c', 'a', 'b'], { group: 'h' })).order).toBe('a1 b1 c1 d4 e4')
    expect(run(tie(1, ['c', 'a', 'b'], { race: 'q' })).order).toBe('a1 b1 c1 d4 e4')
    expect(run(tie(1, ['c', 'a', 'b'], { group: 'h' })).unit('a').remarks).toEqual(['并列第1'])
  })

  it('comes after the chain: it orders only what the chain leaves equal', () => {
    const decisions = [tie(1, ['a', 'b', 'c', 'd', 'e']), veto(2, 'a', 'note')]
    const { order } = standTotals(
      totals,
      {
        policies: { vetoes: true },
        race: { tieBreak: [{ by: 'FEWER_VETOES' }] },
        also: { vetoKinds: [{ code: 'note', name: '记录', effects: ['GRADE_DROP'] }] }
      },
      { decisions }
    )
    expect(order).toBe('b1 c2 a3 d4 e5')
  })

  it('orders units that a veto put last and that are equal', () => {
    const { order } = standTotals(
      { a: '90', b: '90', c: '70' },
      {
        policies: { vetoes: true },
        also: { vetoKinds: [{ code: 'last', name: '末位', effects: ['RANK_LAST'] }] }
      },
      { decisions: [veto(1, 'a', 'last'), veto(2, 'b', 'last'), tie(3, ['b', 'a'])] }
    )
    expect(order).toBe('c1 b2 a3')
  })
})
