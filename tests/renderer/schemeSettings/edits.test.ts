import { describe, expect, it } from 'vitest'
import { draftNames } from '../../../renderer/src/features/schemeEditor/draft/draftNames.ts'
import type { Draft, DraftRace } from '../../../renderer/src/features/schemeEditor/editorTab.ts'
import { moveAt, put, removeAt } from '../../../renderer/src/features/schemeEditor/settings/listEdits.ts'
import { readDecimal } from '../../../renderer/src/features/schemeEditor/settings/readDecimal.ts'
import {
  addGroup,
  assign,
  membershipFaults,
  placesOf,
  removeGroup,
  setRankMode,
  unusedGroups
} from '../../../renderer/src/features/schemeEditor/settings/units/groupEdits.ts'
import { parseUnitList } from '../../../renderer/src/features/schemeEditor/settings/units/parseUnitList.ts'
import {
  addListed,
  addUnits,
  moveUnit,
  removeUnits,
  targetsOf
} from '../../../renderer/src/features/schemeEditor/settings/units/unitEdits.ts'
import { successionSentence } from '../../../renderer/src/text/successionSentence.ts'
import { bureauDraft, emptyDraft, smallDraft } from './drafts.ts'

const raceOf = (draft: Draft): DraftRace => draft.races![0]!
const indicatorOf = (draft: Draft) => raceOf(draft).dimensions![0]!.indicators![0]!

