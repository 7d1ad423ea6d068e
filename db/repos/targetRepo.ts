import { and, asc, eq } from 'drizzle-orm'
import { AppError } from '#shared/appError.ts'
import type { SchemeDefinition, TargetDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Database } from '../open.ts'
import { unit } from '../schema/organisation.ts'
import { indicator, schemeVersion, targetChange } from '../schema/scheme.ts'
import { unitId } from './organisationRepo.ts'

export interface TargetChangeRow {
  indicator: string
  /** Unit code, or `*` for the target of all units. */
  unit: string
  before: TargetDefinition | null
  after: TargetDefinition | null
  at: string
  by: string
  reason: string
}

/** 目标调整 of a scheme version, oldest first. */
export function targetChangesOf(db: Database, versionId: number): TargetChangeRow[] {
  return db.orm
    .select({ row: targetChange, indicator: indicator.code, unit: unit.code })
    .from(targetChange)
    .innerJoin(indicator, eq(targetChange.indicatorId, indicator.id))
    .leftJoin(unit, eq(targetChange.unitId, unit.id))
    .where(eq(targetChange.schemeVersionId, versionId))
    .orderBy(asc(targetChange.id))
    .all()
    .map(({ row, indicator: code, unit: unitCode }) => ({
      indicator: code,
      unit: unitCode ?? '*',
      before: row.before as TargetDefinition | null,
      after: row.after as TargetDefinition | null,
      at: row.at,
      by: row.who,
      reason: row.reason
    }))
}

/** Replaces a unit's target in its place, adds it at the end, or takes it out. */
function replaced(
  targets: readonly TargetDefinition[],
  forUnit: string,
  after: TargetDefinition | null
): TargetDefinition[] {
  if (after === null) return targets.filter((target) => target.unit !== forUnit)
  if (!targets.some((target) => target.unit === forUnit)) return [...targets, after]
  return targets.map((target) => (target.unit === forUnit ? after : target))
}

/** A definition with the changes of its version applied in order; itself when there are none. */
export function withTargetChanges(
  db: Database,
  versionId: number,
  definition: SchemeDefinition
): SchemeDefinition {
  const changes = targetChangesOf(db, versionId)
  if (changes.length === 0) return definition
  return {
    ...definition,
    races: definition.races.map((race) => ({
      ...race,
      dimensions: race.dimensions.map((dimension) => ({
        ...dimension,
        indicators: dimension.indicators.map((item) => ({
          ...item,
          targets: changes
            .filter((change) => change.indicator === item.code)
            .reduce((targets, change) => replaced(targets, change.unit, change.after), item.targets)
        }))
      }))
    }))
  }
}

export interface ChangeTarget {
  versionId: number
  indicator: string
  /** Unit code, or `*`. */
  unit: string
  before: TargetDefinition | null
  /** Null takes the target away. */
  after: TargetDefinition | null
  at: Date
  by: string
  /** Who approved it and why (S9, S11). */
  reason: string
}

/** Logs a changed target; the version itself stays as it was published. Throws NOT_FOUND for an unknown indicator. */
export function changeTarget(db: Database, change: ChangeTarget): void {
  const found = db.orm
    .select({ id: indicator.id })
    .from(schemeVersion)
    .innerJoin(
      indicator,
      and(eq(indicator.schemeId, schemeVersion.schemeId), eq(indicator.code, change.indicator))
    )
    .where(eq(schemeVersion.id, change.versionId))
    .get()
  if (found === undefined)
    throw new AppError('NOT_FOUND', `方案里没有指标「${change.indicator}」，目标没有改动。`)
  db.orm
    .insert(targetChange)
    .values({
      schemeVersionId: change.versionId,
      indicatorId: found.id,
      unitId: change.unit === '*' ? null : unitId(db, change.unit),
      before: change.before,
      after: change.after,
      at: change.at.toISOString(),
      who: change.by,
      reason: change.reason
    })
    .run()
}
