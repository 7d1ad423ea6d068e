import { personQuotaOf } from '#shared/domain/ranking/grades/personQuota.ts'
import { personQuotaRules } from '#shared/domain/scheme/gradeRules.ts'
import type { DraftRace } from '../../editorTab.ts'

export type DraftQuotas = NonNullable<DraftRace['personQuotas']>

/**
 * The engine's own sentence for one invented unit: its staff, its grade and the honours that it holds (positions in the list).
 * Null while the rules cannot be read or give the grade nothing.
 */
export function quotaExample(
  rules: DraftQuotas,
  unit: { staff: number; grade: string; honours: readonly number[] }
): string | null {
  const parsed = personQuotaRules.safeParse({
    ...rules,
    honours: (rules.honours ?? []).map((honour, index) => ({
      ...honour,
      units: unit.honours.includes(index) ? ['example'] : []
    }))
  })
  if (!parsed.success) return null
  const example = {
    code: 'example',
    name: 'example',
    kind: 'DEPARTMENT' as const,
    aliases: [],
    staff: unit.staff
  }
  return personQuotaOf(example, unit.grade, parsed.data)?.sentence ?? null
}

/** S36: 优秀 15 %, 良好 12 %, 达标 10 %, 诫勉 8 %; by position of the race's own grades. */
export function quotasFor(grades: readonly string[]): DraftQuotas {
  const shares = ['15', '12', '10', '8']
  return {
    byGrade: grades.map((grade, index) => ({ grade, percent: shares[index] ?? '0' })),
    honours: [],
    cap: '20'
  }
}
