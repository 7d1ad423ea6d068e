import { describe, expect, it } from 'vitest'
import { pointsAt, rangeAt, type CatalogueEntry } from '#shared/domain/incentive/catalogue.ts'
import { checkCatalogue } from '#shared/domain/incentive/checkCatalogue.ts'
import type { Honour } from '#shared/domain/incentive/honour.ts'
import { bonusOf, ruleFor } from '#shared/domain/incentive/honourBonus.ts'
import {
  checkHonourSettings,
  findHonourKind,
  honourSettings
} from '#shared/domain/incentive/honourSettings.ts'
import { distanceTo } from '#shared/domain/incentive/model.ts'
import { awardItem, incentiveScheme } from '../../../helpers/incentiveOffice.ts'

const entry: CatalogueEntry = { ...awardItem(), id: 1, sortNo: 1, endedAt: null }
const catalogue = new Map([[entry.code, entry]])

function honour(change: Partial<Honour> = {}): Honour {
  return {
    ...{ id: 1, kind: 'MODEL', level: 'CITY', title: '先进典型', unit: 'a', person: '', date: '2026-08-01' },
    ...{ document: '市发〔2026〕8号', deeds: '', refused: null, voided: null, version: 1 },
    ...{ createdAt: '', createdBy: '', source: null },
    ...change
  }
}

describe('which rule rewards an honour', () => {
  it('is the closest one', () => {
    const rules = [
      { kind: '*', level: '*', catalogue: 'ANY' },
      { kind: 'MODEL', level: '*', catalogue: 'KIND' },
      { kind: '*', level: 'CITY', catalogue: 'LEVEL' },
      { kind: 'MODEL', level: 'CITY', catalogue: 'BOTH' }
    ] as const
    const code = (list: readonly (typeof rules)[number][], change: Partial<Honour> = {}) =>
      ruleFor(list, honour(change))?.catalogue
    expect(code(rules)).toBe('BOTH')
    expect(code(rules.slice(0, 3))).toBe('KIND')
    expect(code(rules, { kind: 'CRAFT' })).toBe('LEVEL')
    expect(code(rules, { kind: 'CRAFT', level: 'OWN' })).toBe('ANY')
    expect(code([], {})).toBeUndefined()
  })

  it('gives the level’s points, the highest of one document only, and nothing of what is no longer offered', () => {
    const rules = [{ kind: '*', level: '*', catalogue: 'BZ' }] as const
    const province = honour({ id: 2, level: 'PROVINCIAL', title: '全省的名称' })
    expect(bonusOf(province, [honour(), province], rules, catalogue)).toMatchObject({
      state: 'PROPOSED',
      points: '3'
    })
    expect(bonusOf(honour(), [honour(), province], rules, catalogue)).toMatchObject({ state: 'LOWER' })
    expect(bonusOf(honour(), [honour(), { ...province, unit: 'b' }], rules, catalogue)).toMatchObject({
      points: '1.5'
    })
    expect(bonusOf(honour({ level: 'OWN' }), [], rules, catalogue)).toMatchObject({ points: '0.5' })
    const ended = new Map([['BZ', { ...entry, endedAt: '2026-01-01T00:00:00Z' }]])
    expect(bonusOf(honour(), [], rules, ended)).toEqual({ state: 'NONE' })
  })

  it('finds kinds by the words of a list, and objects to a list that contradicts itself', () => {
    const settings = honourSettings.parse({})
    expect(findHonourKind(settings, ' 优秀 党务工作者')?.code).toBe('PARTY_WORKER')
    expect(findHonourKind(settings, '两优一先')).toBeNull()
    expect(findHonourKind(settings, '')).toBeNull()
    const twice = { ...settings, kinds: [...settings.kinds, { ...settings.kinds[0]!, code: 'X' }] }
    expect(checkHonourSettings(twice)).toEqual(['荣誉种类「优秀共产党员」重复。'])
    const lost = { ...settings, rules: [{ kind: 'Y', level: '*' as const, catalogue: 'BZ' }] }
    expect(checkHonourSettings(lost)[0]).toContain('不在清单里')
  })
})

describe('the catalogue', () => {
  it('fixes the points of a level and leaves a range to be chosen', () => {
    expect(pointsAt(entry, 'NATIONAL')).toBe('5')
    expect(pointsAt(entry, null)).toBe('0.5')
    expect(rangeAt(entry, 'CITY')).toEqual({ least: '1.5', most: '1.5' })
    expect(rangeAt({ ...entry, levels: [], least: '0.5', most: '2' }, null)).toEqual({
      least: '0.5',
      most: '2'
    })
  })

  it('is checked against classes and caps', () => {
    const faults = (change: Parameters<typeof awardItem>[0]) =>
      checkCatalogue([awardItem(change)], incentiveScheme()).map(({ code, level }) => `${level} ${code}`)
    expect(faults({})).toEqual([])
    expect(faults({ classCode: 'x' })).toEqual(['error CATALOGUE_CLASS'])
    expect(faults({ points: '6' })).toEqual(['confirm CATALOGUE_CAP'])
    expect(faults({ least: '1' })).toEqual(['error CATALOGUE_RANGE'])
    expect(faults({ least: '1', most: '2' })).toEqual(['error CATALOGUE_RANGE'])
    const level = 'CITY' as const
    expect(
      faults({
        levels: [
          { level, points: '1' },
          { level, points: '2' }
        ]
      })
    ).toEqual(['error CATALOGUE_LEVEL'])
    const rising = [
      { level: 'PROVINCIAL' as const, points: '1' },
      { level, points: '2' }
    ]
    expect(faults({ levels: rising })).toEqual(['confirm CATALOGUE_LEVEL_ORDER'])
    const two = checkCatalogue(
      [awardItem(), awardItem({ code: 'B2', name: '获 上级表彰' })],
      incentiveScheme()
    )
    expect(two).toMatchObject([{ index: 1, code: 'CATALOGUE_NAME' }])
  })
})

describe('the distance to a model', () => {
  const of = (direction: 'UP' | 'DOWN' | 'TARGET', value: string) =>
    distanceTo({ value: '100', direction }, { state: 'VALUE', value })

  it('goes by the direction, in decimals', () => {
    expect(of('UP', '99.9')).toMatchObject({ short: '0.1', word: '差 0.1' })
    expect(of('UP', '100.3')).toMatchObject({ short: '-0.3', word: '超 0.3' })
    expect(of('DOWN', '120')).toMatchObject({ short: '20', word: '差 20' })
    expect(of('TARGET', '97')).toMatchObject({ word: '差 3' })
    expect(of('TARGET', '100')).toMatchObject({ word: '持平' })
  })

  it('takes nothing that is missing for 0', () => {
    const none = (state: 'MISSING' | 'NA' | 'NONE') =>
      distanceTo({ value: '100', direction: 'UP' }, { state })
    expect([none('MISSING'), none('NA'), none('NONE')].map(({ short, word }) => [short, word])).toEqual([
      [null, '缺报'],
      [null, '/'],
      [null, '/']
    ])
    expect(of('UP', '0')).toMatchObject({ value: '0', word: '差 100' })
  })
})
