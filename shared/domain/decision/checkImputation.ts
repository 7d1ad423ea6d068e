import { dec, ZERO, type D } from '../number/decimal.ts'
import { unitsOfIndicator } from '../scheme/appliesTo.ts'
import { indicatorForGroup } from '../scheme/forGroup.ts'
import type { IndicatorDefinition, RaceDefinition, SchemeDefinition } from '../scheme/schemeDefinition.ts'
import { fieldsOfRule } from '../scoring/registry.ts'
import { inRace, unknown, type DecisionContext, type Objection } from './objection.ts'
import type { DecisionOf } from './decision.ts'

type Imputation = DecisionOf<'IMPUTATION'>['subject']

/** 补分 (S37): a number that people settled must still be one that the scheme could have given. */
export function checkImputation(subject: Imputation, context: DecisionContext): Objection {
  return inRace(subject, context, (race) => {
    if (subject.indicator === null) return checkTotal(subject, race)
    const all = race.dimensions.flatMap((dimension) => dimension.indicators)
    const indicator = all.find((entry) => entry.code === subject.indicator)
    if (indicator === undefined) return unknown('赛项', race.name, '指标', subject.indicator, all)
    const units = unitsOfIndicator(context.scheme, race, indicator, context.period)
    if (subject.unit !== '*' && !units.includes(subject.unit))
      return { message: `指标「${indicator.name}」不考核这个单位，不需要补分。` }
    return subject.as === 'SCORE'
      ? checkScore(subject, indicator, race, context.scheme)
      : checkValue(indicator)
  })
}

function checkTotal(subject: Imputation, race: RaceDefinition): Objection {
  if (subject.as === 'VALUE') return { message: '总得分只能直接补分数，不能补完成值。' }
  const most = highestTotal(race)
  const value = dec(subject.value)
  if (!value.isNegative() && (most === null || value.lessThanOrEqualTo(most))) return null
  return {
    message: `补的总得分 ${subject.value} 超出范围：赛项「${race.name}」最低 0 分${most === null ? '' : `，最高 ${most.toFixed()} 分`}。`
  }
}

/** Full mark and as much bonus as the caps allow; null where bonuses have no limit. */
function highestTotal({ fullMark, byGroup, adjustments }: RaceDefinition): D | null {
  const base = [fullMark, ...byGroup.map((entry) => entry.fullMark)].map(dec).reduce(larger)
  const bonuses = adjustments.classes.filter((entry) => entry.sign === 'BONUS')
  if (bonuses.length === 0) return base
  if (adjustments.bonusCap !== undefined) return base.plus(adjustments.bonusCap)
  if (bonuses.some((entry) => entry.cap === undefined)) return null
  return bonuses.reduce((total, entry) => total.plus(entry.cap ?? ZERO), base)
}

const larger = (a: D, b: D): D => (a.greaterThan(b) ? a : b)

/** The full mark of the unit's group; for everybody the smallest, which all of them can reach. */
function checkScore(
  subject: Imputation,
  indicator: IndicatorDefinition,
  race: RaceDefinition,
  scheme: SchemeDefinition
): Objection {
  const most = scheme.groups
    .filter((group) => race.groups.includes(group.code))
    .filter((group) => subject.unit === '*' || group.members.some((member) => member.unit === subject.unit))
    .map((group) => dec(indicatorForGroup(indicator, group.code).fullMark))
    .reduce((a, b) => (a.lessThan(b) ? a : b))
  const value = dec(subject.value)
  if (!value.isNegative() && value.lessThanOrEqualTo(most)) return null
  return {
    message: `补的分 ${subject.value} 超出范围：指标「${indicator.name}」应在 0 到 ${most.toFixed()} 分之间。`
  }
}

/** A single value cannot stand for the marks of several raters. */
function checkValue(indicator: IndicatorDefinition): Objection {
  const fields = fieldsOfRule(indicator.rule)
  if (fields.length === 0 || fields.some((field) => field === 'actual' || field === 'score')) return null
  return {
    message: `指标「${indicator.name}」由多人打分，没有可以补的完成值。`,
    action: '请改为直接补分数。'
  }
}
