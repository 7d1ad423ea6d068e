import { quarterOf } from '../../period/periodKey.ts'
import type { ReadingField } from '../../scoring/reading.ts'
import type { CatalogueIndicator } from '../catalogue.ts'
import { isUnitColumn } from './keyColumns.ts'
import type { Keyword } from '../header/headerKeywords.ts'
import type { ColumnRole } from '../importPlan.ts'
import { conversion } from '../values/measures.ts'
import { indicatorProblem, unitProblem } from '../names/nameProblems.ts'
import { planCountColumn, planPartColumn } from '../layouts/planPartColumn.ts'
import { planGrowthColumn } from '../layouts/planGrowthColumn.ts'
import { planPlaceColumn } from '../layouts/planPlaceColumn.ts'
import { normaliseLabel } from '../names/normaliseLabel.ts'
import { headerSpot, ignored, valueRole, type PlanRequest, type RoleChoice } from './plannedColumn.ts'
import type { ColumnReading } from '../header/readColumns.ts'

/** Columns that never hold a value, whatever the layout. */
const NO_VALUES: readonly (readonly [Keyword, ColumnRole])[] = [
  ['remark', { role: 'remark' }],
  ['rank', { role: 'rank' }],
  ['total', { role: 'total' }],
  ['serial', { role: 'ignore', reason: '序号' }],
  ['mean', { role: 'ignore', reason: '平均和汇总由系统按方案重算' }],
  ['rate', { role: 'ignore', reason: '完成率由系统重算' }],
  ['stretch', { role: 'ignore', reason: '奋斗目标以方案为准' }],
  ['otherUnit', { role: 'ignore', reason: '不是被考核的单位' }],
  ['method', { role: 'ignore', reason: '计分方法以方案为准' }]
]

const ADJUSTED = /^\s*(?:奖\s*励\s*)?(?:加|减|扣|加减|加扣|增减)\s*分/

/** The field that a bare indicator heading stands for: what its rule reads. */
export function defaultField(indicator: CatalogueIndicator): ReadingField {
  const order: readonly ReadingField[] = ['actual', 'score', 'rating']
  return order.find((field) => indicator.fields.includes(field)) ?? 'actual'
}

export function planValueColumn(column: ColumnReading, request: PlanRequest, firstKey: number): RoleChoice {
  const { layout, context } = request
  const part = planPartColumn(column, request)
  if (part) return part
  const place = planPlaceColumn(column, request)
  if (place) return place
  const growth = planGrowthColumn(column, request)
  if (growth) return growth
  const fixed = NO_VALUES.find(([keyword]) => column.keywords.has(keyword))
  if (fixed) return { role: fixed[1], by: 'keyword' }
  if (column.quarter !== null && column.quarter !== quarterOf(context.catalogue.period).quarter) {
    return ignored('是别的季度的数')
  }
  if (column.isDimension) return ignored('板块得分由系统计算')
  if (column.path.length === 0 && column.col < firstKey) return ignored('没有表头的编号列')
  switch (layout) {
    case 'LONG_LIST':
    case 'UNIT_ITEMS':
    case 'PROGRESS_LIST':
      return listColumn(column, request)
    case 'UNIT_BY_INDICATOR':
      return indicatorColumn(column, request)
    case 'INDICATOR_BY_UNIT':
      return unitColumn(column, request)
    case 'RATER_MATRIX':
      return otherIndicator(column, request) ?? ratingColumn(column, request)
    case 'EVENTS':
    case 'BALLOTS':
      return otherIndicator(column, request) ?? planCountColumn(column, request) ?? leftOver(column, request)
    case 'ADJUSTMENTS':
    case 'FORM':
    case 'REGISTER':
    case 'ISSUED':
      return ignored('这种版式用不到这一列')
  }
}

function listColumn(column: ColumnReading, request: PlanRequest): RoleChoice {
  if (column.keywords.has('measure') && column.facts.measures > 0)
    return { role: { role: 'measure' }, by: 'keyword' }
  if (column.field !== null) return valueRole(column.field, {}, 'keyword')
  if (column.keywords.has('weight')) return ignored('满分和权重以方案为准')
  if (isUnitColumn(column)) return ignored('不是被考核的单位')
  // 一季度 | 二季度 | 三季度 across: what other quarters head is out already.
  if (column.quarter !== null && column.keywords.size === 0) return valueRole('actual', {}, 'position', false)
  return leftOver(column, request)
}

function indicatorColumn(column: ColumnReading, request: PlanRequest): RoleChoice {
  const { context, sink, sheetIndicator, sheetName } = request
  const match = column.indicator
  if (match?.status === 'SKIP') return ignored('经办人选择不导入')
  if (match?.status === 'FOUND') {
    const indicator = context.indicatorOf.get(match.code)!
    if (isRateOf(column, indicator)) return ignored('完成率由系统重算')
    return valueRole(
      column.field ?? defaultField(indicator),
      { indicator: match.code },
      match.by,
      column.field !== null
    )
  }
  const holdsNumbers = column.facts.numeric > 0
  if (match?.status === 'AMBIGUOUS' || (column.subject !== null && holdsNumbers)) {
    const text = column.subject ?? column.path.at(-1)!
    sink.add(headerSpot(column, text), indicatorProblem(text, match ?? { status: 'UNKNOWN' }, context)!)
    return ignored('不知道是哪个指标')
  }
  if (column.keywords.has('weight')) return ignored('满分和权重以方案为准')
  if (column.field !== null && sheetIndicator !== null)
    return valueRole(column.field, { indicator: sheetIndicator }, 'position')
  if (sheetIndicator !== null && column.quarter !== null && column.keywords.size === 0)
    return valueRole(
      defaultField(context.indicatorOf.get(sheetIndicator)!),
      { indicator: sheetIndicator },
      'position'
    )
  if (column.field === 'score' || column.field === 'self') return { role: { role: 'total' }, by: 'keyword' }
  if (column.field !== null && holdsNumbers) {
    sink.add(headerSpot(column), {
      code: 'NO_INDICATOR',
      level: 'error',
      message: `「${column.path.at(-1)!}」没有写是哪个指标的。`,
      suggestion: '请选择这张表对应的指标。',
      group: `NO_INDICATOR:${sheetName}`
    })
    return ignored('不知道是哪个指标')
  }
  return leftOver(column, request)
}

