import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedEntries } from '#shared/domain/incentive/capEffect.ts'
import { parseLevel } from '#shared/domain/incentive/honourLevel.ts'
import { proposedDay, quarterOfDay, withOriginalDay } from '#shared/domain/incentive/ledgerQuarter.ts'
import { matterRivals, type MatterEntry } from '#shared/domain/incentive/sameMatter.ts'
import {
  actionObjection,
  allowedActions,
  stateAfter,
  type LedgerAction
} from '#shared/domain/incentive/transitions.ts'
import type { LedgerState } from '#shared/domain/incentive/ledgerEntry.ts'
import { adjust } from '#shared/domain/ledger/adjustments.ts'
import { canonical, dec, sum, type D } from '#shared/domain/number/decimal.ts'
import { periodDays } from '#shared/domain/period/periodKey.ts'
import { incentiveScheme } from '../../../helpers/incentiveOffice.ts'

const STATES: readonly LedgerState[] = ['draft', 'submitted', 'approved', 'effective', 'reversed']
const ACTIONS: readonly LedgerAction[] = ['EDIT', 'SUBMIT', 'APPROVE', 'RETURN', 'REVERSE']

describe('the states of an entry', () => {
  it('allow exactly what they do not object to, and every objection says why', () => {
    for (const state of STATES)
      for (const byHand of [true, false])
        for (const review of [true, false]) {
          const allowed = allowedActions({ state, byHand }, review)
          for (const action of ACTIONS) {
            const objection = actionObjection(action, { state, byHand }, review)
            expect(objection === null).toBe(allowed.includes(action))
            if (objection !== null) expect(objection).toMatch(/。$/)
          }
        }
  })

  it('never bring back what was reversed, and count nothing with 复核 on that was not submitted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTIONS), { maxLength: 30 }), fc.boolean(), (steps, review) => {
        let state: LedgerState = 'draft'
        const way: LedgerState[] = [state]
        for (const action of steps) {
          if (actionObjection(action, { state, byHand: true }, review) !== null || action === 'EDIT') continue
          state = stateAfter(action)
          way.push(state)
        }
        const reversed = way.indexOf('reversed')
        expect(reversed === -1 || reversed === way.length - 1).toBe(true)
        const counted = way.indexOf('effective')
        if (review && counted !== -1) expect(way[counted - 1]).toBe('submitted')
      })
    )
  })
})

describe('what of an entry counts', () => {
  const points = fc.integer({ min: 1, max: 60 }).map((tenths) => canonical(dec(tenths).div(10)))
  const entries = fc.array(
    fc.record({
      classCode: fc.constantFrom('award', 'other', 'minus', 'none'),
      points,
      day: fc.integer({ min: 1, max: 28 })
    }),
    { maxLength: 12 }
  )

  it('adds up to the ledger’s own bonus less deduction, under either order of caps', () => {
    fc.assert(
      fc.property(entries, fc.boolean(), (list, netFirst) => {
        const { races, policies } = incentiveScheme(netFirst ? 'NET_THEN_CAP' : 'CAP_THEN_SUBTRACT')
        const rules = races[0]!.adjustments
        const ledger = list.map(({ classCode, points: given, day }, index) => ({
          ...{ id: index + 1, unit: 'a', classCode, points: given, reason: `第${index}`, evidence: null },
          ...{ date: `2026-07-${String(day).padStart(2, '0')}`, approver: null, source: null }
        }))
        const counted = countedEntries(ledger, rules, policies)
        const signOf = (code: string): 1 | -1 => (code === 'minus' ? -1 : 1)
        const shares = ledger.flatMap((entry): D[] => {
          const own = counted.get(entry.id)
          return own === undefined ? [] : [dec(own.counts).times(signOf(entry.classCode))]
        })
        const whole = adjust(ledger, rules, policies)
        expect(canonical(sum(shares))).toBe(canonical(whole.bonus.minus(whole.deduction)))
        for (const [id, { counts }] of counted)
          expect(dec(counts).lte(dec(ledger[id - 1]!.points))).toBe(true)
      })
    )
  })
})

describe('the same matter', () => {
  const base: MatterEntry = {
    ...{ id: 1, unit: 'a', catalogue: 'BZ', evidence: '市发〔2026〕8号', reason: '表彰', points: '1.5' },
    ...{ level: 'CITY', state: 'effective' }
  }
  const other = (change: Partial<MatterEntry>): MatterEntry => ({
    ...base,
    id: 2,
    reason: '另一种说法',
    ...change
  })

  it('is one document under one entry of the catalogue; only the highest stays (S21, S22)', () => {
    const highest = { highestOnly: true }
    expect(matterRivals(other({ points: '3' }), highest, [base]).below).toEqual([base])
    expect(matterRivals(other({ points: '1' }), highest, [base]).above).toEqual([base])
    expect(matterRivals(other({ evidence: ' 市发 [2026] 8号' }), highest, [base]).above).toEqual([base])
    const none = { above: [], below: [] }
    expect(matterRivals(other({}), { highestOnly: false }, [base])).toEqual(none)
    expect(matterRivals(other({ unit: 'b' }), highest, [base])).toEqual(none)
    expect(matterRivals(other({ catalogue: 'ZF' }), highest, [base])).toEqual(none)
    expect(matterRivals(other({ evidence: '' }), highest, [{ ...base, evidence: '' }])).toEqual(none)
    expect(matterRivals(other({}), highest, [{ ...base, state: 'reversed' }])).toEqual(none)
  })
})

describe('days and levels', () => {
  it('put a day into the quarter that holds it', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }),
        (at) => {
          const day = at.toISOString().slice(0, 10)
          const period = quarterOfDay(day)
          const { first, last } = periodDays(period)
          expect(first <= day && day <= last).toBe(true)
          expect(proposedDay(period, day)).toBe(day)
        }
      )
    )
    expect(proposedDay('2026Q3', '2026-10-09')).toBe('2026-09-30')
    expect(proposedDay('2026Q4', '2026-09-30')).toBe('2026-10-01')
    expect(withOriginalDay(withOriginalDay('表彰', '2026-05-01'), '2026-05-01')).toBe(
      '表彰（原日期 2026-05-01）'
    )
  })

  it('read levels as lists write them', () => {
    const words = [
      '国家级',
      '全国',
      '省部级',
      '浙江省级',
      '地市级',
      '全市',
      '区县',
      '县（区）',
      '本单位',
      '无'
    ]
    expect(words.map(parseLevel)).toEqual([
      ...['NATIONAL', 'NATIONAL', 'PROVINCIAL', 'PROVINCIAL', 'CITY', 'CITY', 'DISTRICT', 'DISTRICT', 'OWN'],
      null
    ])
  })
})
