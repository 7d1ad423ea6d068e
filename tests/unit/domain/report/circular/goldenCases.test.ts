import { describe, expect, it } from 'vitest'
import { circularReport } from '#shared/domain/report/circular/circularReport.ts'
import { OPTIONS } from '../../../../helpers/reportFacts.ts'
import { bureauFacts } from './bureauFacts.ts'
import { ASKS, linesOf } from './circularLines.ts'
import { factsOf, groupOf, raceOf, resultsOf, submission } from './handFacts.ts'

describe('a first quarter of one small group', () => {
  const units = groupOf(
    'departments',
    '机关处室组',
    ['90.00', '52.00', '38.00'],
    [
      {
        code: 'a',
        name: '甲处',
        dimensions: ['52.00', '38.00'],
        total: '90.00',
        rank: 1,
        tied: true,
        toMean: '0.00'
      },
      {
        code: 'b',
        name: '乙处',
        dimensions: ['52.00', '38.00'],
        total: '90.00',
        rank: 1,
        tied: true,
        toMean: '0.00'
      },
      {
        code: 'c',
        name: '丙处',
        dimensions: ['52.00', '38.00'],
        total: '90.00',
        rank: 1,
        tied: true,
        toMean: '0.00'
      }
    ]
  )
  const facts = factsOf(resultsOf([raceOf([units])]), {
    snapshot: null,
    submissions: [submission('a', '甲处'), submission('b', '乙处'), submission('c', '丙处')]
  })

  it('compares nothing, and says once that all are equal', () => {
    expect(linesOf(facts)).toEqual([
      '关于2026年第三季度“亮绩赛马”\n考核情况的通报',
      '各处室：',
      '根据《“亮绩赛马”考核办法（2026年版）》（江体发〔2026〕1号），对机关处室组3个单位2026年第三季度（7月1日至9月30日）的工作进行了考核。3个单位全部参加排名。现将有关情况通报如下：',
      '一、总体情况',
      '3个单位得分均为90.00分。',
      '甲处、乙处、丙处得分同为90.00分，并列第1名。',
      '二、工作亮点',
      '（一）综合成绩。第1名为甲处、乙处、丙处（并列，90.00分）。',
      '（二）目标任务。满分60分。3个单位均得52.00分。',
      '（三）体育讲堂。满分40分。3个单位均得38.00分。',
      '（四）数据报送。3个单位均已报齐数据。',
      '三、存在问题',
      '薄弱板块。得分占满分比例最低的板块为目标任务，平均52.00分（满分60分）。',
      '四、下一步工作要求',
      '（一）集中力量补短板。各单位要重点提升目标任务，逐项查明原因，拿出改进办法。',
      `（二）${ASKS.quarter}`,
      '附件1：2026年第三季度排名表',
      '江澜市体育局',
      '2026年10月15日',
      '附件',
      '2026年第三季度机关处室组排名表（预览，未定稿）'
    ])
  })

  it('says on every page that it is a preview', () => {
    const paper = circularReport.paper!(facts, OPTIONS)
    expect(paper.mark).toBe('预览，未定稿')
    expect(paper.provenance).toContain('预览，未定稿')
    expect(circularReport.paper!(bureauFacts(), OPTIONS).mark).toBe('')
  })
})

describe('nobody ranked', () => {
  it('says so and makes no sentence of nothing', () => {
    const group = groupOf('departments', '机关处室组', null, [
      {
        ...{
          code: 'a',
          name: '甲处',
          dimensions: ['0.00', '0.00'] as [string, string],
          total: '0.00',
          rank: null
        },
        more: { state: 'BLOCKED', total: null }
      }
    ])
    expect(linesOf(factsOf(resultsOf([raceOf([group])])), { omit: ['RANKING'] }).slice(2, -2)).toEqual([
      '根据《“亮绩赛马”考核办法（2026年版）》（江体发〔2026〕1号），对机关处室组1个单位2026年第三季度（7月1日至9月30日）的工作进行了考核。没有单位参加排名，甲处暂不计分。现将有关情况通报如下：',
      '一、总体情况',
      '没有单位参加排名。',
      '二、存在问题',
      '暂不计分的单位。因数据缺报或不能计分，暂不计分、不排名的有1个单位，为甲处。',
      '三、下一步工作要求',
      ASKS.quarter
    ])
  })
})

