import { yearRules } from '#shared/domain/scheme/yearRules.ts'
import { choice, code, decimal, integer, quarter, ref, text } from '../codec.ts'
import { inheritance, listOf, pairsOf } from '../listCodec.ts'
import { listIn } from '../loose.ts'
import { listSpec, type TableSpec } from '../sheetSpec.ts'
import { raceForm } from './raceLists.ts'

const year = yearRules.parse(undefined)
const QUARTERS = { Q1: '一季度权重', Q2: '二季度权重', Q3: '三季度权重', Q4: '四季度权重' } as const

export const yearSheet: TableSpec = raceForm(
  'year',
  {
    name: '年度算法',
    purpose: '各季度怎样合成年度成绩，一行一个赛项。',
    columns: [
      {
        header: '算法',
        path: ['item', 'method'],
        codec: choice('year.method'),
        width: 20,
        shown: year.method
      },
      ...(['Q1', 'Q2', 'Q3', 'Q4'] as const).map((key) => ({
        header: QUARTERS[key],
        path: ['item', 'weights', key],
        codec: decimal('%'),
        width: 12,
        shown: year.weights[key],
        help: '算法是加权才用'
      })),
      { header: '取几个季度', path: ['item', 'best'], codec: integer, width: 12, shown: year.best },
      {
        header: '缺季处理',
        path: ['item', 'missing'],
        codec: choice('year.missing'),
        width: 16,
        shown: year.missing
      },
      {
        header: '领导评价分值',
        path: ['item', 'leadership'],
        codec: decimal('分'),
        width: 14,
        shown: year.leadership
      },
      {
        header: '至少几个季度',
        path: ['item', 'minQuarters'],
        codec: integer,
        width: 14,
        shown: year.minQuarters
      },
      {
        header: '季度分取哪个数',
        path: ['item', 'quarterScore'],
        codec: choice('year.quarterScore'),
        width: 16,
        shown: year.quarterScore
      }
    ]
  },
  () => true
)

export const totals = listSpec('totals', 't', {
  name: '赛项总分',
  purpose: '几个赛项合成一个总分才填，一行一个总分；每个赛项的得分先换成百分制，再按权重合成。',
  columns: [
    { header: '代码', path: ['code'], codec: code, width: 14 },
    { header: '总分名称', also: ['名称'], path: ['name'], codec: text, width: 22 },
    {
      header: '赛项和权重',
      path: ['races'],
      codec: pairsOf('race', ref('races'), 'weight', decimal('%')),
      width: 40,
      help: '写成 部门赛马=60；项目赛马=40'
    },
    { header: '缺赛项时', path: ['absent'], codec: choice('totals.absent'), width: 18, shown: 'RENORMALISE' },
    { header: '至少几个赛项', path: ['minRaces'], codec: integer, width: 14, shown: 1 }
  ],
  rows: (definition) => listIn(definition, 'totals')
})

export const successions: TableSpec = {
  type: 'TABLE',
  name: '单位沿革',
  purpose:
    '改名、合并、拆分、撤销，一行一件。旧单位参加到生效季度之前，新单位从生效季度起；两边都要列在单位表里。',
  columns: [
    { header: '种类', path: ['kind'], codec: choice('successions.kind'), width: 10 },
    { header: '原单位', path: ['from'], codec: listOf(ref('units')), width: 28 },
    { header: '新单位', path: ['to'], codec: listOf(ref('units')), width: 28, help: '撤销不填' },
    { header: '生效季度', path: ['effective'], codec: quarter, width: 12 },
    {
      header: '成绩承继',
      path: ['inherit'],
      codec: listOf(inheritance),
      width: 30,
      help: '新单位承继旧单位本年已有成绩的百分之几：宣传处→文宣处=50'
    },
    { header: '依据', path: ['basis'], codec: text, width: 30 }
  ],
  rows: (definition) => listIn(definition, 'successions'),
  take(rows, { definition }) {
    if (rows.length > 0) definition['successions'] = rows.map((row) => row.values)
  }
}
