import { periodDays, quarterOf } from '../../period/periodKey.ts'
import type { IsoDate } from '../../calendar/isoDate.ts'
import { registerType, type RegisterType } from '../../register/registerItem.ts'
import { REGISTER_TYPES } from '../../register/registerWords.ts'
import type { SheetAnalysis, TableAnalysis } from '../analysis.ts'
import type { HeaderRows } from '../header/composeHeader.ts'
import { headerAround } from '../header/findHeader.ts'
import { quarterInLabel } from '../header/headerKeywords.ts'
import { readMeta, type SheetMeta } from '../header/readMeta.ts'
import type { ImportContext } from '../importContext.ts'
import type { ColumnPlan, ImportFixes } from '../importPlan.ts'
import type { RawSheet } from '../grid/rawWorkbook.ts'
import { sheetGrid, type SheetGrid } from '../grid/sheetGrid.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import { findSheetUnit } from '../table/sheetSubject.ts'
import { extractItems } from './extractItems.ts'
import {
  anyHeader,
  findRegisterHeader,
  isRegister,
  readRegisterColumns,
  type ItemPlan
} from './planRegister.ts'
import { readDue } from './readDue.ts'
import { problemSourceIn, registerTypeIn } from './readWords.ts'
import { yearOf, type RegisterScope } from './registerScope.ts'
import type { StagedItem } from './stagedItem.ts'

type SheetFix = ImportFixes['sheets'][string]

export interface RegisterOutcome {
  header: HeaderRows
  columns: ColumnPlan[]
  tables: TableAnalysis[]
  unit: SheetAnalysis['unit']
  meta: SheetMeta
  items: StagedItem[]
  skippedRows: SheetAnalysis['skippedRows']
}

const SCORE_LAYOUT = (fix: SheetFix | undefined): boolean =>
  fix?.layout !== undefined && fix.layout !== 'REGISTER'

/**
 * Reads a sheet as a register (五重清单, 问题清单, 推进表, 项目台账 …): one row an item. Null where it is none, so that it is read as
 * a sheet of scores; the clerk may say either.
 */
export function analyseRegister(
  raw: RawSheet,
  grid: SheetGrid,
  context: ImportContext,
  fix: SheetFix | undefined,
  sink: ProblemSink
): RegisterOutcome | null {
  if (SCORE_LAYOUT(fix)) return null
  const told = fix?.layout === 'REGISTER'
  const header = fix?.header ?? (told ? anyHeader(grid, context) : findRegisterHeader(grid))
  if (header === null) return null
  const first = readRegisterColumns(grid, header, context, fix)
  if (!told && !isRegister(first.readings, first.plans)) return null
  const meta = readMeta(grid, header.first, (text) => context.units.match(text).status === 'FOUND')
  const unit = findSheetUnit(meta, raw.name, fix, context)
  const base = { header, columns: plainPlans(first.plans), tables: [], unit, meta }
  if (!first.plans.some(({ field }) => field === 'title')) {
    sink.add(null, {
      code: 'REGISTER_NO_TITLE',
      level: 'error',
      message: `「${raw.name}」里没有找到写事项的一列。`,
      suggestion: '请到「认表头」点选表头，或把写事项的那一列的用途改成「事项」。',
      group: `REGISTER_NO_TITLE:${raw.name}`
    })
    return { ...base, items: [], skippedRows: [] }
  }
  let scope: RegisterScope = {
    ...{ context, grid, sheet: raw.name, header, plans: first.plans, meta, sink },
    year: yearOf(context),
    // Where rows name their owner, an empty cell is not the sheet's unit.
    unit: first.plans.some(({ field }) => field === 'owner') ? null : (unit?.code ?? null),
    type: fix?.register ?? typeOf(raw.name, meta, context),
    source: null,
    band: null,
    progressOn: progressDay(first.plans, meta, context)
  }
  scope = { ...scope, source: scope.type === 'PROBLEM' ? sourceOf(raw.name, meta) : null }
  const outcome: RegisterOutcome = { ...base, items: [], skippedRows: [] }
  let untyped = 0
  for (let tables = 0; tables < 30; tables++) {
    const found = extractItems(scope)
    outcome.items.push(...found.items)
    outcome.skippedRows.push(...found.skippedRows)
    untyped += found.untyped
    if (found.next === null) break
    const below = tableBelow(raw, found.next.header, found.scope, fix)
    if (below === null) {
      tellLeft(found.next.header, scope)
      outcome.skippedRows.push(
        ...grid.rows
          .filter((row) => row >= found.next!.header)
          .map((row) => ({ row, reason: '下面另一张表，没有看懂' }))
      )
      break
    }
    outcome.skippedRows.push({ row: found.next.header, reason: '下面一张表的表头' })
    outcome.tables.push({
      layout: 'REGISTER',
      header: below.header,
      columns: plainPlans(below.plans),
      unit: null
    })
    scope = below
  }
  if (untyped > 0) tellUntyped(raw.name, untyped, sink)
  return outcome
}

