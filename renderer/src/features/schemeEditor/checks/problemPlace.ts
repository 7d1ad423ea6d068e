import type { Problem } from '#shared/problem.ts'
import type { Draft } from '../editorTab.ts'
import { allIndicators, rowKey, type RowPath } from '../draft/rowPath.ts'
import type { TreeColumn } from '../tree/cellOf.ts'

export type EditorTab = 'TREE' | 'TARGETS' | 'UNITS' | 'POLICIES' | 'RACE'

/** Where in the editor a problem is put right. */
export interface ProblemPlace {
  tab: EditorTab
  /** Row of the tree; null where the problem belongs to none. */
  path: RowPath | null
  column: TreeColumn
  /** A field of 方案信息. */
  info: boolean
}

const TABS: Record<string, EditorTab> = {
  units: 'UNITS',
  groups: 'UNITS',
  lines: 'UNITS',
  successions: 'UNITS',
  policies: 'POLICIES',
  emptyWords: 'POLICIES',
  progress: 'POLICIES',
  totals: 'RACE',
  vetoKinds: 'RACE'
}
const RACE_SETTINGS = [
  'adjustments',
  'tieBreak',
  'grades',
  'personQuotas',
  'boards',
  'streaks',
  'year',
  'alsoRank',
  'participants',
  'groups'
]
const COLUMNS: Record<string, TreeColumn> = {
  fullMark: 'fullMark',
  composition: 'kind',
  rule: 'kind',
  unit: 'unit',
  direction: 'direction',
  nature: 'nature',
  provider: 'provider',
  owner: 'owner'
}
const NO_ROW = { path: null, column: 'name', info: false } as const

/** Finds the place of a problem: by the path of a field that is written wrongly, else by the thing that it names. */
export function problemPlace(draft: Draft, problem: Problem): ProblemPlace {
  const group = problem.group ?? ''
  const path = /^SCHEME_SHAPE:(.*)$/.exec(group)?.[1]
  if (path !== undefined) return placeOfPath(path === '' ? [] : path.split('.'))
  const row = rowOf(draft, problem)
  const tab = tabOf(problem)
  if (row === null) return { ...NO_ROW, tab: tab ?? 'TREE' }
  return {
    tab: tab ?? 'TREE',
    path: row,
    column: problem.code === 'PEOPLE_MISSING' ? 'provider' : columnOf(problem.code),
    info: false
  }
}

function placeOfPath(path: readonly string[]): ProblemPlace {
  const [first = '', race, second, dimension, third, indicator, field] = path
  if (first !== 'races') {
    const tab = TABS[first]
    return { ...NO_ROW, tab: tab ?? 'TREE', info: tab === undefined }
  }
  if (second !== undefined && RACE_SETTINGS.includes(second)) return { ...NO_ROW, tab: 'RACE' }
  const at = {
    race: Number(race ?? 0),
    dimension: second === 'dimensions' && dimension !== undefined ? Number(dimension) : null,
    indicator: third === 'indicators' && indicator !== undefined ? Number(indicator) : null
  }
  const named = at.indicator !== null ? field : at.dimension !== null ? third : second
  return {
    tab: named === 'targets' ? 'TARGETS' : 'TREE',
    path: at,
    column: COLUMNS[named ?? ''] ?? 'name',
    info: false
  }
}

function tabOf(problem: Problem): EditorTab | null {
  const { code, message } = problem
  if (code === 'TARGET_MISSING') return 'TARGETS'
  if (message.startsWith('指标「') || message.startsWith('板块「')) return 'TREE'
  if (/_SUM$|FULL_MARK/.test(code)) return 'TREE'
  if (/^(单位|组别|战线|沿革)/.test(message)) return 'UNITS'
  if (message.startsWith('赛项「')) return 'RACE'
  if (/否决|总分/.test(message)) return 'RACE'
  return null
}

const columnOf = (code: string): TreeColumn => (/SUM|FULL_MARK/.test(code) ? 'fullMark' : 'kind')

/** The row that a problem names. Names are said in its sentence; a code stands in its group where two have one name. */
function rowOf(draft: Draft, { message, group = '' }: Problem): RowPath | null {
  const subjects = group.split(':').slice(1)
  const named = (kind: string): string | undefined => new RegExp(`^${kind}「(.*?)」`).exec(message)?.[1]
  const indicator = named('指标')
  if (indicator !== undefined) {
    const same = allIndicators(draft).filter((one) => one.indicator.name === indicator)
    return (same.find((one) => subjects.includes(one.indicator.code ?? '')) ?? same[0])?.path ?? null
  }
  const dimension = named('板块')
  const race = named('赛项')
  for (const [raceIndex, one] of (draft.races ?? []).entries()) {
    if (race !== undefined && one.name === race) return { race: raceIndex, dimension: null, indicator: null }
    const index = (one.dimensions ?? []).findIndex(({ name }) => name === dimension)
    if (dimension !== undefined && index >= 0) return { race: raceIndex, dimension: index, indicator: null }
  }
  return null
}

/** Problems by the row of the tree that they belong to. */
export function problemsByRow(draft: Draft, problems: readonly Problem[]): Map<string, Problem[]> {
  const rows = new Map<string, Problem[]>()
  for (const problem of problems) {
    const { path } = problemPlace(draft, problem)
    if (path === null) continue
    const key = rowKey(path)
    rows.set(key, [...(rows.get(key) ?? []), problem])
  }
  return rows
}
