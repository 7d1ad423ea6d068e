import { commentSentence } from '../../cadence/comment.ts'
import { noScoreReason } from '../../ranking/noScoreReason.ts'
import type { AppliedVeto, StreakState, UnitResult } from '../../ranking/resultSet.ts'
import type { ReportFacts } from '../reportFacts.ts'
import type { CardRace } from './cardSubject.ts'

const list = (parts: readonly (string | null)[]): string[] =>
  parts.filter((part): part is string => part !== null && part !== '')

/** 本单位 34.56，上一名 39.65: what put the unit behind the one above it. */
function decidingWords({ deciding }: UnitResult): string {
  if (deciding === null) return ''
  return `，先后由「${deciding.label}」决定：本单位 ${deciding.mine}，上一名 ${deciding.theirs}`
}

/** Where the unit stands against those before it, without naming them. */
export function standingSentences({ unit, group }: CardRace): string[] {
  const { rank, tied, gapToAbove, gapToPrevious } = unit
  if (rank === null) return []
  return list([
    rank === 1 && !tied ? `在${group.name}排第 1 名。` : null,
    tied ? `与本组其他单位并列第 ${rank} 名。` : null,
    gapToAbove === null ? null : `与上一名相差 ${gapToAbove} 分${decidingWords(unit)}。`,
    gapToPrevious === null ? null : `总得分较上季度 ${gapToPrevious} 分。`
  ])
}

/** Why a unit has no total, and what has to come in; [] for one that has. */
export function blockedSentences({ submissions }: ReportFacts, { unit }: CardRace): string[] {
  if (unit.state !== 'BLOCKED') return []
  const reason = noScoreReason(unit)
  const missing = submissions.find((fact) => fact.unit === unit.unit)?.missing ?? []
  const unsaid = missing.filter((name) => !reason.includes(name))
  return list([
    `${reason}。`,
    unsaid.length === 0 ? null : `还没有报送：${unsaid.join('、')}。`,
    missing.length === 0 || reason.includes('报齐后') ? null : '报齐后自动计分、进入排名。'
  ])
}

function streakWords({ sentence, reached, outcome }: StreakState): string {
  return reached && !sentence.includes(outcome) ? `${sentence}（${outcome}）` : sentence
}

function vetoWords({ name, basis, decidedBy }: AppliedVeto): string {
  const by = decidedBy === '' ? '' : `${decidedBy}决定`
  return list([`「${name}」`, basis === '' ? null : `依据${basis}`, by]).join('，')
}

/** What was said of the unit in the review, a sentence each, with 值得学习 and 值得思考 (S57). */
export function commentSentences({ comments }: ReportFacts, unit: string): string[] {
  return comments.filter((comment) => comment.unit === unit).map(commentSentence)
}

/** 等次, 个人名额, 否决, 连续 and 备注, a paragraph each. */
export function remarkSentences({ unit }: CardRace): string[] {
  const { grade, personQuota, vetoes, streaks, remarks } = unit
  // One quarter is no streak yet, unless it is all that a rule asks for.
  const running = streaks.filter(({ count, reached }) => reached || count > 1)
  const ruleGrade = grade?.ruleGrade == null ? '' : `（按得分为${grade.ruleGrade}）`
  return list([
    grade === null ? null : `等次：${grade.grade}${ruleGrade}。${grade.sentence}。`,
    personQuota === null ? null : `个人优秀名额：${personQuota.places} 个。${personQuota.sentence}。`,
    vetoes.length === 0 ? null : `否决：${vetoes.map(vetoWords).join('；')}。`,
    running.length === 0 ? null : `连续情形：${running.map(streakWords).join('；')}。`,
    remarks.length === 0 ? null : `备注：${remarks.join('；')}。`
  ])
}
