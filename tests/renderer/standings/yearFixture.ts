import type { YearView } from '#shared/ipc/year.ts'

/** A year of three frozen quarters and one unit, whose second quarter was settled by decision. */
export const YEAR: YearView = {
  snapshot: null,
  result: {
    format: 'liangji-year',
    formatVersion: 1,
    year: 2026,
    span: 'YEAR',
    scheme: { code: 'sports', title: '季度赛马办法', version: 2, organisation: '市体育局' },
    decimals: 2,
    quarters: ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => ({
      period: `2026${quarter}`,
      snapshot: quarter === 'Q4' ? null : `2026${quarter}-r1-aaaaaaaa`
    })),
    races: [
      {
        race: 'quarterly',
        name: '季度赛马',
        groups: [
          {
            group: 'departments',
            name: '机关处室组',
            mean: '88.55',
            units: [
              {
                unit: 'office',
                name: '办公室',
                rankMode: 'RANKED',
                quarters: [
                  {
                    period: '2026Q1',
                    state: 'COUNTED',
                    score: '88.00',
                    rank: 2,
                    weight: '25',
                    source: '2026Q1-r1'
                  },
                  {
                    period: '2026Q2',
                    state: 'IMPUTED',
                    score: '90.00',
                    rank: null,
                    weight: '25',
                    source: '经商议决定'
                  },
                  {
                    period: '2026Q3',
                    state: 'COUNTED',
                    score: '92.00',
                    rank: 1,
                    weight: '25',
                    source: '2026Q3-r1'
                  },
                  {
                    period: '2026Q4',
                    state: 'MISSING',
                    score: null,
                    rank: null,
                    weight: null,
                    source: '没有冻结'
                  }
                ],
                counted: 3,
                quarterScore: { exact: '90', printed: '90.00' },
                leadership: { exact: '4', printed: '4.00' },
                total: { exact: '89.5', printed: '89.50' },
                rank: 1,
                tied: false,
                grade: null,
                sentence: '(88.00 + 90.00 + 92.00) ÷ 3 = 90.00，× 95% + 领导评价 4.00 = 89.50',
                remarks: ['含补分'],
                indicators: []
              }
            ]
          }
        ]
      }
    ],
    footer: ['年度成绩取各季度的平均。'],
    open: ['2026年第四季度还没有冻结。']
  }
}
