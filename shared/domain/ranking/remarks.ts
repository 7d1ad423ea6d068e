import { formatValue } from '../number/format.ts'
import type { D } from '../number/decimal.ts'
import { missingRemarks } from './missingRemarks.ts'
import type { UnitResult } from './resultSet.ts'
import type { Unranked } from './unranked.ts'

/** The remark on a unit whose total was settled by a decision. */
export const IMPUTED_TOTAL = '补分：总得分'

export interface RemarkFacts {
  unit: Pick<UnitResult, 'rank' | 'tied' | 'rankMode' | 'dimensions' | 'movement' | 'total'>
  rescaledFrom: D | null
  tieBrokenBy: string | null
  /** What a recorded decision did to the unit's tie. */
  ruling: string | null
  vetoes: readonly string[]
  unranked: Unranked | null
  /** The total itself was settled by decision. */
  imputedTotal: boolean
  /** Quarters that a newly made unit must have been scored in. */
  newUnitQuarters: number
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
  const refused = indicators.filter((indicator) => indicator.status === 'REFUSED')
  const estimated = indicators.filter((indicator) => indicator.estimated)
  const remarks: (string | null)[] = [
    unit.rankMode === 'LISTED_NOT_RANKED' ? '单列不排名' : null,
    unit.tied && unit.rank !== null ? `并列第${unit.rank}` : null,
    facts.tieBrokenBy === null ? null : `与上一名同分，按${facts.tieBrokenBy}排后`,
    facts.ruling,
    ...facts.vetoes,
    facts.unranked === 'NEW_UNIT' ? `新组建，计分不排名，满 ${facts.newUnitQuarters} 个季度起排名` : null,
    ...missingRemarks(indicators, unit.total !== null && !facts.imputedTotal),
    refused.length > 0 ? `不能计分：${names(refused)}` : null,
    estimated.length > 0 ? `含补分：${names(estimated)}` : null,
    facts.imputedTotal ? IMPUTED_TOTAL : null,
    facts.rescaledFrom === null ? null : `按${formatValue(facts.rescaledFrom)}分折算`,
    facts.unranked === 'FIRST_QUARTER' ? '首个季度，不排名' : null,
    facts.previousGroup !== null && unit.rank !== null ? `上季度在${facts.previousGroup}` : null,
    unit.movement.kind === 'NEW' && facts.hadPrevious && facts.previousGroup === null ? '新' : null
  ]
  return remarks.filter((remark) => remark !== null)
}
