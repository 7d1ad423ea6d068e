import { AppError } from '#shared/appError.ts'
import {
  catalogueInput,
  type CatalogueEntry,
  type CatalogueInput
} from '#shared/domain/incentive/catalogue.ts'
import { checkCatalogue, type CatalogueFault } from '#shared/domain/incentive/checkCatalogue.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { CatalogueView } from '#shared/ipc/catalogue.ts'
import { append } from '#db/repos/auditRepo.ts'
import {
  allCatalogue,
  endCatalogue,
  getCatalogue,
  insertCatalogue,
  placeCatalogue,
  updateCatalogue
} from '#db/repos/catalogueRepo.ts'
import { catalogueUse } from '#db/repos/ledgerRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { schemeOfQuarter } from './entryQuarter.ts'

/** The catalogue with what is wrong with it under the scheme of a quarter. */
export function catalogueView(library: Library, period: PeriodKey): CatalogueView {
  const entries = allCatalogue(library.db)
  const live = entries.filter((entry) => entry.endedAt === null)
  const faults = checkCatalogue(live, schemeOfQuarter(library, period))
  return {
    entries,
    problems: faults.map((fault) => ({
      ...{ code: fault.code, level: fault.level, message: fault.message, suggestion: fault.suggestion },
      ...{ place: {}, group: `catalogue:${live[fault.index]!.id}` }
    })),
    used: catalogueUse(library.db)
  }
}

/** Adds an entry (`id` null) or changes one. Throws VALIDATION_FAILED with what is wrong, NOT_FOUND. */
export function saveCatalogue(
  library: Library,
  period: PeriodKey,
  id: number | null,
  request: CatalogueInput
): CatalogueEntry {
  return tx(library.db, () => {
    const input = catalogueInput.parse(request)
    const before = id === null ? null : requireCatalogue(library, id)
    assertCodeKept(library, before, input)
    const others = allCatalogue(library.db).filter((entry) => entry.id !== id)
    const objections = objectionsTo(library, period, others, input)
    if (objections.length > 0)
      throw new AppError(
        'VALIDATION_FAILED',
        `${objections.map(({ message }) => message).join('')}没有保存。`,
        { action: objections[0]!.suggestion }
      )
    const saved = id === null ? insertCatalogue(library.db, input) : updateCatalogue(library.db, id, input)
    log(library, id === null ? '新增加减分目录' : '修改加减分目录', saved, before)
    return saved
  })
}

/** Faults of one entry beside the others; those of the others are not its business. */
function objectionsTo(
  library: Library,
  period: PeriodKey,
  others: readonly CatalogueEntry[],
  input: CatalogueInput
): CatalogueFault[] {
  // Codes are unique for good, names only among those that are still offered.
  const beside = others.filter((entry) => entry.endedAt === null || entry.code === input.code)
  const faults = checkCatalogue([...beside, input], schemeOfQuarter(library, period))
  return faults.filter((fault) => fault.level === 'error' && fault.index === beside.length)
}

/** Entries of the ledger refer to the code. */
function assertCodeKept(library: Library, before: CatalogueEntry | null, input: CatalogueInput): void {
  if (before === null || before.code === input.code) return
  const used = catalogueUse(library.db)[before.code] ?? 0
  if (used === 0) return
  throw new AppError('CONFLICT', `代码「${before.code}」已用于 ${used} 笔加减分，不能改；没有保存。`, {
    action: '请保留原来的代码，或停用这一条、另加一条。'
  })
}

/** Throws NOT_FOUND. */
export function requireCatalogue(library: Library, id: number): CatalogueEntry {
  const entry = getCatalogue(library.db, id)
  if (entry === null) throw new AppError('NOT_FOUND', '目录里没有这一条。')
  return entry
}

/** Stops offering an entry or offers it again; what was entered by it stays. */
export function setCatalogueEnded(library: Library, id: number, ended: boolean): CatalogueEntry {
  return tx(library.db, () => {
    const before = requireCatalogue(library, id)
    endCatalogue(library.db, id, ended ? library.now() : null)
    const after = requireCatalogue(library, id)
    log(library, ended ? '停用加减分目录' : '恢复加减分目录', after, before)
    return after
  })
}

/** Puts an entry one place up (−1) or down (1). */
export function moveCatalogue(library: Library, id: number, by: -1 | 1): void {
  tx(library.db, () => {
    const ids = allCatalogue(library.db).map((entry) => entry.id)
    const at = ids.indexOf(requireCatalogue(library, id).id)
    const to = at + by
    if (to < 0 || to >= ids.length) return
    ;[ids[at], ids[to]] = [ids[to]!, ids[at]!]
    ids.forEach((entry, index) => placeCatalogue(library.db, entry, index + 1))
  })
}

export function log(
  library: Library,
  what: string,
  entry: CatalogueEntry,
  before: CatalogueEntry | null
): void {
  append(library.db, {
    ...{ at: library.now(), who: library.operator(), what, subject: `${entry.code} ${entry.name}` },
    before: before === null ? null : JSON.stringify(before),
    after: JSON.stringify(entry)
  })
}
