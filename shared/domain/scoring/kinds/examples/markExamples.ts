import type { RuleExample } from '../../ruleKind.ts'

/** Worked examples of the kinds that work on marks, votes and events. */

export const deductExample: RuleExample = {
  title: '起评 100 分：三季度没报 −10，会议缺席每次 −5；只承担一类任务的单位扣分加倍',
  source: 'S19',
  case: {
    rule: {
      kind: 'DEDUCT_LIST',
      params: {
        items: [
          { name: '未报计划', points: '10' },
          { name: '未报三季度情况', points: '10' },
          { name: '情况空泛', points: '5', pointsTo: '10' },
          { name: '会议缺席', points: '5' }
        ],
        unitMultipliers: [{ unit: '丙', factor: '2' }]
      }
    },
    indicator: { name: '督查工作', unit: '分', fullMark: '100' },
    participants: [
      { unit: '甲', ratings: { 未报三季度情况: '1', 会议缺席: '2' } },
      { unit: '乙', ratings: { 情况空泛: '7' } },
      { unit: '丙', ratings: { 会议缺席: '1' } },
      { unit: '丁' }
    ]
  }
}

export const ballotExample: RuleExample = {
  title: '下级评价：优秀 30、良好 12、一般 5、较差 3 票，得 87.60',
  source: 'G10, S27',
  case: {
    rule: {
      kind: 'BALLOT_SHARE',
      params: {
        options: [
          { name: '优秀', weight: '100' },
          { name: '良好', weight: '80' },
          { name: '一般', weight: '60' },
          { name: '较差', weight: '40' }
        ],
        invalid: [{ name: '不了解' }]
      }
    },
    indicator: { name: '下级评价', unit: '票', fullMark: '100' },
    participants: [
      { unit: '甲', ratings: { 优秀: '30', 良好: '12', 一般: '5', 较差: '3' } },
      { unit: '乙', ratings: { 优秀: '20', 良好: '20', 一般: '5', 较差: '0', 不了解: '5' } }
    ]
  }
}

export const judgeExample: RuleExample = {
  title: '超过 5 人评分时去掉一个最高分和一个最低分：6 人得 88.75，5 人得 87.00',
  source: 'G11, S29',
  case: {
    rule: { kind: 'JUDGE_MEAN', params: { trim: 1 } },
    indicator: { name: '现场讲评', unit: '分', fullMark: '100' },
    participants: [
      { unit: '甲', ratings: ['95', '92', '90', '88', '85', '70'] },
      { unit: '乙', ratings: ['95', '92', '90', '88', '70'] },
      { unit: '丙', ratings: ['95', '95', '90', '88', '85', '70'] },
      { unit: '丁', ratings: ['90', '90'] }
    ]
  }
}

export const directExample: RuleExample = {
  title: '园区 14 分、乡镇 12 分，按 70% 和 30% 合成 13.40',
  source: 'G1, S9',
  case: {
    rule: {
      kind: 'DIRECT_SCORE',
      params: {
        providers: [
          { name: '园区', share: '70' },
          { name: '乡镇', share: '30' }
        ]
      }
    },
    indicator: { name: '服务评价', unit: '分', fullMark: '15' },
    participants: [
      { unit: '甲', ratings: { 园区: '14', 乡镇: '12' } },
      { unit: '乙', ratings: { 园区: '15', 乡镇: '10' } }
    ]
  }
}

export const manualExample: RuleExample = {
  title: '亮点工作 0 到 10 分，由分管领导批准，写明理由',
  source: '',
  case: {
    rule: { kind: 'MANUAL_SCORE', params: { max: '10', approvers: [{ name: '分管领导' }] } },
    indicator: { name: '亮点工作', unit: '分', fullMark: '10' },
    participants: [
      { unit: '甲', score: { value: '8', by: '分管领导', reason: '全省现场会在本单位召开' } },
      { unit: '乙', score: { value: '8', by: '分管领导' } },
      { unit: '丙', score: '8' }
    ]
  }
}
