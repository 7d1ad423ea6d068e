import type { ColumnRole, ImportFixes, LayoutKind } from '#shared/domain/importing/importPlan.ts'
import type { RegisterType } from '#shared/domain/register/registerItem.ts'
import type { Problem } from '#shared/problem.ts'

type SheetFix = ImportFixes['sheets'][string]
type BlockFix = NonNullable<SheetFix['tables']>[string]
export type CellFix = ImportFixes['cells'][string]

/** Key of `ImportFixes.cells`. Null when the problem concerns no single cell. */
export function cellKey(problem: Problem): string | null {
  const { sheet, cell } = problem.place
  return sheet === undefined || cell === undefined ? null : `${sheet}!${cell}`
}

function withSheet(fixes: ImportFixes, sheet: string, change: Partial<SheetFix>): ImportFixes {
  return { ...fixes, sheets: { ...fixes.sheets, [sheet]: { ...fixes.sheets[sheet], ...change } } }
}

/** `block` null is the first table of the sheet, else the row in which a further one begins. */
function withBlock(fixes: ImportFixes, sheet: string, block: number | null, change: BlockFix): ImportFixes {
  if (block === null) return withSheet(fixes, sheet, change)
  const tables = fixes.sheets[sheet]?.tables ?? {}
  return withSheet(fixes, sheet, { tables: { ...tables, [block]: { ...tables[block], ...change } } })
}

/** What the clerk said about a table of a sheet. */
export function blockFix(fixes: ImportFixes, sheet: string, block: number | null): BlockFix {
  const own = fixes.sheets[sheet]
  return (block === null ? own : own?.tables?.[block]) ?? {}
}

/** The same answer for every cell that the problems name; problems without a cell are left alone. */
export function withCells(fixes: ImportFixes, problems: readonly Problem[], answer: CellFix): ImportFixes {
  const keys = problems.map(cellKey).filter((key) => key !== null)
  return { ...fixes, cells: { ...fixes.cells, ...Object.fromEntries(keys.map((key) => [key, answer])) } }
}

/** The answer for one cell; null takes it back. */
export function withCell(
  fixes: ImportFixes,
  sheet: string,
  address: string,
  answer: CellFix | null
): ImportFixes {
  const key = `${sheet}!${address}`
  const others = Object.fromEntries(Object.entries(fixes.cells).filter(([name]) => name !== key))
  return { ...fixes, cells: answer === null ? others : { ...others, [key]: answer } }
}

export function withConfirmed(fixes: ImportFixes, group: string, accepted: boolean): ImportFixes {
  const others = fixes.confirmed.filter((candidate) => candidate !== group)
  return { ...fixes, confirmed: accepted ? [...others, group] : others }
}

export function withEmptyWords(
  fixes: ImportFixes,
  words: readonly string[],
  meaning: ImportFixes['emptyWords'][string]
): ImportFixes {
  return {
    ...fixes,
    emptyWords: { ...fixes.emptyWords, ...Object.fromEntries(words.map((word) => [word, meaning])) }
  }
}

/** `indicator` null leaves the rows or columns of that name out. */
export function withIndicator(fixes: ImportFixes, text: string, indicator: string | null): ImportFixes {
  return {
    ...fixes,
    indicators: { ...fixes.indicators, [text]: indicator === null ? 'SKIP' : { indicator } }
  }
}

/** Moves one edge of the header; the other edge follows when they would cross. Rows are 0-based. */
export function withHeaderEdge(
  fixes: ImportFixes,
  sheet: string,
  now: { first: number; last: number } | null,
  edge: 'first' | 'last',
  row: number
): ImportFixes {
  const header =
    edge === 'first'
      ? { first: row, last: Math.max(row, now?.last ?? row) }
      : { first: Math.min(row, now?.first ?? row), last: row }
  return withSheet(fixes, sheet, { header })
}

export function withLayout(
  fixes: ImportFixes,
  sheet: string,
  layout: LayoutKind,
  block: number | null = null
): ImportFixes {
  // Column roles were chosen for the old layout; kept, they would silently bend the new one.
  return withBlock(fixes, sheet, block, { layout, columns: undefined })
}

export function withSheetUnit(
  fixes: ImportFixes,
  sheet: string,
  unit: string,
  block: number | null = null
): ImportFixes {
  return withBlock(fixes, sheet, block, { unit })
}

export function withSheetIndicator(
  fixes: ImportFixes,
  sheet: string,
  indicator: string,
  block: number | null = null
): ImportFixes {
  return withBlock(fixes, sheet, block, { indicator })
}

/** Which register the rows of a sheet belong to. */
export function withRegister(fixes: ImportFixes, sheet: string, register: RegisterType): ImportFixes {
  return withSheet(fixes, sheet, { register })
}

/** `include` brings a hidden or left-out sheet in, otherwise it is skipped. */
export function withSheetUsed(fixes: ImportFixes, sheet: string, include: boolean): ImportFixes {
  return withSheet(fixes, sheet, { skip: !include, include })
}

/** Whether an earlier quarter's answers are left unused for the sheet. */
export function withForget(fixes: ImportFixes, sheet: string, forget: boolean): ImportFixes {
  return withSheet(fixes, sheet, { forget })
}

/** `letter` is the column as Excel names it. */
export function withColumnRole(
  fixes: ImportFixes,
  sheet: string,
  letter: string,
  role: ColumnRole,
  block: number | null = null
): ImportFixes {
  const columns = { ...blockFix(fixes, sheet, block).columns, [letter]: role }
  return withBlock(fixes, sheet, block, { columns })
}

/** The class that a text in a 加减分 list means. */
export function withClass(fixes: ImportFixes, text: string, code: string): ImportFixes {
  return { ...fixes, classes: { ...fixes.classes, [text]: code } }
}

/** Forgets what the clerk said about the reading of one sheet. */
export function withoutSheet(fixes: ImportFixes, sheet: string): ImportFixes {
  return {
    ...fixes,
    sheets: Object.fromEntries(Object.entries(fixes.sheets).filter(([name]) => name !== sheet))
  }
}

export function hasFixes(fixes: ImportFixes): boolean {
  const { confirmed, ...tables } = fixes
  return confirmed.length > 0 || Object.values(tables).some((table) => Object.keys(table).length > 0)
}

export const NO_FIXES: ImportFixes = {
  units: {},
  indicators: {},
  classes: {},
  sheets: {},
  cells: {},
  emptyWords: {},
  confirmed: []
}
