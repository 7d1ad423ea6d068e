import { dec, type D } from '../../number/decimal.ts'
import type { IndicatorDefinition } from '../../scheme/schemeDefinition.ts'
import type { CurveBasis } from '../ruleKind.ts'
import type { LineSegment, RuleLine } from '../ruleLine.ts'
import { boundOf, coverageOf, pieceWords, type Segment } from './intervalCoverage.ts'
import { pointsWords, secondNameOf, type IntervalParams } from './intervalParams.ts'
import { segmentOf, valuesAtRates } from './zones.ts'

/**
 * The table's line, and one line of the second variable for each piece on which it decides. A piece whose second line
 * has a hole (or rows that fight) shows as such on the first line too.
 */
export function intervalLines(rule: IntervalParams, indicator: IndicatorDefinition): readonly RuleLine[] {
  const { segments } = coverageOf(rule.rows)
  const unit = indicator.unit === '' ? '' : `（${indicator.unit}）`
  const main: LineSegment[] = []
  const seconds: RuleLine[] = []
  for (const piece of groupByPiece(segments)) {
    const first = piece[0]!
    if (first.second === null) {
      main.push(segmentOf(first, labelsOf(rule, first)))
      continue
    }
    const line = piece.map((segment) => segmentOf(segment.second!, labelsOf(rule, segment)))
    const worst = line.find((part) => part.kind !== 'COVERED')
    const label = worst === undefined ? `还要看${secondNameOf(rule)}` : `${secondNameOf(rule)}有漏洞`
    main.push({ ...segmentOf(first, ['']), kind: worst?.kind ?? 'COVERED', label })
    const name = `${secondNameOf(rule)}（${rule.variable === 'RATE' ? '完成率' : '实际值'}${pieceWords(first)}时）`
    seconds.push({ axis: 'SECOND', label: name, segments: line })
  }
  return [
    {
      axis: rule.variable === 'RATE' ? 'RATE' : 'VALUE',
      label: rule.variable === 'RATE' ? '完成率（%）' : `实际值${unit}`,
      segments: main
    },
    ...seconds
  ]
}

/** Segments that share their piece of the first axis, in order. */
function groupByPiece(segments: readonly Segment[]): Segment[][] {
  const groups: Segment[][] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    if (last !== undefined && pieceWords(last[0]!) === pieceWords(segment)) last.push(segment)
    else groups.push([segment])
  }
  return groups
}

function labelsOf(rule: IntervalParams, segment: Segment): string[] {
  return segment.rows.map((index) => pointsWords(rule.rows[index]!))
}

/** Every bound of the table, as an actual value. */
export function intervalTurns(rule: IntervalParams, { target }: CurveBasis): readonly D[] {
  const bounds = rule.rows.flatMap(({ lo, hi }) => [lo, hi].filter((bound) => bound !== undefined))
  if (rule.variable === 'ACTUAL') return bounds.map(boundOf)
  return target === null ? [] : valuesAtRates(target.value, [...bounds, dec(100).toFixed()])
}
