import { localDay } from '#shared/domain/calendar/isoDate.ts'
import { keyOf, type PeriodKey, type Quarter } from '#shared/domain/period/periodKey.ts'
import type { RegisterType } from '#shared/domain/register/registerItem.ts'
import { redMatrix } from '#shared/domain/statements/redMatrix.ts'
import { statementProgress } from '#shared/domain/statements/statementProgress.ts'
import { monthsOf, taskMatrix } from '#shared/domain/statements/taskMatrix.ts'
import type { RedMatrixView, StatementsView } from '#shared/ipc/race.ts'
import { listBatches } from '#db/repos/batchRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { progressMarks } from '#db/repos/progressMarkRepo.ts'
import { endOfDay } from '../endOfDay.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { itemsWithStanding } from '../register/items.ts'
import { standingWithInput } from '../standingWithInput.ts'
import { scoringInputOf } from '../compute.ts'

/** Registers that 任务全线红 looks at unless others are asked for. */
const TASK_TYPES: readonly RegisterType[] = ['ANNUAL_TARGET', 'PROJECT', 'COMMITMENT']

/** 七大报表: what each statement of the quarter waits for, and from whom. Empty without a scheme. */
export function statementsView(library: Library, period: PeriodKey): StatementsView {
  const { schemeVersionId, dueDate } = requirePeriod(library, period)
  if (schemeVersionId === null) return { dueDate, statements: [] }
  const input = standingWithInput(library, period)?.input() ?? scoringInputOf(library, period)
  const statements = statementProgress({
    scheme: input.scheme,
    period,
    readings: input.readings,
    importedAt: new Map(listBatches(library.db, period).map(({ id, at }) => [id, at])),
    endOfDue: dueDate === null ? null : endOfDay(dueDate),
    now: library.now().toISOString()
  })
  return {
    dueDate,
    statements: statements.map((statement) => ({
      ...statement,
      parts: statement.parts.map((part) => ({
        ...part,
        indicators: [...part.indicators],
        files: [...part.files]
      }))
    }))
  }
}

export interface MatrixRequest {
  year: number
  unit: string | null
  types?: readonly RegisterType[] | undefined
}

/** 指标全年红 over the year's quarters on record, 任务全线红 over its months as far as they have come. */
export function redMatrixView(library: Library, { year, unit, types }: MatrixRequest): RedMatrixView {
  const quarters = ([1, 2, 3, 4] as const).flatMap((quarter) => quarterOnRecord(library, { year, quarter }))
  const matrix = redMatrix(quarters, { unit, whole: quarters.length === 4 })
  const today = localDay(library.now())
  const months = monthsOf(year)
  const wanted = new Set(types ?? TASK_TYPES)
  const items = itemsWithStanding(library, today)
    .map(({ item }) => item)
    .filter((item) => wanted.has(item.type) && (unit === null || item.owner === unit))
  const marks = progressMarks(library.db)
  const names = new Map(listUnits(library.db).map(({ code, name }) => [code, name]))
  return {
    year,
    periods: [...matrix.periods],
    rows: matrix.rows.map((row) => ({ ...row, cells: [...row.cells] })),
    allRed: [...matrix.allRed],
    months,
    tasks: taskMatrix(items, marks, { months, today })
      .filter(({ cells }) => cells.some(({ state }) => state !== 'NONE'))
      .map((row) => ({
        ...row,
        cells: [...row.cells],
        ownerName: row.owner === null ? null : (names.get(row.owner) ?? row.owner)
      }))
  }
}

function quarterOnRecord(library: Library, quarter: Quarter) {
  const period = keyOf(quarter)
  const row = getPeriod(library.db, period)
  if (row === null || row.schemeVersionId === null) return []
  const standing = standingWithInput(library, period)
  if (standing === null) return []
  return [
    {
      results: standing.results,
      preview: standing.snapshot === null,
      rules: standing.input().scheme.progress
    }
  ]
}