describe('lists', () => {
  it('moves inside, and not over the ends', () => {
    expect(moveAt(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moveAt(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
    expect(moveAt(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
    expect(removeAt(undefined, 0)).toEqual([])
  })
  it('takes a field away instead of writing undefined', () => {
    expect(Object.keys(put({ a: 1, b: 2 }, 'a', undefined))).toEqual(['b'])
  })
})

describe('typed numbers', () => {
  it.each([
    ['９５．５０', '95.5'],
    ['1,200', '1200'],
    ['15%', '15'],
    ['10 分', '10'],
    ['-2', '-2'],
    ['(2)', null],
    ['约 10', null],
    ['10 万', null],
    ['', null]
  ])('%s → %s', (typed, read) => expect(readDecimal(typed)).toBe(read))
})

describe('units', () => {
  it('adds with codes of their own, in order, into a group', () => {
    const { draft, codes } = addUnits(
      smallDraft,
      [
        { name: '人事处', kind: 'DEPARTMENT', group: 'g' },
        { name: '体校', kind: 'AFFILIATE', staff: 43 }
      ],
      0
    )
    expect(codes).toEqual(['unit1', 'unit2'])
    expect(draft.units!.map((unit) => unit.name)).toEqual(['办公室', '人事处', '体校', '财务处'])
    expect(draft.groups![0]!.members!.map((member) => member.unit)).toEqual(['office', 'finance', 'unit1'])
    expect(draft.units![2]).toEqual({ code: 'unit2', name: '体校', kind: 'AFFILIATE', staff: 43 })
  })
  it('keeps what it does not know', () => {
    const strange = { ...smallDraft, later: { kept: true } } as Draft
    expect(addUnits(strange, [{ name: '甲', kind: 'PERSON' }]).draft).toMatchObject({ later: { kept: true } })
    expect(removeUnits(strange, ['office'])).toMatchObject({ later: { kept: true } })
  })
  it('takes a unit out with its targets, places and exceptions, and opens what it was responsible for', () => {
    expect(targetsOf(smallDraft, ['finance'])).toBe(1)
    const draft = removeUnits(smallDraft, ['finance'])
    expect(draft.units!.map((unit) => unit.code)).toEqual(['office'])
    expect(draft.groups![0]!.members!.map((member) => member.unit)).toEqual(['office'])
    const indicator = indicatorOf(draft)
    expect(indicator.provider).toBeUndefined()
    expect(indicator.owner).toBe('office')
    expect(indicator.targets!.map((target) => target.unit)).toEqual(['office'])
    expect(indicator.appliesTo!.exceptUnits).toEqual([])
  })
  it('changes the order of the organisation', () => {
    expect(moveUnit(smallDraft, 'finance', -1).units!.map((unit) => unit.code)).toEqual(['finance', 'office'])
    expect(moveUnit(smallDraft, 'finance', 1)).toEqual(smallDraft)
  })
  it('works on an empty draft', () => {
    expect(addUnits(emptyDraft, [{ name: '甲', kind: 'WORK' }]).draft.units).toHaveLength(1)
    expect(removeUnits(emptyDraft, ['x']).units).toEqual([])
  })
})

describe('groups', () => {
  it('moves a unit between the groups of a race and keeps how it is ranked', () => {
    const two = addGroup(smallDraft, raceOf(smallDraft), '直属组')
    const moved = assign(two, raceOf(two), ['office'], 'group1')
    expect(moved.groups![0]!.members).toEqual([{ unit: 'finance' }])
    expect(moved.groups![1]!.members).toEqual([{ unit: 'office', rankMode: 'LISTED_NOT_RANKED' }])
    expect(raceOf(two).groups).toEqual(['g', 'group1'])
  })
  it('tells who stands in no group and who in two', () => {
    const two = addGroup(smallDraft, raceOf(smallDraft), '直属组')
    const double: Draft = {
      ...two,
      units: [...two.units!, { code: 'new', name: '新单位', kind: 'AFFILIATE' }],
      groups: two.groups!.map((group) =>
        group.code === 'group1' ? { ...group, members: [{ unit: 'office' }] } : group
      )
    }
    expect(membershipFaults(double, raceOf(double))).toEqual({ unassigned: ['new'], double: ['office'] })
    const onlyDepartments = { ...raceOf(double), participants: ['DEPARTMENT' as const] }
    expect(membershipFaults(double, onlyDepartments).unassigned).toEqual([])
    const repaired = assign(double, raceOf(double), ['office', 'new'], 'g')
    expect(membershipFaults(repaired, raceOf(repaired))).toEqual({ unassigned: [], double: [] })
  })
  it('moves among all groups while there is no race, and shows groups that no race uses', () => {
    const free: Draft = {
      ...smallDraft,
      races: [],
      groups: [...smallDraft.groups!, { code: 'h', name: '直属组', members: [] }]
    }
    const moved = assign(free, undefined, ['finance'], 'h')
    expect(moved.groups!.map((group) => group.members!.map((member) => member.unit))).toEqual([
      ['office'],
      ['finance']
    ])
    expect(placesOf(assign(free, undefined, ['finance'], null), undefined).has('finance')).toBe(false)
    expect(unusedGroups(free)).toBeNull()
    expect(unusedGroups({ ...free, races: smallDraft.races })).toEqual(['h'])
    expect(unusedGroups(smallDraft)).toBeNull()
  })
  it('takes units out of all groups of the race', () => {
    const draft = assign(smallDraft, raceOf(smallDraft), ['office'], null)
    expect(placesOf(draft, raceOf(draft)).has('office')).toBe(false)
  })
  it('changes how members are ranked', () => {
    const draft = setRankMode(smallDraft, raceOf(smallDraft), ['finance'], 'EXCLUDED')
    expect(draft.groups![0]!.members![1]).toEqual({ unit: 'finance', rankMode: 'EXCLUDED' })
  })
  it('takes a group out with everything that named it', () => {
    const draft = removeGroup(smallDraft, 'g')
    expect(draft.groups).toEqual([])
    expect(raceOf(draft)).toMatchObject({ groups: [], byGroup: [] })
    expect(indicatorOf(draft)).toMatchObject({ byGroup: [], appliesTo: { groups: [] } })
    expect(JSON.stringify(draft)).not.toContain('"g"')
  })
})

describe('a pasted list of units', () => {
  it('reads a plain column', () => {
    expect(parseUnitList('办公室\n人事处\r\n\n人事处\n', smallDraft)).toEqual([
      { line: 1, name: '办公室', status: 'KNOWN' },
      { line: 2, name: '人事处', status: 'NEW' },
      { line: 4, name: '人事处', status: 'TWICE' }
    ])
  })
  it('knows aliases, and passes over serial numbers', () => {
    expect(parseUnitList('1\t计财处\n2\t体校', smallDraft)).toMatchObject([
      { name: '计财处', status: 'KNOWN' },
      { name: '体校', status: 'NEW' }
    ])
  })
  it('reads columns by their heads', () => {
    const rows = parseUnitList(
      '序号\t单位名称\t简称\t性质\t在编人数\t组别\n1\t体育运动学校\t体校\t事业单位\t43\t机关组\n2\t集团公司\t\t企业\t１２０人\t企业组',
      smallDraft
    )
    expect(rows).toMatchObject([
      { name: '体育运动学校', shortName: '体校', kind: 'AFFILIATE', staff: 43, group: 'g' },
      { name: '集团公司', kind: 'SUBSIDIARY', staff: 120, groupName: '企业组' }
    ])
    expect(rows[1]!.group).toBeUndefined()
  })
  it('takes a head that calls the units by what they are', () => {
    expect(parseUnitList('镇乡\nA1 镇', emptyDraft).map(({ name }) => name)).toEqual(['A1 镇'])
  })
  it('makes the groups that it names, once each, in the first race', () => {
    const list = '单位\t组别\n甲镇\tA 类\n乙镇\tB 类\n丙镇\tA 类\n丁镇\t'
    const group = smallDraft.groups![0]!.code!
    const after = addListed(smallDraft, parseUnitList(list, smallDraft), { kind: 'TOWNSHIP', group })
    const made = after.groups!.slice(smallDraft.groups!.length)
    const unitNames = (members: (typeof made)[number]['members']) =>
      members!.map(({ unit }) => after.units!.find(({ code }) => code === unit)!.name)
    expect(made.map(({ name, members }) => [name, unitNames(members)])).toEqual([
      ['A 类', ['甲镇', '丙镇']],
      ['B 类', ['乙镇']]
    ])
    expect(raceOf(after).groups).toEqual([...raceOf(smallDraft).groups!, ...made.map(({ code }) => code)])
    expect(unitNames(after.groups![0]!.members)).toContain('丁镇')
  })
  it('finds nothing in nothing', () => expect(parseUnitList(' \n\t\n', bureauDraft)).toEqual([]))
})

describe('沿革 in words (§2.13, G20)', () => {
  const names = draftNames(smallDraft)
  it('says what a merger does', () => {
    const sentence = successionSentence(
      {
        kind: 'MERGE',
        from: ['office', 'finance'],
        to: ['c'],
        effective: '2026Q2',
        inherit: [{ from: 'office', to: 'c', percent: '60' }]
      },
      names,
      2
    )
    expect(sentence).toBe(
      '从2026年第二季度起，「办公室」、「财务处」合并为「c」。2026年第一季度及以前的名次表仍列「办公室」、「财务处」。新单位计分满 2 个季度才排名，之前只计分。算全年时，「c」继承「办公室」以前各季成绩的 60%。'
    )
  })
  it.each([
    [{ kind: 'RENAME' as const, from: ['office'], to: [], effective: '2026Q2' }],
    [{ kind: 'ABOLISH' as const, from: [], effective: '2026Q2' }],
    [{ kind: 'SPLIT' as const, from: ['office'], to: ['x'] }],
    [{}]
  ])('asks for what is missing: %j', (entry) =>
    expect(successionSentence(entry, names, 2)).toBe('选好单位和季度，这里说明怎么算。')
  )
})