describe('several races', () => {
  it('has a passage for each, under its name', () => {
    const first = raceOf(
      [
        groupOf(
          'departments',
          '机关处室组',
          ['80.00', '50.00', '30.00'],
          [{ code: 'a', name: '甲处', dimensions: ['50.00', '30.00'], total: '80.00', rank: 1 }]
        )
      ],
      { race: 'work', name: '工作赛' }
    )
    const second = raceOf(
      [
        groupOf(
          'departments',
          '机关处室组',
          ['70.00', '40.00', '30.00'],
          [{ code: 'a', name: '甲处', dimensions: ['40.00', '30.00'], total: '70.00', rank: 1 }]
        )
      ],
      { race: 'service', name: '服务赛' }
    )
    const lines = linesOf(factsOf(resultsOf([first, second])))
    expect(lines[2]).toContain('对机关处室组1个单位2026年第三季度')
    expect(lines[2]).toContain('考核分“工作赛”、“服务赛”2个赛项，分别计分排名。')
    expect(lines.slice(4, 8)).toEqual([
      '（一）工作赛。1个单位全部参加排名。',
      '1个单位参加排名，得80.00分。',
      '（二）服务赛。1个单位全部参加排名。',
      '1个单位参加排名，得70.00分。'
    ])
    expect(lines.filter((line) => line.includes('薄弱板块'))).toEqual([
      '（一）工作赛薄弱板块。得分占满分比例最低的板块为体育讲堂，平均30.00分（满分40分）。',
      '（二）服务赛薄弱板块。得分占满分比例最低的板块为目标任务，平均40.00分（满分60分）。'
    ])
  })
})

describe('grades, streaks and vetoes', () => {
  it('are told with whom they concern', () => {
    const streak = {
      ...{ code: 'last', name: '连续靠后', indicator: null, count: 2, times: 2, reached: true },
      ...{ outcome: '约谈', tone: 'BAD' as const, sentence: '' }
    }
    const veto = {
      ...{ decision: 1, kind: 'safety', name: '发生安全责任事故', effects: [], indicator: null },
      ...{ basis: '江安委〔2026〕3号', decidedBy: '局党组' }
    }
    const group = groupOf(
      'departments',
      '机关处室组',
      ['80.00', '50.00', '30.00'],
      [
        {
          code: 'a',
          name: '甲处',
          dimensions: ['50.00', '40.00'],
          total: '90.00',
          rank: 1,
          toMean: '+10.00'
        },
        {
          code: 'b',
          name: '乙处',
          dimensions: ['46.00', '24.00'],
          total: '70.00',
          rank: 2,
          toMean: '−10.00',
          more: { streaks: [streak], vetoes: [veto] }
        }
      ]
    )
    const table = {
      ...{ group: 'departments', units: 2, undecided: [] },
      levels: [
        { grade: '优秀', places: 1, sentence: '', members: ['a'] },
        { grade: '合格', places: null, sentence: '', members: ['b'] }
      ]
    }
    const lines = linesOf(factsOf(resultsOf([raceOf([group], { grades: [table] })])))
    expect(lines).toContain('按方案评定等次，优秀1个单位，为甲处，合格1个单位。')
    expect(lines).toContain(
      '（四）连续情况。“连续靠后”达到2个季度的有1个单位，为乙处，按方案结果运用为“约谈”。'
    )
    expect(lines).toContain(
      '（三）否决事项。适用否决事项的有1个单位，为乙处（发生安全责任事故，依据江安委〔2026〕3号）。'
    )
    const counted = linesOf(factsOf(resultsOf([raceOf([group], { grades: [table] })])), { bottom: 'COUNT' })
    expect(counted).toContain('（三）否决事项。适用否决事项的有1个单位。')
  })
})
