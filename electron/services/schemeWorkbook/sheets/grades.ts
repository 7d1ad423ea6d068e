import { choice, decimal, integer, ref, text } from '../codec.ts'
import { listOf } from '../listCodec.ts'
import { isJson } from '../loose.ts'
import { raceForm, raceList } from './raceLists.ts'

export const grades = raceList(['grades', 'levels'], null, {
  name: '等次与榜单',
  purpose: '等次从高到低，一行一等；分数线和名额可以只填一种。最后一等都不填，其余单位都归它。',
  columns: [
    { header: '等次', path: ['item', 'name'], codec: text, width: 16 },
    { header: '分数线', path: ['item', 'atLeast'], codec: decimal('分'), width: 12, help: '达到或超过' },
    { header: '名额比例%', path: ['item', 'percent'], codec: decimal('%'), width: 12 },
    { header: '名额个数', path: ['item', 'places'], codec: integer, width: 12 }
  ]
})

export const gradeRules = raceForm(
  'grades',
  {
    name: '等次规则',
    purpose: '名额怎么算。没有等次可以不填。',
    columns: [
      { header: '名额按什么算', path: ['item', 'of'], codec: choice('grades.of'), width: 16, shown: 'GROUP' },
      {
        header: '名额取整',
        path: ['item', 'rounding'],
        codec: choice('grades.rounding'),
        width: 14,
        shown: 'FLOOR'
      },
      {
        header: '并列跨线时',
        path: ['item', 'straddle'],
        codec: choice('grades.straddle'),
        width: 16,
        shown: 'DECIDE',
        help: '几个并列单位正好跨在名额线上时'
      }
    ]
  },
  (race) => isJson(race['grades'])
)

export const personQuotas = raceList(['personQuotas', 'byGrade'], null, {
  name: '个人名额',
  purpose: '单位评上哪一等，个人优秀占在编人数的百分之几。没有可以不填。',
  columns: [
    { header: '等次', path: ['item', 'grade'], codec: text, width: 16 },
    { header: '比例%', path: ['item', 'percent'], codec: decimal('%'), width: 12 }
  ]
})

export const personQuotaRules = raceForm(
  'personQuotas',
  {
    name: '个人名额规则',
    purpose: '个人名额怎么取整、最多占百分之几。没有个人名额可以不填。',
    columns: [
      {
        header: '名额取整',
        path: ['item', 'rounding'],
        codec: choice('personQuotas.rounding'),
        width: 14,
        shown: 'FLOOR'
      },
      { header: '比例封顶%', path: ['item', 'cap'], codec: decimal('%'), width: 14 }
    ]
  },
  (race) => isJson(race['personQuotas'])
)

export const honours = raceList(['personQuotas', 'honours'], null, {
  name: '荣誉加成',
  purpose: '得了荣誉的单位，个人名额比例增加几个百分点。没有可以不填。',
  columns: [
    { header: '荣誉', path: ['item', 'name'], codec: text, width: 24 },
    { header: '增加百分点', path: ['item', 'plus'], codec: decimal('%'), width: 14 },
    { header: '获得单位', path: ['item', 'units'], codec: listOf(ref('units')), width: 40 }
  ]
})
