import type { Problem } from '../../../problem.ts'
import { dec, type D } from '../../number/decimal.ts'
import type { AdjustmentClass, RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'

/** Caps of bonuses and deductions: positive, and no class above the cap over all (S21, S40). */
export function checkAdjustments(scheme: SchemeDefinition): Problem[] {
  return scheme.races.flatMap((race) => {
    const { classes, bonusCap, deductionCap } = race.adjustments
    return [
      ...checkSide(race, classes, 'BONUS', bonusCap),
      ...checkSide(race, classes, 'DEDUCTION', deductionCap)
    ]
  })
}

function checkSide(
  race: RaceDefinition,
  all: readonly AdjustmentClass[],
  sign: AdjustmentClass['sign'],
  overall: string | undefined
): Problem[] {
  const word = sign === 'BONUS' ? '加分' : '减分'
  const classes = all.filter((entry) => entry.sign === sign)
  const caps = [
    ...(overall === undefined
      ? []
      : [{ code: race.code, at: `赛项「${race.name}」的${word}合计`, cap: overall }]),
    ...classes.flatMap(({ code, name, cap }) =>
      cap === undefined ? [] : [{ code, at: `${word}类别「${name}」`, cap }]
    )
  ]
  const zero = caps
    .filter(({ cap }) => !dec(cap).greaterThan(0))
    .map(({ code, at, cap }) =>
      schemeProblem(
        'error',
        'CAP_NOT_POSITIVE',
        code,
        `${at}封顶是 ${cap}。`,
        '封顶要大于 0；不设封顶就空着。'
      )
    )
  const above = overall === undefined ? [] : classes.filter((entry) => exceeds(entry.cap, dec(overall)))
  return [
    ...zero,
    ...above.map(({ code, name, cap }) =>
      schemeProblem(
        'confirm',
        'CAPS_CONTRADICT',
        code,
        `${word}类别「${name}」封顶 ${cap}，比${word}合计封顶 ${overall} 还高，起不了作用。`,
        '请核对两个封顶。'
      )
    )
  ]
}

function exceeds(cap: string | undefined, overall: D): boolean {
  return cap !== undefined && dec(cap).greaterThan(overall)
}
