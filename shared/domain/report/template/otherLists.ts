import type { BoardResult, GroupResult, RaceResult } from '../../ranking/resultSet.ts'
import { chineseDate } from '../reportFrame.ts'
import type { SubmissionFact } from '../reportFacts.ts'
import { countOr, NOT_APPLICABLE, numberOr, type Field } from './fieldSet.ts'
import type { UnitSubject } from './unitFields.ts'

export interface AdjustmentSubject {
  subject: UnitSubject
  entry: UnitSubject['unit']['adjustments']['entries'][number]
  place: number
}

export const adjustmentFields: readonly Field<AdjustmentSubject>[] = [
  { name: '序号', description: '在这张表里的顺序号。', value: ({ place }) => countOr(place) },
  {
    name: '单位',
    aliases: ['单位名称'],
    description: '单位全称。',
    value: ({ subject }) => subject.unit.name
  },
  { name: '组别', description: '所在的组。', value: ({ subject }) => subject.group.name },
  { name: '类别', description: '加减分的类别。', value: ({ entry }) => entry.className },
  {
    name: '加减',
    description: '加分或减分。',
    value: ({ entry }) => (entry.sign === 'BONUS' ? '加分' : '减分')
  },
  {
    name: '分值',
    description: '登记的分值，封顶以前，正数。',
    value: ({ entry }) => numberOr(entry.entry.points)
  },
  { name: '事由', description: '因为什么。', value: ({ entry }) => entry.entry.reason },
  { name: '发生日期', description: '登记的日期。', value: ({ entry }) => entry.entry.date ?? NOT_APPLICABLE },
  { name: '依据', description: '依据的文件。', value: ({ entry }) => entry.entry.evidence ?? NOT_APPLICABLE },
  { name: '批准人', description: '谁批准的。', value: ({ entry }) => entry.entry.approver ?? NOT_APPLICABLE }
]

export interface SubmissionSubject {
  fact: SubmissionFact
  place: number
}

const STATES = { COMPLETE: '已报齐', PARTLY: '缺项', MISSING: '未报' } as const

export const submissionFields: readonly Field<SubmissionSubject>[] = [
  { name: '序号', description: '在这张表里的顺序号。', value: ({ place }) => countOr(place) },
  { name: '单位', aliases: ['单位名称'], description: '单位全称。', value: ({ fact }) => fact.name },
  { name: '组别', description: '所在的组。', value: ({ fact }) => fact.group },
  { name: '情况', description: '未报、缺项或已报齐。', value: ({ fact }) => STATES[fact.state] },
  { name: '已报项数', description: '已经报来的数。', value: ({ fact }) => countOr(fact.filled) },
  { name: '应报项数', description: '应当报的数。', value: ({ fact }) => countOr(fact.expected) },
  {
    name: '缺报指标',
    description: '没有报的指标。',
    value: ({ fact }) => (fact.missing.length === 0 ? NOT_APPLICABLE : fact.missing.join('、'))
  },
  {
    name: '报送日期',
    description: '最后一次报来的日期。',
    value: ({ fact }) => (fact.lastAt === null ? NOT_APPLICABLE : chineseDate(new Date(fact.lastAt)))
  },
  {
    name: '迟报',
    description: '迟报时写「迟报」，否则是空的。',
    value: ({ fact }) => (fact.late ? '迟报' : '')
  }
]

export interface BoardSubject {
  board: BoardResult
  entry: BoardResult['entries'][number]
  groupName: string
  place: number
}

export const boardFields: readonly Field<BoardSubject>[] = [
  { name: '序号', description: '在这张表里的顺序号。', value: ({ place }) => countOr(place) },
  { name: '单位', aliases: ['单位名称'], description: '单位全称。', value: ({ entry }) => entry.name },
  { name: '组别', description: '所在的组。', value: ({ groupName }) => groupName },
  { name: '榜', description: '榜的名称。', value: ({ board }) => board.name },
  { name: '专题', description: '专题榜的板块或指标。', value: ({ entry }) => entry.topic ?? NOT_APPLICABLE },
  { name: '名次', description: '组内名次。', value: ({ entry }) => countOr(entry.rank) },
  { name: '上榜成绩', description: '榜上比的数。', value: ({ entry }) => entry.text },
  {
    name: '上榜理由',
    aliases: ['理由', '事由'],
    description: '为什么上榜。',
    value: ({ entry }) => entry.reason
  }
]

export interface MeanSubject {
  group: GroupResult
  race: RaceResult
  place: number
}

/** The means of a group as one row: printed by the engine, never reckoned from the rows. */
export function meanFields(races: readonly RaceResult[]): Field<MeanSubject>[] {
  const names = new Set(races.flatMap(({ dimensions }) => dimensions.map(({ name }) => name)))
  return [
    { name: '序号', description: '在这张表里的顺序号。', value: ({ place }) => countOr(place) },
    { name: '组别', description: '组的名称。', value: ({ group }) => group.name },
    {
      name: '排名单位数',
      description: '参加排名的单位数。',
      value: ({ group }) => countOr(group.rankedCount)
    },
    { name: '基础分', description: '基础分的平均。', value: ({ group }) => numberOr(group.mean?.base) },
    ...[...names].map((name): Field<MeanSubject> => ({
      name,
      description: `板块「${name}」的平均得分。`,
      value: ({ group, race }) => {
        const code = race.dimensions.find((dimension) => dimension.name === name)?.code
        return numberOr(code === undefined ? null : group.mean?.dimensions[code])
      }
    })),
    { name: '加分', description: '加分的平均。', value: ({ group }) => numberOr(group.mean?.bonus) },
    { name: '减分', description: '减分的平均。', value: ({ group }) => numberOr(group.mean?.deduction) },
    { name: '总得分', description: '总得分的平均。', value: ({ group }) => numberOr(group.mean?.total) }
  ]
}
