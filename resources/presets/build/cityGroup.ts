import {
  ballots,
  dimension,
  direct,
  externalRank,
  members,
  ratio,
  units,
  type SchemeInput
} from './schemeParts.ts'

const DEPARTMENTS = ['office', 'party', 'finance', 'invest', 'engineering', 'safety', 'audit', 'people']
const COMPANIES = ['construction', 'water', 'gas', 'housing', 'parks', 'environment']
const WORKS = ['work-state', 'work-safety', 'work-party', 'work-finance']
const SERVICES = ['hall-water', 'hall-gas', 'hall-housing', 'hall-parking']
const PEOPLE = ['post-1', 'post-2', 'post-3', 'post-4', 'post-5']

const yearly = (last: number): readonly [string, string, string, string] => [
  String(last / 4),
  String(last / 2),
  String((last * 3) / 4),
  String(last)
]

/**
 * 市城市集团 (essay: 七大报表, 六比竞赛, 指标全年红, 84 个实施类项目; 7.5 亿元 park, 7,276 homes, 60 万户 water, 2,000 rural gas
 * homes, 1.6 亿元 rent, 307 亩 quota …). The split among companies and quarterly values are invented.
 */
export const cityGroup: SchemeInput = {
  format: 'liangji-scheme',
  formatVersion: 1,
  code: 'city-group',
  title: '市城市集团“七大报表、六比竞赛”考核办法（示例）',
  organisation: '市城市集团（示例）',
  basisDocument: '示例集团〔2026〕8号',
  year: 2026,
  from: '2026Q1',
  sample: true,
  units: [
    ...units('DEPARTMENT', [
      ['office', '综合办公室', '综合办'],
      ['party', '党群工作部', '党群部'],
      ['finance', '财务融资部', '财务部'],
      ['invest', '投资发展部', '投资部'],
      ['engineering', '工程管理部', '工程部'],
      ['safety', '安全环保部', '安环部'],
      ['audit', '审计法务部', '审法部'],
      ['people', '人力资源部', '人力部']
    ]),
    ...units('SUBSIDIARY', [
      ['construction', '城建发展公司', '城建公司'],
      ['water', '水务公司'],
      ['gas', '燃气公司'],
      ['housing', '安居置业公司', '安居公司'],
      ['parks', '园区运营公司', '园区公司'],
      ['environment', '环境科技公司', '环境公司']
    ]),
    ...units('WORK', [
      ['work-state', '国企改革工作'],
      ['work-safety', '安全生产工作'],
      ['work-party', '清廉国企工作'],
      ['work-finance', '信用评级工作']
    ]),
    ...units('SERVICE', [
      ['hall-water', '供水服务窗口'],
      ['hall-gas', '燃气服务窗口'],
      ['hall-housing', '安置交付窗口'],
      ['hall-parking', '停车服务窗口']
    ]),
    ...units('PERSON', [
      ['post-1', '示范岗1号'],
      ['post-2', '示范岗2号'],
      ['post-3', '示范岗3号'],
      ['post-4', '示范岗4号'],
      ['post-5', '示范岗5号']
    ])
  ],
  groups: [
    { code: 'departments', name: '部室组', members: members(DEPARTMENTS) },
    { code: 'companies', name: '子企业组', members: members(COMPANIES) },
    { code: 'works', name: '工作组', members: members(WORKS) },
    { code: 'services', name: '服务窗口组', members: members(SERVICES) },
    { code: 'people', name: '党员示范岗组', members: members(PEOPLE) }
  ],
  races: [
    {
      code: 'action',
      name: '部室比行动',
      groups: ['departments'],
      dimensions: [
        dimension('action-tasks', '攻坚任务', [
          ratio('task-done', '攻坚任务按期完成率', '%', 60, '100', { provider: 'office' })
        ]),
        dimension('action-serve', '服务基层', [
          ballots('company-vote', '子企业评部室', 40, { provider: 'people' })
        ])
      ],
      adjustments: {
        classes: [
          { code: 'instant', name: '即时激励', sign: 'BONUS', cap: '3' },
          { code: 'late', name: '逾期扣分', sign: 'DEDUCTION' }
        ]
      }
    },
    {
      code: 'statements',
      name: '企业比报表',
      groups: ['companies'],
      dimensions: [
        dimension('s-economy', '经济报表', [
          ratio(
            'revenue',
            '营业收入',
            '亿元',
            10,
            {
              construction: yearly(12),
              water: yearly(6),
              gas: yearly(8),
              housing: yearly(20),
              parks: yearly(3.2),
              environment: yearly(4)
            },
            { nature: 'CUMULATIVE', provider: 'finance' }
          ),
          ratio(
            'profit',
            '利润总额',
            '万元',
            10,
            {
              construction: yearly(6000),
              water: yearly(3200),
              gas: yearly(4800),
              housing: yearly(9000),
              parks: yearly(2400),
              environment: yearly(2800)
            },
            { nature: 'CUMULATIVE', provider: 'finance' }
          )
        ]),
        dimension('s-projects', '项目报表', [
          ratio('invested', '实施类项目投资完成率', '%', 20, '100', { provider: 'engineering' })
        ]),
        dimension('s-industry', '产业报表', [
          ratio('rent', '经营性资产出租率', '%', 10, '92', { provider: 'invest' })
        ]),
        dimension('s-capital', '资本报表', [
          ratio('funding', '融资到位率', '%', 10, '100', { provider: 'finance' })
        ]),
        dimension('s-livelihood', '民生报表', [
          ratio(
            'livelihood',
            '民生实事完成率',
            '%',
            20,
            { '*': ['25', '50', '75', '100'] },
            {
              nature: 'CUMULATIVE',
              provider: 'engineering'
            }
          )
        ]),
        dimension('s-safety', '平安报表', [
          ratio('hazards', '隐患整改率', '%', 10, '100', { provider: 'safety' })
        ]),
        dimension('s-party', '党建报表', [direct('party-score', '党建考评', 10, { provider: 'party' })])
      ],
      adjustments: {
        classes: [
          { code: 'honour', name: '荣誉加分', sign: 'BONUS', cap: '5' },
          { code: 'accident', name: '安全事故', sign: 'DEDUCTION' }
        ],
        bonusCap: '5'
      },
      boards: [
        { kind: 'TOPICS', code: 'seven', name: '七大报表亮晒', topics: 'DIMENSIONS', first: 1, last: 1 },
        { kind: 'RED_BLACK', code: 'rb', name: '红黑榜', first: 2, last: 1, fulfilled: '95' }
      ],
      streaks: [
        {
          code: 'red-year',
          name: '指标全年红',
          when: { on: 'INDICATOR_MET' },
          times: 4,
          reset: 'YEAR',
          outcome: '指标全年红',
          tone: 'GOOD'
        },
        {
          code: 'red-line',
          name: '任务全线红',
          when: { on: 'ALL_MET' },
          times: 1,
          outcome: '任务全线红',
          tone: 'GOOD'
        },
        {
          code: 'last-twice',
          name: '连续两季末位',
          when: { on: 'LAST', places: 1 },
          times: 2,
          outcome: '约谈',
          tone: 'BAD'
        }
      ]
    },
    {
      code: 'place',
      name: '工作比位次',
      groups: ['works'],
      participants: ['WORK'],
      dimensions: [
        dimension('place-rank', '条线位次', [
          externalRank('city-place', '市属国企位次', 100, { '*': 2 }, { provider: 'office' })
        ])
      ]
    },
    {
      code: 'word',
      name: '服务比口碑',
      groups: ['services'],
      participants: ['SERVICE'],
      dimensions: [
        dimension('word-vote', '群众评价', [ballots('public-vote', '群众测评', 70, { provider: 'party' })]),
        dimension('word-speed', '办理时效', [
          ratio('in-time', '诉求按时办结率', '%', 30, '98', { provider: 'office' })
        ])
      ]
    },
    {
      code: 'example',
      name: '党员比示范',
      groups: ['people'],
      participants: ['PERSON'],
      dimensions: [
        dimension('example-score', '示范积分', [
          direct('example-points', '示范岗考评', 60, { provider: 'party' }),
          ratio('pledges', '承诺践诺', '件', 40, '4', { precision: 0, provider: 'party' })
        ])
      ]
    },
    {
      code: 'give',
      name: '全员比奉献',
      groups: ['departments', 'companies'],
      dimensions: [
        dimension('give-volunteer', '志愿奉献', [
          ratio('hours', '人均志愿服务时长', '小时', 60, '5', { provider: 'people' }),
          ratio('helped', '结对帮扶', '户次', 40, '10', { precision: 0, provider: 'people' })
        ])
      ]
    }
  ],
  totals: [
    {
      code: 'departments-total',
      name: '部室总分',
      races: [
        { race: 'action', weight: '80' },
        { race: 'give', weight: '20' }
      ],
      minRaces: 2
    },
    {
      code: 'companies-total',
      name: '子企业总分',
      races: [
        { race: 'statements', weight: '85' },
        { race: 'give', weight: '15' }
      ],
      minRaces: 2
    }
  ]
}
