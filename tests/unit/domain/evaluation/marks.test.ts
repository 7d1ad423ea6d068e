import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMark, readVotes, type MarkScale } from '#shared/domain/evaluation/markScale.ts'
import { placeKey, sortMarks, type BroughtMark, type RoundMark } from '#shared/domain/evaluation/roundMark.ts'

const HUNDRED: MarkScale = { type: 'SCORE', min: '0', max: '100', outOfRange: 'BALLOT' }
const OPTIONS: MarkScale = {
  type: 'OPTION',
  options: [
    { name: '优秀', weight: '100', valid: true },
    { name: '不了解', weight: '0', valid: false }
  ]
}

describe('what a judge wrote', () => {
  it.each([
    ['９２．５', '92.5'],
    ['90分', '90'],
    [' 88.50 ', '88.5'],
    ['回避', '*'],
    ['/', '*'],
    ['', null],
    ['0', '0']
  ])('%j is %j', (typed, mark) => {
    expect(readMark(typed, HUNDRED)).toEqual({ mark, warning: null })
  })

  it('keeps a mark out of range with the rule’s consequence; a word or a minus is none', () => {
    expect(readMark('101', HUNDRED)).toEqual({
      mark: '101',
      warning: '101 不在 0 到 100 之间，按规则这位评委的整张票作废；请核对评委的原表'
    })
    for (const typed of ['九十', '-5', '9o', '1e2'])
      expect(readMark(typed, HUNDRED)).toHaveProperty('problem')
    expect(readMark('1.5', { type: 'PLACE', last: 4 })).toEqual({
      mark: '1.5',
      warning: '1.5 不是 1 到 4 的名次，请核对评委的原表'
    })
  })

  it('reads options by number or name, and votes as whole numbers', () => {
    expect(readMark('2', OPTIONS)).toEqual({ mark: '不了解', warning: null })
    expect(readMark('优秀', OPTIONS)).toEqual({ mark: '优秀', warning: null })
    expect(readMark('3', OPTIONS)).toHaveProperty('problem')
    expect(readVotes('30票')).toEqual({ mark: '30', warning: null })
    expect(readVotes('2.5')).toHaveProperty('problem')
  })
})

describe('marks on their way in', () => {
  const value = fc.constantFrom('1', '2', null)
  const brought = fc.array(
    fc.record({
      group: fc.constant(''),
      seat: fc.constantFrom('1', '2'),
      unit: fc.constantFrom('a', 'b'),
      mark: value,
      seen: value,
      source: fc.constant('')
    })
  )
  const standing = fc
    .uniqueArray(
      fc.record({
        group: fc.constant(''),
        seat: fc.constantFrom('1', '2'),
        unit: fc.constantFrom('a', 'b'),
        mark: fc.constantFrom('1', '2'),
        source: fc.constant(''),
        at: fc.constant(''),
        who: fc.constant('')
      }),
      { selector: placeKey }
    )
    .map((marks): RoundMark[] => marks)

  it('never replace a mark that their writer did not see', () => {
    fc.assert(
      fc.property(standing, brought, (stands: RoundMark[], marks: BroughtMark[]) => {
        const { changes, conflicts } = sortMarks(stands, marks)
        const seen = new Set(marks.map((mark) => `${placeKey(mark)}${mark.seen ?? ''}`))
        for (const { place, from } of changes)
          if (from !== null) expect(seen.has(`${placeKey(place)}${from}`)).toBe(true)
        for (const conflict of conflicts) expect(conflict.stands).not.toBe(conflict.brought)
        // What is written, written again by one who sees it, changes nothing.
        const after = new Map(stands.map((mark) => [placeKey(mark), mark]))
        for (const { place, to } of changes) {
          if (to === null) after.delete(placeKey(place))
          else after.set(placeKey(place), { ...place, mark: to, source: '', at: '', who: '' })
        }
        const again = [...after.values()].map((mark) => ({ ...mark, seen: mark.mark }))
        expect(sortMarks([...after.values()], again)).toMatchObject({ changes: [], conflicts: [] })
      })
    )
  })
})
