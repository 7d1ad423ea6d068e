import { canonical, dec, ZERO, type D } from '../../number/decimal.ts'
import { formatGap, formatValue } from '../../number/format.ts'
import { settle } from '../../number/settle.ts'
import { hasNumber, pickReading } from '../pickReading.ts'
import { printScore } from '../printScore.ts'
import type { RuleContext, RuleKind, RuleOutcome } from '../ruleKind.ts'
import { startTrace, type RuleTrace } from '../ruleTrace.ts'
import {
  checkEfficacy,
  describeEfficacy,
  efficacyForm,
  efficacyParams,
  tiersFault,
  tiersOf,
  type EfficacyParams,
  type EfficacyTier
} from './efficacyParams.ts'
import { efficacyLines } from './efficacyLines.ts'
import { efficacyExample } from './examples/poolExamples.ts'
import { two } from './ruleWords.ts'

type Context = RuleContext<EfficacyParams>

function evaluate(context: Context): RuleOutcome {
  const { subject, indicator, params: rule, group } = context
  const trace = startTrace(efficacyTiers, context)
  const actual = pickReading(subject, 'actual')
  if (!hasNumber(actual)) return trace.unscored(actual)
  trace.reading('actual', '实际', actual.reading)
  if (indicator.direction === 'TARGET') return trace.refused('「接近目标为好」的指标不能按功效系数法计分')
  const tiers = tiersOf(rule, group)
  const fault = tiersFault(tiers, indicator)
  if (fault !== null) return trace.refused(`${fault}，请在方案里改正标准值`)
  const reaches = (tier: EfficacyTier): boolean =>
    indicator.direction === 'DOWN'
      ? actual.value.lessThanOrEqualTo(dec(tier.value))
      : actual.value.greaterThanOrEqualTo(dec(tier.value))
  const at = tiers.findIndex(reaches)
  if (at === -1) return scoreBelow(trace, context, actual.value, tiers.at(-1)!)
  enterTier(trace, context, tiers[at]!)
  return at === 0
    ? scoreTop(trace, context, actual.value, tiers[0]!)
    : scoreBetween(trace, context, actual.value, tiers[at]!, tiers[at - 1]!)
}

function enterTier(trace: RuleTrace, { indicator }: Context, tier: EfficacyTier): void {
  const source = { kind: 'scheme', clause: indicator.clause ?? '' } as const
  const label = `${tier.name}（系数 ${tier.coefficient}）`
  trace.input({
    key: 'tier',
    label,
    value: canonical(dec(tier.value)),
    unit: indicator.unit,
    state: 'VALUE',
    source
  })
}

/** No more than the full mark (S15), at whatever the tiers say. */
function limited({ fullMark }: Context, points: D): D {
  return points.greaterThan(fullMark) ? fullMark : points
}

function scoreTop(trace: RuleTrace, context: Context, value: D, tier: EfficacyTier): RuleOutcome {
  const { fullMark, policies } = context
  const score = limited(context, fullMark.times(dec(tier.coefficient)))
  const words = `实际 ${formatValue(value)}，达到${tier.name} ${tier.value}，${formatValue(fullMark)} × ${tier.coefficient}`
  trace.step('得分', words, score)
  return trace.scored(score, `${words} → ${printScore(score, policies)}`)
}

function scoreBelow(trace: RuleTrace, context: Context, value: D, worst: EfficacyTier): RuleOutcome {
  const { params: rule, fullMark, policies } = context
  enterTier(trace, context, worst)
  const score = rule.belowWorst === 'ZERO' ? ZERO : limited(context, fullMark.times(dec(worst.coefficient)))
  if (!limited(context, fullMark.times(dec(worst.coefficient))).isZero()) {
    trace.choice(
      `比${worst.name}还差的${rule.belowWorst === 'ZERO' ? '不得分' : `按${worst.name}的基础分计`}。`
    )
  }
  const how = rule.belowWorst === 'ZERO' ? '不得分' : `按${worst.name}的基础分计`
  const words = `实际 ${formatValue(value)}，比${worst.name} ${worst.value} 还差，${how}`
  trace.step('得分', words, score)
  return trace.scored(score, `${words} → ${printScore(score, policies)}`)
}

function scoreBetween(
  trace: RuleTrace,
  context: Context,
  value: D,
  tier: EfficacyTier,
  upper: EfficacyTier
): RuleOutcome {
  const { fullMark, policies } = context
  const base = fullMark.times(dec(tier.coefficient))
  const above = value.minus(dec(tier.value))
  const width = dec(upper.value).minus(dec(tier.value))
  const height = fullMark.times(dec(upper.coefficient)).minus(base)
  const coefficient = above.div(width)
  const adjustment = above.times(height).div(width)
  const score = limited(context, base.plus(adjustment))
  const four = formatGap(settle(coefficient), 4)
  const full = formatValue(fullMark)
  trace.step('本档基础分', `${full} × ${tier.coefficient}`, base)
  const ratio = `(${formatValue(value)} − ${formatValue(dec(tier.value))}) ÷ (${formatValue(dec(upper.value))} − ${formatValue(dec(tier.value))})`
  trace.step('功效系数', ratio, coefficient)
  trace.step('调整分', `${four} × ${formatValue(height)}`, adjustment)
  trace.step('得分', `${two(base)} + ${two(adjustment)}`, score)
  return trace.scored(
    score,
    `实际 ${formatValue(value)}，在${tier.name}和${upper.name}之间，基础分 ${two(base)}，功效系数 ${four}，调整分 ${two(adjustment)}，满分 ${full} → ${printScore(score, policies)}`
  )
}

/**
 * 功效系数法: base points of the tier that a value reaches, plus its share of the way to the next one (S13; the worked
 * example of S14 is G8), never above the full mark (S15). Below the worst standard 0 by default (ambiguity 18).
 * Rounding each item to two decimals (S15) is the scheme's policy, not the rule's. Standard values out of order and
 * centred indicators are refused.
 */
export const efficacyTiers: RuleKind<EfficacyParams> = {
  kind: 'EFFICACY_TIERS',
  name: '功效系数法',
  plain: '有优秀值、良好值、平均值等标准值时用：到哪一档得哪一档的基础分，档内按比例加。',
  example: efficacyExample,
  sources: ['S13', 'S14', 'S15'],
  params: efficacyParams,
  form: efficacyForm,
  fields: ['actual'],
  describe: describeEfficacy,
  evaluate,
  check: checkEfficacy,
  coverage: efficacyLines,
  curve: () => 'NUMBER',
  turns: (rule) => rule.tiers.map((tier) => dec(tier.value))
}
