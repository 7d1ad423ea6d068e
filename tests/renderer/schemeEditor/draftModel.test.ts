import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftNames } from '../../../renderer/src/features/schemeEditor/draft/draftNames.ts'
import {
  draftReducer,
  openedDraft,
  saveState,
  type EditorState
} from '../../../renderer/src/features/schemeEditor/draft/draftState.ts'
import { markSums } from '../../../renderer/src/features/schemeEditor/draft/markSums.ts'
import { moveRow } from '../../../renderer/src/features/schemeEditor/draft/moveRow.ts'
import { readDraft } from '../../../renderer/src/features/schemeEditor/draft/readDraft.ts'
import {
  allIndicators,
  indicatorAt,
  rowKey,
  withIndicator
} from '../../../renderer/src/features/schemeEditor/draft/rowPath.ts'
import {
  addDimension,
  addIndicator,
  addRace,
  duplicateRow,
  removeRow
} from '../../../renderer/src/features/schemeEditor/draft/treeEdits.ts'
import type { Draft } from '../../../renderer/src/features/schemeEditor/editorTab.ts'
import { CallError } from '../../../renderer/src/ipc/client.ts'
import { blankDefinition, bureauDefinition } from './draftHandlers.ts'

const bureau = readDraft(bureauDefinition())
const view = {
  id: 1,
  title: '方案',
  year: 2026,
  origin: null,
  updatedAt: 't0',
  errors: 0,
  confirms: 0,
  definition: blankDefinition(),
  problems: []
}
const rename =
  (title: string) =>
  (draft: Draft): Draft => ({ ...draft, title })

function change(state: EditorState, title: string, merge: string | null = null): EditorState {
  return draftReducer(state, { type: 'CHANGE', update: rename(title), label: `改成${title}`, merge })
}

describe('reading a stored definition', () => {
  it('changes nothing in a well-formed scheme, codes in lists and unknown fields included', () => {
    const own = { ...bureauDefinition(), future: { units: ['kept'], deep: [{ x: 1 }] } }
    expect(readDraft(own)).toEqual(own)
  })

  it.each([
    ['a text where a list belongs', { races: 'three' }, {}],
    ['numbers among things', { units: [1, { code: 'a' }, null] }, { units: [{ code: 'a' }] }],
    [
      'parameters that are none',
      { races: [{ dimensions: [{ indicators: [{ rule: { params: 5 } }] }] }] },
      { races: [{ dimensions: [{ indicators: [{ rule: { params: {} } }] }] }] }
    ]
  ])('reads %s as nothing there', (_, stored, read) => {
    expect(readDraft(stored)).toEqual(read)
  })

  it('stumbles over no JSON, and neither do sums and names', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('races', 'units', 'groups', 'title'),
          fc.oneof(
            fc.jsonValue(),
            fc.array(
              fc.dictionary(
                fc.constantFrom(
                  'code',
                  'name',
                  'dimensions',
                  'indicators',
                  'rule',
                  'params',
                  'fullMark',
                  'byGroup',
                  'groups',
                  'members',
                  'targets',
                  'appliesTo',
                  'units'
                ),
                fc.jsonValue()
              )
            )
          )
        ),
        (stored) => {
          const draft = readDraft(stored)
          expect(markSums(draft)).toHaveLength(draft.races?.length ?? 0)
          expect(draftNames(draft).unit(undefined)).toBe('没有名称')
        }
      )
    )
  })
})

describe('undo and redo', () => {
  it('takes steps back and does them again', () => {
    let state = change(change(openedDraft(view), '一'), '二')
    state = draftReducer(state, { type: 'UNDO' })
    expect(state.draft.title).toBe('一')
    expect(state.future.at(-1)?.label).toBe('改成二')
    state = draftReducer(state, { type: 'UNDO' })
    expect(state.draft).toBe(state.saved)
    state = draftReducer(draftReducer(state, { type: 'REDO' }), { type: 'REDO' })
    expect(state.draft.title).toBe('二')
    expect(draftReducer(state, { type: 'REDO' })).toBe(state)
  })

  it('joins the keystrokes of one field, until the field is left', () => {
    let state = change(change(openedDraft(view), '方', 'title'), '方案', 'title')
    expect(state.past).toHaveLength(1)
    state = change(draftReducer(state, { type: 'SEAL' }), '方案二', 'title')
    expect(state.past).toHaveLength(2)
    expect(draftReducer(state, { type: 'UNDO' }).draft.title).toBe('方案')
  })

  it('forgets what was taken back once something else is changed', () => {
    const undone = draftReducer(change(openedDraft(view), '一'), { type: 'UNDO' })
    expect(change(undone, '三').future).toEqual([])
  })

  it('counts an update that changes nothing as no step', () => {
    const state = openedDraft(view)
    expect(draftReducer(state, { type: 'CHANGE', update: (draft) => draft, label: '', merge: null })).toBe(
      state
    )
  })
})

describe('what is saved', () => {
  it('is what main answered for, not what was changed since', () => {
    const first = change(openedDraft(view), '一')
    const during = change(draftReducer(first, { type: 'SAVING' }), '二')
    const after = draftReducer(during, {
      type: 'SAVED',
      draft: first.draft,
      view: { ...view, updatedAt: 't1' }
    })
    expect([saveState(first), saveState(during), saveState(after)]).toEqual(['UNSAVED', 'SAVING', 'UNSAVED'])
    expect(after.updatedAt).toBe('t1')
  })

  it('stays unsaved after a refusal, a conflict apart from other failures', () => {
    const fail = (code: string): EditorState =>
      draftReducer(change(openedDraft(view), '一'), {
        type: 'FAILED',
        error: new CallError({ code, message: '', details: {} })
      })
    expect([saveState(fail('BUSY')), saveState(fail('CONFLICT'))]).toEqual(['FAILED', 'CONFLICT'])
    const settled = draftReducer(fail('CONFLICT'), { type: 'OVERWRITE', updatedAt: 't9' })
    expect([saveState(settled), settled.updatedAt]).toEqual(['UNSAVED', 't9'])
  })
})

