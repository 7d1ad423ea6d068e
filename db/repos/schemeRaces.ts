import { asc, eq } from 'drizzle-orm'
import type { z } from 'zod'
import type { MissingPolicy } from '#shared/domain/scheme/policies.ts'
import type {
  DimensionDefinition,
  IndicatorDefinition,
  RaceDefinition,
  raceDefinition
} from '#shared/domain/scheme/schemeDefinition.ts'
import type { Database } from '../open.ts'
import { unit, unitGroup } from '../schema/organisation.ts'
import {
  adjustmentClass,
  dimension,
  indicator,
  indicatorSpec,
  race,
  raceGroup,
  target
} from '../schema/scheme.ts'
import { unitId } from './organisationRepo.ts'

/** Writes the races of a version: groups, dimensions, indicators with targets, adjustment classes. */
export function saveRaces(
  db: Database,
  schemeId: number,
  versionId: number,
  races: readonly RaceDefinition[]
): void {
  for (const [sortNo, entry] of races.entries()) {
    // What has no column of its own goes into `parts`: nothing that the definition gains can be forgotten here.
    const { code, name, fullMark, groups, dimensions, adjustments, tieBreak, ...parts } = entry
    const { id: raceId } = db.orm
      .insert(race)
      .values({
        schemeVersionId: versionId,
        code,
        name,
        fullMark,
        bonusCap: adjustments.bonusCap ?? null,
        deductionCap: adjustments.deductionCap ?? null,
        tieBreak,
        parts,
        sortNo
      })
      .returning({ id: race.id })
      .get()
    for (const [groupNo, wanted] of groups.entries()) {
      const group = db.orm
        .select({ id: unitGroup.id })
        .from(unitGroup)
        .where(eq(unitGroup.code, wanted))
        .get()
      if (group === undefined) throw new RangeError(`no group with code ${wanted}`)
      db.orm.insert(raceGroup).values({ raceId, groupId: group.id, sortNo: groupNo }).run()
    }
    for (const [classNo, { cap, ...item }] of adjustments.classes.entries()) {
      db.orm
        .insert(adjustmentClass)
        .values({ raceId, ...item, cap: cap ?? null, sortNo: classNo })
        .run()
    }
    for (const [dimensionNo, part] of dimensions.entries())
      saveDimension(db, schemeId, raceId, part, dimensionNo)
  }
}

function saveDimension(
  db: Database,
  schemeId: number,
  raceId: number,
  part: DimensionDefinition,
  sortNo: number
): void {
  const { code, name, fullMark, composition, indicators, ...parts } = part
  const { id: dimensionId } = db.orm
    .insert(dimension)
    .values({ raceId, code, name, fullMark, composition, parts, sortNo })
    .returning({ id: dimension.id })
    .get()
  for (const [indicatorNo, item] of indicators.entries())
    saveIndicator(db, schemeId, dimensionId, item, indicatorNo)
}

function saveIndicator(
  db: Database,
  schemeId: number,
  dimensionId: number,
  item: IndicatorDefinition,
  sortNo: number
): void {
  const { code, rule, provider, owner, missing, clause, targets, ...rest } = item
  const { name, fullMark, unit: measure, direction, nature, precision, aliases, appliesTo, ...parts } = rest
  const identity = db.orm
    .insert(indicator)
    .values({ schemeId, code })
    .onConflictDoUpdate({ target: [indicator.schemeId, indicator.code], set: { code } })
    .returning({ id: indicator.id })
    .get()
  const spec = db.orm
    .insert(indicatorSpec)
    .values({
      indicatorId: identity.id,
      dimensionId,
      name,
      fullMark,
      ruleKind: rule.kind,
      ruleParams: rule.params,
      unit: measure,
      direction,
      nature,
      precision,
      aliases,
      appliesTo,
      provider: provider ?? null,
      owner: owner ?? null,
      missing: missing ?? null,
      clause: clause ?? null,
      parts,
      sortNo
    })
    .returning({ id: indicatorSpec.id })
    .get()
  for (const [targetNo, entry] of targets.entries()) {
    db.orm
      .insert(target)
      .values({
        indicatorSpecId: spec.id,
        unitId: entry.unit === '*' ? null : unitId(db, entry.unit),
        base: entry.base ?? null,
        stretch: entry.stretch ?? null,
        phased: entry.phased ?? null,
        rankTarget: entry.rankTarget ?? null,
        basis: entry.basis ?? null,
        sortNo: targetNo
      })
      .run()
  }
}