function plainPlans(plans: readonly ItemPlan[]): ColumnPlan[] {
  return plans.map(({ col, letter, path, role, unitText, by }) => ({ col, letter, path, role, unitText, by }))
}

/** Which register: the sheet's name says it best, then the title, then the file. */
function typeOf(sheet: string, meta: SheetMeta, context: ImportContext): RegisterType | null {
  const file = context.file.replace(/\.[^.]+$/, '')
  for (const text of [sheet, meta.title?.text ?? '', file]) {
    const type = registerTypeIn(text)
    if (type !== null) return type
  }
  return null
}

function sourceOf(sheet: string, meta: SheetMeta): RegisterScope['source'] {
  const named = [sheet, meta.title?.text ?? ''].map((text) => text.replace(/七张(?:重大)?问题(?:清单)?/g, ''))
  return named.map(problemSourceIn).find((source) => source !== null) ?? null
}

/** 进展情况（截至9月30日）, 三季度进展, 截至 … above the table, the quarter in the title; else the day of the import. */
function progressDay(plans: readonly ItemPlan[], meta: SheetMeta, context: ImportContext): IsoDate | null {
  const { year } = quarterOf(context.catalogue.period)
  const heads = plans
    .filter(({ field }) => field === 'progress' || field === 'cumulative')
    .flatMap(({ path }) => path)
  const entries = Object.entries(meta.entries).flatMap(([key, value]) =>
    /时间|日期/.test(key) ? [value] : []
  )
  for (const text of [...heads, meta.title?.text ?? '', ...entries]) {
    const written =
      /(?:(?:19|20)\d{2}年?[-./]?)?\d{1,2}月(?:\d{1,2}日|底|末)?|\d{4}[-./]\d{1,2}[-./]\d{1,2}/.exec(
        text
      )?.[0]
    const day = written === undefined ? null : readDue(written, year)
    if (day?.kind === 'DAY') return day.day
    const quarter = quarterInLabel(text)
    if (quarter !== null) {
      const named = /(?:19|20)\d{2}/.exec(text)?.[0] ?? String(year)
      return periodDays(`${named}Q${quarter}`).last
    }
  }
  return null
}

/** Another register below, by its own heads. */
function tableBelow(
  raw: RawSheet,
  row: number,
  above: RegisterScope,
  fix: SheetFix | undefined
): RegisterScope | null {
  const grid = sheetGrid({
    ...raw,
    cells: raw.cells.filter((cell) => cell.row >= row),
    merges: raw.merges.filter((merge) => merge.top >= row)
  })
  const header = headerAround(grid, row)
  const own = fix?.tables?.[String(header.first)]
  const { readings, plans } = readRegisterColumns(grid, header, above.context, own)
  if (!isRegister(readings, plans)) return null
  return { ...above, grid, header, plans }
}

function tellLeft(row: number, { grid, sink, sheet }: RegisterScope): void {
  const cell = grid.rowCells(row)[0] ?? null
  sink.add(cell, {
    code: 'UNKNOWN_TABLE',
    level: 'confirm',
    message: `「${sheet}」第 ${row + 1} 行起是另一张表，不是清单，没有导入。`,
    suggestion: '需要的请另存成一张工作表再导入。'
  })
}

function tellUntyped(sheet: string, rows: number, sink: ProblemSink): void {
  sink.add(null, {
    code: 'REGISTER_TYPE',
    level: 'error',
    message: `看不出「${sheet}」是哪一种清单，${rows} 行没有导入。`,
    suggestion: '请选择清单类型；不需要的表请跳过。',
    group: `REGISTER_TYPE:${sheet}`,
    candidates: registerType.options.map((code) => ({ code, name: REGISTER_TYPES[code].name }))
  })
}
