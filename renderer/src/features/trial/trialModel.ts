import { D } from '#shared/domain/number/decimal.ts'
import { readDecimal } from '../schemeEditor/settings/readDecimal.ts'
import type { Direction } from '#shared/domain/scheme/schemeDefinition.ts'
import { ruleKindOf, RULE_KINDS } from '#shared/domain/scoring/registry.ts'
import type { Policies } from '#shared/domain/scheme/policies.ts'
import type { TrialCaseInput } from '#shared/domain/trial/trialCase.ts'
import { trialText } from '../../text/trial.ts'
import { readTrialCell, splitMarks, type TrialCell } from './trialCells.ts'
import { columnsOf, type TrialColumn } from './trialColumns.ts'

export type Params = Readonly<Record<string, unknown>>

/** One unit with its cells as typed, by column. */
export interface TrialRow {
  unit: string
  ranked: boolean
  cells: Readonly<Record<string, string>>
}

export interface TrialIndicator {
  name: string
  unit: string
  direction: Direction
  nature: 'PERIOD' | 'CUMULATIVE'
  precision: number
  fullMark: string
}

/** Everything on the page. Texts stay as typed; the case is read out of them. */
export interface TrialModel {
  kind: string
  params: Params
  indicator: TrialIndicator
  rows: readonly TrialRow[]
  /** Columns beyond those of the rule, which came with an example or a case (加重情形 …). */
  extra: readonly TrialColumn[]
}

export const EMPTY_ROW: TrialRow = { unit: '', ranked: true, cells: {} }

export const FIRST_INDICATOR: TrialIndicator = {
  name: '试算指标',
  unit: '',
  direction: 'UP',
  nature: 'PERIOD',
  precision: 2,
  fullMark: '100'
}

/** The columns of the page: what the rule reads, then what came along. */
export function trialColumns({ kind, params, extra }: TrialModel): TrialColumn[] {
  const known = ruleKindOf(kind)
  const own = known === undefined ? [] : columnsOf(known, params)
  return [...own, ...extra.filter((column) => !own.some((item) => item.key === column.key))]
}

/** Opens the page with the first kind and its worked example. */
export function firstModel(): TrialModel {
  return { kind: RULE_KINDS[0]!.kind, params: {}, indicator: FIRST_INDICATOR, rows: [], extra: [] }
}

export interface CellFault {
  row: number
  column: string
  message: string
}

export type ReadCase = { case: TrialCaseInput } | { case: null; faults: readonly CellFault[]; reason: string }

/** The case that the engine gets, or what keeps it from being one. Rows without a name and without numbers are left out. */
export function readCase(model: TrialModel, policies: Policies | null): ReadCase {
  const columns = trialColumns(model)
  const rows = model.rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.unit.trim() !== '' || columns.some((column) => textAt(row, column) !== ''))
  const faults = rows.flatMap(({ row, index }) => faultsOf(row, index, columns, model.indicator))
  const reason = reasonAgainst(
    model,
    rows.map(({ row }) => row),
    faults
  )
  if (reason !== null) return { case: null, faults, reason }
  const { indicator } = model
  return {
    case: {
      rule: { kind: model.kind, params: model.params },
      indicator: {
        name: indicator.name.trim() === '' ? FIRST_INDICATOR.name : indicator.name.trim(),
        unit: indicator.unit.trim(),
        direction: indicator.direction,
        nature: indicator.nature,
        precision: indicator.precision,
        fullMark: readDecimal(indicator.fullMark) ?? '0'
      },
      ...(policies === null ? {} : { policies }),
      participants: rows.map(({ row }) => participantOf(row, columns, indicator))
    }
  }
}

function reasonAgainst(
  model: TrialModel,
  rows: readonly TrialRow[],
  faults: readonly CellFault[]
): string | null {
  const { wrong } = trialText
  const kind = ruleKindOf(model.kind)
  if (kind === undefined || !kind.params.safeParse(model.params).success) return wrong.params
  const mark = readDecimal(model.indicator.fullMark)
  if (mark === null || new D(mark).isNegative()) return wrong.fullMark
  if (rows.length === 0) return wrong.nobody
  const names = rows.map((row) => row.unit.trim())
  if (names.includes('')) return wrong.noName
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return wrong.twice(twice)
  return faults.length > 0 ? wrong.cells(faults.length) : null
}

