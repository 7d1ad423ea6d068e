import type { RuleExample } from '../../ruleKind.ts'

/** Worked examples of the kinds that compare units with each other, or with published standard values. */

export const efficacyExample: RuleExample = {
  title: '净资产收益率 8%，20 分：在平均值 1.7% 和良好值 9.5% 之间，得 15.23（其余三档的标准值是假设的）',
  source: 'G8, S13, S14',
  case: {
    rule: {
      kind: 'EFFICACY_TIERS',
      params: {
        tiers: [
          { name: '优秀值', value: '13.6', coefficient: '1' },
          { name: '良好值', value: '9.5', coefficient: '0.8' },
          { name: '平均值', value: '1.7', coefficient: '0.6' },
          { name: '较低值', value: '-2.3', coefficient: '0.4' },
          { name: '较差值', value: '-9.4', coefficient: '0.2' }
        ]
      }
    },
    indicator: { name: '净资产收益率', unit: '%', fullMark: '20' },
    participants: [
      { unit: '甲', actual: '8' },
      { unit: '乙', actual: '1.7' },
      { unit: '丙', actual: '9.5' },
      { unit: '丁', actual: '15' },
      { unit: '戊', actual: '-10' }
    ]
  }
}

export const minMaxExample: RuleExample = {
  title: '四个单位 12、18、9、15：最好的 100，最差的 60，中间按比例',
  source: 'G9, S16',
  case: {
    rule: { kind: 'MINMAX_60_100', params: { allEqual: '80' } },
    indicator: { name: '活动场次', unit: '场', fullMark: '100' },
    participants: [
      { unit: '甲', actual: '12' },
      { unit: '乙', actual: '18' },
      { unit: '丙', actual: '9' },
      { unit: '丁', actual: '15' }
    ]
  }
}

const invested = (unit: string, rate: string, terms: Record<string, string>) => ({
  unit,
  actual: rate,
  ratings: terms
})
export const bestExample: RuleExample = {
  title: '固定资产投资 400 分：先修正（各有上下限），再乘难度系数，再与最好的比',
  source: 'G7, S5, S6',
  case: {
    rule: {
      kind: 'RATIO_TO_BEST',
      params: {
        coefficients: [
          { unit: '鹿城', factor: '1.35' },
          { unit: '乐清', factor: '1.25' }
        ],
        corrections: [
          { name: 'GDP增速差', against: '0', factor: '1.5', limit: '5' },
          { name: '生产性投资增速差', against: '0', factor: '0.15', limit: '3' },
          { name: '工业性投资增速差', against: '0', factor: '0.15', limit: '3' }
        ]
      }
    },
    indicator: { name: '综合投资率', unit: '%', fullMark: '400' },
    participants: [
      invested('鹿城', '40', { GDP增速差: '-1', 生产性投资增速差: '3', 工业性投资增速差: '3' }),
      invested('文成', '60', { GDP增速差: '4', 生产性投资增速差: '28', 工业性投资增速差: '-22' }),
      invested('乐清', '48', {})
    ]
  }
}

export const rankExample: RuleExample = {
  title: '第一名 200 分，名次每降一位减 2%，两个单位并列第 2',
  source: 'G5, S2',
  case: {
    rule: { kind: 'RANK_POINTS', params: { decrement: '2' } },
    indicator: { name: '综合进度', unit: '%', fullMark: '200' },
    participants: [
      { unit: '甲', actual: '95' },
      { unit: '乙', actual: '90' },
      { unit: '丙', actual: '90' },
      { unit: '丁', actual: '80' }
    ]
  }
}
