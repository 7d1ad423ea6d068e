import type { Policies, TieBreakMetric } from '#shared/domain/scheme/policies.ts'
import type { EmptyWordMeaning, RaceDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import { POLICY_WORDS } from '#shared/domain/scheme/words/policyWords.ts'
import { answerLabel, NEEDS, POLICY_QUESTIONS, type PolicyKey } from './policyQuestions.ts'

export interface PolicyLine {
  name: string
  choice: string
  meaning: string
}

/** Every switch of a scheme that has an effect, as a sentence; the sheet's readers never see the code names. */
export function policyLines(policies: Policies): PolicyLine[] {
  return (Object.keys(POLICY_QUESTIONS) as PolicyKey[]).flatMap((key) => {
    const need = NEEDS[key]
    if (need !== undefined && String(policies[need.key]) !== need.value) return []
    const value = String(policies[key])
    return [
      {
        name: POLICY_WORDS.find((item) => item.key === key)?.label ?? key,
        choice: `${answerLabel(key, value)}${numberOf(key, policies)}`,
        meaning: POLICY_QUESTIONS[key].answers[value]?.effect ?? ''
      }
    ]
  })
}

/** The share or the points that go with two ways of 缺报. */
function numberOf(key: PolicyKey, { missing, missingFloor, missingPoints }: Policies): string {
  if (key !== 'missing') return ''
  if (missing === 'FLOOR') return `：${missingFloor}%`
  return missing === 'DEDUCT' ? `：${missingPoints} 分` : ''
}

/** 同分时依次比较 …; an empty list leaves ties standing. */
export function tieBreakLine(race: RaceDefinition): PolicyLine {
  const name = (metric: TieBreakMetric): string => {
    switch (metric.by) {
      case 'DIMENSION':
        return race.dimensions.find((item) => item.code === metric.dimension)?.name ?? metric.dimension
      case 'INDICATOR': {
        const all = race.dimensions.flatMap((dimension) => dimension.indicators)
        return all.find((item) => item.code === metric.indicator)?.name ?? metric.indicator
      }
      case 'BASE':
        return '基础分'
      case 'FEWER_VETOES':
        return '否决少'
      case 'FEWER_DEDUCTIONS':
        return '减分少'
      case 'PREVIOUS_RANK':
        return '上季度名次'
    }
  }
  return race.tieBreak.length === 0
    ? { name: '同分', choice: '并列', meaning: '同分同名次，下一名次跳过；并列单位按机构顺序排列。' }
    : {
        name: '同分',
        choice: `依次比较${race.tieBreak.map(name).join('、')}`,
        meaning: '比完仍相同的，并列，按机构顺序排列。'
      }
}

const MEANINGS: Record<EmptyWordMeaning, string> = { NA: '不适用', MISSING: '没有报', ZERO: '确实为 0' }

/** 表里的「/」「无」… 是什么意思. */
export function emptyWordLines(words: Record<string, EmptyWordMeaning>): PolicyLine[] {
  const hints: Record<EmptyWordMeaning, string> = {
    NA: '不进分子也不进分母。',
    MISSING: '当作缺报，要催。',
    ZERO: '当作 0 计分。'
  }
  return (['NA', 'MISSING', 'ZERO'] as const).flatMap((meaning) => {
    const own = Object.entries(words).filter(([, value]) => value === meaning)
    if (own.length === 0) return []
    return [
      {
        name: own.map(([word]) => `「${word}」`).join(''),
        choice: MEANINGS[meaning],
        meaning: hints[meaning]
      }
    ]
  })
}
