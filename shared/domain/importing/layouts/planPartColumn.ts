import { isUnitColumn } from '../columns/keyColumns.ts'
import { nameKey } from '../names/normaliseLabel.ts'
import type { PartHit } from '../names/partIndex.ts'
import {
  headerSpot,
  ignored,
  valueRole,
  type PlanRequest,
  type RoleChoice
} from '../columns/plannedColumn.ts'
import type { ColumnReading } from '../header/readColumns.ts'
import { isCountColumn, isVoteColumn } from './partLayout.ts'

const SHARE = /(?:率|占比|比例|百分比|%)$/
const PAPERS =
  /^(?:发出|发放|收回|回收|实收|应收|有效|无效)(?:测评)?(?:票数?|表数?|问卷数?|份数)?$|^(?:总|合计|应到|实到|参加|参评|投票|废)(?:测评)?(?:票数?|人数)$/

/** A column that a part of some indicator heads (优秀, 迟报, 分管领导, 基准值); null where the header names none. */
export function planPartColumn(column: ColumnReading, request: PlanRequest): RoleChoice | null {
  const { layout, columns } = request
  const hits = column.parts
  if (hits.length === 0 || layout === 'INDICATOR_BY_UNIT') return null
  const label = nameKey(column.path.at(-1) ?? '')
  if (SHARE.test(label) && !hits.some(({ part }) => nameKey(part.name) === label))
    return ignored('比例由系统重算')
  const deducted = column.keywords.has('deduction') || column.unitText === '分'
  if (hits.every(({ part }) => part.isCount && part.pointsEach !== null) && deducted) {
    const counted = columns.some(
      (other) => other !== column && other.parts[0]?.part === hits[0]!.part && isCountColumn(other)
    )
    if (counted) return ignored('扣分由系统按次数重算')
  }
  const owner = ownerOf(column, hits, request)
  if (owner === null) return ignored('不知道是哪个指标')
  tellSynonym(column, hits, request)
  const names = new Set(hits.map(({ part }) => part.name))
  const rater = {
    group: column.partGroup === '' ? hits[0]!.group : column.partGroup,
    name: names.size === 1 ? hits[0]!.part.name : (column.path.at(-1) ?? '')
  }
  return valueRole(
    'rating',
    { indicator: owner.code, rater },
    hits.some((hit) => !hit.isSynonym) ? 'exact' : 'alias'
  )
}

/** Whose part it is, `code` null where the row or the sheet says; null where nobody says and the clerk is asked. */
function ownerOf(
  column: ColumnReading,
  hits: readonly PartHit[],
  request: PlanRequest
): { code: string | null } | null {
  const { layout, columns, sheetIndicator, sink } = request
  const codes = [...new Set(hits.map(({ indicator }) => indicator))]
  const above = column.indicator
  if (above?.status === 'FOUND' && codes.includes(above.code)) return { code: above.code }
  // A sheet of votes as a whole is about one indicator; items and terms beside them say by themselves whose they are.
  const isOwnKind = hits.some(({ kind }) => kind === (layout === 'BALLOTS' ? 'VOTES' : 'MARKS'))
  const isSheetOfParts = layout === 'BALLOTS' || layout === 'EVENTS' || layout === 'RATER_MATRIX'
  if (isSheetOfParts && !isOwnKind) return { code: codes.length === 1 ? codes[0]! : null }
  if (layout !== 'UNIT_BY_INDICATOR') return { code: null }
  if (sheetIndicator !== null && codes.includes(sheetIndicator)) return { code: sheetIndicator }
  const before = columns.findLast(
    ({ col, indicator }) =>
      col < column.col && indicator?.status === 'FOUND' && codes.includes(indicator.code)
  )?.indicator
  if (before?.status === 'FOUND') return { code: before.code }
  if (codes.length === 1) {
    if (hits[0]!.kind === 'VOTES' || hits[0]!.kind === 'MARKS') tellAssumed(codes[0]!, request)
    return { code: codes[0]! }
  }
  sink.add(headerSpot(column), {
    code: 'NO_INDICATOR',
    level: 'error',
    message: `「${column.path.at(-1)!}」没有写是哪个指标的。`,
    suggestion: '请指定这一列对应的指标，或设为不导入。',
    group: `NO_INDICATOR:${column.path.join('/')}`
  })
  return null
}

/** 优秀 and 分管领导 are anybody's words; the only indicator that has them is still to be confirmed. */
function tellAssumed(code: string, { sink, sheetName, context }: PlanRequest): void {
  const name = context.indicators.index.nameOf(code)
  sink.add(null, {
    code: 'INDICATOR_ASSUMED',
    level: 'confirm',
    message: `表里没有写是哪个指标，方案里只有「${name}」对得上，按它导入。`,
    suggestion: '请核对。',
    group: `INDICATOR_ASSUMED:${sheetName}:${code}`
  })
}

function tellSynonym(column: ColumnReading, hits: readonly PartHit[], { sink }: PlanRequest): void {
  if (hits.some((hit) => !hit.isSynonym)) return
  const label = column.path.at(-1)!
  sink.add(headerSpot(column), {
    code: 'PART_SYNONYM',
    level: 'confirm',
    message: `「${label}」这一列按方案里的「${hits[0]!.part.name}」导入。`,
    suggestion: '请核对两者是不是一回事；不是的请把这一列设为不导入。',
    group: `PART_SYNONYM:${label}`
  })
}

/** Columns of a sheet of votes or events that no option and no item heads. */
export function planCountColumn(column: ColumnReading, request: PlanRequest): RoleChoice | null {
  const { layout, sink, context } = request
  const match = column.unit
  if (match?.status === 'SKIP') return ignored('经办人选择不导入')
  if (match?.status === 'FOUND') return valueRole('rating', { unit: match.code }, match.by)
  const label = column.path.at(-1) ?? ''
  const key = nameKey(label)
  if (layout === 'BALLOTS' && isVoteColumn(column)) return valueRole('rating', {}, 'keyword')
  if (PAPERS.test(key.replace(/\(.*\)$/, ''))) return ignored('票数合计由系统核对')
  if (SHARE.test(key)) return ignored('比例由系统重算')
  if (column.field !== null || column.keywords.size > 0 || column.facts.numeric === 0 || isUnitColumn(column))
    return null
  const votes = layout === 'BALLOTS'
  const kind = votes ? 'VOTES' : 'EVENTS'
  const known = context.catalogue.indicators.flatMap(({ parts }) =>
    parts?.kind === kind ? parts.parts.map(({ name }) => name) : []
  )
  sink.add(headerSpot(column), {
    code: 'UNKNOWN_PART',
    level: 'error',
    message: `「${label}」不是方案里的${votes ? '选项' : '扣分项'}，这一列没有导入。`,
    suggestion: `请选择它是哪个${votes ? '选项' : '扣分项'}，或把这一列设为不导入。`,
    group: `UNKNOWN_PART:${label}`,
    candidates: [...new Set(known)].map((name) => ({ code: name, name }))
  })
  return ignored(votes ? '不是方案里的选项' : '不是方案里的扣分项')
}
