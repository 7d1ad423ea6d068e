import { importFixes, type ColumnRole } from '#shared/domain/importing/importPlan.ts'
import { rememberSheet } from '#shared/domain/importing/memory/rememberSheet.ts'
import type { RememberedSheet } from '#shared/domain/importing/memory/rememberedMapping.ts'
import type { RawSheet } from '#shared/domain/importing/grid/rawWorkbook.ts'
import { analyse, type AnalyseOptions } from './analyse.ts'
import { catalogue } from './catalogue.ts'
import { rawSheet, type CellInput } from './rawSheet.ts'

export type Fixes = NonNullable<AnalyseOptions['fixes']>

export const value = (
  indicator: string | null,
  field: 'actual' | 'score' | 'target' = 'actual'
): ColumnRole => ({
  role: 'value',
  field,
  indicator,
  unit: null,
  rater: null
})

const LAST = '2026Q2'
let nextId = 1

/** Imports a sheet in the second quarter with the clerk's answers, and keeps what is kept of them. */
export function learnAll(
  sheet: RawSheet,
  fixes: Fixes,
  { fileName = '二季度报送表.xlsx', memories = [] as readonly RememberedSheet[] } = {}
): RememberedSheet[] {
  const period = LAST
  const { sheet: understood } = analyse(sheet, {
    fixes,
    memories,
    workbook: { fileName },
    catalogue: catalogue({ period })
  })
  const parsed = importFixes.parse(fixes)
  const learnt = rememberSheet({ sheet: understood, raw: sheet, fixes: parsed, period, fileName, memories })
  return learnt.reduce<RememberedSheet[]>(
    (all, { moved, dropped, ...memory }) => [
      ...all
        .filter(({ id, fingerprint }) => !dropped.includes(id) && fingerprint !== memory.fingerprint)
        .map((old) => ({ ...old, ...moved.find(({ id }) => id === old.id) })),
      { ...memory, id: nextId++, period, fileName }
    ],
    [...memories]
  )
}

export function learn(...request: Parameters<typeof learnAll>): RememberedSheet {
  const memory = learnAll(...request).at(-1)
  if (memory === undefined) throw new Error('nothing to remember')
  return memory
}

export const now = (sheet: RawSheet, memories: RememberedSheet[], options: AnalyseOptions = {}) =>
  analyse(sheet, { workbook: { fileName: '三季度报送表.xlsx' }, ...options, memories })

/** A sheet in words of its own: nothing of it is understood without the clerk. */
export const strange = (
  quarter: string,
  rows: readonly CellInput[][] = [['办公室', 12, 3, '好']],
  extra: readonly string[] = []
) => rawSheet([[`${quarter}情况表`], ['甲', `${quarter}乙数`, '丙数（个）', '丁', ...extra], ...rows])
export const STRANGE: Fixes = {
  sheets: {
    表1: {
      header: { first: 1, last: 1 },
      layout: 'UNIT_BY_INDICATOR',
      columns: { A: { role: 'unit' }, B: value('funds'), C: value('events'), D: { role: 'remark' } }
    }
  }
}
