import type { Problem } from '../../../problem.ts'
import { dec, sum } from '../../number/decimal.ts'
import { ruleProblem } from '../ruleProblem.ts'
import type { JudgeParams } from './judgeParams.ts'

/** What is wrong with a 评委评分 rule before any mark arrives. */
export function checkJudges(rule: JudgeParams): Problem[] {
  return [...checkMarks(rule), ...checkLimits(rule), ...checkGroups(rule)]
}

function checkMarks(rule: JudgeParams): Problem[] {
  const found: Problem[] = []
  if (dec(rule.min).greaterThanOrEqualTo(dec(rule.outOf))) {
    found.push(
      ruleProblem(
        'error',
        'CAPS_CONTRADICT',
        `评分最低 ${rule.min} 不低于评分满分 ${rule.outOf}`,
        '请改评分范围'
      )
    )
  }
  if (rule.trim > 0 && rule.trimWhenMoreThan < 2 * rule.trim) {
    const least = 2 * rule.trim
    const message = `两头各去 ${rule.trim} 个，评分人数要超过 ${least} 才有分可取`
    found.push(
      ruleProblem('error', 'TRIM_LEAVES_NOTHING', message, `请把「超过几人才去」改为 ${least} 或更大`)
    )
  }
  return found
}

function checkLimits(rule: JudgeParams): Problem[] {
  const half = [
    [
      '高分',
      rule.highFrom === undefined,
      rule.highAtMost === undefined && rule.highAtMostPercent === undefined
    ],
    ['低分', rule.lowBelow === undefined, rule.lowAtLeast === undefined]
  ] as const
  return half
    .filter(([, mark, count]) => mark !== count)
    .map(([name]) =>
      ruleProblem('error', 'LIMIT_INCOMPLETE', `${name}的限制只填了一半`, '分数线和个数要一起填，或都不填')
    )
}

function checkGroups(rule: JudgeParams): Problem[] {
  const names = rule.groups.map((group) => group.name)
  const found: Problem[] = []
  if (new Set(names).size < names.length) {
    found.push(ruleProblem('error', 'DUPLICATE_GROUP', '同一个评价主体写了两次', '请删去一行'))
  }
  const total = sum(rule.groups.map((group) => dec(group.weight)))
  if (names.length > 0 && !total.equals(1) && !total.equals(100)) {
    const message = `评价主体的权重合计 ${total.toFixed()}，不是 100，将按比例折算`
    found.push(ruleProblem('confirm', 'WEIGHTS_NOT_100', message, '请核对权重'))
  }
  return found
}
