import type { Draft } from './draft.ts'
import { raterMatrix } from './judged.ts'
import { ledger } from './ledger.ts'
import { blocksOfUnits, sideBySide, stackedTables, type Drafts } from './several.ts'
import { indicatorByUnit, longList, unitByIndicator } from './tables.ts'
import type { Tape } from './tape.ts'
import { indicatorTree, kpiSheet, unitItems } from './unitSheets.ts'

const one =
  (make: (tape: Tape) => Draft): Drafts =>
  (tape) => [make(tape)]

/** Every way to lay a sheet out. */
export const LAYOUTS: Readonly<Record<string, Drafts>> = {
  longList: one(longList),
  unitByIndicator: one(unitByIndicator),
  indicatorByUnit: one(indicatorByUnit),
  unitItems: one(unitItems),
  kpiSheet: one(kpiSheet),
  indicatorTree: one(indicatorTree),
  raterMatrix: one(raterMatrix),
  ledger: one(ledger),
  blocksOfUnits,
  stackedTables,
  sideBySide
}
