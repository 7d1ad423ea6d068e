import type { RuleExample } from '../../ruleKind.ts'

/** Worked examples of the kinds that compare a unit with its target, a line or a table. */

export const ratioExample: RuleExample = {
  title: '一个季度 4 个项目的时序目标，30 分：完成 3 个得 22.50',
  source: 'G1, S9',
  case: {
    rule: { kind: 'RATIO_TO_TARGET', params: {} },
    indicator: { name: '到位资金项目', unit: '个', fullMark: '30' },
    participants: [
      { unit: '甲', target: '4', actual: '3' },
      { unit: '乙', target: '4', actual: '4' },
      { unit: '丙', target: '4', actual: '6' },
      { unit: '丁', target: '4', actual: '0' }
    ]
  }
}

export const diffExample: RuleExample = {
  title: '销售收入增量：达标 7 分，每差 10% 加减 0.5 分，最多加减 1 分',
  source: 'G2, S10',
  case: {
    rule: {
      kind: 'DIFF_FROM_TARGET',
      params: { upPer: '10', upPoints: '0.5', upCap: '1', downPer: '10', downPoints: '0.5', downCap: '1' }
    },
    indicator: { name: '销售收入增量', unit: '万元', fullMark: '7' },
    participants: [
      { unit: '甲', target: '100', actual: '135' },
      { unit: '乙', target: '100', actual: '112' },
      { unit: '丙', target: '100', actual: '96' },
      { unit: '丁', target: '100', actual: '85' },
      { unit: '戊', target: '100', actual: '70' }
    ]
  }
}

export const directionExample: RuleExample = {
  title: '正极性指标：达标 100，每高低 5% 加减 5 分，120 封顶',
  source: 'G3, S17',
  case: {
    rule: { kind: 'DIRECTION_TABLE', params: {} },
    indicator: { name: '产量', unit: '台', fullMark: '100' },
    participants: [
      { unit: '甲', target: '100', actual: '112' },
      { unit: '乙', target: '100', actual: '130' },
      { unit: '丙', target: '100', actual: '60' }
    ]
  }
}

const growth = (unit: string, target: string, actual: string, baseline: string) => ({
  unit,
  target,
  actual,
  ratings: { 基准值: baseline }
})
export const sasacExample: RuleExample = {
  title: '增长率 20 分：目标比基准值低得越多，超额能加的分越少',
  source: 'G4, S11',
  case: {
    rule: { kind: 'SASAC_GROWTH', params: {} },
    indicator: { name: '利润增长率', unit: '%', fullMark: '20' },
    participants: [
      growth('目标不低于基准', '8', '10', '8'),
      growth('超额到顶', '8', '13', '8'),
      growth('没有完成', '8', '5', '8'),
      growth('目标低 25%', '6', '11', '8'),
      growth('目标低 37.5%', '5', '10', '8'),
      growth('目标低 50%', '4', '10', '8'),
      growth('目标是负数', '-2', '1', '3')
    ]
  }
}

export const thresholdExample: RuleExample = {
  title: '年度取水总量不高于目标得 10 分，高了不得分',
  source: 'S82a',
  case: {
    rule: { kind: 'THRESHOLD', params: {} },
    indicator: { name: '年度取水总量', unit: '万立方米', direction: 'DOWN', fullMark: '10' },
    participants: [
      { unit: '甲', target: '500', actual: '480' },
      { unit: '乙', target: '500', actual: '500' },
      { unit: '丙', target: '500', actual: '500.01' }
    ]
  }
}

export const intervalExample: RuleExample = {
  title: '民主测评按优秀票率查表，60% 以下再看基本称职和不称职的占比',
  source: 'S2',
  case: {
    rule: {
      kind: 'INTERVAL_TABLE',
      params: {
        secondName: '基本称职和不称职占比',
        rows: [
          { lo: '90', value: '200' },
          { lo: '80', hi: '90', value: '190' },
          { lo: '70', hi: '80', value: '180' },
          { lo: '60', hi: '70', value: '170' },
          { hi: '60', secondHi: '100/3', value: '160' },
          { hi: '60', secondLo: '100/3', value: '130' }
        ]
      }
    },
    indicator: { name: '优秀票率', unit: '%', fullMark: '200' },
    participants: [
      { unit: '甲', actual: '90' },
      { unit: '乙', actual: '89.99' },
      { unit: '丙', actual: '55', ratings: { 基本称职和不称职占比: '30' } },
      { unit: '丁', actual: '55', ratings: { 基本称职和不称职占比: '40' } }
    ]
  }
}

export const externalExample: RuleExample = {
  title: '全省排名与排位目标比：达到得满分，每落后一位减 1 分，减到 5 分为止',
  source: 'S83a',
  case: {
    rule: {
      kind: 'EXTERNAL_RANK',
      params: {
        rows: [
          { to: 0, points: '10' },
          { from: 1, points: '9', perPlace: '-1', limit: '5' }
        ]
      }
    },
    indicator: { name: '全省综合排名', unit: '名', fullMark: '10' },
    participants: [
      { unit: '甲', target: { rankTarget: 3 }, actual: '2' },
      { unit: '乙', target: { rankTarget: 3 }, actual: '4' },
      { unit: '丙', target: { rankTarget: 3 }, actual: '11' }
    ]
  }
}
