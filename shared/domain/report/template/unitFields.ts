import { gradeText } from '../../ranking/gradeText.ts'
import { movementText } from '../../ranking/movementText.ts'
import type { GroupResult, IndicatorResult, RaceResult, UnitResult } from '../../ranking/resultSet.ts'
import type { SchemeDefinition } from '../../scheme/schemeDefinition.ts'
import type { TableCell } from '../reportTable.ts'
import { countOr, NOT_APPLICABLE, numberOr, type Field } from './fieldSet.ts'

/** A unit in its group, at its place in the list that is being filled. */
export interface UnitSubject {
  scheme: SchemeDefinition
  race: RaceResult
  group: GroupResult
  unit: UnitResult
  /** 1-based. */
  place: number
}

const FIXED: readonly Field<UnitSubject>[] = [
  { name: '序号', description: '在这张表里的顺序号。', value: ({ place }) => countOr(place) },
  {
    name: '名次',
    aliases: ['排名'],
    description: '组内名次，并列的同名次。',
    value: ({ unit }) => countOr(unit.rank)
  },
  {
    name: '并列',
    description: '并列时写「并列」，否则是空的。',
    value: ({ unit }) => (unit.tied ? '并列' : '')
  },
  {
    name: '单位',
    aliases: ['单位名称', '处室'],
    description: '单位全称。',
    value: ({ unit }) => unit.name
  },
  {
    name: '简称',
    description: '单位简称；方案里没写时是全称。',
    value: ({ scheme, unit }) => scheme.units.find(({ code }) => code === unit.unit)?.shortName ?? unit.name
  },
  { name: '组别', aliases: ['赛道'], description: '所在的组。', value: ({ group }) => group.name },
  {
    name: '基础分',
    description: '各板块得分之和（折算后）。',
    value: ({ unit }) => numberOr(unit.base?.printed)
  },
  {
    name: '加分',
    description: '封顶以后的加分。',
    value: ({ unit }) => numberOr(unit.adjustments.bonus.printed)
  },
  {
    name: '减分',
    aliases: ['扣分'],
    description: '封顶以后的减分，正数。',
    value: ({ unit }) => numberOr(unit.adjustments.deduction.printed)
  },
  {
    name: '总得分',
    aliases: ['得分', '总分'],
    description: '基础分加加分减减分。',
    value: ({ unit }) => numberOr(unit.total?.printed)
  },
  {
    name: '上季度名次',
    description: '上一个冻结季度的名次。',
    value: ({ unit }) => countOr(unit.previousRank)
  },
  {
    name: '上季度总得分',
    description: '上一个冻结季度的总得分。',
    value: ({ unit }) => numberOr(unit.previousTotal)
  },
  { name: '升降', description: '↑2、↓1、—、新。', value: ({ unit }) => movementText(unit.movement) },
  {
    name: '与第一名差距',
    description: '和本组第一名差多少分。',
    value: ({ unit }) => numberOr(unit.gapToFirst)
  },
  { name: '与上一名差距', description: '和前一名差多少分。', value: ({ unit }) => numberOr(unit.gapToAbove) },
  {
    name: '与组平均差',
    description: '和本组平均分差多少分，带正负号。',
    value: ({ unit }) => numberOr(unit.gapToMean, true)
  },
  {
    name: '较上季度增减',
    description: '总得分比上一个冻结季度多或少多少，带正负号。',
    value: ({ unit }) => numberOr(unit.gapToPrevious, true)
  },
  {
    name: '等次',
    description: '等次；没有等次时是「/」。',
    value: ({ race, unit }) => gradeText(race, unit) ?? NOT_APPLICABLE
  },
  { name: '备注', description: '并列、缺报、单列、补分等。', value: ({ unit }) => unit.remarks.join('；') },
  { name: '未排名原因', description: '为什么暂时没有名次。', value: ({ unit }) => unit.reasons.join('；') },
  { name: '得分说明', description: '总得分怎样算来，一句话。', value: ({ unit }) => unit.totalSentence }
]

function dimensionField(name: string): Field<UnitSubject> {
  return {
    name,
    aliases: [`板块:${name}`],
    description: `板块「${name}」的得分。`,
    value: ({ unit }) => {
      const dimension = unit.dimensions.find((candidate) => candidate.name === name)
      const isMissing = dimension?.indicators.some(({ status }) => status === 'MISSING') === true
      return dimension?.score === null && isMissing ? '缺报' : numberOr(dimension?.score?.printed)
    }
  }
}

/** What stands in place of a score that is none. */
function scoreOf(indicator: IndicatorResult): TableCell {
  if (indicator.status === 'MISSING' && indicator.score === null) return '缺报'
  if (indicator.status === 'REFUSED') return '未计分'
  return numberOr(indicator.score?.printed)
}

/** Three fields of an indicator: its score, the value that it was measured by, the target that counted. */
function indicatorFields(name: string): Field<UnitSubject>[] {
  const of = ({ unit }: UnitSubject): IndicatorResult | undefined =>
    unit.dimensions.flatMap(({ indicators }) => indicators).find((indicator) => indicator.name === name)
  const orMissing = (subject: UnitSubject, value: string | null | undefined): TableCell =>
    of(subject)?.status === 'MISSING' ? '缺报' : numberOr(value)
  return [
    {
      name,
      aliases: [`指标:${name}`],
      description: `指标「${name}」的得分。`,
      value: (subject) => {
        const indicator = of(subject)
        return indicator === undefined ? NOT_APPLICABLE : scoreOf(indicator)
      }
    },
    {
      name: `完成值:${name}`,
      description: `指标「${name}」的完成值。`,
      value: (subject) => orMissing(subject, of(subject)?.value)
    },
    {
      name: `目标值:${name}`,
      description: `指标「${name}」本季度的目标。`,
      value: (subject) => numberOr(of(subject)?.target)
    }
  ]
}

/** Fields of a unit: the fixed ones, one for each dimension, three for each indicator. */
export function unitFields(races: readonly RaceResult[]): Field<UnitSubject>[] {
  const dimensions = races.flatMap((race) => race.dimensions.map(({ name }) => name))
  const indicators = races.flatMap(({ groups }) =>
    groups.flatMap(({ units }) =>
      units.flatMap((unit) =>
        unit.dimensions.flatMap((dimension) => dimension.indicators.map(({ name }) => name))
      )
    )
  )
  return [
    ...FIXED,
    ...[...new Set(dimensions)].map(dimensionField),
    ...[...new Set(indicators)].flatMap(indicatorFields)
  ]
}
