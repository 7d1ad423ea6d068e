import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import { nameKey } from '#shared/domain/importing/names/normaliseLabel.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RankMode, SchemeDefinition, UnitKind } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Database } from '../open.ts'
import { perDatabase } from '../perDatabase.ts'
import { groupMembership, line, unit, unitAlias, unitGroup } from '../schema/organisation.ts'

export interface AliasRow {
  text: string
  /** Unit code. */
  unit: string
  name: string
  source: string
}

export function listAliases(db: Database): AliasRow[] {
  return db.orm
    .select({ text: unitAlias.text, unit: unit.code, name: unit.name, source: unitAlias.source })
    .from(unitAlias)
    .innerJoin(unit, eq(unitAlias.unitId, unit.id))
    .where(isNull(unitAlias.endedAt))
    .orderBy(asc(unit.sortNo), asc(unitAlias.text))
    .all()
}

/**
 * Remembers a name for a unit. A name that meant another unit until now is ended first, not overwritten. Spellings that
 * the importer takes for the same (full-width, spaces, brackets) are one name.
 */
export function addAlias(
  db: Database,
  alias: { unit: string; text: string; source: 'import' | 'user'; at: Date }
): void {
  const target = unitId(db, alias.unit)
  const live = db.orm
    .select()
    .from(unitAlias)
    .where(and(eq(unitAlias.normalised, nameKey(alias.text)), isNull(unitAlias.endedAt)))
    .get()
  if (live?.unitId === target) return
  if (live !== undefined) endAlias(db, alias.text, alias.at)
  db.orm
    .insert(unitAlias)
    .values({
      unitId: target,
      text: alias.text,
      normalised: nameKey(alias.text),
      source: alias.source,
      createdAt: alias.at.toISOString()
    })
    .run()
}

/** Forgets a name; its row stays as a record. False when no live alias reads so. */
export function endAlias(db: Database, text: string, at: Date): boolean {
  const done = db.orm
    .update(unitAlias)
    .set({ endedAt: at.toISOString() })
    .where(and(eq(unitAlias.normalised, nameKey(text)), isNull(unitAlias.endedAt)))
    .run()
  return done.changes > 0
}

const findUnit = perDatabase((db) =>
  db.orm
    .select({ id: unit.id })
    .from(unit)
    .where(eq(unit.code, sql.placeholder('code')))
    .prepare()
)

/** Key of the unit with a code. Throws when there is none: codes come from the scheme, never from a sheet. */
export function unitId(db: Database, code: string): number {
  const row = findUnit(db).get({ code })
  if (row === undefined) throw new RangeError(`no unit with code ${code}`)
  return row.id
}

/** Brings units, lines, groups and memberships to what a scheme names. Units that it no longer names become inactive. */
export function upsertOrganisation(db: Database, scheme: SchemeDefinition, fromPeriod: string): void {
  const lines = new Map<string, number>()
  for (const entry of scheme.lines) {
    const row = db.orm
      .insert(line)
      .values(entry)
      .onConflictDoUpdate({ target: line.code, set: { name: entry.name } })
      .returning({ id: line.id })
      .get()
    lines.set(entry.code, row.id)
  }
  db.orm.update(unit).set({ active: false }).run()
  for (const [index, entry] of scheme.units.entries()) {
    const values = {
      name: entry.name,
      shortName: entry.shortName ?? null,
      kind: entry.kind,
      lineId: entry.line === undefined ? null : (lines.get(entry.line) ?? null),
      sortNo: index + 1,
      active: true
    }
    db.orm
      .insert(unit)
      .values({ code: entry.code, ...values })
      .onConflictDoUpdate({ target: unit.code, set: values })
      .run()
  }
  for (const [index, entry] of scheme.groups.entries()) {
    const group = db.orm
      .insert(unitGroup)
      .values({ code: entry.code, name: entry.name, sortNo: index + 1 })
      .onConflictDoUpdate({ target: unitGroup.code, set: { name: entry.name, sortNo: index + 1 } })
      .returning({ id: unitGroup.id })
      .get()
    syncMembers(db, group.id, entry.members, fromPeriod)
  }
}

/**
 * Brings the open memberships of a group to `members` as of `fromPeriod`. Memberships that began later than that are
 * left alone: loading a scheme for an earlier quarter says nothing of later ones.
 */
function syncMembers(
  db: Database,
  groupId: number,
  members: SchemeDefinition['groups'][number]['members'],
  fromPeriod: string
): void {
  const wanted = new Map(members.map((member) => [unitId(db, member.unit), member.rankMode]))
  const open = db.orm
    .select()
    .from(groupMembership)
    .where(and(eq(groupMembership.groupId, groupId), isNull(groupMembership.toPeriod)))
    .all()
  for (const row of open) {
    if (row.fromPeriod > fromPeriod || wanted.get(row.unitId) === row.rankMode) {
      wanted.delete(row.unitId)
      continue
    }
    if (row.fromPeriod === fromPeriod) {
      // It was never in force for a whole quarter: a correction, not history.
      db.orm.delete(groupMembership).where(eq(groupMembership.id, row.id)).run()
      continue
    }
    db.orm.update(groupMembership).set({ toPeriod: fromPeriod }).where(eq(groupMembership.id, row.id)).run()
  }
  for (const [unitKey, rankMode] of wanted) {
    db.orm.insert(groupMembership).values({ groupId, unitId: unitKey, fromPeriod, rankMode }).run()
  }
}

export interface UnitRow {
  code: string
  name: string
  shortName: string | null
  kind: UnitKind
  /** 战线. */
  line: { code: string; name: string } | null
  active: boolean
  /** Live aliases that people have confirmed. */
  aliases: string[]
}

/** Every unit on record in 机构顺序, those that the newest scheme no longer names included (inactive). */
export function listUnits(db: Database): UnitRow[] {
  const aliases = listAliases(db)
  return db.orm
    .select({ unit, line })
    .from(unit)
    .leftJoin(line, eq(unit.lineId, line.id))
    .orderBy(asc(unit.sortNo), asc(unit.id))
    .all()
    .map((row) => ({
      code: row.unit.code,
      name: row.unit.name,
      shortName: row.unit.shortName,
      kind: row.unit.kind as UnitKind,
      line: row.line === null ? null : { code: row.line.code, name: row.line.name },
      active: row.unit.active,
      aliases: aliases.filter((alias) => alias.unit === row.unit.code).map((alias) => alias.text)
    }))
}

export interface GroupRow {
  code: string
  name: string
  members: { unit: string; rankMode: RankMode }[]
}

/** Groups in order with the units that belong to them in a period. */
export function groupsIn(db: Database, period: PeriodKey): GroupRow[] {
  const members = db.orm
    .select({ groupId: groupMembership.groupId, unit: unit.code, rankMode: groupMembership.rankMode })
    .from(groupMembership)
    .innerJoin(unit, eq(groupMembership.unitId, unit.id))
    .where(
      and(
        lte(groupMembership.fromPeriod, period),
        or(isNull(groupMembership.toPeriod), gt(groupMembership.toPeriod, period))
      )
    )
    .orderBy(asc(unit.sortNo), asc(unit.id))
    .all()
  return db.orm
    .select()
    .from(unitGroup)
    .orderBy(asc(unitGroup.sortNo), asc(unitGroup.id))
    .all()
    .map((group) => ({
      code: group.code,
      name: group.name,
      members: members
        .filter((member) => member.groupId === group.id)
        .map((member) => ({ unit: member.unit, rankMode: member.rankMode as RankMode }))
    }))
}
