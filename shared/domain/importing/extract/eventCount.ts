import { canonical, dec } from '../../number/decimal.ts'
import type { CataloguePart } from '../catalogue.ts'
import { parseValue } from '../values/parseValue.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { readPoints } from './readPoints.ts'
import type { SheetScope } from './sheetScope.ts'

export interface EventNumber {
  /** Times, or points for an item whose points are given by hand. */
  value: string
  /** Where it stands; the item's own cell when the row is the event. */
  cell: RawCell
  /** The row says that nothing happened. */
  isNone: boolean
}

/**
 * How often the event of a row happened: what 次数 says, or what 扣分 makes of it, or once. Where both stand and contradict
 * each other, and where points are no multiple of what one event costs, nobody can know. Null: reported, not staged.
 */
export function countOf(
  part: CataloguePart,
  item: RawCell,
  countCell: RawCell | null,
  pointsCell: RawCell | null,
  scope: SheetScope
): EventNumber | null {
  const points = pointsCell === null ? null : readPoints(pointsCell, 'DEDUCTION', scope)
  if (pointsCell !== null && points === null) return null
  const taken = points?.kind === 'POINTS' ? points.points : null
  if (part.pointsEach === null) return pointsOf(part, item, pointsCell, taken, scope)
  const count = countCell === null ? null : readCount(countCell, scope)
  if (countCell !== null && count === null) return null
  if (count !== null && countCell !== null) {
    const expected = dec(count).times(dec(part.pointsEach))
    if (taken !== null && !expected.eq(dec(taken))) tellOther(part, pointsCell!, count, taken, scope)
    return { value: count, cell: countCell, isNone: dec(count).isZero() }
  }
  if (pointsCell === null) return { value: '1', cell: item, isNone: false }
  if (taken === null) return { value: '0', cell: pointsCell, isNone: true }
  const times = dec(taken).div(dec(part.pointsEach))
  if (!times.isInteger()) {
    scope.sink.add(pointsCell, {
      code: 'POINTS_NOT_A_MULTIPLE',
      level: 'error',
      message: `「${part.name}」每次扣 ${part.pointsEach} 分，这里扣 ${taken} 分，算不出是几次。`,
      suggestion: '请在原表写明次数，或改正扣分。'
    })
    return null
  }
  if (!times.eq(1)) {
    scope.sink.add(pointsCell, {
      code: 'COUNT_FROM_POINTS',
      level: 'confirm',
      message: `扣 ${taken} 分，每次扣 ${part.pointsEach} 分，按 ${canonical(times)} 次计。`,
      suggestion: '请核对次数。',
      group: `COUNT_FROM_POINTS:${part.name}`
    })
  }
  return { value: canonical(times), cell: pointsCell, isNone: false }
}

/** An item with a range of points: somebody has to have said how many. */
function pointsOf(
  part: CataloguePart,
  item: RawCell,
  pointsCell: RawCell | null,
  taken: string | null,
  scope: SheetScope
): EventNumber | null {
  if (pointsCell !== null) return { value: taken ?? '0', cell: pointsCell, isNone: taken === null }
  scope.sink.add(item, {
    code: 'NO_POINTS',
    level: 'error',
    message: `「${part.name}」酌情扣分，这一行没有写扣几分。`,
    suggestion: '请在原表补上扣分后重新导入，或不导入这一格。'
  })
  return null
}

function readCount(cell: RawCell, scope: SheetScope): string | null {
  const fix = scope.context.fixes.cells[`${scope.sheet}!${cell.address}`]
  if (fix?.as === 'VALUE') return fix.value
  const { emptyWords, textFormat } = scope.context
  const parsed = parseValue(cell, { measure: '次', stated: null, emptyWords, textFormat })
  if (parsed.kind === 'BLANK' || parsed.kind === 'WORD') return '0'
  if (parsed.kind === 'NUMBER') {
    for (const note of parsed.notes) scope.sink.add(cell, note)
    return parsed.value
  }
  const { code, message, suggestion, group } = parsed
  scope.sink.add(cell, { code, level: 'error', message, suggestion, group })
  return null
}

function tellOther(
  part: CataloguePart,
  cell: RawCell,
  count: string,
  taken: string,
  scope: SheetScope
): void {
  scope.sink.add(cell, {
    code: 'DEDUCTION_MISMATCH',
    level: 'confirm',
    message: `「${part.name}」${count} 次，每次扣 ${part.pointsEach ?? ''} 分，表里写扣 ${taken} 分，以次数为准。`,
    suggestion: '请核对次数和扣分；有加重情形的由系统按方案加倍。',
    group: `DEDUCTION_MISMATCH:${part.name}`
  })
}
