import type { Problem } from '../../../problem.ts'
import { dec, HUNDRED, sum } from '../../number/decimal.ts'
import { unitsOfIndicator } from '../appliesTo.ts'
import type { IndicatorDefinition, RaceDefinition, SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { namesIn, repeatedIn } from './checkWords.ts'

/** 共担: shared work is credited to units that the indicator applies to, by percents that make sense (S9: 70, 30). */
export function checkShared(
  scheme: SchemeDefinition,
  race: RaceDefinition,
  indicator: IndicatorDefinition
): Problem[] {
  if (indicator.shared === undefined) return []
  const units = new Set(unitsOfIndicator(scheme, race, indicator))
  const name = namesIn(scheme.units)
  const known = new Set(scheme.units.map((unit) => unit.code))
  return indicator.shared.works.flatMap((work) => {
    const at = `指标「${indicator.name}」的共担工作「${work.name}」`
    const problem = (level: 'error' | 'confirm', code: string, message: string, todo: string): Problem =>
      schemeProblem(level, code, `${indicator.code}:${message}`, message, todo)
    const total = sum(work.shares.map((share) => dec(share.percent)))
    return [
      ...(known.has(work.from)
        ? []
        : [
            problem(
              'error',
              'UNKNOWN_REFERENCE',
              `${at}的牵头单位 ${work.from} 不在方案里。`,
              '请改选方案里的单位。'
            )
          ]),
      ...work.shares
        .filter((share) => !units.has(share.unit))
        .map((share) =>
          problem(
            'error',
            'SHARE_UNIT',
            `${at}分给${name(share.unit)}，但指标不适用于它。`,
            '请改分配的单位，或把它加进适用范围。'
          )
        ),
      ...repeatedIn(work.shares.map((share) => share.unit)).map((unit) =>
        problem('error', 'SHARE_TWICE', `${at}里${name(unit)}写了两次。`, '请合成一处。')
      ),
      ...work.shares
        .filter((share) => !dec(share.percent).greaterThan(0) || dec(share.percent).greaterThan(HUNDRED))
        .map((share) =>
          problem(
            'error',
            'SHARE_PERCENT',
            `${at}分给${name(share.unit)} ${share.percent}%。`,
            '请填大于 0、不超过 100 的数。'
          )
        ),
      ...(total.lessThanOrEqualTo(HUNDRED)
        ? []
        : [
            problem(
              'confirm',
              'SHARE_SUM',
              `${at}各单位合计 ${total.toFixed()}%，超过 100%。`,
              '各单位都按全额计的可以不管，否则请改比例。'
            )
          ])
    ]
  })
}
