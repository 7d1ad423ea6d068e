import { RULE_KINDS, ruleKindOf } from '#shared/domain/scoring/registry.ts'
import { DIRECTIONS, NATURES } from '../../../text/scheme.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import type { Draft, DraftIndicator } from '../editorTab.ts'
import type { CodeOption } from '../draft/draftNames.ts'
import { markOf } from '../draft/markOf.ts'
import { withDimension, withField, withIndicator, withRace } from '../draft/rowPath.ts'
import { tidyNumber } from '../form/numberInput.ts'
import type { TreeRow } from './treeRows.ts'

/** Columns of the tree in their order. `sum` is told, never typed. */
export const TREE_COLUMNS = [
  'name',
  'fullMark',
  'sum',
  'kind',
  'unit',
  'direction',
  'nature',
  'provider',
  'owner'
] as const
export type TreeColumn = (typeof TREE_COLUMNS)[number]

const text = schemeEditorText.tree

export interface Choice extends CodeOption {
  hint?: string
}

export interface TreeCell {
  text: string
  /** Nothing is filled in: `text` says what counts then, or what to do. */
  empty: boolean
  /** The cell must be put right before the scheme can come into force. */
  faulty: boolean
  /** How it is edited; null where there is nothing to edit. */
  input:
    | { type: 'text' }
    | { type: 'number' }
    | { type: 'choice'; options: readonly Choice[]; clearable: boolean }
    | null
  /** What an editor starts from. */
  value: string
  set: (draft: Draft, typed: string) => Draft
}

const choices = (words: Record<string, string>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const KIND_CHOICES: Choice[] = RULE_KINDS.map(({ kind, name, plain }) => ({
  value: kind,
  label: name,
  hint: plain
}))
const NOTHING: TreeCell = {
  text: '',
  empty: true,
  faulty: false,
  input: null,
  value: '',
  set: (draft) => draft
}

/** What stands in a cell of the tree and how it is changed. `units` are the units that can report or answer. */
export function cellOf(row: TreeRow, column: TreeColumn, units: readonly CodeOption[]): TreeCell {
  if (column === 'name') return nameCell(row)
  if (column === 'fullMark') return markCell(row)
  if (row.kind === 'dimension' && column === 'kind') {
    const value = row.dimension.composition ?? 'SUM'
    return {
      text: text.composition[value],
      empty: row.dimension.composition === undefined,
      faulty: false,
      input: { type: 'choice', options: choices(text.composition), clearable: false },
      value,
      set: (draft, typed) =>
        withDimension(draft, row.path, (old) => ({ ...old, composition: typed as 'SUM' | 'WEIGHTED' }))
    }
  }
  return row.kind === 'indicator' ? indicatorCell(row, column, units) : NOTHING
}

function nameCell(row: TreeRow): TreeCell {
  const name =
    (row.kind === 'race' ? row.race : row.kind === 'dimension' ? row.dimension : row.indicator).name ?? ''
  const named = <T extends { name?: string | undefined }>(thing: T, typed: string): T => ({
    ...thing,
    name: typed.trim()
  })
  return {
    text: name === '' ? text.unnamed : name,
    empty: name === '',
    faulty: name.trim() === '',
    input: { type: 'text' },
    value: name,
    set: (draft, typed) =>
      row.kind === 'race'
        ? withRace(draft, row.path, (old) => named(old, typed))
        : row.kind === 'dimension'
          ? withDimension(draft, row.path, (old) => named(old, typed))
          : withIndicator(draft, row.path, (old) => named(old, typed))
  }
}

function markCell(row: TreeRow): TreeCell {
  const own = (row.kind === 'race' ? row.race : row.kind === 'dimension' ? row.dimension : row.indicator)
    .fullMark
  const standing = own ?? (row.kind === 'race' ? '100' : undefined)
  const mark = markOf(standing)
  return {
    text: standing ?? text.fillIn,
    empty: own === undefined,
    faulty: mark === null || !mark.greaterThan(0),
    input: { type: 'number' },
    value: own ?? '',
    set: (draft, typed) => {
      const fullMark = tidyNumber(typed, text.points)
      return row.kind === 'race'
        ? withRace(draft, row.path, (old) => withField(old, 'fullMark', fullMark))
        : row.kind === 'dimension'
          ? withDimension(draft, row.path, (old) => withField(old, 'fullMark', fullMark))
          : withIndicator(draft, row.path, (old) => withField(old, 'fullMark', fullMark))
    }
  }
}

type IndicatorRow = Extract<TreeRow, { kind: 'indicator' }>

function indicatorCell(row: IndicatorRow, column: TreeColumn, units: readonly CodeOption[]): TreeCell {
  const { indicator } = row
  const change = (update: (old: DraftIndicator) => DraftIndicator) => (draft: Draft) =>
    withIndicator(draft, row.path, update)
  const choice = (
    value: string | undefined,
    standing: string,
    options: readonly Choice[],
    set: (typed: string | undefined) => (old: DraftIndicator) => DraftIndicator,
    clearable = false
  ): TreeCell => ({
    text: options.find((option) => option.value === value)?.label ?? value ?? standing,
    empty: value === undefined,
    faulty: false,
    input: { type: 'choice', options, clearable },
    value: value ?? '',
    set: (draft, typed) => change(set(typed === '' ? undefined : typed))(draft)
  })
  switch (column) {
    case 'kind':
      return {
        ...choice(
          indicator.rule?.kind,
          text.chooseKind,
          KIND_CHOICES,
          (typed) => (old) => withKind(old, typed)
        ),
        faulty: ruleKindOf(indicator.rule?.kind ?? '') === undefined
      }
    case 'unit':
      return {
        text: indicator.unit ?? '',
        empty: (indicator.unit ?? '') === '',
        faulty: false,
        input: { type: 'text' },
        value: indicator.unit ?? '',
        set: (draft, typed) =>
          change((old) => withField(old, 'unit', typed.trim() === '' ? undefined : typed.trim()))(draft)
      }
    case 'direction':
      return {
        ...choice(
          indicator.direction,
          '',
          choices(DIRECTIONS),
          (typed) => (old) => withField(old, 'direction', typed as DraftIndicator['direction'])
        ),
        text: text.directions[indicator.direction ?? 'UP']
      }
    case 'nature':
      return {
        ...choice(
          indicator.nature,
          '',
          choices(NATURES),
          (typed) => (old) => withField(old, 'nature', typed as DraftIndicator['nature'])
        ),
        text: text.natures[indicator.nature ?? 'PERIOD']
      }
    case 'provider':
    case 'owner':
      return choice(
        indicator[column],
        text.nobody,
        units,
        (typed) => (old) => withField(old, column, typed),
        true
      )
    case 'name':
    case 'fullMark':
    case 'sum':
      return NOTHING
  }
}

/** Another kind has other parameters: it starts from its own defaults. The same kind keeps what it has. */
export function withKind(indicator: DraftIndicator, kind: string | undefined): DraftIndicator {
  if (kind === indicator.rule?.kind) return indicator
  return withField(indicator, 'rule', kind === undefined ? undefined : { kind, params: {} })
}
