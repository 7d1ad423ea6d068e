import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { D, dec } from '#shared/domain/number/decimal.ts'
import { emptyWords } from '#shared/domain/importing/values/emptyWords.ts'
import {
  parseValue,
  type ParsedValue,
  type ValueContext
} from '#shared/domain/importing/values/parseValue.ts'
import type { RawCell } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { DEFAULT_EMPTY_WORDS } from '#shared/domain/scheme/schemeDefinition.ts'

const context = (over: Partial<ValueContext> = {}): ValueContext => ({
  measure: '',
  stated: null,
  emptyWords: emptyWords(DEFAULT_EMPTY_WORDS),
  textFormat: false,
  ...over
})
const cell = (over: Partial<RawCell>): RawCell => ({
  row: 0,
  col: 0,
  address: 'A1',
  kind: 'text',
  value: '',
  shown: over.value ?? '',
  ...over
})
const text = (value: string, over: Partial<ValueContext> = {}): ParsedValue =>
  parseValue(cell({ value }), context(over))

describe('properties', () => {
  const fullWidth = (plain: string): string =>
    plain.replace(/[0-9.,-]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  const amount = fc
    .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 4 }))
    .map(([units, places]) => new D(units).div(new D(10).pow(places)))

  it('reads back every number written with separators, full width, or both', () => {
    fc.assert(
      fc.property(amount, fc.boolean(), fc.boolean(), (value, separators, wide) => {
        const [whole, fraction] = value.abs().toFixed().split('.')
        const grouped = separators ? whole!.replace(/\B(?=(\d{3})+$)/g, ',') : whole!
        const plain = `${value.isNegative() && !value.isZero() ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`
        const parsed = text(wide ? fullWidth(plain) : plain)
        expect(parsed.kind === 'NUMBER' && dec(parsed.value).eq(value)).toBe(true)
      })
    )
  })

  it('never invents a number: the digits of what it accepts stand in the text, in order', () => {
    const piece = fc.constantFrom(
      '1',
      '2',
      '0',
      '9',
      '３',
      '.',
      '．',
      ',',
      '，',
      '-',
      '－',
      '(',
      ')',
      '（',
      '）',
      ' ',
      '　',
      '约',
      '余',
      '万',
      '万元',
      '分',
      '%',
      '％',
      '/',
      '²',
      '②',
      '½',
      'e',
      '+',
      '三',
      '同比',
      '¥'
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 9 }), (pieces) => {
        const written = pieces.join('')
        const parsed = text(written)
        if (parsed.kind !== 'NUMBER') return
        const digits = written
          .replace(/[\uff10-\uff19]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
          .replace(/\D/g, '')
        const own = parsed.value.replace(/\D/g, '')
        const trimmed = digits.replace(/^0+/, '')
        expect(trimmed.startsWith(own.replace(/^0+/, '')) || dec(parsed.value).isZero()).toBe(true)
        expect(trimmed.slice(own.replace(/^0+/, '').length)).toMatch(/^0*$/)
        expect(/[²②½三约余e]|同比/.test(written)).toBe(false)
      }),
      { numRuns: 3000 }
    )
  })

  it('never throws and never yields a number for prose', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (written) => {
        const parsed = text(written)
        if (parsed.kind === 'NUMBER') expect(/[0-9\uff10-\uff19]/.test(written)).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })
})
