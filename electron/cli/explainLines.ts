import type { IndicatorResult, UnitResult } from '#shared/domain/ranking/resultSet.ts'

/** What stands beside a unit's score, each with its reason: 等次, 个人优秀名额, 否决, 连续情况. */
export function standingLines({ grade, personQuota, vetoes, streaks }: UnitResult): string[] {
  return [
    ...(grade === null ? [] : [gradeLine(grade)]),
    ...(personQuota === null ? [] : [`个人优秀名额：${personQuota.places} 个（${personQuota.sentence}）`]),
    ...vetoes.map(({ name, basis, decidedBy }) => `否决：${name}（依据 ${basis}，${decidedBy}决定）`),
    ...streaks.map(
      ({ name, sentence, reached, outcome }) =>
        `连续情况：${name}，${sentence}${reached ? `，${outcome}` : ''}`
    )
  ]
}

function gradeLine({ grade, sentence, ruleGrade }: NonNullable<UnitResult['grade']>): string {
  return `等次：${grade}（${sentence}）${ruleGrade === null ? '' : `，按规则原为${ruleGrade}`}`
}

/** What the scheme chose where published rules leave the number open. */
export function choiceLines({ trace }: IndicatorResult): string[] {
  return trace.choices.map((choice) => `按方案：${choice}`)
}
