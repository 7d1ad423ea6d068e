import { AppError } from '#shared/appError.ts'
import { allProblems } from '#shared/domain/importing/analysis.ts'
import { groupProblems } from '#shared/domain/importing/groupProblems.ts'
import type { RawWorkbook } from '#shared/domain/importing/rawWorkbook.ts'
import type { ImportFileDetail, ImportFileView, ImportGrid, ProblemGroupView } from '#shared/ipc/import.ts'
import type { Problem } from '#shared/problem.ts'
import type { SessionFile } from './session.ts'

/** Everything that is to be said about one file, its contradictions with other files included. */
export function problemsOf(file: SessionFile): Problem[] {
  return [...(file.analysis === null ? [] : allProblems(file.analysis)), ...file.conflicts]
}

const countLevel = (problems: readonly Problem[], level: Problem['level']): number =>
  problems.filter((problem) => problem.level === level).length

export function fileView(file: SessionFile): ImportFileView {
  const problems = file.skipped || file.duplicateOf !== null ? [] : problemsOf(file)
  const sheets = file.analysis?.sheets ?? []
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
    format: file.raw?.format ?? null,
    sheets: sheets.map((sheet) => ({
      name: sheet.sheet,
      used: sheet.used,
      leftOut: sheet.leftOut,
      layout: sheet.layout,
      readings: sheet.readings.length,
      adjustments: sheet.adjustments.length,
      errors: countLevel(sheet.problems, 'error'),
      confirms: countLevel(sheet.problems, 'confirm')
    })),
    counts: {
      cells: sheets.reduce((total, sheet) => total + sheet.readings.length + sheet.adjustments.length, 0),
      errors: countLevel(problems, 'error'),
      confirms: countLevel(problems, 'confirm'),
      infos: countLevel(problems, 'info')
    }
  }
}

export function fileDetail(file: SessionFile): ImportFileDetail {
  return {
    file: fileView(file),
    sheets: (file.analysis?.sheets ?? []).map(({ readings, adjustments, ...sheet }) => ({
      ...sheet,
      staged: [
        ...readings.map(({ address, row, col, unit, indicator, field, state, value }) => ({
          address,
          row,
          col,
          unit,
          indicator,
          field,
          state,
          value
        })),
        ...adjustments.map(({ address, row, col, unit, classCode, points }) => ({
          address,
          row,
          col,
          unit,
          indicator: classCode,
          field: 'adjustment',
          state: 'VALUE',
          value: points
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
  return groupProblems(problems).map((card) => ({
    group: card.key,
    code: card.code,
    level: card.level,
    title: card.title,
    detail: card.suggestion === null ? card.message : `${card.message}${card.suggestion}`,
    accepted: file.fixes.confirmed.includes(card.key),
    problems: problems.filter((problem, index) => (problem.group ?? `${problem.code}#${index}`) === card.key)
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
    cells: sheet.cells
      .filter((cell) => cell.row >= top && cell.row < top + rows)
      .map((cell) => ({
        row: cell.row,
        col: cell.col,
        text: cell.shown,
        numeric: cell.kind === 'number',
        ...(cell.formula === undefined ? {} : { formula: cell.formula })
      }))
  }
}
