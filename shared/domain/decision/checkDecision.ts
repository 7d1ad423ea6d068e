import type { PeriodKey } from '../period/periodKey.ts'
import type { YearSpan } from '../period/yearResult.ts'
import type { RaceDefinition } from '../scheme/schemeDefinition.ts'
import { checkImputation } from './checkImputation.ts'
import { checkLeadership } from './checkLeadership.ts'
import { checkTie } from './checkTie.ts'
import { checkVeto } from './checkVeto.ts'
import type { DecisionSubject } from './decision.ts'
import { inRace, unknown, type DecisionContext, type Objection } from './objection.ts'
import { spanQuarterObjection } from './spanQuarter.ts'

/** Everything that a decision names must exist in the scheme of its period, and be open to this decision. */
export function checkDecision(subject: DecisionSubject, context: DecisionContext): Objection {
  switch (subject.type) {
    case 'VETO':
      return checkVeto(subject, context)
    case 'TIE':
      return checkTie(subject, context)
    case 'IMPUTATION':
      return checkImputation(subject, context)
    case 'LEADERSHIP':
      return checkLeadership(subject, context)
    case 'EXEMPTION':
      return inOwnRace(subject, context, (race) =>
        race.boards.some((board) => board.code === subject.board)
          ? null
          : unknown('赛项', race.name, '榜单', subject.board, race.boards)
      )
    case 'GRADE':
      return inOwnRace(subject, context, (race) => checkGrade(subject, race, context.period))
  }
}

function checkGrade(
  { grade, span }: { grade: string; span?: YearSpan | undefined },
  race: RaceDefinition,
  period: PeriodKey
): Objection {
  if (race.grades === undefined) {
    return {
      message: `赛项「${race.name}」没有设等次，不能裁定等次。`,
      action: '要评等次，请在考核方案里设置「等次」。'
    }
  }
  if (race.grades.levels.some((level) => level.name === grade)) return spanQuarterObjection(span, period)
  const names = race.grades.levels.map((level) => level.name).join('、')
  return { message: `赛项「${race.name}」没有等次「${grade}」。`, action: `可选：${names}。` }
}

/** For decisions that are always about one unit. */
const inOwnRace: typeof inRace = (subject, context, then) =>
  subject.unit === '*'
    ? { message: '这类决定要逐个单位登记，不能写所有单位。' }
    : inRace(subject, context, then)
