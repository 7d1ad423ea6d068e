import type { SheetAnalysis } from '../analysis.ts'
import type { ImportContext } from '../importContext.ts'
import type { ImportFixes } from '../importPlan.ts'
import { unitProblem } from '../names/nameProblems.ts'
import type { ProblemSink } from '../problems/problemSink.ts'
import type { SheetMeta } from '../header/readMeta.ts'

type SheetFix = ImportFixes['sheets'][string]
type SheetUnit = NonNullable<SheetAnalysis['unit']>

/**
 * The unit that a whole sheet belongs to: the clerk's answer, the 填报单位 line, the title, the sheet's name, the file's name.
 * Null when none of them names exactly one unit.
 */
export function findSheetUnit(
  meta: SheetMeta,
  sheetName: string,
  fix: SheetFix | undefined,
  context: ImportContext
): SheetUnit | null {
  if (fix?.unit !== undefined && context.unitOf.has(fix.unit)) return { code: fix.unit, by: 'clerk' }
  const line = meta.unit ? context.units.match(meta.unit.text) : null
  if (line?.status === 'FOUND') return { code: line.code, by: 'header line' }
  const title = meta.title ? oneWithin(meta.title.text, context) : null
  if (title) return { code: title, by: 'title' }
  const tab = oneNamed(sheetName, context)
  if (tab) return { code: tab, by: 'sheet name' }
  const file = oneNamed(context.file.replace(/\.[^.]+$/, ''), context)
  return file ? { code: file, by: 'file name' } : null
}

function oneNamed(text: string, context: ImportContext): string | null {
  const match = context.units.match(text)
  return match.status === 'FOUND' ? match.code : oneWithin(text, context)
}

function oneWithin(text: string, context: ImportContext): string | null {
  const codes = context.units.index.within(text)
  return codes.length === 1 ? codes[0]! : null
}

/** Says when the sheet's unit is unknown, or when two places name different units. Only for layouts that rest on it. */
export function checkSheetUnit(
  unit: SheetUnit | null,
  meta: SheetMeta,
  sheetName: string,
  context: ImportContext,
  sink: ProblemSink
): void {
  const spot = meta.unit ? { address: meta.unit.address, value: meta.unit.text } : null
  const line = meta.unit ? context.units.match(meta.unit.text) : null
  if (unit === null) {
    const named = meta.unit && line ? unitProblem(meta.unit.text, line, context) : null
    if (line?.status === 'SKIP') return
    sink.add(
      spot,
      named ?? {
        code: 'NO_UNIT',
        level: 'error',
        message: '看不出这张表是哪个单位的。',
        suggestion: '请选择单位，或跳过这张表。',
        group: `NO_UNIT:${sheetName}`
      }
    )
    return
  }
  if (unit.by === 'clerk') return
  const others = [line?.status === 'FOUND' ? line.code : null, oneNamed(sheetName, context)]
  const other = others.find((code) => code !== null && code !== unit.code)
  if (other === undefined && !(meta.unit && line?.status === 'UNKNOWN')) return
  const name = context.units.index.nameOf
  sink.add(spot, {
    code: 'UNIT_CONFLICT',
    level: 'confirm',
    message: `这张表按「${name(unit.code)}」导入，另一处写的是「${other ? name(other) : meta.unit!.text}」。`,
    suggestion: '请核对这张表是哪个单位的。',
    group: `UNIT_CONFLICT:${sheetName}`
  })
}

/** The indicator that a whole sheet is about, named by the clerk, a meta line, the sheet or the title; null when unnamed. */
export function findSheetIndicator(
  meta: SheetMeta,
  sheetName: string,
  fix: SheetFix | undefined,
  context: ImportContext
): { code: string; by: 'clerk' | 'named' } | null {
  if (fix?.indicator !== undefined && context.indicatorOf.has(fix.indicator))
    return { code: fix.indicator, by: 'clerk' }
  const lines = ['指标名称', '考核指标', '评分指标', '评分项目'].map((key) => meta.entries[key])
  for (const text of [...lines, sheetName]) {
    const match = text === undefined ? null : context.indicators.match(text)
    if (match?.status === 'FOUND') return { code: match.code, by: 'named' }
  }
  for (const text of [meta.title?.text, sheetName, context.file.replace(/\.[^.]+$/, '')]) {
    const codes = text === undefined ? [] : context.indicators.index.within(text)
    if (codes.length === 1) return { code: codes[0]!, by: 'named' }
  }
  return null
}
