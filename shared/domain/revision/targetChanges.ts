import type { SchemeDefinition, TargetDefinition } from '../scheme/schemeDefinition.ts'
import { pairs } from './keyed.ts'
import type { InputChange } from './revisionDiff.ts'
import type { RevisionNames } from './revisionNames.ts'

interface PlacedTarget {
  indicator: string
  target: TargetDefinition
}

/** Targets of the scheme that differ, those changed after it came into force included (S9, S11). */
export function targetChanges(
  before: SchemeDefinition,
  after: SchemeDefinition,
  names: RevisionNames
): InputChange[] {
  return pairs(targetsOf(before), targetsOf(after), ({ indicator, target }) => `${indicator} ${target.unit}`)
    .flatMap(({ before: was, after: is }) => {
      const [old, now] = [was && targetText(was.target), is && targetText(is.target)]
      const placed = is ?? was
      return placed === null || old === now ? [] : [{ ...placed, old, now }]
    })
    .sort((a, b) => orderOf(a, names) - orderOf(b, names))
    .map(({ indicator, target, old, now }) => ({
      kind: 'TARGET' as const,
      unit: target.unit === '*' ? null : target.unit,
      unitName: names.unit(target.unit),
      what: `${names.indicator(indicator)} 目标`,
      before: old,
      after: now,
      sourceBefore: null,
      sourceAfter: null
    }))
}

function orderOf({ indicator, target }: PlacedTarget, names: RevisionNames): number {
  return names.orderOf(target.unit === '*' ? null : target.unit, indicator)
}

/** A race may hold an indicator of the same code as another; each code has one target a unit in the comparison. */
function targetsOf({ races }: SchemeDefinition): PlacedTarget[] {
  return races.flatMap((race) =>
    race.dimensions.flatMap((dimension) =>
      dimension.indicators.flatMap((indicator) =>
        indicator.targets.map((target) => ({ indicator: indicator.code, target }))
      )
    )
  )
}

function targetText({ base, stretch, phased, rankTarget, basis }: TargetDefinition): string {
  const quarters = Object.entries(phased ?? {}).map(([quarter, value]) => `${quarter} ${value}`)
  return [
    base === undefined ? '' : `基本 ${base}`,
    stretch === undefined ? '' : `奋斗 ${stretch}`,
    quarters.length === 0 ? '' : `时序 ${quarters.join('、')}`,
    rankTarget === undefined ? '' : `排位第 ${rankTarget} 名`,
    basis === undefined || basis === '' ? '' : `依据 ${basis}`
  ]
    .filter((part) => part !== '')
    .join('，')
}
