import type { Workspace } from '#electron/services/workspace.ts'
import { computePeriod } from '#electron/services/compute.ts'
import { freezePeriod } from '#electron/services/freeze.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReadingField } from '#shared/domain/scoring/reading.ts'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { upsertReading } from '#db/repos/measurementRepo.ts'
import { freshWorkspace } from './workspace.ts'

/** Four departments in one group; a cumulative indicator of 60, a mark of 40, grades, a board, vetoes, a year. */
export function officeScheme(change: Partial<SchemeDefinition> = {}): SchemeDefinition {
  return schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'office',
    title: '季度赛马办法',
    organisation: '某局',
    year: 2026,
    units: ['甲处', '乙处', '丙处', '丁处'].map((name, index) => ({
      code: 'abcd'[index],
      name,
      kind: 'DEPARTMENT'
    })),
    groups: [{ code: 'g', name: '处室组', members: ['a', 'b', 'c', 'd'].map((unit) => ({ unit })) }],
    races: [
      {
        code: 'main',
        name: '亮绩赛马',
        groups: ['g'],
        dimensions: [
          {
            code: 'work',
            name: '重点工作',
            fullMark: '100',
            indicators: [
              {
                code: 'output',
                name: '产出',
                unit: '万元',
                nature: 'CUMULATIVE',
                fullMark: '60',
                provider: 'a',
                owner: 'a',
                rule: { kind: 'RATIO_TO_TARGET', params: {} },
                targets: [{ unit: '*', base: '100', phased: { Q1: '25', Q2: '50', Q3: '75', Q4: '100' } }]
              },
              {
                code: 'mark',
                name: '综合评价',
                fullMark: '40',
                provider: 'a',
                owner: 'a',
                rule: { kind: 'DIRECT_SCORE', params: {} }
              }
            ]
          }
        ],
        grades: { levels: [{ name: '优秀', percent: '25' }, { name: '良好' }] },
        boards: [{ kind: 'RED_BLACK', code: 'rb', name: '红黑榜', first: 1, last: 1 }],
        year: { leadership: '5' }
      }
    ],
    vetoKinds: [
      { code: 'safety', name: '安全生产事故', effects: ['RANK_LAST'] },
      { code: 'fraud', name: '弄虚作假', effects: ['SCORE_ZERO'] }
    ],
    policies: { vetoes: true },
    ...change
  })
}

export type Values = Record<string, readonly [output: string | null, mark: string | null]>

export const Q2: Values = { a: ['50', '38'], b: ['40', '36'], c: ['30', '34'], d: ['20', '32'] }
/** 甲处 and 乙处 share the first place: 60 + 36 each. */
export const TIED_Q3: Values = { a: ['75', '36'], b: ['75', '36'], c: ['60', '30'], d: ['45', '28'] }

/** The same with 乙处 behind: nobody shares a place. */
export const CLEAR_Q3: Values = { ...TIED_Q3, b: ['70', '36'] }

/** Opens a quarter under the scheme and enters its numbers by hand. */
export function openQuarter(
  { library }: Workspace,
  period: PeriodKey,
  values: Values,
  scheme: SchemeDefinition = officeScheme()
): void {
  loadScheme(library, scheme, period)
  for (const [unit, [output, mark]] of Object.entries(values)) {
    if (output !== null) enter(library, period, unit, 'output', 'actual', output)
    if (mark !== null) enter(library, period, unit, 'mark', 'score', mark)
  }
}

export function enter(
  library: Workspace['library'],
  period: PeriodKey,
  unit: string,
  indicator: string,
  field: ReadingField,
  value: string
): void {
  upsertReading(library.db, {
    period,
    reading: { unit, indicator, field, rater: null, state: 'VALUE', value, note: null },
    source: { kind: 'manual', by: '考核办', at: '2026-10-09', reason: '电话核实' },
    at: library.now()
  })
}

export const EVERYTHING = ['MISSING_UNITS', 'PREVIOUS_FROZEN', 'ESTIMATED', 'SCHEME_CONFIRMS']

/** Computes and freezes; what need only be accepted is accepted. */
export async function freeze({ library }: Workspace, period: PeriodKey, reason = ''): Promise<string> {
  computePeriod(library, period)
  return (await freezePeriod(library, { period, accept: EVERYTHING, reason })).publicId
}

/** Second quarter frozen, third one open with its numbers. */
export async function officeWorkspace(
  values: Values = TIED_Q3,
  workspace: Workspace = freshWorkspace()
): Promise<Workspace> {
  openQuarter(workspace, '2026Q2', Q2)
  await freeze(workspace, '2026Q2')
  openQuarter(workspace, '2026Q3', values)
  return workspace
}
