import { choice, code, decimal, text } from '../codec.ts'
import { listOf } from '../listCodec.ts'
import { isJson, listIn } from '../loose.ts'
import { listSpec, type TableSpec } from '../sheetSpec.ts'
import { raceForm, raceList } from './raceLists.ts'

export const adjustmentClasses = raceList(['adjustments', 'classes'], 'a', {
  name: '加减分',
  purpose: '一行一个加减分类别。封顶填正数，不封顶空着。',
  columns: [
    { header: '代码', path: ['item', 'code'], codec: code, width: 16 },
    { header: '类别', also: ['名称'], path: ['item', 'name'], codec: text, width: 26 },
    { header: '加还是减', path: ['item', 'sign'], codec: choice('classes.sign'), width: 12 },
    { header: '封顶', also: ['本类封顶'], path: ['item', 'cap'], codec: decimal('分'), width: 10 },
    { header: '别名', path: ['item', 'aliases'], codec: listOf(text), width: 30, help: '台账里还会写成什么' }
  ]
})

export const adjustmentCaps: TableSpec = raceForm(
  'adjustments',
  {
    name: '加减分合计',
    purpose: '每个赛项加分、减分合计最多多少；不封顶空着。',
    columns: [
      { header: '加分合计封顶', path: ['item', 'bonusCap'], codec: decimal('分'), width: 16 },
      { header: '减分合计封顶', path: ['item', 'deductionCap'], codec: decimal('分'), width: 16 }
    ]
  },
  ({ adjustments }) =>
    isJson(adjustments) &&
    (adjustments['bonusCap'] !== undefined || adjustments['deductionCap'] !== undefined)
)

export const vetoes = listSpec('vetoKinds', 'v', {
  name: '否决事项',
  purpose: '一行一项。要在通用规则里启用一票否决才起作用；2019 年起中央要求清理规范，没有依据的不要列。',
  columns: [
    { header: '代码', path: ['code'], codec: code, width: 14 },
    { header: '否决事项', path: ['name'], codec: text, width: 30 },
    {
      header: '后果',
      path: ['effects'],
      codec: listOf(choice('vetoKinds.effects')),
      width: 26,
      help: '取消评优、限制最高等次、降一等、计零分、排末位、不参加排名'
    },
    { header: '最高等次', path: ['gradeCap'], codec: text, width: 12, help: '后果是限制最高等次才填' },
    { header: '算奖项的等次', path: ['awards'], codec: listOf(text), width: 18, help: '后果是取消评优才填' },
    { header: '依据', path: ['basis'], codec: text, width: 36, help: '法律法规或文件的名称、文号' }
  ],
  rows: (definition) => listIn(definition, 'vetoKinds')
})
