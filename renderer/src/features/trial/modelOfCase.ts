import type { TrialCaseInput } from '#shared/domain/trial/trialCase.ts'
import { ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { columnsOf, ratingColumn, type TrialColumn } from './trialColumns.ts'
import { FIRST_INDICATOR, type Params, type TrialModel, type TrialRow } from './trialModel.ts'

type Participant = TrialCaseInput['participants'][number]

/** A case as the page shows it: every number as text in its column, unnamed marks together in one cell. */
export function modelOfCase(given: TrialCaseInput): TrialModel {
  const { rule, indicator, participants } = given
  const params: Params = rule.params ?? {}
  const kind = ruleKindOf(rule.kind)
  const own = kind === undefined ? [] : columnsOf(kind, params)
  const labels = participants.flatMap((participant) => ratingsOf(participant))
  const extra: TrialColumn[] = []
  for (const { group, name } of labels) {
    const column = ratingColumn(group, name)
    if (![...own, ...extra].some((item) => item.key === column.key)) extra.push(column)
  }
  return {
    kind: rule.kind,
    params,
    indicator: {
      ...FIRST_INDICATOR,
      name: indicator?.name ?? FIRST_INDICATOR.name,
      unit: indicator?.unit ?? '',
      direction: indicator?.direction ?? 'UP',
      nature: indicator?.nature ?? 'PERIOD',
      precision: indicator?.precision ?? 2,
      fullMark: String(indicator?.fullMark ?? '100')
    },
    rows: participants.map(rowOf),
    extra
  }
}

function rowOf(participant: Participant): TrialRow {
  const { target, score } = participant
  const cells: Record<string, string> = {}
  const set = (key: string, value: unknown): void => {
    const text = wordOf(value)
    if (text !== '') cells[key] = cells[key] === undefined ? text : `${cells[key]}、${text}`
  }
  if (typeof target === 'object') {
    set('target', target.base)
    set('stretch', target.stretch)
    set('rankTarget', target.rankTarget)
  } else set('target', target)
  set('actual', participant.actual)
  set('score', score)
  if (typeof score === 'object' && score !== null) {
    set('by', score.by)
    set('reason', score.reason)
  }
  for (const { group, name, value } of ratingsOf(participant)) set(ratingColumn(group, name).key, value)
  return { unit: participant.unit, ranked: participant.ranked ?? true, cells }
}

function ratingsOf({ ratings }: Participant): { group: string; name: string; value: unknown }[] {
  if (ratings === undefined) return []
  if (!Array.isArray(ratings)) {
    return Object.entries(ratings).map(([name, value]) => ({ group: '', name, value }))
  }
  return ratings.map((entry) =>
    typeof entry === 'object' && entry !== null && ('group' in entry || 'name' in entry)
      ? { group: entry.group ?? '', name: entry.name ?? '', value: entry.value }
      : { group: '', name: '', value: entry }
  )
}

/** A value as people write it in a cell. */
function wordOf(value: unknown): string {
  if (value === undefined || value === '') return ''
  if (value === null || value === 'MISSING') return '缺'
  if (value === 'NA') return '/'
  if (typeof value === 'object') return 'value' in value ? wordOf(value.value) : ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