describe('rows of the tree', () => {
  const first = { race: 0, dimension: 0, indicator: 0 }
  const codes = (draft: Draft): (string | undefined)[] =>
    allIndicators(draft).map(({ indicator }) => indicator.code)

  it('adds an indicator with a code of its own and the mark that is left', () => {
    const draft = readDraft(blankDefinition())
    const one = addIndicator(draft, { race: 0, dimension: 0, indicator: null })!
    expect(indicatorAt(one.draft, one.path)).toEqual({ code: 'i1', name: '新指标', fullMark: '100' })
    const sixty = withIndicator(one.draft, one.path, (old) => ({ ...old, fullMark: '62.5' }))
    const two = addIndicator(sixty, one.path)!
    expect(indicatorAt(two.draft, two.path)).toMatchObject({ code: 'i2', fullMark: '37.5' })
    expect(
      indicatorAt(addIndicator(two.draft, two.path)!.draft, { ...first, indicator: 2 })?.fullMark
    ).toBeUndefined()
  })

  it('copies a race under new codes throughout, and everything else as it is', () => {
    const { draft, path } = duplicateRow(bureau, { race: 0, dimension: null, indicator: null })!
    expect(rowKey(path)).toBe('1')
    const all = codes(draft)
    expect(new Set(all).size).toBe(all.length)
    expect(draft.races?.[1]?.name).toBe(`${bureau.races?.[0]?.name}（副本）`)
    expect(draft.races?.[0]).toBe(bureau.races?.[0])
  })

  it('moves an indicator past the edge of its dimension into the next, and back to where it was', () => {
    const last = (bureau.races?.[0]?.dimensions?.[0]?.indicators?.length ?? 0) - 1
    const down = moveRow(bureau, { ...first, indicator: last }, 1)!
    expect(down.path).toEqual({ race: 0, dimension: 1, indicator: 0 })
    const up = moveRow(down.draft, down.path, -1)!
    expect(up.draft).toEqual(bureau)
    expect(moveRow(bureau, first, -1)).toBeNull()
  })

  it('loses and invents no indicator, however rows are moved', () => {
    const where = fc.record({
      race: fc.constant(0),
      dimension: fc.nat(3),
      indicator: fc.option(fc.nat(30), { nil: null })
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(where, fc.constantFrom(-1 as const, 1 as const)), { maxLength: 20 }),
        (moves) => {
          const end = moves.reduce((draft, [path, by]) => moveRow(draft, path, by)?.draft ?? draft, bureau)
          expect(codes(end).sort()).toEqual(codes(bureau).sort())
        }
      )
    )
  })

  it('removes a row and chooses its neighbour', () => {
    const removed = removeRow(bureau, { race: 0, dimension: 1, indicator: null })
    expect(removed.path).toEqual({ race: 0, dimension: 0, indicator: null })
    expect(removed.draft.races?.[0]?.dimensions).toHaveLength(3)
  })

  it('adds dimensions and races anywhere, even in an empty draft', () => {
    expect(addDimension({}, first)).toBeNull()
    const race = addRace({}, null)
    expect(race.draft.races).toEqual([
      { code: 'r1', name: '新赛项', groups: [], dimensions: [{ code: 'd1', name: '新板块', indicators: [] }] }
    ])
    expect(addDimension(race.draft, race.path)?.draft.races?.[0]?.dimensions?.[1]?.code).toBe('d2')
  })
})

describe('running sums', () => {
  it('adds up for every unit of the bundled scheme, whose indicators differ from unit to unit', () => {
    const [sums] = markSums(bureau)
    expect(sums?.race).toEqual({ counts: true, wrong: [], common: '100' })
    expect(sums?.dimensions.map(({ wrong }) => wrong)).toEqual([[], [], [], []])
  })

  it('names the units whose sum is wrong', () => {
    const draft = readDraft({
      ...blankDefinition(),
      races: [
        {
          code: 'r1',
          groups: ['g1'],
          dimensions: [
            {
              code: 'd1',
              fullMark: '100',
              indicators: [
                { code: 'a', fullMark: '60.5' },
                { code: 'b', fullMark: '39.5', appliesTo: { units: ['mass'] } }
              ]
            }
          ]
        }
      ]
    })
    expect(markSums(draft)[0]?.dimensions[0]?.wrong).toEqual([
      { total: '60.5', declared: '100', units: ['office'] }
    ])
  })

  it('takes the full mark of the group where it differs (S10)', () => {
    const draft = readDraft({
      units: [{ code: 'a' }, { code: 'b' }],
      groups: [
        { code: 'A', members: [{ unit: 'a' }] },
        { code: 'B', members: [{ unit: 'b' }] }
      ],
      races: [
        {
          groups: ['A', 'B'],
          dimensions: [
            {
              fullMark: '50',
              byGroup: [{ group: 'B', fullMark: '40' }],
              indicators: [{ fullMark: '50', byGroup: [{ group: 'B', fullMark: '40' }] }]
            }
          ]
        }
      ]
    })
    expect(markSums(draft)[0]?.dimensions[0]?.wrong).toEqual([])
    expect(markSums(draft)[0]?.race.wrong).toEqual([
      { total: '50', declared: '100', units: ['a'] },
      { total: '40', declared: '100', units: ['b'] }
    ])
  })
})
