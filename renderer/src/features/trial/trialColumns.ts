import type { RuleKind } from '#shared/domain/scoring/ruleKind.ts'
import { fieldsOfRule } from '#shared/domain/scoring/registry.ts'
import { AGAINST_GROUP } from '#shared/domain/scoring/kinds/ratioToBestParams.ts'
import { trialText } from '../../text/trial.ts'

/** Which number of a unit a column holds. Marks without a name stand together in one cell. */
export type ColumnField =
  | { field: 'target' | 'stretch' | 'rankTarget' | 'actual' | 'score' | 'by' | 'reason' }
  | { field: 'rating'; group: string; name: string }

export type TrialColumn = ColumnField & {
  key: string
  label: string
  /** Free text instead of a number. */
  words?: true
  /** Several marks may stand in a cell. */
  many?: true
}

type Params = Readonly<Record<string, unknown>>

const { table: text } = trialText
const plain = (field: Exclude<ColumnField['field'], 'rating'>, label: string): TrialColumn => ({
  field,
  key: field,
  label
})

export function ratingColumn(group: string, name: string, many = false): TrialColumn {
  const label = [group, name].filter((part) => part !== '').join(' ') || text.marks
  return {
    field: 'rating',
    group,
    name,
    key: `rating:${group}:${name}`,
    label,
    ...(many || name === '' ? { many: true as const } : {})
  }
}

/** The columns that a kind with these parameters reads, in the order in which people fill them in. */
export function columnsOf(kind: RuleKind, params: Params): TrialColumn[] {
  const fields = fieldsOfRule({ kind: kind.kind, params })
  const external = kind.kind === 'EXTERNAL_RANK'
  return [
    ...(fields.includes('target') ? [plain('target', text.target)] : []),
    ...(usesStretch(params) ? [plain('stretch', text.stretch)] : []),
    ...(external ? [plain('rankTarget', text.rankTarget)] : []),
    ...(fields.includes('actual') ? [plain('actual', external ? text.place : text.actual)] : []),
    ...(fields.includes('score') ? [plain('score', text.score)] : []),
    ...(kind.kind === 'MANUAL_SCORE'
      ? [
          { ...plain('by', text.by), words: true as const },
          { ...plain('reason', text.reason), words: true as const }
        ]
      : []),
    ...(fields.includes('rating') ? ratingColumns(kind.kind, params) : [])
  ]
}

function usesStretch(params: Params): boolean {
  return Object.entries(params).some(([key, value]) => key.startsWith('stretch') && value !== undefined)
}

/** The names that the parameters give to numbers; marks without names where they give none. */
function ratingColumns(kind: string, params: Params): TrialColumn[] {
  switch (kind) {
    case 'BALLOT_SHARE': {
      const options = [...namesIn(params['options']), ...namesIn(params['invalid'])]
      const groups = namesIn(params['groups'])
      return (groups.length === 0 ? [''] : groups).flatMap((group) =>
        options.map((option) => ratingColumn(group, option))
      )
    }
    case 'DEDUCT_LIST':
      return namesIn(params['items']).map((name) => ratingColumn('', name))
    case 'RATIO_TO_BEST':
      return rowsIn(params['corrections']).flatMap(({ name, against }) =>
        typeof name !== 'string'
          ? []
          : against === undefined
            ? [ratingColumn('', name), ratingColumn(AGAINST_GROUP, name)]
            : [ratingColumn('', name)]
      )
    case 'DIRECT_SCORE':
      return namesIn(params['providers']).map((name) => ratingColumn('', name))
    case 'INTERVAL_TABLE':
      return [ratingColumn('', textOf(params['secondName']) ?? '')]
    case 'SASAC_GROWTH':
      return [ratingColumn('', textOf(params['baselineName']) ?? '基准值')]
    case 'JUDGE_MEAN': {
      const groups = namesIn(params['groups'])
      return groups.length === 0
        ? [ratingColumn('', '')]
        : groups.map((group) => ratingColumn(group, '', true))
    }
    default:
      return [ratingColumn('', '')]
  }
}

function rowsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value)
    ? value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
    : []
}

function namesIn(value: unknown): string[] {
  const names = rowsIn(value).flatMap((row) => textOf(row['name']) ?? [])
  return [...new Set(names)]
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
