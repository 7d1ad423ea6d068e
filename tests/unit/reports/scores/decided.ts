import { computeResults } from '#shared/domain/ranking/computeResults.ts'
import type { Decision, DecisionSubject } from '#shared/domain/decision/decision.ts'
import type { ReportDefinition } from '#shared/domain/report/reportDefinition.ts'
import type { ReportTable, TableCell } from '#shared/domain/report/reportTable.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { AdjustmentEntry, Reading } from '#shared/domain/scoring/reading.ts'
import { OPTIONS, officeFacts } from '../../../helpers/reportFacts.ts'
import { officeScheme, type Values } from '../../../helpers/smallQuarter.ts'

export const VALUES = { a: ['75', '36'], b: ['75', '36'], c: ['60', '30'], d: ['45', '28'] } as const

/** A quarter of four departments, by the engine, with what people decided. `null`: the item does not apply. */
export interface Decided {
  values: Values
  subjects?: readonly DecisionSubject[]
  adjustments?: readonly { unit: string; classCode: string; points: string }[]
  scheme?: SchemeDefinition
}

function readingsOf(values: Values): Reading[] {
  const reading = (unit: string, indicator: string, value: string | null): Reading => ({
    ...{ unit, indicator, rater: null, value, note: null },
    field: indicator === 'output' ? 'actual' : 'score',
    state: value === null ? 'NA' : 'VALUE',
    source: { kind: 'cell', batchId: 1, file: '汇总.xlsx', sheet: '表1', address: 'D4', raw: value ?? '/' }
  })
  return Object.entries(values).flatMap(([unit, [output, mark]]) => [
    reading(unit, 'output', output),
    reading(unit, 'mark', mark)
  ])
}

export function decidedFacts({ values, subjects = [], adjustments = [], scheme }: Decided): ReportFacts {
  const used = scheme ?? officeScheme()
  const decisions = subjects.map((subject, index): Decision => ({
    ...{ id: index + 1, period: '2026Q3', subject, basis: `纪要第${index + 1}期` },
    ...{ decidedBy: '局长办公会', date: '2026-10-08' }
  }))
  const entries = adjustments.map((entry, index): AdjustmentEntry => ({
    ...{ id: index + 1, date: '2026-08-12', reason: '=获奖', evidence: null, approver: null, source: null },
    ...entry
  }))
  const results = computeResults({
    ...{ period: '2026Q3', month: null, scheme: used, schemeVersion: 1, readings: readingsOf(values) },
    ...{ adjustments: entries, decisions, previous: null, history: [], before: [] }
  })
  return {
    ...officeFacts({ units: 3, quarters: 1 }),
    ...{ results: { ...results, inputsHash: '1'.repeat(64) }, scheme: used, earlier: [] }
  }
}

/** Tables of a report's sheets, in order. */
export function tablesOf(report: ReportDefinition, facts: ReportFacts): ReportTable[] {
  return report.workbook!(facts, OPTIONS).sheets.map(({ table }) => table)
}

/** Cells of a unit's row. */
export function rowOf(table: ReportTable, unit: string): Readonly<Record<string, TableCell>> {
  return table.rows.find((row) => row.cells['UNIT'] === unit)!.cells
}

export const formula = (cell: TableCell | undefined): string | undefined =>
  cell === null || cell === undefined || typeof cell === 'string' ? undefined : cell.formula
