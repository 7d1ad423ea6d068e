import { describe, expect, it } from 'vitest'
import { parseTrialCase } from '#shared/domain/trial/parseTrialCase.ts'
import { runTrial } from '#shared/domain/trial/runTrial.ts'

/** What one participant gets, and which of the scheme's choices its trace tells for the footer. */
function told(
  kind: string,
  params: object,
  participant: object,
  indicator: object = {},
  others: readonly object[] = []
): [string, ...string[]] {
  const { results } = runTrial(
    parseTrialCase({
      rule: { kind, params },
      indicator: { name: '甲', ...indicator },
      participants: [{ unit: 'u', ...participant }, ...others]
    })
  )
  const { score, status, trace } = results[0]!
  return [score?.printed ?? status, ...trace.choices]
}

const PERCENT = { unit: '%' }

describe('open questions: the scheme’s choice decides, and is told where it mattered', () => {
  it('6: the cliff is compared exactly, and being exactly on it is told', () => {
    const cliff = (actual: string, inclusive = true) =>
      told('RATIO_TO_TARGET', { cliff: '80', cliffInclusive: inclusive }, { target: '100', actual })
    expect(cliff('80.01')).toEqual(['80.01'])
    expect(cliff('80.004')).toEqual(['80.00', '「甲」与不得分的线 80% 比，用没有取整的完成率。'])
    expect(cliff('79.996')).toEqual(['0.00', '「甲」与不得分的线 80% 比，用没有取整的完成率。'])
    expect(cliff('80')).toEqual(['0.00', '「甲」完成率正好等于 80% 的不得分。'])
    expect(cliff('80', false)).toEqual(['80.00', '「甲」完成率正好等于 80% 的照常计分。'])
  })

  it('16: a lower-is-better rate is told as the scheme’s own', () => {
    const down = (actual: string, way: string) =>
      told('RATIO_TO_TARGET', { down: way }, { target: '10', actual }, { direction: 'DOWN' })
    expect(down('12.5', 'TARGET_OVER_VALUE')).toEqual([
      '80.00',
      '「甲」越低越好，完成率按「目标 ÷ 实际」算。'
    ])
    expect(down('12.5', 'TWO_MINUS_RATIO')).toEqual([
      '75.00',
      '「甲」越低越好，完成率按「2 − 实际 ÷ 目标」算。'
    ])
    expect(down('10', 'TWO_MINUS_RATIO')).toEqual(['100.00'])
  })

  it('6 (G2, S10): step or linear is told where the two differ', () => {
    const sales = { upPer: '10', upPoints: '0.5', upCap: '1', downPer: '10', downPoints: '0.5', downCap: '1' }
    const diff = (actual: string, mode: string) =>
      told('DIFF_FROM_TARGET', { ...sales, mode }, { target: '100', actual }, { fullMark: '7' })
    expect(diff('96', 'STEP')).toEqual(['7.00', '「甲」不足一档的不算，满一档才算。'])
    expect(diff('96', 'LINEAR')).toEqual(['6.80', '「甲」不足一档的按比例算。'])
    // A whole step, the cap, and the target itself are the same either way.
    expect(diff('110', 'LINEAR')).toEqual(['7.50'])
    expect(diff('135', 'STEP')).toEqual(['8.00'])
    expect(diff('100', 'STEP')).toEqual(['7.00'])
  })

  it('5: 百分点 or percent of the target is told for %-typed and centred indicators only', () => {
    const table = (deviation: string, indicator: object) =>
      told('DIRECTION_TABLE', { deviation }, { target: '50', actual: '45' }, indicator)
    expect(table('AUTO', PERCENT)).toEqual(['95.00', '「甲」偏离目标按差值（百分点）量。'])
    expect(table('RELATIVE', PERCENT)).toEqual(['90.00', '「甲」偏离目标按相对百分比量。'])
    expect(table('AUTO', { unit: '场' })).toEqual(['90.00'])
  })

  it('5: the dead band, and a score above the full mark', () => {
    const band = (actual: string, deadBandFrom: string) =>
      told(
        'DIRECTION_TABLE',
        { deadBand: '2', deadBandFrom, lossPer: '1', lossPoints: '5', deviation: 'ABSOLUTE' },
        { target: '20', actual },
        { unit: '天' }
      )
    expect(band('18', 'BAND_END')).toEqual(['100.00'])
    expect(band('17', 'BAND_END')).toEqual(['95.00', '「甲」超出达标区间的从区间的边上量起。'])
    expect(band('17', 'TARGET')).toEqual(['85.00', '「甲」超出达标区间的从目标量起。'])
    expect(told('DIRECTION_TABLE', {}, { target: '100', actual: '130' }, { fullMark: '10' })).toEqual([
      '12.00',
      '「甲」好于目标的可以超过满分，最多得满分的 120%。'
    ])
  })

  it('15: a negative composite is 0 or refused; −0 is neither', () => {
    const best = (negative: string, actual: string) =>
      told('RATIO_TO_BEST', { negative }, { actual }, {}, [{ unit: 'v', actual: '10' }])
    expect(best('ZERO', '-5')).toEqual(['0.00', '「甲」综合值小于 0 的得 0 分。'])
    expect(best('REFUSED', '-5')).toEqual(['REFUSED'])
    expect(best('REFUSED', '0')).toEqual(['0.00'])
    expect(told('RATIO_TO_BEST', {}, { actual: '-5' })).toEqual(['REFUSED'])
  })

  it('17: exactly 30 % below belongs to one row or the other; a target of 0 is 100 % below', () => {
    const growth = (target: string, params: object = {}) =>
      told(
        'SASAC_GROWTH',
        params,
        { target, actual: '20', ratings: { 基准值: '10' } },
        { ...PERCENT, fullMark: '20' }
      )
    expect(growth('7')).toEqual(['23.00', '「甲」目标正好比基准值低 30% 的，按低不多档封顶。'])
    expect(growth('7', { nearInclusive: false })).toEqual([
      '22.00',
      '「甲」目标正好比基准值低 30% 的，按下一档封顶。'
    ])
    expect(growth('6.9')).toEqual(['22.00'])
    expect(growth('5')).toEqual(['21.00'])
    expect(growth('0')).toEqual(['21.00', '「甲」目标是 0 的，算比基准值低 100%。'])
  })

  it('18: below the worst standard', () => {
    const tiers = [
      { name: '平均值', value: '2', coefficient: '0.6' },
      { name: '较差值', value: '1', coefficient: '0.2' }
    ]
    const tier = (belowWorst: string, actual: string) =>
      told('EFFICACY_TIERS', { tiers, belowWorst }, { actual }, { fullMark: '20' })
    expect(tier('ZERO', '0.9')).toEqual(['0.00', '「甲」比较差值还差的不得分。'])
    expect(tier('WORST_TIER', '0.9')).toEqual(['4.00', '「甲」比较差值还差的按较差值的基础分计。'])
    expect(tier('ZERO', '1')).toEqual(['4.00'])
  })

  it('4: no record in a deduction list; 0 events are a record', () => {
    const list = (noRecord: string, participant: object) =>
      told('DEDUCT_LIST', { items: [{ name: '缺席', points: '5' }], noRecord }, participant)
    expect(list('FULL_MARK', {})).toEqual(['100.00', '「甲」没有扣分记录的按满分计。'])
    expect(list('MISSING', {})).toEqual(['MISSING'])
    expect(list('MISSING', { ratings: { 缺席: '0' } })).toEqual(['100.00'])
  })

  it('14: multiplier and cap, told where the order matters', () => {
    const items = [{ name: '缺席', points: '5', cap: '12' }]
    const deduct = (capOrder: string, value: string) =>
      told(
        'DEDUCT_LIST',
        { items, multipliers: [{ name: '加重', factor: '2' }], capOrder },
        { ratings: [{ group: '加重', name: '缺席', value }] }
      )
    expect(deduct('MULTIPLIER_FIRST', '3')).toEqual(['88.00', '「甲」扣分先乘倍数，再看每项上限。'])
    expect(deduct('CAP_FIRST', '3')).toEqual(['76.00', '「甲」扣分先看每项上限，再乘倍数。'])
    expect(deduct('CAP_FIRST', '1')).toEqual(['90.00'])
  })

  it('14: events with different multipliers share a cap that comes first', () => {
    const rule = {
      items: [{ name: '缺席', points: '5', cap: '10' }],
      multipliers: [{ name: '加重', factor: '2' }],
      capOrder: 'CAP_FIRST'
    }
    // 10 plain and 10 doubled: 20 plain against a cap of 10, so half of 10 + 20.
    const ratings = [
      { group: '加重', name: '缺席', value: '2' },
      { group: '', name: '缺席', value: '2' }
    ]
    expect(told('DEDUCT_LIST', rule, { ratings })).toEqual(['85.00', '「甲」扣分先看每项上限，再乘倍数。'])
  })

  it('7: whose number decides about trimming', () => {
    const marks = ['90', '80', '70', '60', '50']
    const named = (values: readonly (string | null)[]) => ({
      ratings: Object.fromEntries(values.map((value, index) => [`评委${index}`, value ?? 'NA']))
    })
    const judges = (trimCount: string) =>
      told('JUDGE_MEAN', { trim: 1, trimCount }, named([...marks, null]), {}, [
        { unit: 'v', ...named(['90', '80', '70', '60', '50', '40']) }
      ])
    // Five marks for u, six raters on the sheet: symmetric marks give the same mean, so nothing is told.
    expect(judges('UNIT_AND_GROUP')).toEqual(['70.00'])
    const uneven = (trimCount: string) =>
      told('JUDGE_MEAN', { trim: 1, trimCount }, named(['95', '80', '70', '60', '50', null]), {}, [
        { unit: 'v', ...named(['90', '80', '70', '60', '50', '40']) }
      ])
    expect(uneven('UNIT_AND_GROUP')).toEqual([
      '71.00',
      '「甲」去掉最高分和最低分的人数，按给这个单位打分的人数。'
    ])
    expect(uneven('SHEET')).toEqual(['70.00', '「甲」去掉最高分和最低分的人数，按整张评分表的评委数。'])
  })

  it('7: an all-equal ballot over the units that the rater marked, or over all', () => {
    const others = [
      { unit: 'v', ratings: { 甲: '90', 乙: '80' } },
      { unit: 'w', ratings: { 乙: '70' } }
    ]
    const judges = (allEqualOver: string) =>
      told(
        'JUDGE_MEAN',
        { rejectAllEqual: true, allEqualOver },
        { ratings: { 甲: '90', 乙: '60' } },
        {},
        others
      )
    expect(judges('SCORED')).toEqual(['60.00', '「甲」是否全部打同一个分，按评委打过分的单位看。'])
    expect(judges('ALL_UNITS')).toEqual(['75.00'])
  })

  it('8: a mark out of range, alone or with its ballot', () => {
    const others = [{ unit: 'v', ratings: { 甲: '120', 乙: '80' } }]
    const mark = (outOfRange: string) =>
      told('JUDGE_MEAN', { outOfRange }, { ratings: { 甲: '90', 乙: '60' } }, {}, others)
    // The stray mark is v's: u loses 甲's mark only when the whole ballot goes.
    expect(mark('MARK')).toEqual(['75.00'])
    expect(mark('BALLOT')).toEqual(['60.00', '「甲」有分超出范围的，整张票作废。'])
    expect(told('JUDGE_MEAN', {}, { ratings: { 甲: '120', 乙: '60' } })).toEqual([
      '60.00',
      '「甲」超出范围的分只去掉这一个。'
    ])
  })

  it('S33: at most a share of high marks on a ballot', () => {
    const params = { highFrom: '90', highAtMostPercent: '20' }
    const five = (values: readonly string[]) =>
      values.map((value, index) => ({ unit: `v${index}`, ratings: { 甲: value } }))
    expect(told('JUDGE_MEAN', params, { ratings: { 甲: '90' } }, {}, five(['80', '80', '80', '80']))).toEqual(
      ['90.00']
    )
    expect(told('JUDGE_MEAN', params, { ratings: { 甲: '90' } }, {}, five(['90', '80', '80', '80']))).toEqual(
      ['REFUSED']
    )
  })

  it('9 (G12): a group that gave nothing', () => {
    const params = {
      groups: [
        { name: 'A', weight: '60' },
        { name: 'B', weight: '40' }
      ]
    }
    const ratings = [{ group: 'A', name: 'x', value: '90' }]
    expect(told('JUDGE_MEAN', params, { ratings })).toEqual([
      '90.00',
      '「甲」没有评分的评价主体，权重分给其他主体。'
    ])
    expect(told('JUDGE_MEAN', { ...params, missingGroup: 'ZERO' }, { ratings })).toEqual([
      '54.00',
      '「甲」没有评分的评价主体，计 0 分。'
    ])
  })

  it('ballots: invalid votes and groups without votes', () => {
    const options = [
      { name: '好', weight: '100' },
      { name: '差', weight: '0' }
    ]
    const params = { options, invalid: [{ name: '弃权' }] }
    expect(told('BALLOT_SHARE', params, { ratings: { 好: 3, 差: 1, 弃权: 2 } })).toEqual([
      '75.00',
      '「甲」弃权不计入有效票。'
    ])
    expect(told('BALLOT_SHARE', params, { ratings: { 好: 3, 差: 1, 弃权: 0 } })).toEqual(['75.00'])
    const groups = [
      { name: 'A', weight: '60' },
      { name: 'B', weight: '40' }
    ]
    const ratings = [
      { group: 'A', name: '好', value: 3 },
      { group: 'A', name: '差', value: 1 }
    ]
    const grouped = (missingGroup: string) =>
      told('BALLOT_SHARE', { options, groups, missingGroup }, { ratings })
    expect(grouped('MISSING')).toEqual(['MISSING'])
    expect(grouped('RENORMALISE')).toEqual(['75.00', '「甲」没有票的评价主体权重分给其他主体。'])
    expect(grouped('ZERO')).toEqual(['45.00', '「甲」没有票的评价主体计 0 分。'])
  })

  it('ties (S84a): a rule’s own policy is told where it changes points', () => {
    const others = [
      { unit: 'v', actual: '5' },
      { unit: 'w', actual: '1' }
    ]
    const ranks = (tie: string) => told('RANK_POINTS', { decrement: '10', tie }, { actual: '5' }, {}, others)
    expect(ranks('SAME_RANK')).toEqual(['100.00', '「甲」并列单位同名次同分。'])
    expect(ranks('MEAN_OF_PLACES')).toEqual(['95.00', '「甲」并列单位取所占名次得分的平均。'])
    expect(told('RANK_POINTS', { decrement: '10', tie: 'SAME_RANK' }, { actual: '6' }, {}, others)).toEqual([
      '100.00'
    ])
  })

  it('min–max: equal values by the scheme’s mark; a value on a threshold; a recused provider', () => {
    const equal = [{ unit: 'v', actual: '5' }]
    expect(told('MINMAX_60_100', { allEqual: '80' }, { actual: '5' }, {}, equal)).toEqual([
      '80.00',
      '「甲」各单位全都一样时按百分制 80 分计。'
    ])
    expect(told('THRESHOLD', { inclusive: false }, { target: '5', actual: '5' })).toEqual([
      '0.00',
      '「甲」正好等于达标线的不算达标。'
    ])
    const providers = [
      { name: '园区', share: '70' },
      { name: '乡镇', share: '30' }
    ]
    expect(told('DIRECT_SCORE', { providers }, { ratings: { 园区: '14', 乡镇: '/' } })).toEqual([
      '14.00',
      '「甲」有打分单位回避的，占比由其他打分单位分担。'
    ])
  })
})
