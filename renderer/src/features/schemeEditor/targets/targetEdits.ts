import type { DraftIndicator, DraftTarget } from '../editorTab.ts'
import { withField } from '../draft/rowPath.ts'

/** Row of the target that counts for every unit without one of its own. */
export const EVERY_UNIT = '*'

export const TARGET_FIELDS = ['base', 'stretch', 'Q1', 'Q2', 'Q3', 'Q4', 'rankTarget', 'basis'] as const
export type TargetField = (typeof TARGET_FIELDS)[number]

const isQuarter = (field: TargetField): field is 'Q1' | 'Q2' | 'Q3' | 'Q4' => /^Q[1-4]$/.test(field)

export function targetOf(indicator: DraftIndicator, unit: string): DraftTarget | undefined {
  return indicator.targets?.find((target) => target.unit === unit)
}

/** What stands in a field of a target, as text; undefined where nothing does. */
export function fieldOf(target: DraftTarget | undefined, field: TargetField): string | undefined {
  if (target === undefined) return undefined
  if (isQuarter(field)) return target.phased?.[field]
  if (field === 'rankTarget') return target.rankTarget === undefined ? undefined : String(target.rankTarget)
  return target[field]
}

/**
 * A unit's own value, or the common one while it has no target of its own: an own target replaces the common one as a
 * whole (`targetDefinitionOf`).
 */
export function standingField(
  indicator: DraftIndicator,
  unit: string,
  field: TargetField
): { value: string | undefined; common: boolean } {
  const own = targetOf(indicator, unit)
  const common = own === undefined && unit !== EVERY_UNIT
  return { value: fieldOf(common ? targetOf(indicator, EVERY_UNIT) : own, field), common }
}

/**
 * Sets (or with undefined empties) one field of a unit's target. The first own value takes the common ones along, so
 * that no other number of the unit changes; a target without any field is taken out.
 */
export function withTargetField(
  indicator: DraftIndicator,
  unit: string,
  field: TargetField,
  value: string | undefined
): DraftIndicator {
  const targets = indicator.targets ?? []
  const own = targetOf(indicator, unit)
  const start: DraftTarget = own ?? { ...targetOf(indicator, EVERY_UNIT), unit }
  const next = setField(start, field, value)
  const empty = Object.keys(next).every((key) => key === 'unit')
  const list =
    own === undefined
      ? unit === EVERY_UNIT
        ? [next, ...targets]
        : [...targets, next]
      : targets.map((target) => (target === own ? next : target))
  const kept = empty ? list.filter((target) => target !== next) : list
  return withField(indicator, 'targets', kept.length === 0 ? undefined : kept)
}

function setField(target: DraftTarget, field: TargetField, value: string | undefined): DraftTarget {
  if (isQuarter(field)) {
    const phased = withField(target.phased ?? {}, field, value)
    return withField(target, 'phased', Object.keys(phased).length === 0 ? undefined : phased)
  }
  if (field !== 'rankTarget') return withField(target, field, value)
  const place = value === undefined || !/^\d{1,6}$/.test(value) ? undefined : Number(value)
  return withField(target, 'rankTarget', place === 0 ? undefined : place)
}

/** Takes a unit's own target out: the common one counts for it again. */
export function withoutTarget(indicator: DraftIndicator, unit: string): DraftIndicator {
  const targets = (indicator.targets ?? []).filter((target) => target.unit !== unit)
  return withField(indicator, 'targets', targets.length === 0 ? undefined : targets)
}
