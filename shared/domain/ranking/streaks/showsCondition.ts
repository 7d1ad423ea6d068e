import { dec } from '../../number/decimal.ts'
import type { StreakCondition } from '../../scheme/streakRules.ts'
import type { PastStanding } from '../../scoring/scoringInput.ts'
import type { QuarterStandings } from './standingIndex.ts'

/** Whether a quarter shows what a streak counts; `indicator` is set for INDICATOR_MET, which counts each by itself. */
export function showsCondition(
  condition: StreakCondition,
  standing: PastStanding,
  quarter: QuarterStandings,
  indicator: string | null
): boolean {
  const { rank, total, grade, boards, belowMean, indicators } = standing
  switch (condition.on) {
    case 'GRADE':
      return grade !== null && condition.grades.includes(grade)
    case 'BOARD':
      return boards.some(({ board, side }) => board === condition.board && side === condition.side)
    case 'FIRST':
      return rank !== null && rank <= condition.places && reaches(total, condition.atLeast)
    case 'LAST':
      return rank !== null && rank > 1 && quarter.behind(standing) < condition.places
    case 'BELOW_MEAN':
      return belowMean
    case 'ALL_MET': {
      const all = Object.values(indicators)
      return all.length > 0 && all.every((against) => against !== 'UNMET')
    }
    case 'INDICATOR_MET': {
      const against = indicator === null ? undefined : indicators[indicator]
      return against !== undefined && against !== 'UNMET'
    }
  }
}

function reaches(total: string | null, line: string | undefined): boolean {
  return line === undefined || (total !== null && dec(total).greaterThanOrEqualTo(dec(line)))
}

/** What the quarters of a streak have in common, as the middle of its sentence: 「等次为警示」. */
export function conditionWords(condition: StreakCondition, boardName: (code: string) => string): string {
  switch (condition.on) {
    case 'GRADE':
      return `等次为${condition.grades.join('或')}`
    case 'BOARD':
      return `列入「${boardName(condition.board)}」${condition.side === 'GOOD' ? '先进' : '落后'}一方`
    case 'FIRST':
      return `居前 ${condition.places} 名${condition.atLeast === undefined ? '' : `且总得分不低于 ${condition.atLeast}`}`
    case 'LAST':
      return `居后 ${condition.places} 名`
    case 'BELOW_MEAN':
      return '低于组均'
    case 'ALL_MET':
      return '有目标的指标全部达标'
    case 'INDICATOR_MET':
      return '达标'
  }
}
