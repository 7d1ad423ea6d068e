import type { Problem } from '../../problem.ts'
import type { SheetAnalysis, WorkbookAnalysis } from './analysis.ts'
import { analyseSheet, type SheetOutcome } from './analyseSheet.ts'
import type { ImportCatalogue } from './catalogue.ts'
import { checkDuplicates } from './table/checkDuplicates.ts'
import { checkPeriod } from './table/checkPeriod.ts'
import { importContext, type ImportContext } from './importContext.ts'
import { NOTHING_KNOWN, type ImportKnowledge } from './knowledge.ts'
import type { ImportFixes } from './importPlan.ts'
import { markRecalled, recallSheet } from './memory/recallSheet.ts'
import { problemSink } from './problems/problemSink.ts'
import type { RawSheet, RawWorkbook } from './grid/rawWorkbook.ts'
import { analyseIssued } from './template/analyseIssued.ts'

/**
 * Understands one workbook: pure, so analysing again with more `fixes` is how repairs work. Never throws on what a file
 * holds; what cannot be used becomes a problem with its place and what to do. Readings with an `error` are not staged.
 */
export function analyseWorkbook(
  raw: RawWorkbook,
  catalogue: ImportCatalogue,
  fixes: ImportFixes,
  knowledge: ImportKnowledge = NOTHING_KNOWN
): WorkbookAnalysis {
  const context = importContext(raw, catalogue, fixes)
  const issued = analyseIssued(raw, context, knowledge)
  const outcomes = raw.sheets.map((sheet): SheetOutcome => {
    const own = issued?.sheets.get(sheet.name)
    return own === undefined ? understand(sheet, context, knowledge) : { analysis: own, unread: 'NONE' }
  })
  const settled = settleUnread(outcomes, context)
  const checked = checkDuplicates(settled, {
    file: raw.fileName,
    units: context.units.index,
    indicators: context.indicators.index
  })
  const sheets = checked.map((sheet) => ({
    ...sheet,
    problems: accept([...readerProblems(sheet, raw), ...sheet.problems], fixes)
  }))
  return {
    fileName: raw.fileName,
    sheets,
    problems: accept([...(issued?.problems ?? []), ...fileProblems(raw, sheets, context)], fixes)
  }
}

/** A sheet with the answers that were given for its header before, where there are any. */
function understand(sheet: RawSheet, context: ImportContext, { memories }: ImportKnowledge): SheetOutcome {
  const recalled = recallSheet(sheet, context, memories)
  const outcome = analyseSheet(sheet, recalled?.context ?? context)
  return recalled === null ? outcome : { ...outcome, analysis: markRecalled(outcome.analysis, recalled) }
}

/** Covers and notes pass quietly beside a used sheet; a table that was not understood never does. */
function settleUnread(outcomes: readonly SheetOutcome[], context: ImportContext): SheetAnalysis[] {
  const someUsed = outcomes.some(({ analysis }) => analysis.used)
  return outcomes.map(({ analysis, unread, missing }) => {
    if (unread === 'NONE' || (unread === 'PAGE' && someUsed)) return analysis
    const sink = problemSink(context.file, analysis.sheet)
    const noHeader = analysis.leftOut === '没有表头'
    sink.add(null, {
      code: noHeader ? 'NO_HEADER' : 'UNKNOWN_LAYOUT',
      level: 'error',
      message: noHeader
        ? `「${analysis.sheet}」里找不到表头。`
        : `看不懂「${analysis.sheet}」的版式：${missing ?? '没有找到单位、指标和数'}。`,
      suggestion: noHeader
        ? '请点选表头所在的行；不需要的表请跳过。'
        : '请点选表头，或指定各列的用途；不需要的表请跳过。',
      group: `${noHeader ? 'NO_HEADER' : 'UNKNOWN_LAYOUT'}:${analysis.sheet}`
    })
    return { ...analysis, problems: [...analysis.problems, ...sink.problems] }
  })
}

/** What the reader said of a sheet; of sheets left out only that they are hidden, of cells only those that count. */
function readerProblems(sheet: SheetAnalysis, raw: RawWorkbook): Problem[] {
  const own = raw.problems.filter((problem) => problem.place.sheet === sheet.sheet)
  if (!sheet.used)
    return own.filter((problem) => problem.code === 'HIDDEN_SHEET' && sheet.leftOut === '隐藏的工作表')
  const staged = new Set(
    [...sheet.readings, ...sheet.adjustments, ...sheet.items].map((entry) => entry.address)
  )
  return own.filter(
    (problem) =>
      problem.code !== 'HIDDEN_SHEET' &&
      !(problem.code === 'HIDDEN_COLS' && hidesOnlyNumbers(sheet, raw)) &&
      (problem.place.cell === undefined || staged.has(problem.place.cell))
  )
}

/** The hidden 编号 of our own exports of registers. */
function hidesOnlyNumbers({ sheet, layout, columns }: SheetAnalysis, raw: RawWorkbook): boolean {
  if (layout !== 'REGISTER') return false
  const hidden = raw.sheets.find(({ name }) => name === sheet)?.hiddenCols ?? []
  return columns
    .filter(({ col }) => hidden.includes(col))
    .every(({ role }) => role.role === 'item' && role.field === 'number')
}

function fileProblems(raw: RawWorkbook, sheets: readonly SheetAnalysis[], context: ImportContext): Problem[] {
  const names = new Set(sheets.map((sheet) => sheet.sheet))
  const own = raw.problems.filter(
    (problem) => problem.place.sheet === undefined || !names.has(problem.place.sheet)
  )
  const empty = sheets.every(
    (sheet) => !sheet.used && (sheet.leftOut === '空表' || sheet.leftOut === '隐藏的工作表')
  )
  const found: Problem[] = []
  if (empty) {
    found.push({
      code: 'EMPTY_WORKBOOK',
      level: 'error',
      message: '文件里没有可用的数据。',
      place: { file: raw.fileName },
      suggestion: '请检查是不是拿错了文件；数据在隐藏的工作表里时，请选择导入它。',
      group: 'EMPTY_WORKBOOK'
    })
  }
  const told = sheets.some((sheet) => sheet.problems.some((problem) => problem.code === 'WRONG_PERIOD'))
  return [...own, ...found, ...(told ? [] : periodOfFile(raw.fileName, context))]
}

function periodOfFile(fileName: string, context: ImportContext): Problem[] {
  const sink = problemSink(fileName, '')
  checkPeriod(fileName.replace(/\.[^.]+$/, ''), null, context.catalogue.period, sink)
  return sink.problems.map((problem) => ({ ...problem, place: { file: fileName } }))
}

/** Accepted confirmations become information: the default stands, and can still be taken back. */
function accept(problems: readonly Problem[], fixes: ImportFixes): Problem[] {
  const groups = new Set(fixes.confirmed)
  return problems.map((problem) => {
    const { sheet, cell } = problem.place
    const key = `${sheet ?? ''}!${cell ?? ''}`
    const confirmed = Object.hasOwn(fixes.cells, key) && fixes.cells[key]?.as === 'CONFIRMED'
    const accepted =
      problem.level === 'confirm' && (confirmed || (problem.group !== undefined && groups.has(problem.group)))
    return accepted ? { ...problem, level: 'info' } : problem
  })
}
