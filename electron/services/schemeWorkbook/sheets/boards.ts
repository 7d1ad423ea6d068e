import { choice, code, decimal, flag, integer, ref, text } from '../codec.ts'
import { listOf, measure, topic } from '../listCodec.ts'
import { raceList } from './raceLists.ts'

export const boards = raceList(['boards'], 'b', {
  name: '榜单',
  purpose: '一行一个榜。不同种类用的列不同：红黑榜看什么、前几名、末几名、达标线；专题榜；升降榜；约谈榜。',
  columns: [
    { header: '代码', path: ['item', 'code'], codec: code, width: 14 },
    { header: '榜单', also: ['名称'], path: ['item', 'name'], codec: text, width: 20 },
    { header: '种类', path: ['item', 'kind'], codec: choice('boards.kind'), width: 12 },
    {
      header: '看什么',
      path: ['item', 'measure'],
      codec: measure('measure.by'),
      width: 22,
      help: '红黑榜：总得分、板块 目标任务、指标 资金到位'
    },
    { header: '前几名', path: ['item', 'first'], codec: integer, width: 9 },
    { header: '末几名', path: ['item', 'last'], codec: integer, width: 9 },
    { header: '达标线%', path: ['item', 'fulfilled'], codec: decimal('%'), width: 10 },
    { header: '专题', path: ['item', 'topics'], codec: choice('boards.topics'), width: 10 },
    {
      header: '只看这些',
      path: ['item', 'only'],
      codec: listOf(topic),
      width: 22,
      help: '专题榜不看全部板块或指标时才填'
    },
    { header: '进步几名', path: ['item', 'up'], codec: integer, width: 10 },
    { header: '退步几名', path: ['item', 'down'], codec: integer, width: 10 },
    { header: '至少变动几位', path: ['item', 'atLeast'], codec: integer, width: 12 },
    { header: '低于组平均', path: ['item', 'belowMean'], codec: flag, width: 12 }
  ]
})

export const streaks = raceList(['streaks'], 's', {
  name: '连续情形',
  purpose: '连续几个季度出现同一情形就有结果运用，如连续两次末位约谈。没有可以不填。',
  columns: [
    { header: '代码', path: ['item', 'code'], codec: code, width: 14 },
    { header: '名称', path: ['item', 'name'], codec: text, width: 22 },
    { header: '情形', path: ['item', 'when', 'on'], codec: choice('when.on'), width: 14 },
    { header: '等次', path: ['item', 'when', 'grades'], codec: listOf(text), width: 16 },
    { header: '榜单', path: ['item', 'when', 'board'], codec: ref('boards'), width: 16 },
    { header: '好榜还是差榜', path: ['item', 'when', 'side'], codec: choice('when.side'), width: 12 },
    { header: '前后几名', path: ['item', 'when', 'places'], codec: integer, width: 10 },
    { header: '分数线', path: ['item', 'when', 'atLeast'], codec: decimal('分'), width: 10 },
    { header: '连续几次', path: ['item', 'times'], codec: integer, width: 10 },
    {
      header: '清零',
      path: ['item', 'reset'],
      codec: choice('streaks.reset'),
      width: 14,
      shown: 'CLEAN_QUARTER'
    },
    { header: '结果运用', path: ['item', 'outcome'], codec: text, width: 18 },
    { header: '好还是差', path: ['item', 'tone'], codec: choice('streaks.tone'), width: 10 }
  ]
})
