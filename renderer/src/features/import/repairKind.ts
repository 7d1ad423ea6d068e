import type { ProblemGroupView } from '#shared/ipc/importViews.ts'

/** Which repair a group of problems is offered. */
export type RepairKind =
  /** A name that is no known unit: choose one, or leave its rows out. */
  | 'UNIT'
  /** A name that is no known indicator. */
  | 'INDICATOR'
  /** A text that is no class of the adjustment ledger. */
  | 'CLASS'
  /** The unit that a whole sheet belongs to. */
  | 'SHEET_UNIT'
  /** The indicator that a whole sheet is about. */
  | 'SHEET_INDICATOR'
  /** A cell without a usable value: fill in, mark missing or not applicable, leave out. */
  | 'CELL'
  /** A word for emptiness: what it means. */
  | 'EMPTY_WORD'
  /** A hidden sheet with content: bring it in or not. */
  | 'SHEET'
  /** A default repair was chosen; the clerk looks at it and agrees. */
  | 'CONFIRM'
  /** To be put right on the header step: header rows, layout, columns. */
  | 'HEADER'
  /** A column or a row that is no known 选项 or 扣分项. Its answer stands among those for classes. */
  | 'PART'
  /** Two files say different things about one number. */
  | 'FILE'
  /** Which register the rows of a sheet belong to. */
  | 'REGISTER'
  /** Only told. */
  | 'NOTE'

const BY_CODE: Readonly<Record<string, RepairKind>> = {
  UNKNOWN_UNIT: 'UNIT',
  AMBIGUOUS_UNIT: 'UNIT',
  UNKNOWN_INDICATOR: 'INDICATOR',
  AMBIGUOUS_INDICATOR: 'INDICATOR',
  UNKNOWN_CLASS: 'CLASS',
  NO_UNIT: 'SHEET_UNIT',
  UNIT_CONFLICT: 'SHEET_UNIT',
  NO_INDICATOR: 'SHEET_INDICATOR',
  EMPTY_WORD: 'EMPTY_WORD',
  HIDDEN_SHEET: 'SHEET',
  FILE_CONFLICT: 'FILE',
  NO_HEADER: 'HEADER',
  UNKNOWN_LAYOUT: 'HEADER',
  AMBIGUOUS_COLUMN: 'HEADER',
  UNKNOWN_COLUMN: 'HEADER',
  UNKNOWN_TABLE: 'HEADER',
  PART_SYNONYM: 'HEADER',
  UNKNOWN_PART: 'PART',
  AMBIGUOUS_PART: 'PART',
  INDICATOR_ASSUMED: 'SHEET_INDICATOR',
  TEMPLATE_UNIT_CHANGED: 'SHEET_UNIT',
  REGISTER_TYPE: 'REGISTER',
  REGISTER_NO_TITLE: 'HEADER',
  MEMORY_UNIT: 'SHEET_UNIT',
  MEMORY_TIE: 'HEADER',
  MEMORY_GONE: 'HEADER'
}

/** A code without an entry still gets a repair that fits its level and place. */
export function repairKind({
  code,
  level,
  problems
}: Pick<ProblemGroupView, 'code' | 'level' | 'problems'>): RepairKind {
  if (level === 'info') return 'NOTE'
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined
  if (known !== undefined) return known
  if (level === 'confirm') return 'CONFIRM'
  return problems.some((problem) => problem.place.cell !== undefined) ? 'CELL' : 'HEADER'
}

/** Errors that another number would not repair: the cell can only be left out. */
const NOT_FILLABLE = new Set([
  'NO_KEY',
  'NO_POINTS',
  'MERGED_VALUE',
  'NOT_APPLICABLE_VALUE',
  'UNKNOWN_PART_GROUP',
  // Rows of registers are right in the file or not there.
  'BAD_DUE',
  'BAD_START',
  'SHARES_ABOVE_100',
  'PERCENT_OUT_OF_RANGE',
  'DUPLICATE_ITEM',
  'PARENT_CYCLE',
  'TEXT_TOO_LONG',
  'UNKNOWN_REGISTER'
])

export function isFillable(code: string): boolean {
  return !NOT_FILLABLE.has(code)
}

/** The text that a group is about: `UNKNOWN_UNIT:体育产业科` → `体育产业科`. It is the key of the clerk's answer. */
export function groupSubject(group: ProblemGroupView): string {
  const prefix = `${group.code}:`
  return group.group.startsWith(prefix)
    ? group.group.slice(prefix.length)
    : (group.problems[0]?.value?.trim() ?? '')
}
