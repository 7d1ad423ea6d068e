import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import { ruleProblem } from '../ruleProblem.ts'
import type { RatioParams } from './ratioParams.ts'

/** What is wrong with a 按完成比例 rule before any number arrives. */
export function checkRatio(rule: RatioParams, indicator: IndicatorDefinition): Problem[] {
  return [
    ...checkLimits(rule),
    ...checkDirection(rule, indicator),
    ...checkTargets(indicator),
    ...checkStretch(rule, indicator)
  ]
}

/** 奋斗目标: one way to exceed the full mark, and further away than 基本目标. */
function checkStretch(rule: RatioParams, { direction, targets }: IndicatorDefinition): Problem[] {
  if (rule.stretchPoints === undefined) return []
  const found: Problem[] = []
  if (dec(rule.cap).greaterThan(HUNDRED)) {
    const message = `最多得满分的 ${rule.cap}%，又写了达到奋斗目标加 ${rule.stretchPoints} 分`
    const action = '只能留一种：把封顶改成 100%，或去掉奋斗目标的加分'
    found.push(ruleProblem('error', 'CAPS_CONTRADICT', message, action))
  }
  for (const { unit, base, stretch } of targets) {
    if (base === undefined || stretch === undefined) continue
    const beyond = dec(stretch).comparedTo(dec(base))
    if (direction === 'DOWN' ? beyond < 0 : beyond > 0) continue
    const whose = unit === '*' ? '全体单位' : `单位 ${unit} `
    const message = `${whose}的奋斗目标 ${stretch} 没有比基本目标 ${base} 更进一步`
    found.push(ruleProblem('error', 'STRETCH_NOT_BEYOND', message, '请改奋斗目标'))
  }
  if (!targets.some((target) => target.stretch !== undefined)) {
    const message = '写了奋斗目标的加分，但没有下达奋斗目标'
    found.push(ruleProblem('confirm', 'STRETCH_MISSING', message, '请下达奋斗目标，或去掉这项加分'))
  }
  return found
}

function checkLimits({ cap, floor, cliff, cliffInclusive }: RatioParams): Problem[] {
  const found: Problem[] = []
  if (dec(cap).lessThan(dec(floor))) {
    found.push(
      ruleProblem('error', 'CAPS_CONTRADICT', `最少得 ${floor}% 比最多得 ${cap}% 还高`, '请把最少得分改小')
    )
  }
  if (cliff === undefined) return found
  const reaches = (line: string): boolean =>
    dec(cliff).greaterThan(dec(line)) || (cliffInclusive && dec(cliff).equals(dec(line)))
  if (reaches(cap)) {
    found.push(
      ruleProblem('error', 'CAPS_CONTRADICT', `不得分的线 ${cliff}% 不低于封顶 ${cap}%`, '请把不得分的线改低')
    )
  } else if (reaches(HUNDRED.toFixed())) {
    found.push(
      ruleProblem(
        'confirm',
        'CLIFF_ABOVE_TARGET',
        '正好完成目标的单位也不得分',
        '如果不是本意，请把不得分的线改低'
      )
    )
  }
  return found
}

function checkDirection(rule: RatioParams, indicator: IndicatorDefinition): Problem[] {
  if (indicator.direction === 'DOWN' && rule.down === undefined) {
    const action = '请选「目标 ÷ 实际」或「2 − 实际 ÷ 目标」'
    return [ruleProblem('error', 'DOWN_RATIO_UNDECIDED', '越低越好，但没有选完成率怎么算', action)]
  }
  if (indicator.direction === 'TARGET') {
    const action = '请改用「按偏离目标加减分」'
    return [ruleProblem('error', 'DIRECTION_UNFIT', '「接近目标为好」不能按完成比例计分', action)]
  }
  return []
}

function checkTargets(indicator: IndicatorDefinition): Problem[] {
  return indicator.targets.flatMap((target) => {
    const values = [target.base, ...Object.values(target.phased ?? {})]
    const bad = values.find((value) => value !== undefined && !dec(value).greaterThan(0))
    if (bad === undefined) return []
    const whose = target.unit === '*' ? '全体单位' : `单位 ${target.unit} `
    const message = `${whose}的目标是 ${bad}，不大于 0，算不出完成率`
    return [ruleProblem('error', 'TARGET_NOT_POSITIVE', message, '请改目标，或换一种计分方式')]
  })
}
