import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/appError.ts'
import type { CatalogueEntry, CatalogueInput } from '#shared/domain/incentive/catalogue.ts'
import { catalogueInput } from '#shared/domain/incentive/catalogue.ts'
import { checkCatalogue } from '#shared/domain/incentive/checkCatalogue.ts'
import { readCatalogue, type CatalogueRead } from '#shared/domain/incentive/readCatalogue.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { describePlace, type Problem } from '#shared/problem.ts'
import { append } from '#db/repos/auditRepo.ts'
import { allCatalogue, insertCatalogue, updateCatalogue } from '#db/repos/catalogueRepo.ts'
import { tx } from '#db/tx.ts'
import type { WorkbookReader } from '../../workbook/workbookReader.ts'
import { fileFailure } from '../fileFailure.ts'
import type { Library } from '../library.ts'
import { log } from './catalogue.ts'
import { schemeOfQuarter } from './entryQuarter.ts'

export interface ImportedCatalogue {
  fileName: string
  created: number
  changed: number
  same: number
}

/**
 * Takes a workbook into the catalogue: new codes are added, known ones changed, others stay. All or nothing.
 * @throws AppError VALIDATION_FAILED with every cell that is wrong, FILE_*
 */
export async function importCatalogue(
  library: Library,
  reader: WorkbookReader,
  request: { period: PeriodKey; path: string }
): Promise<ImportedCatalogue> {
  const { period, path } = request
  const bytes = await readFile(path).catch((error: unknown) => {
    throw fileFailure(error, path)
  })
  const fileName = basename(path)
  const workbook = await reader.read({ name: fileName, bytes })
  return tx(library.db, () => {
    const scheme = schemeOfQuarter(library, period)
    const classes = scheme.races.flatMap((race) => race.adjustments.classes)
    const read = readCatalogue(workbook, classes)
    const problems = [...read.problems, ...faultsOf(library, period, read)]
    if (problems.length > 0) throw refused(fileName, problems)
    if (read.rows.length === 0)
      throw new AppError('VALIDATION_FAILED', `《${fileName}》的目录是空的，没有导入。`)
    return { fileName, ...write(library, read, fileName) }
  })
}

/** Faults of the catalogue as it would be, at the cells of the workbook. */
function faultsOf(library: Library, period: PeriodKey, { rows }: CatalogueRead): Problem[] {
  const codes = new Set(rows.map(({ entry }) => entry.code))
  const kept: CatalogueInput[] = allCatalogue(library.db).filter(
    (entry) => entry.endedAt === null && !codes.has(entry.code)
  )
  const all = [...kept, ...rows.map(({ entry }) => entry)]
  return checkCatalogue(all, schemeOfQuarter(library, period))
    .filter((fault) => fault.level === 'error' && fault.index >= kept.length)
    .map((fault) => ({
      ...{ code: fault.code, level: fault.level, message: fault.message, suggestion: fault.suggestion },
      place: rows[fault.index - kept.length]!.place
    }))
}

function refused(fileName: string, problems: readonly Problem[]): AppError {
  const placed = problems.map((problem) => ({ ...problem, place: { file: fileName, ...problem.place } }))
  const first = problems[0]!
  const where = describePlace(first.place)
  return new AppError(
    'VALIDATION_FAILED',
    `《${fileName}》有 ${problems.length} 处不对，没有导入：${where === '' ? '' : `${where}：`}${first.message}`,
    { action: first.suggestion ?? '请改正后重新导入。', problems: placed }
  )
}

function write(
  library: Library,
  { rows }: CatalogueRead,
  fileName: string
): Omit<ImportedCatalogue, 'fileName'> {
  const counts = { created: 0, changed: 0, same: 0 }
  const known = new Map(allCatalogue(library.db).map((entry) => [entry.code, entry]))
  for (const { entry } of rows) {
    const before = known.get(entry.code) ?? null
    if (before === null) {
      log(library, '新增加减分目录', insertCatalogue(library.db, entry), null)
      counts.created += 1
    } else if (isSame(before, entry)) counts.same += 1
    else {
      log(library, '修改加减分目录', updateCatalogue(library.db, before.id, entry), before)
      counts.changed += 1
    }
  }
  append(library.db, {
    ...{ at: library.now(), who: library.operator(), what: '导入加减分目录', subject: fileName },
    after: JSON.stringify(counts)
  })
  return counts
}

function isSame(before: CatalogueEntry, entry: CatalogueInput): boolean {
  const { id: _id, sortNo: _sortNo, endedAt: _endedAt, ...fields } = before
  return JSON.stringify(catalogueInput.parse(fields)) === JSON.stringify(catalogueInput.parse(entry))
}
