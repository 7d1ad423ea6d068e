import { describe, expect, it } from 'vitest'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { indicatorMatcher, type IndicatorMatch } from '#shared/domain/importing/names/matchIndicator.ts'
import { unitMatcher, type UnitMatch } from '#shared/domain/importing/names/matchUnit.ts'
import { similarity } from '#shared/domain/importing/names/similarity.ts'
import { catalogue } from './helpers/catalogue.ts'

const { units, organisation, indicators } = catalogue()
const none = importFixes.parse({})
const unit = unitMatcher(units, organisation, none)
const indicator = indicatorMatcher(indicators, none)
const answer = (match: UnitMatch | IndicatorMatch): string =>
  match.status === 'FOUND' ? `${match.code} ${match.by}` : match.status

describe('matchUnit', () => {
  it.each([
    ['体育产业处', 'tycy exact'],
    [' 体育产业处 ', 'tycy exact'],
    ['产业处', 'tycy alias'],
    ['局办', 'bgs alias'],
    ['体育　产业处', 'tycy alias'],
    ['体育\n产业处', 'tycy alias'],
    ['规划财务处（盖章）', 'ghcw alias'],
    ['1.办公室', 'bgs alias'],
    ['（三）审计处', 'sjc alias'],
    ['海州市体育局办公室', 'bgs alias'],
    ['市体育局办公室', 'bgs alias'],
    ['体育局审计处', 'sjc alias'],
    ['局审计处', 'sjc alias'],
    ['市局审计处', 'sjc alias'],
    ['001审计处', 'sjc alias'],
    ['审计处（牵头）', 'sjc alias'],
    ['110审计处', 'UNKNOWN'],
    ['体育训练中心', 'xlzx alias'],
    ['海州市体育训练中心', 'xlzx alias'],
    ['体育彩票管理中心', 'cpzx alias'],
    ['体育产业科', 'UNKNOWN'],
    ['产业', 'UNKNOWN'],
    ['处', 'UNKNOWN'],
    ['', 'UNKNOWN'],
    ['办公室、审计处', 'AMBIGUOUS'],
    ['办公室、宣传部', 'UNKNOWN']
  ])('%j → %s', (text, expected) => expect(answer(unit.match(text))).toBe(expected))

  it('does not mind a bracket behind the name of the organisation', () => {
    const sample = unitMatcher(units, '市体育局（示例）', none)
    expect(['市体育局审计处', '局审计处', '市局审计处'].map((text) => answer(sample.match(text)))).toEqual(
      Array(3).fill('sjc alias')
    )
  })

  it('says AMBIGUOUS when two units fit equally well', () => {
    const twins = unitMatcher(
      [
        { code: 'a', name: '训练一处', shortName: '训练处', aliases: [], groups: [] },
        { code: 'b', name: '训练二处', shortName: '训练处', aliases: [], groups: [] }
      ],
      '',
      none
    )
    expect(twins.match('训练处')).toEqual({ status: 'AMBIGUOUS', codes: ['a', 'b'] })
  })

  it("prefers a full name to another unit's alias", () => {
    const list = unitMatcher(
      [
        { code: 'a', name: '宣传处', shortName: null, aliases: [], groups: [] },
        { code: 'b', name: '科教处', shortName: null, aliases: ['宣传处'], groups: [] }
      ],
      '',
      none
    )
    expect(list.match('宣传处')).toMatchObject({ code: 'a', by: 'exact' })
  })

  it('follows the clerk, and only to units that exist', () => {
    const fixed = unitMatcher(
      units,
      organisation,
      importFixes.parse({
        units: {
          体育产业科: { unit: 'tycy', remember: true },
          宣传部: 'SKIP',
          外单位: { unit: 'gone', remember: false }
        }
      })
    )
    expect(answer(fixed.match(' 体育产业科'))).toBe('tycy clerk')
    expect(answer(fixed.match('宣传部'))).toBe('SKIP')
    expect(answer(fixed.match('外单位'))).toBe('UNKNOWN')
  })

  it('ranks candidates by likeness, never applies them', () => {
    expect(unit.index.candidates('体育产业科')[0]).toEqual({ code: 'tycy', name: '体育产业处' })
    expect(unit.index.candidates('zzz')).toEqual([])
  })

  it('finds the longest name inside a title', () => {
    expect(unit.index.within('海州市体育局竞技体育处2026年三季度自评表')).toEqual(['jjty'])
    expect(unit.index.within('办公室和审计处')).toEqual(['bgs', 'sjc'])
  })
})

describe('matchIndicator', () => {
  it.each([
    ['到位资金', 'funds exact'],
    ['到位资金（万元）', 'funds alias'],
    ['一、到位资金', 'funds alias'],
    ['政务公开得分(77)', 'open alias'],
    ['重点项目数', 'events alias'],
    ['3.政务公开（77分）', 'open alias'],
    ['资金', 'UNKNOWN'],
    ['到位资金率', 'UNKNOWN'],
    ['指标4：到位资金', 'funds alias'],
    ['A1 到位资金', 'funds alias'],
    ['5到位资金', 'UNKNOWN']
  ])('%s → %s', (text, expected) => expect(answer(indicator.match(text))).toBe(expected))
})

describe('similarity', () => {
  it('weighs a difference by the length of the name', () => {
    expect(similarity('得分', '排名')).toBe(0)
    expect(similarity('一季度', '二季度')).toBeCloseTo(2 / 3)
    expect(similarity('体育产业科', '体育产业处')).toBeCloseTo(0.8)
    expect(similarity('a'.repeat(500), 'b')).toBe(0)
  })

  it('never takes short names for one another, only as part of longer ones', () => {
    expect([similarity('人事', '人大'), similarity('甲处', '甲科'), similarity('甲处', '甲处理')]).toEqual([
      0,
      0,
      expect.closeTo(0.5 + 1 / 3)
    ])
  })
})

describe('a measure of the scheme’s own making', () => {
  const [first] = indicators
  const own = indicatorMatcher([{ ...first!, name: '安全检查', aliases: [], unit: '家次' }], none)

  it('may stand in brackets behind the name, as usual measures may', () => {
    expect(answer(own.match('安全检查（家次）'))).toBe(`${first!.code} alias`)
    expect(answer(own.match('安全检查 (家次)'))).toBe(`${first!.code} alias`)
    expect(answer(own.match('安全检查（户次）'))).toBe('UNKNOWN')
  })
})
