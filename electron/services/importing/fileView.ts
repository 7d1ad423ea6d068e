import { AppError } from '#shared/appError.ts'
import { allProblems, type SheetAnalysis } from '#shared/domain/importing/analysis.ts'
import { groupProblems } from '#shared/domain/importing/problems/groupProblems.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type {
  ImportFileDetail,
  ImportFileView,
  ImportGrid,
  ProblemGroupView
} from '#shared/ipc/importViews.ts'
import type { Problem } from '#shared/problem.ts'
import { countsOf } from '../../workbook/packAnalysis.ts'
import { cellsBetween } from '../../workbook/packWorkbook.ts'
import type { SessionFile } from './session.ts'

/** Everything that is to be said about one file, its contradictions with other files included. */
export function problemsOf(file: SessionFile): Problem[] {
  return [...(file.analysis === null ? [] : allProblems(file.analysis)), ...file.conflicts]
}

/** How many problems of each level; those of a large file are not gone through. */
function problemCounts(file: SessionFile): Record<Problem['level'], number> {
  const counts = { error: 0, confirm: 0, info: 0 }
  if (file.skipped || file.duplicateOf !== null) return counts
  for (const problem of [...(file.analysis?.problems ?? []), ...file.conflicts]) counts[problem.level]++
  for (const sheet of file.analysis?.sheets ?? []) {
    for (const level of ['error', 'confirm', 'info'] as const)
      counts[level] += countsOf(sheet).problems[level]
  }
  return counts
}

export function fileView(file: SessionFile): ImportFileView {
  const problems = problemCounts(file)
  const sheets = (file.analysis?.sheets ?? []).map(sheetView)
  return {
    id: file.id,
    name: file.name,
    bytes: file.bytes,
    status:
      file.error !== null
        ? 'FAILED'
        : file.skipped
          ? 'SKIPPED'
          : file.duplicateOf !== null
            ? 'DUPLICATE'
            : 'READY',
    error:
      file.error === null
        ? null
        : { code: file.error.code, message: file.error.message, details: file.error.details },
    duplicateOf: file.duplicateOf,
    folder: file.folder,
    encoding:
      file.raw?.encoding === undefined ? null : { name: file.raw.encoding, chosen: file.encoding !== null },
    needsPassword: file.error?.code === 'FILE_ENCRYPTED',
    pasted: file.pasted,
    format: file.raw?.format ?? null,
    sheets,
    counts: {
      cells: sheets.reduce((total, sheet) => total + sheet.readings + sheet.adjustments + sheet.items, 0),
      errors: problems.error,
      confirms: problems.confirm,
      infos: problems.info
    }
  }
}

function sheetView(sheet: SheetAnalysis): ImportFileView['sheets'][number] {
  const { readings, adjustments, items, problems } = countsOf(sheet)
  return {
    name: sheet.sheet,
    used: sheet.used,
    leftOut: sheet.leftOut,
    layout: sheet.layout,
    readings,
    adjustments,
    items,
    errors: problems.error,
    confirms: problems.confirm
  }
}

/** Most staged cells of a sheet, and most problems of a repair, that the window is sent; the counts are of all. */
const MOST_STAGED = 20_000
const MOST_PROBLEMS = 5000

export function fileDetail(file: SessionFile): ImportFileDetail {
  return {
    file: fileView(file),
    sheets: (file.analysis?.sheets ?? []).map(({ readings, adjustments, items, ...sheet }) => ({
      ...sheet,
      problems: sheet.problems.slice(0, MOST_PROBLEMS),
      staged: [
        ...readings
          .slice(0, MOST_STAGED)
          .map(({ address, row, col, unit, indicator, field, state, value }) => ({
            address,
            row,
            col,
            unit,
            indicator,
            field,
            state,
            value
          })),
        ...adjustments.slice(0, MOST_STAGED).map(({ address, row, col, unit, classCode, points }) => ({
          address,
          row,
          col,
          unit,
          indicator: classCode,
          field: 'adjustment',
          state: 'VALUE',
          value: points
        })),
        ...items.slice(0, MOST_STAGED).map((item) => ({
          ...{ address: item.address, row: item.row, col: item.col },
          unit: item.fields.owner ?? '',
          indicator: item.fields.type,
          field: 'item',
          state: 'VALUE',
          value: null
        }))
      ]
    })),
    groups: groupViews(file),
    fixes: file.fixes
  }
}

/** Problem cards: title and example from the grouping, with the single problems behind them. */
function groupViews(file: SessionFile): ProblemGroupView[] {
  const problems = problemsOf(file)
  const byKey = new Map<string, Problem[]>()
  for (const [index, problem] of problems.entries()) {
    const key = problem.group ?? `${problem.code}#${index}`
    const alike = byKey.get(key)
    if (alike) alike.push(problem)
    else byKey.set(key, [problem])
  }
  return groupProblems(problems).map((card) => ({
    group: card.key,
    code: card.code,
    level: card.level,
    title: card.title,
    detail: card.suggestion === null ? card.message : `${card.message}${card.suggestion}`,
    accepted: file.fixes.confirmed.includes(card.key),
    problems: (byKey.get(card.key) ?? []).slice(0, MOST_PROBLEMS)
  }))
}

/** A window of a sheet as it stands in the file. */
export function gridOf(raw: RawWorkbook, sheetName: string, top: number, rows: number): ImportGrid {
  const sheet = raw.sheets.find((candidate) => candidate.name === sheetName)
  if (sheet === undefined) throw new AppError('NOT_FOUND', `文件里没有「${sheetName}」这张表。`)
  return {
    sheet: sheet.name,
    rowCount: sheet.rowCount,
    colCount: sheet.colCount,
    merges: sheet.merges.filter((merge) => merge.bottom >= top && merge.top < top + rows),
    hiddenRows: sheet.hiddenRows,
    hiddenCols: sheet.hiddenCols,
    cells: cellsBetween(sheet, top, top + rows).map((cell) => ({
      row: cell.row,
      col: cell.col,
      text: cell.shown,
      numeric: cell.kind === 'number',
      ...(cell.formula === undefined ? {} : { formula: cell.formula })
    }))
  }
}
