import type { Problem } from '../../../problem.ts'
import { dec, type D } from '../../number/decimal.ts'
import type { ProgressRow } from '../progressRules.ts'
import type { SchemeDefinition } from '../schemeDefinition.ts'
import { schemeProblem } from '../schemeProblem.ts'
import { choiceWord } from './checkWords.ts'

/**
 * 进度状态: every number of points behind plan has one status. The published rule (S43) left 0–10 open (G16): that is
 * the mistake that this finds, and it says where on the number line.
 */
export function checkProgress({ progress }: SchemeDefinition): Problem[] {
  const backwards = progress.rows.filter(isBackwards)
  if (backwards.length > 0) return backwards.map(backwardsProblem)
  return [...checkLine(progress.rows), ...checkRates(progress.met, progress.slightlyBehind)]
}

/** One end of a row; null is infinity. `inside`: the point itself belongs to the row. */
interface End {
  at: D | null
  inside: boolean
}

const lower = (row: ProgressRow): End => ({
  at: row.from === undefined ? null : dec(row.from),
  inside: row.fromInclusive
})
const upper = (row: ProgressRow): End => ({
  at: row.to === undefined ? null : dec(row.to),
  inside: row.toInclusive
})

function isBackwards(row: ProgressRow): boolean {
  const [from, to] = [lower(row), upper(row)]
  if (from.at === null || to.at === null) return false
  const order = from.at.comparedTo(to.at)
  return order > 0 || (order === 0 && !(from.inside && to.inside))
}

function words(row: ProgressRow): string {
  return `「${choiceWord('rows.status', row.status)}」`
}

function backwardsProblem(row: ProgressRow): Problem {
  return schemeProblem(
    'error',
    'PROGRESS_ROW',
    `${row.status}:${row.from ?? ''}`,
    `进度状态${words(row)}从 ${row.from ?? ''} 到 ${row.to ?? ''}，里面没有数。`,
    '请改上限、下限，或把正好等于的一端算进去。'
  )
}

function checkLine(rows: readonly ProgressRow[]): Problem[] {
  const sorted = [...rows].sort((a, b) => compareLower(lower(a), lower(b)))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) {
    return [gap('任何一个数', '请至少写一档。')]
  }
  const from = lower(first).at
  const to = upper(last).at
  return [
    ...(from === null ? [] : [gap(`比计划落后不到 ${from.toFixed()} 个百分点`)]),
    ...sorted.slice(1).flatMap((row, index) => between(sorted[index]!, row)),
    ...(to === null ? [] : [gap(`比计划落后超过 ${to.toFixed()} 个百分点`)])
  ]
}

/** −∞ first; at the same point the row that holds it first. */
function compareLower(a: End, b: End): number {
  if (a.at === null || b.at === null) return a.at === b.at ? 0 : a.at === null ? -1 : 1
  return a.at.comparedTo(b.at) || Number(b.inside) - Number(a.inside)
}

function between(before: ProgressRow, after: ProgressRow): Problem[] {
  const [end, start] = [upper(before), lower(after)]
  if (
    end.at === null ||
    start.at === null ||
    end.at.greaterThan(start.at) ||
    (end.at.equals(start.at) && end.inside && start.inside)
  ) {
    return [
      schemeProblem(
        'error',
        'PROGRESS_OVERLAP',
        `${before.status}:${after.status}`,
        `进度状态${words(before)}和${words(after)}有重叠${start.at === null ? '' : `：落后 ${start.at.toFixed()} 个百分点起同时属于两档`}。`,
        '请改上限、下限，让一个数只属于一档。'
      )
    ]
  }
  if (end.at.equals(start.at)) {
    return end.inside || start.inside ? [] : [gap(`正好落后 ${end.at.toFixed()} 个百分点`)]
  }
  return [gap(`比计划落后 ${end.at.toFixed()} 到 ${start.at.toFixed()} 个百分点`)]
}

function gap(where: string, todo = '请补一档，或改相邻两档的上限、下限。'): Problem {
  return schemeProblem('error', 'PROGRESS_GAP', where, `进度状态里，${where}没有对应的一档。`, todo)
}

function checkRates(met: string, slightlyBehind: string): Problem[] {
  if (dec(slightlyBehind).lessThan(dec(met)) && !dec(slightlyBehind).isNegative()) return []
  return [
    schemeProblem(
      'error',
      'PROGRESS_RATES',
      'rates',
      `进度状态的略滞后线 ${slightlyBehind}% 要低于达标线 ${met}%，且不能是负数。`,
      '请改其中一条线。'
    )
  ]
}
