import type { RaceDefinition } from '../../scheme/schemeDefinition.ts'
import type { VetoEffect } from '../../scheme/vetoKinds.ts'
import type { AppliedVeto } from '../resultSet.ts'

const EFFECT_WORDS: Record<Exclude<VetoEffect, 'SCORE_ZERO'>, string> = {
  EXCLUDE_FROM_AWARD: '不参加评优',
  GRADE_CAP: '等次封顶',
  GRADE_DROP: '降一等',
  RANK_LAST: '列最后',
  NO_RANK: '不排名'
}

/** 「否决「安全生产责任事故」：降一等、列最后（依据：市安委〔2026〕3号，局长办公会）」, one for each veto. */
export function vetoRemarks(vetoes: readonly AppliedVeto[], race: RaceDefinition): string[] {
  return vetoes.map((veto) => {
    const basis = [veto.basis, veto.decidedBy].filter((text) => text !== '').join('，')
    return `否决「${veto.name}」：${vetoWords(veto, race)}${basis === '' ? '' : `（依据：${basis}）`}`
  })
}

/** 「降一等、列最后」 */
export function vetoWords(veto: AppliedVeto, race: RaceDefinition): string {
  return veto.effects.map((effect) => effectWords(effect, veto, race)).join('、')
}

function effectWords(effect: VetoEffect, { indicator }: AppliedVeto, race: RaceDefinition): string {
  if (effect !== 'SCORE_ZERO') return EFFECT_WORDS[effect]
  if (indicator === null) return '总得分记 0'
  const all = race.dimensions.flatMap((dimension) => dimension.indicators)
  return `「${all.find((entry) => entry.code === indicator)?.name ?? indicator}」记 0 分`
}