const textAt = (row: TrialRow, column: TrialColumn): string => (row.cells[column.key] ?? '').trim()

function faultsOf(
  row: TrialRow,
  index: number,
  columns: readonly TrialColumn[],
  indicator: TrialIndicator
): CellFault[] {
  return columns.flatMap((column) => {
    const bad = cellsAt(row, column, indicator).find((cell) => cell.kind === 'BAD')
    return bad === undefined ? [] : [{ row: index, column: column.key, message: bad.message }]
  })
}

/** What stands in a cell; several marks where the column holds several. Counts and marks carry no measure of the indicator. */
function cellsAt(row: TrialRow, column: TrialColumn, indicator: TrialIndicator): TrialCell[] {
  if (column.words === true) return []
  const text = textAt(row, column)
  const own = ['target', 'stretch', 'actual'].includes(column.field)
  const parts = column.many === true ? splitMarks(text) : [text]
  return parts.map((part) => readTrialCell(part, own ? indicator : { unit: '' }))
}

function participantOf(
  row: TrialRow,
  columns: readonly TrialColumn[],
  indicator: TrialIndicator
): TrialCaseInput['participants'][number] {
  const at = (field: TrialColumn['field']): string | undefined => {
    const column = columns.find((item) => item.field === field)
    if (column === undefined) return undefined
    const cell = cellsAt(row, column, indicator)[0]
    return cell?.kind === 'VALUE' ? cell.value : undefined
  }
  const words = (field: 'by' | 'reason'): string => (row.cells[field] ?? '').trim()
  const [actual, score] = [at('actual'), at('score')]
  const ratings = columns.flatMap((column) =>
    column.field !== 'rating'
      ? []
      : cellsAt(row, column, indicator).flatMap((cell) =>
          cell.kind === 'VALUE' ? [{ group: column.group, name: column.name, value: cell.value }] : []
        )
  )
  const target = targetOf(at('target'), at('stretch'), at('rankTarget'), indicator.nature)
  return {
    unit: row.unit.trim(),
    ...(row.ranked ? {} : { ranked: false }),
    ...(target === undefined ? {} : { target }),
    ...(actual === undefined ? {} : { actual }),
    ...(score === undefined ? {} : { score: signed(score, words('by'), words('reason')) }),
    // A mark without any name stays a plain number: nobody asks for a ballot of it.
    ...(ratings.length === 0
      ? {}
      : { ratings: ratings.map((entry) => (entry.group === '' && entry.name === '' ? entry.value : entry)) })
  }
}

function signed(score: string, by: string, reason: string): TrialCaseInput['participants'][number]['score'] {
  if (score === 'NA' || score === 'MISSING' || (by === '' && reason === '')) return score
  return { value: score, by, reason }
}

type Target = TrialCaseInput['participants'][number]['target']

/**
 * Words in a target's place (「/」) mean that there is none. What is written is the target as it counts: among the parts of one it
 * stands as the phased value of the quarter, so that a cumulative indicator does not phase it again.
 */
function targetOf(
  base: string | undefined,
  stretch: string | undefined,
  place: string | undefined,
  nature: TrialIndicator['nature']
): Target {
  const number = (text: string | undefined): string | undefined =>
    text === 'NA' || text === 'MISSING' ? undefined : text
  const parts = {
    ...(number(base) === undefined
      ? {}
      : nature === 'CUMULATIVE'
        ? { phased: { Q4: number(base)! } }
        : { base: number(base)! }),
    ...(number(stretch) === undefined ? {} : { stretch: number(stretch)! }),
    ...(number(place) === undefined ? {} : { rankTarget: Number(number(place)) })
  }
  if (Object.keys(parts).length === 0) return undefined
  return stretch === undefined && place === undefined ? number(base) : parts
}
