import { formatValue } from '../number/format.ts'
import type { D } from '../number/decimal.ts'
import type { UnitResult } from './resultSet.ts'

export interface RemarkFacts {
  unit: Pick<UnitResult, 'rank' | 'tied' | 'rankMode' | 'dimensions' | 'movement'>
  rescaledFrom: D | null
  tieBrokenBy: string | null
  /** Scored without a rank because it is the unit's first quarter. */
  firstQuarterUnranked: boolean
  /** Name of the group that the unit was in last quarter, if another one. */
  previousGroup: string | null
  /** Whether the race was held last quarter: in the very first one every unit would be 新. */
  hadPrevious: boolean
}

/** 备注 of a unit, most important first. */
export function remarksOf(facts: RemarkFacts): string[] {
  const { unit } = facts
  const indicators = unit.dimensions.flatMap((dimension) => dimension.indicators)
  const names = (list: typeof indicators): string => list.map((indicator) => indicator.name).join('、')
  const missing = indicators.filter((indicator) => indicator.status === 'MISSING')
  const blocked = missing.filter((indicator) => indicator.score === null)
  const zero = missing.filter((indicator) => indicator.score !== null)
  const refused = indicators.filter((indicator) => indicator.status === 'REFUSED')
  const estimated = indicators.filter((indicator) => indicator.estimated)
  const remarks: (string | null)[] = [
    unit.rankMode === 'LISTED_NOT_RANKED' ? '单列不排名' : null,
    unit.tied && unit.rank !== null ? `并列第${unit.rank}` : null,
    facts.tieBrokenBy === null ? null : `与上一名同分，按${facts.tieBrokenBy}排后`,
    blocked.length > 0 ? `缺报：${names(blocked)}` : null,
    zero.length > 0 ? `缺报计0分：${names(zero)}` : null,
    refused.length > 0 ? `不能计分：${names(refused)}` : null,
    estimated.length > 0 ? `含补分：${names(estimated)}` : null,
    facts.rescaledFrom === null ? null : `按${formatValue(facts.rescaledFrom)}分折算`,
    facts.firstQuarterUnranked ? '首个季度，不排名' : null,
    facts.previousGroup !== null && unit.rank !== null ? `上季度在${facts.previousGroup}` : null,
    unit.movement.kind === 'NEW' && facts.hadPrevious && facts.previousGroup === null ? '新' : null
  ]
  return remarks.filter((remark) => remark !== null)
}
