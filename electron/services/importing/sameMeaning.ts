import { AppError } from '#shared/appError.ts'
import type { WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { BatchRow } from '#db/repos/batchRepo.ts'
import { getPeriod } from '#db/repos/periodRepo.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import type { Library } from '../library.ts'

/** What a stored value means: without it the same number is another one. */
function meaningOf(scheme: SchemeDefinition) {
  const indicators = scheme.races.flatMap((race) => race.dimensions.flatMap((d) => d.indicators))
  const classes = scheme.races.flatMap((race) => race.adjustments.classes)
  return {
    units: new Set(scheme.units.map((unit) => unit.code)),
    indicators: new Map(
      indicators.map((entry) => [
        entry.code,
        { name: entry.name, means: JSON.stringify([entry.unit, entry.rule.kind]) }
      ])
    ),
    classes: new Map(
      classes.map((entry) => [entry.code, { name: entry.name, means: JSON.stringify(entry.sign) }])
    )
  }
}
type Meaning = ReturnType<typeof meaningOf>

/**
 * A scheme may change while an import waits. What was understood under the old one is written only where units,
 * indicators (measure and rule kind) and classes still mean the same. Throws CONFLICT with the names that do not.
 */
export function assertSameMeaning(
  library: Library,
  batch: BatchRow,
  analysis: WorkbookAnalysis,
  schemeVersionId: number
): void {
  const now = getPeriod(library.db, batch.period)?.schemeVersionId ?? null
  if (now === schemeVersionId || now === null) return
  const before = meaningOf(loadSchemeVersion(library.db, schemeVersionId).definition)
  const after = meaningOf(loadSchemeVersion(library.db, now).definition)
  const changed = changedNames(analysis, before, after)
  if (changed.length === 0) return
  throw new AppError(
    'CONFLICT',
    `《${batch.fileName}》导入之后考核方案改过：${changed.slice(0, 5).join('、')}${changed.length > 5 ? ` 等 ${changed.length} 项` : ''}与导入时不同，不能按原来的理解写入。`,
    { action: '请退回，再按现在的方案重新导入。' }
  )
}

function changedNames(analysis: WorkbookAnalysis, before: Meaning, after: Meaning): string[] {
  const readings = analysis.sheets.flatMap((sheet) => sheet.readings)
  const adjustments = analysis.sheets.flatMap((sheet) => sheet.adjustments)
  const differs = (kind: 'indicators' | 'classes', codes: readonly string[]): string[] =>
    [...new Set(codes)].flatMap((code) => {
      const old = before[kind].get(code)
      return old !== undefined && old.means === after[kind].get(code)?.means
        ? []
        : [`「${old?.name ?? code}」`]
    })
  const units = [...new Set([...readings, ...adjustments].map((entry) => entry.unit))]
  return [
    ...units.flatMap((unit) => (after.units.has(unit) ? [] : [`单位「${unit}」`])),
    ...differs(
      'indicators',
      readings.map((entry) => entry.indicator)
    ),
    ...differs(
      'classes',
      adjustments.map((entry) => entry.classCode)
    )
  ]
}
