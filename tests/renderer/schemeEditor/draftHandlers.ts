import text from '../../../resources/presets/sports-bureau.scheme.json?raw'
import { blankScheme } from '#shared/domain/scheme/blankScheme.ts'
import { schemeProblems } from '#shared/domain/scheme/schemeProblems.ts'
import type { DraftHead, DraftView } from '#shared/ipc/draft.ts'
import type { Problem } from '#shared/problem.ts'
import { Refusal, type Handlers } from '../fakeApi.ts'
import { schemeView } from '../fixtures/scheme.ts'

export type Definition = DraftView['definition']

/** The bundled bureau's scheme as its file has it: defaults not filled in. */
export const bureauDefinition = (): Definition => JSON.parse(text) as Definition

/** A draft just begun: two units in one group, one race, one dimension, no indicator. */
export const blankDefinition = (): Definition => ({
  format: 'liangji-scheme',
  formatVersion: 1,
  code: 'new',
  title: '2027 年度季度赛马考评办法',
  organisation: '市体育局',
  year: 2027,
  units: [
    { code: 'office', name: '办公室', kind: 'DEPARTMENT' },
    { code: 'mass', name: '群众体育处', shortName: '群体处', kind: 'DEPARTMENT' }
  ],
  groups: [{ code: 'g1', name: '机关处室', members: [{ unit: 'office' }, { unit: 'mass' }] }],
  races: [
    {
      code: 'r1',
      name: '季度赛马',
      groups: ['g1'],
      fullMark: '100',
      dimensions: [{ code: 'd1', name: '目标任务', fullMark: '100', indicators: [] }]
    }
  ]
})

/** 整改率 in four bands with holes between them, and 增速 in steps: what a clerk gets wrong, for looking at. */
export const faultyDefinition = (): Definition => ({
  ...blankDefinition(),
  races: [
    {
      code: 'r1',
      name: '季度赛马',
      groups: ['g1'],
      fullMark: '100',
      dimensions: [
        {
          code: 'd1',
          name: '整改测评',
          fullMark: '100',
          indicators: [
            {
              code: 'holes',
              name: '七张问题清单整改率',
              unit: '%',
              fullMark: '5',
              provider: 'office',
              rule: {
                kind: 'INTERVAL_TABLE',
                params: {
                  rows: [
                    { lo: '90', hi: '100', hiInclusive: true, value: '5' },
                    { lo: '80', hi: '89', hiInclusive: true, value: '4' },
                    { lo: '60', hi: '79', hiInclusive: true, value: '3' },
                    { lo: '0', hi: '65', value: '0' }
                  ]
                }
              }
            },
            {
              code: 'steps',
              name: '固定资产投资增速与全省平均水平相比的增减幅度（含新增入库项目）',
              unit: '%',
              fullMark: '90',
              owner: 'mass',
              targets: [{ unit: '*', base: '8' }],
              rule: {
                kind: 'DIFF_FROM_TARGET',
                params: { downPer: '0.5', downPoints: '1', upPoints: '1', upCap: '5', mode: 'STEP' }
              }
            }
          ]
        }
      ]
    }
  ]
})

export interface DraftWorld {
  handlers: Handlers
  /** The definition that main has now. */
  saved: (id?: number) => Definition
  /** Somebody else changes the draft. */
  touch: (id: number, definition: Definition) => void
}

interface Stored {
  id: number
  origin: string | null
  updatedAt: string
  definition: Definition
}

/** Main's side of drafts, in memory: saving checks, and refuses what changed meanwhile. */
export function draftWorld(first: Definition = bureauDefinition()): DraftWorld {
  let clock = 0
  const now = (): string => `2026-11-24T09:00:${String(clock++).padStart(2, '0')}.000Z`
  const drafts = new Map<number, Stored>()
  const put = (id: number, origin: string | null, definition: Definition): DraftView => {
    // As in main: what is stored is JSON.
    const json = JSON.parse(JSON.stringify(definition)) as Definition
    const stored = { id, origin, updatedAt: now(), definition: json }
    drafts.set(id, stored)
    return viewOf(stored)
  }
  const get = (id: number): Stored => {
    const stored = drafts.get(id)
    if (stored === undefined) throw new Refusal('NOT_FOUND', '没有这份草稿。')
    return stored
  }
  put(1, '市体育局处室单位“季度赛马”考评办法 第 2 版', first)
  return {
    saved: (id = 1) => get(id).definition,
    touch: (id, definition) => void put(id, get(id).origin, definition),
    handlers: {
      'draft.list': () => [...drafts.values()].map((stored) => headOf(viewOf(stored))),
      'draft.get': ({ id }) => viewOf(get(id)),
      'draft.create': (from) =>
        put(
          drafts.size + 1,
          from.from === 'BLANK' ? null : '预设',
          from.from === 'BLANK' ? blankScheme('scheme', from.title, from.year) : bureauDefinition()
        ),
      'draft.save': ({ id, updatedAt, definition }) => {
        const stored = get(id)
        if (stored.updatedAt !== updatedAt) throw new Refusal('CONFLICT', '这份草稿已在别处改过。')
        return put(id, stored.origin, definition)
      },
      'draft.delete': ({ id }) => {
        drafts.delete(id)
        return {}
      },
      'draft.activate': ({ id, period }) => {
        drafts.delete(id)
        return schemeView(period)
      },
      'draft.import': () => put(drafts.size + 1, '文件：方案.xlsx', bureauDefinition()),
      'draft.export': ({ format }) => ({
        ticket: 'file-1',
        fileName: format === 'JSON' ? '方案.liangji-scheme.json' : '方案.xlsx',
        folder: 'D:\\考核'
      }),
      'scheme.versions': () => [
        {
          versionId: 2,
          title: '市体育局处室单位“季度赛马”考评办法（示例）',
          number: 2,
          status: 'active',
          year: 2026,
          periods: ['2026Q2', '2026Q3']
        }
      ]
    }
  }
}

function viewOf({ id, origin, updatedAt, definition }: Stored): DraftView {
  const problems = schemeProblems(definition)
  const count = (level: Problem['level']): number => problems.filter((one) => one.level === level).length
  return {
    id,
    title: typeof definition['title'] === 'string' ? definition['title'] : '',
    year: typeof definition['year'] === 'number' ? definition['year'] : null,
    origin,
    updatedAt,
    errors: count('error'),
    confirms: count('confirm'),
    definition,
    problems
  }
}

function headOf({ definition: _d, problems: _p, ...head }: DraftView): DraftHead {
  return head
}
