import { allProblems } from '#shared/domain/importing/analysis.ts'
import { analyseWorkbook } from '#shared/domain/importing/analyseWorkbook.ts'
import type { ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import type { RememberedSheet } from '#shared/domain/importing/memory/rememberedMapping.ts'
import type { RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { z } from 'zod'
import { catalogue } from './catalogue.ts'
import { rawWorkbook } from './rawSheet.ts'

export interface AnalyseOptions {
  fixes?: z.input<typeof importFixes>
  workbook?: Partial<RawWorkbook>
  catalogue?: ImportCatalogue
  memories?: readonly RememberedSheet[]
}

/** One-sheet shorthand: the analysis in the short forms that tests compare. */
export function analyse(sheets: RawSheet | readonly RawSheet[], options: AnalyseOptions = {}) {
  const list = Array.isArray(sheets) ? (sheets as readonly RawSheet[]) : [sheets as RawSheet]
  const analysis = analyseWorkbook(
    rawWorkbook(list, options.workbook),
    options.catalogue ?? catalogue(),
    importFixes.parse(options.fixes ?? {}),
    { memories: options.memories ?? [], issued: [] }
  )
  const sheet = analysis.sheets[0]!
  const readings = analysis.sheets.flatMap((one) => one.readings)
  const problems = allProblems(analysis)
  return {
    analysis,
    sheet,
    readings,
    problems,
    /** `bgs/funds/actual=12` or `…=NA`, in sheet order. */
    short: readings.map((one) => `${one.unit}/${one.indicator}/${one.field}=${one.value ?? one.state}`),
    /** `code level cell`. */
    told: (level?: string) =>
      problems
        .filter((one) => level === undefined || one.level === level)
        .map((one) => `${one.code} ${one.place.cell ?? '-'}`),
    roles: Object.fromEntries(sheet.columns.map((column) => [column.letter, column.role.role]))
  }
}
