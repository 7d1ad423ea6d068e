import type { CellFix } from './fixes.ts'
import type { CellSpot } from './gridKeys.ts'
import type { GridModel } from './gridModel.ts'
import { isFillable } from './repairKind.ts'

/** What can be answered for one cell of the grid. */
export interface CellChoice {
  /** A number, 不适用 or 缺报 can stand here; otherwise it can only be left out. */
  fillable: boolean
  /** A confirmation is open. */
  asks: boolean
  /** There is an answer that can be taken back. */
  answered: boolean
}

/** Null where the cell is neither a value nor has a problem. */
export function cellChoice(model: GridModel, spot: CellSpot | null): CellChoice | null {
  if (spot === null) return null
  const staged = model.staged(spot.row, spot.col)
  const problems = model.problems(spot.row, spot.col)
  const answered = model.answer(spot.row, spot.col) !== null
  if (staged === null && problems.length === 0 && !answered) return null
  return {
    // Points of a 加减分 list belong to their row: they are right in the file or not there.
    fillable:
      staged?.field !== 'adjustment' &&
      staged?.field !== 'item' &&
      problems.every(({ code }) => isFillable(code)),
    asks: model.asks(spot.row, spot.col),
    answered
  }
}

/** The answer that a key of the grid stands for; `FILL` opens the field, null for other keys. */
export function answerOfKey(key: string, choice: CellChoice): CellFix | 'FILL' | null {
  switch (key) {
    case 'Enter':
    case 'F2':
      return choice.fillable ? 'FILL' : null
    case '/':
      return choice.fillable ? { as: 'NA' } : null
    case 'Delete':
      return { as: 'SKIP' }
    case ' ':
      return choice.asks ? { as: 'CONFIRMED' } : null
    default:
      return null
  }
}