/** 到位资金 beside the marks or votes for another indicator: a value as in any other sheet. */
function otherIndicator(column: ColumnReading, request: PlanRequest): RoleChoice | null {
  const { indicator, rater, unit, parts } = column
  if (indicator?.status !== 'FOUND' || rater !== null || unit !== null || parts.length > 0) return null
  const isRated = request.context.indicatorOf.get(indicator.code)!.fields.includes('rating')
  return isRated ? null : indicatorColumn(column, request)
}

/** 反馈率 under an indicator that is counted in 次: the scheme's own rate, whatever it is called. */
function isRateOf(column: ColumnReading, indicator: CatalogueIndicator): boolean {
  const label = column.path.at(-1) ?? ''
  const isOwn = column.path.length > 1 && column.field === null && column.subject === label
  return isOwn && /率$/.test(normaliseLabel(label).key) && conversion('%', indicator.unit).kind === 'MISMATCH'
}

function unitColumn(column: ColumnReading, request: PlanRequest): RoleChoice {
  const { context, sink } = request
  const match = column.unit
  if (match?.status === 'SKIP') return ignored('经办人选择不导入')
  if (match?.status === 'FOUND')
    return valueRole(column.field ?? 'actual', { unit: match.code }, match.by, column.field !== null)
  if (column.keywords.has('measure') && column.facts.measures > 0)
    return { role: { role: 'measure' }, by: 'keyword' }
  if (column.keywords.has('weight')) return ignored('满分和权重以方案为准')
  if (match === null && isSubtotal(column)) return { role: { role: 'total' }, by: 'keyword' }
  if (match?.status === 'AMBIGUOUS' || (column.subject !== null && column.facts.numeric > 0)) {
    const text = column.subject ?? column.path.at(-1)!
    sink.add(headerSpot(column, text), unitProblem(text, match ?? { status: 'UNKNOWN' }, context)!)
    return ignored('不知道是哪个单位')
  }
  if (column.field === 'target') return ignored('各单位共用的目标以方案为准')
  return leftOver(column, request)
}

/** 处室小计 among the units: never a unit's own number. */
function isSubtotal(column: ColumnReading): boolean {
  return /(?:合计|小计|总计)$/.test(normaliseLabel(column.subject ?? '').key)
}

function ratingColumn(column: ColumnReading, request: PlanRequest): RoleChoice {
  const indicator = column.indicator?.status === 'FOUND' ? column.indicator.code : null
  if (column.rater !== null) return valueRole('rating', { rater: column.rater, indicator }, 'keyword')
  if (column.unit?.status === 'FOUND')
    return valueRole('rating', { unit: column.unit.code, indicator }, column.unit.by)
  if (column.unit?.status === 'SKIP') return ignored('经办人选择不导入')
  const ratersAcross = request.columns.some((other) => other.rater !== null || other.parts.length > 0)
  const unitsAcross = request.columns.some((other) => other.unit !== null)
  // One row a mark: 单位 | 评委 | 评分.
  if (column.field === 'score' && !ratersAcross && !unitsAcross)
    return valueRole('rating', { indicator }, 'keyword')
  if (column.field !== null) return ignored('得分由系统按评分重算')
  if (column.keywords.has('weight')) return ignored('满分和权重以方案为准')
  return leftOver(column, request)
}

function leftOver(column: ColumnReading, { sink, sheetName }: PlanRequest): RoleChoice {
  if (column.facts.numeric > 0 && ADJUSTED.test(column.path.at(-1) ?? '')) {
    sink.add(headerSpot(column), {
      code: 'ADJUSTMENTS_IN_TABLE',
      level: 'confirm',
      message: `「${column.path.at(-1)!}」这一列没有导入：加减分要一件事一行，写明事由。`,
      suggestion: '请用加减分台账导入，或在加减分里登记。',
      group: `ADJUSTMENTS_IN_TABLE:${sheetName}:${column.letter}`
    })
    return ignored('加减分用台账导入')
  }
  if (column.facts.numeric === 0 || column.keywords.size > 0)
    return { role: { role: 'ignore', reason: '用不到这一列' }, by: 'none' }
  const label = column.path.at(-1) ?? ''
  sink.add(headerSpot(column), {
    code: 'UNKNOWN_COLUMN',
    level: 'confirm',
    message:
      label === ''
        ? `${column.letter} 列没有表头，里面有数，没有导入。`
        : `不认识「${label}」这一列，里面的数没有导入。`,
    suggestion: '如果要用，请指定它的用途。',
    group: `UNKNOWN_COLUMN:${sheetName}:${column.letter}`
  })
  return { role: { role: 'ignore', reason: '不认识这一列' }, by: 'none' }
}
