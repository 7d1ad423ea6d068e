import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CircularPiece } from '#shared/domain/report/circular/circularText.ts'
import { joined } from '#shared/domain/report/circular/markedText.ts'
import {
  drawPieces,
  needsRedraw,
  placeCaret,
  readPieces,
  selectedSpan
} from '../../../../renderer/src/features/report/circular/editableDom.ts'
import {
  factAt,
  replaceSpan,
  slicePieces,
  totalLength
} from '../../../../renderer/src/features/report/circular/pieceEdits.ts'

const FACTS: CircularPiece[] = [
  { text: '96.15', fact: 'highest' },
  { text: '<b>处</b>', fact: 'name', unit: 'u1' }
]
const LOOK = { className: 'chip', title: ({ text }: CircularPiece) => text }
const paragraphs = fc
  .array(
    fc.oneof(
      fc.constantFrom(...FACTS),
      fc.string({ unit: fc.constantFrom('分', '\n', '<', '&', ' ') }).map((text) => ({ text }))
    ),
    { maxLength: 8 }
  )
  .map(joined)

function drawn(pieces: readonly CircularPiece[]): HTMLElement {
  const element = document.createElement('div')
  document.body.replaceChildren(element)
  drawPieces(element, pieces, LOOK)
  return element
}

describe('pieces in the window', () => {
  it('are read as they were drawn', () => {
    fc.assert(
      fc.property(paragraphs, (pieces) => {
        const element = drawn(pieces)
        expect(readPieces(element, FACTS)).toEqual(pieces)
        expect(needsRedraw(element, LOOK)).toBe(false)
      })
    )
  })

  it('have a place for the caret before and behind each character and fact', () => {
    fc.assert(
      fc.property(paragraphs, (pieces) => {
        const element = drawn(pieces)
        for (let place = 0; place <= totalLength(pieces); place += 1) {
          placeCaret(element, place)
          expect(selectedSpan(element)).toEqual({ start: place, end: place })
        }
      })
    )
  })

  it('drop the line break that a browser leaves in an empty box, and keep others', () => {
    const element = drawn([])
    element.innerHTML = '<br>'
    expect(readPieces(element, FACTS)).toEqual([])
    expect(needsRedraw(element, LOOK)).toBe(true)
    element.innerHTML = '一<br>二<br>'
    expect(readPieces(element, FACTS)).toEqual([{ text: '一\n二' }])
  })

  it('that are no facts of the paragraph are words', () => {
    const element = drawn([{ text: '88.00', fact: 'elsewhere' }])
    expect(readPieces(element, FACTS)).toEqual([{ text: '88.00' }])
  })
})

describe('changing pieces', () => {
  it('a span taken out and put back is the same paragraph', () => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), (pieces, a, b) => {
        const length = totalLength(pieces)
        const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number]
        const taken = slicePieces(pieces, start, end)
        const rest = replaceSpan(pieces, { start, end }, [])
        expect(totalLength(taken) + totalLength(rest)).toBe(length)
        expect(replaceSpan(rest, { start, end: start }, taken)).toEqual(pieces)
      })
    )
  })

  it('knows where a fact begins', () => {
    const pieces = [{ text: '最高' }, FACTS[0]!, { text: '分' }]
    expect([-1, 0, 1, 2, 3, 4].map((place) => factAt(pieces, place)?.fact ?? null)).toEqual([
      ...[null, null, null, 'highest', null, null]
    ])
  })
})
