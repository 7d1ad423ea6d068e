import { compactScheme } from '#shared/domain/scheme/compactScheme.ts'
import type { ColumnSpec, ReadRow } from './columns.ts'
import { readCells } from './columns.ts'
import type { CellFault } from './codec.ts'
import { setAt, type Json } from './loose.ts'
import { createNames, type Names } from './names.ts'
import { adjustmentCaps, adjustmentClasses, vetoes } from './sheets/adjustments.ts'
import { basics, emptyWords, groups, lines, units } from './sheets/basics.ts'
import { indicators, variants } from './sheets/indicators.ts'
import { paramTables, sharedWorks, targets } from './sheets/indicatorTables.ts'
import { boards, streaks } from './sheets/boards.ts'
import { gradeRules, grades, honours, personQuotaRules, personQuotas } from './sheets/grades.ts'
import { successions, totals, yearSheet } from './sheets/years.ts'
import { policies, progressRows } from './sheets/policies.ts'
import { races } from './sheets/races.ts'
import type { FormSpec, SheetSpec } from './sheetSpec.ts'

/** The sheets in the order in which people fill them in; each refers only to what stands before it or beside it. */
export const SHEETS: readonly SheetSpec[] = [
  basics,
  lines,
  units,
  groups,
  races,
  indicators,
  variants,
  paramTables,
  targets,
  sharedWorks,
  adjustmentClasses,
  adjustmentCaps,
  policies,
  grades,
  gradeRules,
  personQuotas,
  personQuotaRules,
  honours,
  boards,
  streaks,
  yearSheet,
  totals,
  successions,
  vetoes,
  progressRows,
  emptyWords
]

export const FORM_HEADERS = ['项目', '内容', '说明'] as const

/** Texts of a sheet by header, one map a row. */
export type SheetTexts = ReadonlyMap<string, string>[]

export type Complain = (sheet: string, row: number, header: string, fault: CellFault) => void

/**
 * Puts the sheets together to the JSON of a scheme, without what the schema fills in. Twice: a sheet may name what
 * stands on a later one (并列先后 names indicators), and codes that nobody wrote are made on the way.
 */
export function readSheets(texts: ReadonlyMap<string, SheetTexts>, complain: Complain): Json {
  const names = createNames()
  readOnce(texts, names, () => undefined)
  const told = new Set<string>()
  const definition = readOnce(texts, names, (sheet, row, header, fault) => {
    const key = `${sheet}|${row}|${header}`
    if (told.has(key)) return
    told.add(key)
    complain(sheet, row, header, fault)
  })
  return compactScheme(definition) as Json
}

function readOnce(texts: ReadonlyMap<string, SheetTexts>, names: Names, complain: Complain): Json {
  const definition: Json = { format: 'liangji-scheme', formatVersion: 1 }
  for (const spec of SHEETS) {
    const rows = texts.get(spec.name) ?? []
    if (spec.type === 'FORM') readForm(spec, rows, definition, names, complain)
    else {
      const read = rows.map((row, index) => readRow(spec.columns, row, names, spec.name, index, complain))
      spec.take(read, { definition, names })
    }
  }
  return definition
}

function readRow(
  columns: readonly ColumnSpec[],
  texts: ReadonlyMap<string, string>,
  names: Names,
  sheet: string,
  row: number,
  complain: Complain
): ReadRow {
  return readCells(texts, columns, names, (header, fault) => complain(sheet, row, header, fault))
}

function readForm(
  spec: FormSpec,
  rows: SheetTexts,
  definition: Json,
  names: Names,
  complain: Complain
): void {
  rows.forEach((texts, row) => {
    const label = texts.get(FORM_HEADERS[0]) ?? ''
    const content = texts.get(FORM_HEADERS[1]) ?? ''
    const field = spec.fields.find((entry) => entry.label === label)
    if (field === undefined) {
      if (content !== '') {
        complain(spec.name, row, FORM_HEADERS[0], {
          message: `没有「${label}」这个项目`,
          todo: '请改回原来的项目名称，或清空内容'
        })
      }
      return
    }
    if (content === '') return
    const parsed = field.codec.parse(content, names)
    if ('fault' in parsed) complain(spec.name, row, FORM_HEADERS[1], parsed.fault)
    else setAt(definition, field.path, parsed.value)
  })
}