/** Leaves out what is null, since the definition says "absent" by leaving out. */
function present<T extends Record<string, unknown>>(
  values: T
): Partial<{ [K in keyof T]: NonNullable<T[K]> }> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as never
}

/** The races of a version in the shape that the definition's schema parses. */
export function loadRaces(db: Database, versionId: number): z.input<typeof raceDefinition>[] {
  const rows = db.orm
    .select()
    .from(race)
    .where(eq(race.schemeVersionId, versionId))
    .orderBy(asc(race.sortNo))
    .all()
  return rows.map((row) => ({
    ...(row.parts as object),
    code: row.code,
    name: row.name,
    fullMark: row.fullMark,
    groups: db.orm
      .select({ code: unitGroup.code })
      .from(raceGroup)
      .innerJoin(unitGroup, eq(raceGroup.groupId, unitGroup.id))
      .where(eq(raceGroup.raceId, row.id))
      .orderBy(asc(raceGroup.sortNo))
      .all()
      .map((group) => group.code),
    dimensions: loadDimensions(db, row.id),
    adjustments: {
      classes: db.orm
        .select()
        .from(adjustmentClass)
        .where(eq(adjustmentClass.raceId, row.id))
        .orderBy(asc(adjustmentClass.sortNo))
        .all()
        .map((item) => ({
          code: item.code,
          name: item.name,
          aliases: item.aliases as string[],
          sign: item.sign as 'BONUS' | 'DEDUCTION',
          ...present({ cap: item.cap })
        })),
      ...present({ bonusCap: row.bonusCap, deductionCap: row.deductionCap })
    },
    tieBreak: row.tieBreak as RaceDefinition['tieBreak']
  }))
}

function loadDimensions(db: Database, raceId: number): z.input<typeof raceDefinition>['dimensions'] {
  const rows = db.orm
    .select()
    .from(dimension)
    .where(eq(dimension.raceId, raceId))
    .orderBy(asc(dimension.sortNo))
    .all()
  return rows.map((row) => ({
    ...(row.parts as object),
    code: row.code,
    name: row.name,
    fullMark: row.fullMark,
    composition: row.composition as 'SUM' | 'WEIGHTED',
    indicators: db.orm
      .select({ spec: indicatorSpec, code: indicator.code })
      .from(indicatorSpec)
      .innerJoin(indicator, eq(indicatorSpec.indicatorId, indicator.id))
      .where(eq(indicatorSpec.dimensionId, row.id))
      .orderBy(asc(indicatorSpec.sortNo))
      .all()
      .map(({ spec, code }) => ({
        ...(spec.parts as object),
        code,
        name: spec.name,
        aliases: spec.aliases as string[],
        unit: spec.unit,
        direction: spec.direction as IndicatorDefinition['direction'],
        nature: spec.nature as IndicatorDefinition['nature'],
        precision: spec.precision,
        fullMark: spec.fullMark,
        appliesTo: spec.appliesTo as IndicatorDefinition['appliesTo'],
        rule: { kind: spec.ruleKind, params: spec.ruleParams as Record<string, unknown> },
        targets: loadTargets(db, spec.id),
        ...present({
          provider: spec.provider,
          owner: spec.owner,
          missing: spec.missing as MissingPolicy | null,
          clause: spec.clause
        })
      }))
  }))
}

function loadTargets(db: Database, specId: number): IndicatorDefinition['targets'] {
  return db.orm
    .select({ row: target, unit: unit.code })
    .from(target)
    .leftJoin(unit, eq(target.unitId, unit.id))
    .where(eq(target.indicatorSpecId, specId))
    .orderBy(asc(target.sortNo))
    .all()
    .map(({ row, unit: code }) => ({
      unit: code ?? '*',
      ...present({
        base: row.base,
        stretch: row.stretch,
        phased: row.phased as IndicatorDefinition['targets'][number]['phased'] | null,
        rankTarget: row.rankTarget,
        basis: row.basis
      })
    }))
}
