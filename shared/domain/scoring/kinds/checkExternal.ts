import type { Problem } from '../../../problem.ts'
import { dec, type D } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import type { CurveBasis } from '../ruleKind.ts'
import type { RuleLine } from '../ruleLine.ts'
import { ruleProblem } from '../ruleProblem.ts'
import {
  placeWords,
  pointsAt,
  rowPointsWords,
  type ExternalRankParams,
  type ExternalRow
} from './externalParams.ts'
import { lineOf } from './zones.ts'

/** What is wrong with the points table before any place is known. */
export function checkExternal(rule: ExternalRankParams, indicator: IndicatorDefinition): Problem[] {
  const found: Problem[] = rule.rows.flatMap((entry, index) => {
    const { from, to } = entry
    const at = `给分表第 ${index + 1} 行`
    const problems: Problem[] = []
    if (from !== undefined && to !== undefined && from > to) {
      const message = `${at}从 ${from} 到 ${to}，没有任何名次`
      problems.push(ruleProblem('error', 'ROW_EMPTY', message, '请核对这一行'))
    }
    problems.push(...checkSteps(entry, at))
    const most = mostOf(entry)
    if (most !== null && most.greaterThan(dec(indicator.fullMark))) {
      const message = `${at}得 ${most.toFixed()} 分，超过满分 ${indicator.fullMark}`
      problems.push(ruleProblem('error', 'CAPS_CONTRADICT', message, '请改到满分以内'))
    }
    return problems
  })
  return [...found, ...checkLine(rule), ...checkTargets(rule, indicator)]
}

/** Highest points that a row can give; null when nothing stops it from rising. */
function mostOf(row: ExternalRow): D | null {
  const { from, to, points, perPlace, limit } = row
  if (perPlace === undefined || perPlace.startsWith('-') || from === undefined) return dec(points)
  if (to !== undefined) return pointsAt(row, to)
  return limit === undefined ? null : dec(limit)
}

function checkSteps({ from, to, points, perPlace, limit }: ExternalRow, at: string): Problem[] {
  if (perPlace === undefined) {
    if (limit === undefined) return []
    const action = '请补上每位加减几分，或去掉这个限度'
    return [ruleProblem('error', 'LIMIT_INCOMPLETE', `${at}写了加减到几分为止，没有写每位加减几分`, action)]
  }
  if (from === undefined) {
    const message = `${at}要从某一名起每位加减，但没有写从第几名起`
    return [ruleProblem('error', 'FORMULA_UNBOUNDED', message, '请填「从」')]
  }
  if (limit === undefined && to === undefined) {
    const message = `${at}每位加减 ${perPlace} 分，没有限度`
    return [ruleProblem('confirm', 'LOSS_UNLIMITED', message, '请填加到或减到几分为止，或确认不限')]
  }
  const wrongWay =
    limit !== undefined &&
    (perPlace.startsWith('-') ? dec(limit).greaterThan(dec(points)) : dec(limit).lessThan(dec(points)))
  if (!wrongWay) return []
  const message = `${at}从 ${points} 分起每位加减 ${perPlace} 分，到不了 ${limit} 分`
  return [ruleProblem('error', 'CAPS_CONTRADICT', message, '请核对限度')]
}

/** Places are whole numbers: a table from 1 to 3 and from 4 has no hole. */
function checkLine({ rows, by }: ExternalRankParams): Problem[] {
  const least = by === 'PLACE' ? 1 : -Infinity
  const sorted = rows
    .map(({ from, to }, index) => ({ from: from ?? least, to: to ?? Infinity, index }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const found: Problem[] = []
  let next = least
  const gap = (from: number, to: number): void => {
    const open: ExternalRow = {
      points: '0',
      ...(from === -Infinity ? {} : { from }),
      ...(to === Infinity ? {} : { to })
    }
    const message = `${placeWords(open, by)}没有得分，落在这里就不能计分`
    found.push(ruleProblem('error', 'RANGE_GAP', message, '请补一行，或改相邻两行'))
  }
  let widest: (typeof sorted)[number] | undefined
  for (const row of sorted) {
    if (widest !== undefined && row.from <= widest.to) {
      const message = `给分表第 ${widest.index + 1} 行和第 ${row.index + 1} 行有重叠`
      found.push(ruleProblem('error', 'RANGE_OVERLAP', message, '请让一个名次只对应一行'))
    } else if (row.from > next) gap(next, row.from - 1)
    if (widest === undefined || row.to > widest.to) widest = row
    next = Math.max(next, row.to + 1)
  }
  if (next < Infinity) gap(next, Infinity)
  return found
}

function checkTargets({ by }: ExternalRankParams, indicator: IndicatorDefinition): Problem[] {
  if (by === 'PLACE') return []
  const without = indicator.targets.filter((target) => target.rankTarget === undefined)
  if (indicator.targets.length > 0 && without.length === 0) return []
  const who = without.map((target) => (target.unit === '*' ? '全体单位' : `单位 ${target.unit}`)).join('、')
  const message = who === '' ? '没有下达排位目标' : `没有给${who}下达排位目标`
  return [ruleProblem('confirm', 'RANK_TARGET_MISSING', message, '请下达；不下达就按报表里填的目标名次算')]
}

/** Places are whole numbers: on the line a row runs to just before the next place, so that neighbours meet. */
export function externalLines({ by, rows }: ExternalRankParams): readonly RuleLine[] {
  const zones = rows.map((row) => ({
    ...(row.from === undefined ? {} : { from: String(row.from) }),
    ...(row.to === undefined ? {} : { to: String(row.to + 1) }),
    label: rowPointsWords(row)
  }))
  if (by === 'BEHIND_TARGET') return [lineOf('PLACE', '比排位目标落后几位（负数是超过）', zones)]
  const line = lineOf('PLACE', '名次', zones)
  // There is no place before the first.
  return [
    { ...line, segments: line.segments.filter((part) => part.to === null || dec(part.to).greaterThan(1)) }
  ]
}

/** Places at which a row begins, or the next one does. */
export function externalTurns({ by, rows }: ExternalRankParams, { target }: CurveBasis): readonly D[] {
  const aim = by === 'PLACE' ? 0 : (target?.rankTarget ?? 0)
  return rows.flatMap(({ from, to }) =>
    [from, to].filter((end) => end !== undefined).map((end) => dec(end + aim))
  )
}
