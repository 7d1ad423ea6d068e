import { ballots, dimension, externalRank, members, ratio, units, type SchemeInput } from './schemeParts.ts'

const INVEST = ['investment', 'zones', 'outbound']
const TRADE = ['market', 'consumption', 'ecommerce', 'foreign-trade']
const SUPPLY = ['grain', 'reserves', 'inspection']
const GENERAL = ['office', 'personnel', 'planning', 'finance', 'party-office']

/**
 * 市商务局 (essay: 四线, 五重清单, six cadences; 2+8 platforms, eight chains, OFLP funds in every county and district, 百展千企,
 * 收购 6 万吨, 晚稻比例 55 %以上). Offices and quarterly values are invented.
 */
export const commerceBureau: SchemeInput = {
  format: 'liangji-scheme',
  formatVersion: 1,
  code: 'commerce-bureau',
  title: '市商务局“四线五重”季度赛马办法（示例）',
  organisation: '市商务局（示例）',
  basisDocument: '示例商〔2026〕5号',
  year: 2026,
  from: '2026Q1',
  sample: true,
  lines: [
    { code: 'invest', name: '大投促' },
    { code: 'trade', name: '大商贸' },
    { code: 'supply', name: '大保供' },
    { code: 'general', name: '大综合' }
  ],
  units: units('DEPARTMENT', [
    ['investment', '外资管理处', '外资处', 'invest'],
    ['zones', '开发区处', undefined, 'invest'],
    ['outbound', '对外投资合作处', '外经处', 'invest'],
    ['market', '市场体系建设处', '市场处', 'trade'],
    ['consumption', '消费促进处', '消促处', 'trade'],
    ['ecommerce', '电子商务处', '电商处', 'trade'],
    ['foreign-trade', '对外贸易处', '外贸处', 'trade'],
    ['grain', '粮食调控处', '粮调处', 'supply'],
    ['reserves', '物资储备处', '储备处', 'supply'],
    ['inspection', '执法督查处', '督查处', 'supply'],
    ['office', '办公室', undefined, 'general'],
    ['personnel', '人事教育处', '人教处', 'general'],
    ['planning', '综合法规处', '综合处', 'general'],
    ['finance', '财务审计处', '财审处', 'general'],
    ['party-office', '机关党委', undefined, 'general']
  ]),
  groups: [
    { code: 'business', name: '业务处室组', members: members([...INVEST, ...TRADE, ...SUPPLY]) },
    { code: 'support', name: '综合处室组', members: members(GENERAL, ['office']) }
  ],
  races: [
    {
      code: 'five',
      name: '四线五重赛马',
      groups: ['business', 'support'],
      alsoRank: ['LINE', 'ALL'],
      dimensions: [
        dimension(
          'key-indicators',
          '重点指标',
          [
            ratio(
              'fdi',
              '实际利用外资',
              '亿美元',
              30,
              { investment: ['0.8', '1.7', '2.6', '3.5'] },
              {
                nature: 'CUMULATIVE',
                appliesTo: { units: ['investment'] },
                provider: 'planning'
              }
            ),
            ratio(
              'platforms',
              '产业平台招引项目',
              '个',
              30,
              { zones: ['10', '20', '30', '40'] },
              {
                nature: 'CUMULATIVE',
                precision: 0,
                appliesTo: { units: ['zones'] },
                provider: 'planning'
              }
            ),
            ratio(
              'oflp',
              'OFLP基金落地区县',
              '个',
              30,
              { outbound: ['2', '4', '6', '8'] },
              {
                nature: 'CUMULATIVE',
                precision: 0,
                appliesTo: { units: ['outbound'] },
                provider: 'planning'
              }
            ),
            ratio(
              'retail',
              '社会消费品零售额增速',
              '%',
              30,
              { consumption: '6' },
              {
                appliesTo: { units: ['consumption'] },
                provider: 'planning'
              }
            ),
            ratio(
              'markets',
              '市场改造提升',
              '家',
              30,
              { market: ['3', '6', '9', '12'] },
              {
                nature: 'CUMULATIVE',
                precision: 0,
                appliesTo: { units: ['market'] },
                provider: 'planning'
              }
            ),
            ratio(
              'online',
              '网络零售额',
              '亿元',
              30,
              { ecommerce: ['180', '370', '560', '760'] },
              {
                nature: 'CUMULATIVE',
                appliesTo: { units: ['ecommerce'] },
                provider: 'planning'
              }
            ),
            ratio(
              'fairs',
              '百展千企参展企业',
              '家次',
              30,
              { 'foreign-trade': ['250', '500', '750', '1000'] },
              {
                nature: 'CUMULATIVE',
                precision: 0,
                appliesTo: { units: ['foreign-trade'] },
                provider: 'planning'
              }
            ),
            ratio(
              'grain-bought',
              '粮食收购量',
              '万吨',
              15,
              { grain: ['0.5', '2', '3.5', '6'] },
              {
                nature: 'CUMULATIVE',
                appliesTo: { units: ['grain'] },
                provider: 'planning'
              }
            ),
            ratio(
              'late-rice',
              '晚稻占地方储备口粮比例',
              '%',
              15,
              { grain: '55' },
              {
                appliesTo: { units: ['grain'] },
                provider: 'planning'
              }
            ),
            ratio(
              'stock',
              '应急物资储备达标率',
              '%',
              30,
              { reserves: '100' },
              {
                appliesTo: { units: ['reserves'] },
                provider: 'planning'
              }
            ),
            ratio(
              'checks',
              '商贸领域安全检查',
              '家次',
              30,
              { inspection: '120' },
              {
                precision: 0,
                appliesTo: { units: ['inspection'] },
                provider: 'planning'
              }
            ),
            ratio(
              'support-tasks',
              '年度目标任务完成率',
              '%',
              30,
              { '*': ['25', '50', '75', '100'] },
              {
                nature: 'CUMULATIVE',
                appliesTo: { groups: ['support'] },
                provider: 'planning'
              }
            )
          ],
          30
        ),
        dimension('key-problems', '重点问题', [
          ratio('problems-closed', '重点问题销号率', '%', 20, '100', { provider: 'office' })
        ]),
        dimension('key-reforms', '重点改革', [
          ratio(
            'reforms',
            '重点改革推进率',
            '%',
            15,
            { '*': ['25', '50', '75', '100'] },
            {
              nature: 'CUMULATIVE',
              provider: 'planning'
            }
          )
        ]),
        dimension('key-projects', '重点项目', [
          ratio('projects', '重点项目按期推进率', '%', 20, '95', { provider: 'planning' })
        ]),
        dimension('key-results', '重点成效', [
          externalRank('province-rank', '条线工作全省位次', 10, { '*': 3 }, { provider: 'planning' }),
          ballots('enterprise-vote', '政企恳谈企业评价', 5, { provider: 'party-office' })
        ])
      ],
      adjustments: {
        classes: [
          { code: 'instant', name: '即时激励', sign: 'BONUS', cap: '4' },
          { code: 'honour', name: '表彰', sign: 'BONUS', cap: '5' },
          { code: 'overdue', name: '逾期扣分', sign: 'DEDUCTION', cap: '5' }
        ],
        bonusCap: '8'
      },
      boards: [
        { kind: 'RED_BLACK', code: 'red-black', name: '红黑榜', first: 3, last: 2, fulfilled: '95' },
        { kind: 'MOVERS', code: 'movers', name: '晋位榜' },
        { kind: 'CALLED_IN', code: 'called', name: '提醒约谈', belowMean: false, last: 1 }
      ],
      streaks: [
        {
          code: 'twice-last',
          name: '连续两季末位',
          when: { on: 'LAST', places: 1 },
          times: 2,
          outcome: '约谈',
          tone: 'BAD'
        }
      ]
    }
  ]
}
