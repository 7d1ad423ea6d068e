import { unitsOfIndicator } from '#shared/domain/scheme/appliesTo.ts'
import { schemeEditorText } from '../../../text/schemeEditor.ts'
import { schemeTargetsText } from '../../../text/schemeTargets.ts'
import type { Draft, DraftIndicator, DraftNames } from '../editorTab.ts'
import { filledIndicator, filledRace, filledScheme } from '../draft/filledDraft.ts'
import {
  allIndicators,
  indicatorAt,
  pathOfKey,
  rowKey,
  withIndicator,
  type PlacedIndicator
} from '../draft/rowPath.ts'
import type { PasteColumn, PastedCell } from './readPaste.ts'
import { readTargetText, type TargetText } from './readTargetText.ts'
import {
  EVERY_UNIT,
  standingField,
  TARGET_FIELDS,
  targetOf,
  withTargetField,
  type TargetField
} from './targetEdits.ts'

const text = schemeTargetsText

/** What the grid of targets shows: one indicator with all fields, or one field of several indicators. */
export type TargetView =
  { by: 'INDICATOR'; indicator: string } | { by: 'COLUMN'; field: TargetField; dimension: string }

export interface GridRow {
  key: string
  label: string
}

export interface TargetGrid {
  rows: readonly GridRow[]
  columns: readonly PasteColumn[]
}

const measureOf = (indicator: DraftIndicator): string =>
  typeof indicator.unit === 'string' ? indicator.unit : ''

/** Rows and columns of a view: the common row first, then the units that the shown indicators apply to. */
export function targetGrid(draft: Draft, view: TargetView, names: DraftNames): TargetGrid {
  const shown =
    view.by === 'INDICATOR'
      ? allIndicators(draft).filter(({ path }) => rowKey(path) === view.indicator)
      : allIndicators(draft).filter(({ path }) => `${path.race}/${path.dimension}` === view.dimension)
  const units = unitsOf(draft, shown)
  const columns =
    view.by === 'COLUMN'
      ? shown.map((placed) => columnOfIndicator(placed, view.field))
      : shown.flatMap((placed) => TARGET_FIELDS.map((field) => columnOfField(placed, field)))
  return {
    rows: [
      { key: EVERY_UNIT, label: text.everyUnit },
      ...units.map((unit) => ({ key: unit, label: names.unit(unit) }))
    ],
    columns
  }
}

function unitsOf(draft: Draft, shown: readonly PlacedIndicator[]): string[] {
  const scheme = filledScheme(draft)
  const taking = new Set(
    shown.flatMap(({ race, indicator }) =>
      unitsOfIndicator(scheme, filledRace(race), filledIndicator(indicator))
    )
  )
  return scheme.units.map((unit) => unit.code).filter((code) => taking.has(code))
}

function columnOfField({ path, indicator }: PlacedIndicator, field: TargetField): PasteColumn {
  const measure = measureOf(indicator)
  const counted = measure !== '' && field !== 'basis' && field !== 'rankTarget'
  return {
    key: field,
    indicator: rowKey(path),
    field,
    label: counted ? `${text.heads[field]}（${measure}）` : text.heads[field],
    names: [],
    measure
  }
}

function columnOfIndicator({ path, indicator }: PlacedIndicator, field: TargetField): PasteColumn {
  const measure = measureOf(indicator)
  const name = indicator.name ?? schemeEditorText.noName
  return {
    key: rowKey(path),
    indicator: rowKey(path),
    field,
    label: measure === '' ? name : `${name}（${measure}）`,
    names: [name, ...(indicator.aliases ?? [])],
    measure
  }
}

export interface StandingCell {
  text: string
  /** The value comes from the common row. */
  common: boolean
}

export function standingCell(draft: Draft, row: string, column: PasteColumn): StandingCell {
  const indicator = indicatorAt(draft, pathOfKey(column.indicator))
  if (indicator === undefined) return { text: '', common: false }
  const { value, common } = standingField(indicator, row, column.field)
  return { text: value ?? '', common }
}

/** What one typed text would do to a cell. */
export function readCell(typed: string, column: PasteColumn): TargetText {
  return readTargetText(typed, column.field, column.measure)
}

export function withCell(draft: Draft, row: string, column: PasteColumn, value: string | undefined): Draft {
  return withIndicator(draft, pathOfKey(column.indicator), (indicator) =>
    withTargetField(indicator, row, column.field, value)
  )
}

/**
 * One value for every unit: it stands in the common row, and in the targets of those units that have one of their own
 * (which the common row does not reach).
 */
export function withEveryUnit(
  draft: Draft,
  column: PasteColumn,
  rows: readonly GridRow[],
  value: string | undefined
): Draft {
  return rows
    .filter(({ key }) => {
      const indicator = indicatorAt(draft, pathOfKey(column.indicator))
      return key === EVERY_UNIT || (indicator !== undefined && targetOf(indicator, key) !== undefined)
    })
    .reduce((next, { key }) => withCell(next, key, column, value), draft)
}

export interface TargetChange extends PastedCell {
  before: string
}

/** Of the pasted cells those that differ from what counts now. */
export function changesOf(draft: Draft, cells: readonly PastedCell[]): TargetChange[] {
  return cells
    .map((cell) => ({ ...cell, before: standingCell(draft, cell.row, cell.column).text }))
    .filter(({ before, value }) => before !== value)
}

export function withChanges(draft: Draft, changes: readonly TargetChange[]): Draft {
  return changes.reduce((next, { row, column, value }) => withCell(next, row, column, value), draft)
}
