import type { Policies } from '../scheme/policies.ts'
import type { SchemeDefinition } from '../scheme/schemeDefinition.ts'
import type { ComputedGroup } from './computeGroup.ts'
import { choiceSentences } from './footer/choiceSentences.ts'
import { gradeSentences } from './footer/gradeSentences.ts'
import { indicatorsOf, scoreSentences } from './footer/scoreSentences.ts'
import { standingSentences } from './footer/standingSentences.ts'
import { totalSentence } from './footer/totalSentence.ts'
import type { RaceChoices } from './raceStandings.ts'
import type { RaceResult } from './resultSet.ts'
import type { ComputedTotal } from './sideRankings/raceTotals.ts'
import type { UnitScore } from './unitScore.ts'

const ROUNDING = { HALF_UP: '四舍五入', CEIL: '进一', FLOOR: '去尾' } as const

export interface FooterFacts {
  races: readonly RaceResult[]
  totals: readonly ComputedTotal[]
  /** By race. */
  choices: ReadonlyMap<string, RaceChoices>
  /** Set for a month's preview. */
  month: number | null
  scores: readonly UnitScore[]
  groups: readonly ComputedGroup[]
}

/** The scheme's choices that mattered in this result, as sentences for the foot of a report (ambiguities list). */
export function footerOf(facts: FooterFacts, scheme: SchemeDefinition): string[] {
  const { policies } = scheme
  const units = facts.races.flatMap((race) => race.groups.flatMap((group) => group.units))
  const month =
    facts.month === null ? [] : [`${facts.month}月预览：目标算到 ${facts.month} 月底，不定稿，不计连续季度。`]
  return [
    ...month,
    roundingSentence(policies),
    ...standingSentences(units, facts.groups, policies),
    ...scoreSentences(units, facts.scores, policies),
    ...gradeSentences(scheme, facts),
    ...facts.totals.flatMap(totalSentence),
    ...([...facts.choices.values()].some((choice) => choice.acrossFullMarks)
      ? ['各组满分不同，跨组比较时按「总得分 ÷ 满分 × 100」。']
      : []),
    ...choiceSentences(indicatorsOf(units))
  ]
}

function roundingSentence({ rounding, decimals, roundAt }: Policies): string {
  const where = roundAt === 'TOTAL' ? '只在总得分取整' : '每项得分和总得分都取整'
  const places = decimals === 0 ? '到整数' : `，保留 ${decimals} 位小数`
  return `得分${ROUNDING[rounding]}${places}，${where}。`
}
