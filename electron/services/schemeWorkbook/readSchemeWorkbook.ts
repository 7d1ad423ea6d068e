import { AppError } from '#shared/appError.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { describePlace, type Problem } from '#shared/problem.ts'
import type { CellFault } from './codec.ts'
import { readSheets } from './layout.ts'
import type { Json } from './loose.ts'
import { applyPatch } from './patches.ts'
import { rawSheetsOf, type RawSheets } from './rawSheets.ts'
import { OTHERS, readOthers } from './sheets/others.ts'

/**
 * The JSON of a scheme from its workbook. Throws SCHEME_INVALID with every cell that cannot be read (sheet, address,
 * what stands there, what to do): nothing is taken half. Whether the scheme makes sense `schemeProblems` says.
 */
export function readSchemeWorkbook(workbook: RawWorkbook): Json {
  const sheets = rawSheetsOf(workbook)
  const problems = [...sheets.problems]
  const complain = (sheet: string, row: number, header: string, fault: CellFault): void => {
    problems.push(cellProblem(sheets, sheet, row, header, fault))
  }
  const definition = readSheets(sheets.texts, complain)
  const others = readOthers(sheets.texts.get(OTHERS) ?? [], (row, header, fault) =>
    complain(OTHERS, row, header, fault)
  )
  // Whoever changed the sheet meant the sheet: what 其他设置 says about that place is out of date.
  for (const { patch } of others) applyPatch(definition, patch)
  if (problems.length === 0) return definition
  const placed = problems.map((problem) => ({
    ...problem,
    place: { file: workbook.fileName, ...problem.place }
  }))
  const first = placed[0]!
  throw new AppError(
    'SCHEME_INVALID',
    `方案工作簿有 ${placed.length} 处读不出来，没有载入：${describePlace({ ...first.place, file: undefined })}：${first.message}`,
    { action: '请改正后重新载入；现有方案没有改动。', problems: placed }
  )
}

function cellProblem(
  sheets: RawSheets,
  sheet: string,
  row: number,
  header: string,
  { message, todo }: CellFault
): Problem {
  const at = sheets.addressOf(sheet, row, header)
  return {
    code: 'SCHEME_CELL',
    level: 'error',
    message: `${header}：${message}。`,
    place: { sheet: at.sheet, ...(at.cell === '' ? {} : { cell: at.cell }) },
    ...(at.value === '' ? {} : { value: at.value }),
    suggestion: `${todo}。`,
    group: `SCHEME_CELL:${sheet}:${header}:${message}`
  }
}
