import type { Policies } from '../../scheme/policies.ts'
import type { ComputedGroup } from '../computeGroup.ts'
import { RULING_LABEL, type Place } from '../rankGroup.ts'
import type { UnitResult } from '../resultSet.ts'
import type { Unranked } from '../unranked.ts'

/** How places came about, as far as the scheme had a choice: ties, decisions, 单列, units without a place, vetoes. */
export function standingSentences(
  units: readonly UnitResult[],
  groups: readonly ComputedGroup[],
  policies: Policies
): string[] {
  const places = groups.flatMap((group) => group.places)
  const isUnranked = (why: Unranked): boolean => groups.some((group) => group.unranked.has(why))
  const sentences: (string | null)[] = [
    tieSentence(units, places, policies),
    places.some((place) => place.deciding?.label === RULING_LABEL)
      ? '并列经人工裁定分出先后的，依据见备注。'
      : null,
    units.some((unit) => unit.rankMode === 'LISTED_NOT_RANKED')
      ? '单列单位计分不排名，不占名次，也不进组均。'
      : null,
    isUnranked('FIRST_QUARTER') ? '首个季度参加考核的单位计分不排名。' : null,
    isUnranked('NEW_UNIT')
      ? `合并、拆分新设的单位计分不排名，满 ${policies.newUnitQuarters} 个季度起排名。`
      : null,
    ...vetoSentences(units, policies)
  ]
  return sentences.filter((sentence) => sentence !== null)
}

function tieSentence(
  units: readonly UnitResult[],
  places: readonly Place[],
  { judgeOn }: Policies
): string | null {
  const isBroken = places.some(
    ({ deciding }) => deciding?.tieBroken === true && deciding.label !== RULING_LABEL
  )
  if (!units.some((unit) => unit.tied) && !isBroken) return null
  const same = judgeOn === 'PRINTED' ? '总得分取整后相同' : '未取整的总得分相同'
  const chain = isBroken ? '先按方案规定的顺序比较，仍相同的' : ''
  return `${same}的单位${chain}并列，名次顺延，并列单位按机构顺序排列。`
}

function vetoSentences(units: readonly UnitResult[], { rankLast }: Policies): (string | null)[] {
  const effects = units.flatMap((unit) => unit.vetoes.flatMap((veto) => veto.effects))
  const last = units.filter(
    (unit) => unit.rank !== null && unit.vetoes.some((veto) => veto.effects.includes('RANK_LAST'))
  )
  const among = rankLast === 'TIED' ? '这些单位并列' : '这些单位之间按总得分排'
  return [
    effects.length > 0 ? '有否决事项的单位照常计分，否决的效果和依据见备注。' : null,
    last.length > 0
      ? `否决列最后的单位排在其他单位之后，其他单位名次递进${last.length > 1 ? `，${among}` : ''}。`
      : null
  ]
}
