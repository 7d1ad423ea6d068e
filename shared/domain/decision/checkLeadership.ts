import { dec } from '../number/decimal.ts'
import { inRace, type DecisionContext, type Objection } from './objection.ts'
import type { DecisionOf } from './decision.ts'
import { spanQuarterObjection } from './spanQuarter.ts'

/** 领导评价 (S33): points of the year, from 0 to the share that the scheme gives the leadership. */
export function checkLeadership(
  subject: DecisionOf<'LEADERSHIP'>['subject'],
  context: DecisionContext
): Objection {
  return inRace(subject, context, (race) => {
    const share = dec(race.year.leadership)
    if (share.isZero()) {
      return {
        message: `赛项「${race.name}」的年度规则没有领导评价分。`,
        action: '要用领导评价，请在考核方案的「年度」里写明占多少分。'
      }
    }
    const points = dec(subject.points)
    if (points.isNegative() || points.greaterThan(share)) {
      return {
        message: `领导评价 ${subject.points} 分超出范围：应在 0 到 ${race.year.leadership} 分之间。`
      }
    }
    if (subject.unit === '*') return { message: '领导评价要逐个单位登记，不能写所有单位。' }
    return spanQuarterObjection(subject.span, context.period)
  })
}
