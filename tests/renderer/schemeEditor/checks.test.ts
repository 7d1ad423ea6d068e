import { describe, expect, it } from 'vitest'
import { schemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Problem } from '#shared/problem.ts'
import {
  problemPlace,
  problemsByRow
} from '../../../renderer/src/features/schemeEditor/checks/problemPlace.ts'
import { schemeDifference } from '../../../renderer/src/features/schemeEditor/checks/schemeDifference.ts'
import { readDraft } from '../../../renderer/src/features/schemeEditor/draft/readDraft.ts'
import { rowKey, withIndicator } from '../../../renderer/src/features/schemeEditor/draft/rowPath.ts'
import { removeRow } from '../../../renderer/src/features/schemeEditor/draft/treeEdits.ts'
import { withTargetField } from '../../../renderer/src/features/schemeEditor/targets/targetEdits.ts'
import { bureauDefinition, draftWorld, faultyDefinition } from './draftHandlers.ts'

const draft = readDraft(bureauDefinition())
const problem = (group: string, message = ''): Problem => ({
  code: group.split(':')[0]!,
  level: 'error',
  message,
  place: {},
  group
})

describe('where a problem is put right', () => {
  it.each([
    ['SCHEME_SHAPE:races.0.dimensions.1.indicators.0.fullMark', 'TREE', '0/1/0', 'fullMark'],
    ['SCHEME_SHAPE:races.0.dimensions.1.indicators.0.rule.kind', 'TREE', '0/1/0', 'kind'],
    ['SCHEME_SHAPE:races.0.dimensions.0.indicators.2.targets.3.base', 'TARGETS', '0/0/2', 'name'],
    ['SCHEME_SHAPE:races.0.dimensions.1.fullMark', 'TREE', '0/1', 'fullMark'],
    ['SCHEME_SHAPE:races.0.grades.levels', 'RACE', null, 'name'],
    ['SCHEME_SHAPE:units.0.name', 'UNITS', null, 'name'],
    ['SCHEME_SHAPE:policies.decimals', 'POLICIES', null, 'name']
  ])('%s', (group, tab, row, column) => {
    const place = problemPlace(draft, problem(group))
    expect([place.tab, place.path === null ? null : rowKey(place.path), place.column]).toEqual([
      tab,
      row,
      column
    ])
  })

  it('leads to 方案信息 for the scheme’s own fields', () => {
    expect(problemPlace(draft, problem('SCHEME_SHAPE:title')).info).toBe(true)
  })

  it('tells two indicators of one name apart by their code', () => {
    const twin = withIndicator(draft, { race: 0, dimension: 1, indicator: 0 }, (old) => ({
      ...old,
      name: draft.races?.[0]?.dimensions?.[0]?.indicators?.[0]?.name
    }))
    const { code, name } = twin.races![0]!.dimensions![1]!.indicators![0]!
    const place = problemPlace(
      twin,
      problem(`RANGE_GAP:${code}`, `指标「${name}」：79 到 80 没有对应的区间。`)
    )
    expect(rowKey(place.path!)).toBe('0/1/0')
  })

  it('finds a row for everything that the checks say about indicators and dimensions', async () => {
    const world = draftWorld(faultyDefinition())
    const view = await world.handlers['draft.get']!({ id: 1 })
    const faulty = readDraft(view.definition)
    const about = view.problems.filter(({ message }) => /^(指标|板块)「/.test(message))
    expect(about.length).toBeGreaterThan(3)
    const found = [...problemsByRow(faulty, about).values()].flat()
    expect(found).toHaveLength(about.length)
  })
})

describe('what a draft changes', () => {
  const before = schemeDefinition.parse(bureauDefinition())
  const first = { race: 0, dimension: 0, indicator: 0 }

  it('is nothing for a copy, written with or without its defaults', () => {
    expect(schemeDifference(before, draft)).toEqual([])
    expect(schemeDifference(before, readDraft(before))).toEqual([])
  })

  it('counts what was added, removed and changed, each once', () => {
    const renamed = withIndicator(draft, first, (old) => ({ ...old, name: '改了名' }))
    expect(schemeDifference(before, renamed)).toEqual(['指标：改动 1'])
    const retargeted = withIndicator(draft, first, (old) => withTargetField(old, 'office', 'Q1', '99'))
    expect(schemeDifference(before, retargeted)).toEqual(['目标：改动 1'])
    const shorter = removeRow(draft, first).draft
    expect(schemeDifference(before, shorter)).toEqual(['板块：改动 1', '指标：删去 1'])
    expect(schemeDifference(before, { ...draft, policies: { ...draft.policies, decimals: 3 } })).toEqual([
      '通用规则有改动'
    ])
  })

  it('cannot be told while the draft is incomplete', () => {
    expect(schemeDifference(before, { ...draft, units: undefined })).toBeNull()
  })
})
