import { ballots, dimension, direct, judges, members, ratio, units, type SchemeInput } from './schemeParts.ts'

const OFFICES = ['office', 'personnel', 'teaching', 'research', 'students', 'logistics', 'library']
const CHAIRS = ['party', 'economy', 'public', 'law', 'culture', 'ecology']
const CLASSES = ['youth-class', 'leaders-class', 'rural-class', 'ecology-class']

/**
 * 市委党校 (essay: 六问六比三督三评; 学员论坛 in three forms, 《党校建言》, field research, the 生态文明干部学院's visiting
 * trainees). Rooms, classes and figures are invented.
 */
export const partySchool: SchemeInput = {
  format: 'liangji-scheme',
  formatVersion: 1,
  code: 'party-school',
  title: '市委党校“六比”季度赛马办法（示例）',
  organisation: '市委党校（示例）',
  basisDocument: '示例校〔2026〕3号',
  year: 2026,
  from: '2026Q1',
  sample: true,
  units: [
    ...units('DEPARTMENT', [
      ['office', '办公室'],
      ['personnel', '组织人事处', '人事处'],
      ['teaching', '教务处'],
      ['research', '科研处'],
      ['students', '学员管理处', '学员处'],
      ['logistics', '行政后勤处', '后勤处'],
      ['library', '图书信息中心', '图信中心'],
      ['party', '党史党建教研室', '党建教研室'],
      ['economy', '经济学教研室', '经济教研室'],
      ['public', '公共管理教研室', '公管教研室'],
      ['law', '法学教研室'],
      ['culture', '文化与社会教研室', '文化教研室'],
      ['ecology', '生态文明教研室', '生态教研室']
    ]),
    ...units('WORK', [
      ['youth-class', '青年干部培训班', '青干班'],
      ['leaders-class', '领导干部进修班', '进修班'],
      ['rural-class', '乡村振兴专题班', '乡振班'],
      ['ecology-class', '生态文明专题班', '生态班']
    ])
  ],
  groups: [
    { code: 'offices', name: '管理处室组', members: members(OFFICES, ['office']) },
    { code: 'chairs', name: '教研部门组', members: members(CHAIRS) },
    { code: 'classes', name: '主体班次组', members: members(CLASSES) }
  ],
  races: [
    {
      code: 'teach',
      name: '教学比质量',
      groups: ['chairs'],
      dimensions: [
        dimension('teach-eval', '教学评价', [
          ballots('class-vote', '学员评教', 40, { provider: 'students' }),
          judges('open-lesson', '公开课评课', 30, { provider: 'teaching' })
        ]),
        dimension('teach-work', '教学任务', [
          ratio('lessons', '授课课时', '课时', 20, '60', { provider: 'teaching' }),
          ratio('new-lessons', '新开专题课', '门', 10, '2', { provider: 'teaching', precision: 0 })
        ])
      ]
    },
    {
      code: 'advice',
      name: '科研比资政',
      groups: ['chairs'],
      dimensions: [
        dimension('advice-papers', '《党校建言》', [
          ratio('papers', '建言报送篇数', '篇', 30, '3', { provider: 'research', precision: 0 }),
          ratio('adopted', '建言采用篇数', '篇', 30, '1', { provider: 'research', precision: 0 })
        ]),
        dimension('field', '调研课题', [
          ratio('field-days', '教师下基层调研', '天', 20, '12', { provider: 'research', precision: 0 }),
          ratio('topics', '课题立项结题', '项', 20, '2', { provider: 'research', precision: 0 })
        ])
      ],
      adjustments: {
        classes: [
          { code: 'adopt-level', name: '高级别采用', sign: 'BONUS', cap: '5' },
          { code: 'quality', name: '质量问题', sign: 'DEDUCTION' }
        ],
        bonusCap: '5'
      }
    },
    {
      code: 'serve',
      name: '管理比服务',
      groups: ['offices'],
      dimensions: [
        dimension('serve-tasks', '目标任务', [
          ratio(
            'task-rate',
            '年度目标任务完成率',
            '%',
            40,
            { '*': ['25', '50', '75', '100'] },
            {
              nature: 'CUMULATIVE',
              provider: 'office'
            }
          ),
          ratio('on-time', '承诺事项按期办结率', '%', 20, '100', { provider: 'office' })
        ]),
        dimension('serve-vote', '服务测评', [
          ballots('service-vote', '服务对象测评', 40, { provider: 'personnel' })
        ])
      ],
      adjustments: {
        classes: [
          { code: 'praise', name: '即时激励', sign: 'BONUS', cap: '3' },
          { code: 'error', name: '工作差错', sign: 'DEDUCTION', cap: '3' }
        ]
      }
    },
    {
      code: 'style',
      name: '部门比作风',
      groups: ['offices', 'chairs'],
      dimensions: [
        dimension('style-vote', '民主测评', [
          ballots('peer-vote', '同级互评', 60, { provider: 'personnel' })
        ]),
        dimension('style-follow', '督查督办', [
          ratio('slip-reply', '督办事项按时反馈率', '%', 40, '100', { provider: 'office' })
        ])
      ]
    },
    {
      code: 'classes',
      name: '班次比学风',
      groups: ['classes'],
      participants: ['WORK'],
      dimensions: [
        dimension('attend', '学风', [ratio('attendance', '出勤率', '%', 40, '98', { provider: 'students' })]),
        dimension('forum', '学员论坛', [
          ratio('forums', '实践者为·说·论场次', '场', 30, '3', { provider: 'students', precision: 0 }),
          direct('forum-score', '论坛点评', 30, { provider: 'teaching' })
        ])
      ]
    },
    {
      code: 'new',
      name: '全员比创新',
      groups: ['offices', 'chairs'],
      dimensions: [
        dimension('new-items', '创新项目', [
          ratio(
            'new-done',
            '创新项目推进率',
            '%',
            60,
            { '*': ['25', '50', '75', '100'] },
            {
              nature: 'CUMULATIVE',
              provider: 'office'
            }
          ),
          judges('new-show', '创新项目展示', 40, { provider: 'office' })
        ])
      ],
      boards: [
        { kind: 'TOPICS', code: 'new-board', name: '创新亮晒', topics: 'INDICATORS', first: 3, last: 0 }
      ]
    }
  ],
  totals: [
    {
      code: 'six',
      name: '六比总分',
      races: ['teach', 'advice', 'serve', 'style', 'new'].map((race) => ({ race, weight: '20' })),
      minRaces: 2
    }
  ]
}
