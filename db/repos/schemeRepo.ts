import { createHash } from 'node:crypto'
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'
import type { Database } from '../open.ts'
import { scheme, schemeVersion } from '../schema/scheme.ts'
import { upsertOrganisation } from './organisationRepo.ts'
import { loadRaces, saveRaces } from './schemeRaces.ts'
import { withTargetChanges } from './targetRepo.ts'

export type SchemeStatus = 'draft' | 'reviewed' | 'active' | 'superseded'

export interface SchemeVersionInfo {
  versionId: number
  code: string
  number: number
  status: SchemeStatus
  title: string
  organisation: string
  year: number
  sample: boolean
}

export interface SchemeVersion extends SchemeVersionInfo {
  definition: SchemeDefinition
}

/** JSON with sorted keys: the same definition has the same hash however its file was written. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    entry !== null && typeof entry === 'object' && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry
  )
}

function hashOf(definition: SchemeDefinition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex')
}

/** The definition as it was saved, without later changes of targets. */
function storedDefinition(db: Database, row: typeof schemeVersion.$inferSelect): SchemeDefinition {
  return schemeDefinition.parse({ ...(row.header as object), races: loadRaces(db, row.id) })
}

function infoOf(row: typeof schemeVersion.$inferSelect, code: string): SchemeVersionInfo {
  return {
    versionId: row.id,
    code,
    number: row.number,
    status: row.status as SchemeStatus,
    title: row.title,
    organisation: row.organisation,
    year: row.year,
    sample: row.sample
  }
}

/**
 * Stores a definition as the next version of its scheme and brings the organisation's tables up to it. A definition
 * that equals the newest version returns that one; asked to be active, it becomes so.
 */
export function saveSchemeVersion(
  db: Database,
  definition: SchemeDefinition,
  options: { status: SchemeStatus; at: Date; fromPeriod: string }
): { schemeId: number; versionId: number; number: number; isNew: boolean } {
  const hash = hashOf(definition)
  const owner =
    db.orm.select({ id: scheme.id }).from(scheme).where(eq(scheme.code, definition.code)).get() ??
    db.orm
      .insert(scheme)
      .values({ code: definition.code, createdAt: options.at.toISOString() })
      .returning({ id: scheme.id })
      .get()
  const newest = db.orm
    .select()
    .from(schemeVersion)
    .where(eq(schemeVersion.schemeId, owner.id))
    .orderBy(desc(schemeVersion.number))
    .get()
  if (newest !== undefined && isSame(db, newest, hash)) {
    if (options.status === 'active' && newest.status !== 'active')
      setStatus(db, owner.id, newest.id, 'active')
    return { schemeId: owner.id, versionId: newest.id, number: newest.number, isNew: false }
  }
  upsertOrganisation(db, definition, options.fromPeriod)
  const { races, ...header } = definition
  const version = db.orm
    .insert(schemeVersion)
    .values({
      schemeId: owner.id,
      number: (newest?.number ?? 0) + 1,
      status: options.status,
      title: definition.title,
      organisation: definition.organisation,
      year: definition.year,
      header,
      definitionHash: hash,
      sample: definition.sample,
      createdAt: options.at.toISOString()
    })
    .returning({ id: schemeVersion.id, number: schemeVersion.number })
    .get()
  saveRaces(db, owner.id, version.id, races)
  setStatus(db, owner.id, version.id, options.status)
  return { schemeId: owner.id, versionId: version.id, number: version.number, isNew: true }
}

/** A version that an older program stored lacks defaults of today in its hash; read back, it has them. */
function isSame(db: Database, version: typeof schemeVersion.$inferSelect, hash: string): boolean {
  return version.definitionHash === hash || hashOf(storedDefinition(db, version)) === hash
}

/** One version of a scheme is active at a time: the one before it is superseded. */
function setStatus(db: Database, schemeId: number, versionId: number, status: SchemeStatus): void {
  if (status === 'active') {
    db.orm
      .update(schemeVersion)
      .set({ status: 'superseded' })
      .where(
        and(
          eq(schemeVersion.schemeId, schemeId),
          eq(schemeVersion.status, 'active'),
          ne(schemeVersion.id, versionId)
        )
      )
      .run()
  }
  db.orm.update(schemeVersion).set({ status }).where(eq(schemeVersion.id, versionId)).run()
}

export function schemeVersionInfo(db: Database, versionId: number): SchemeVersionInfo {
  const row = db.orm
    .select()
    .from(schemeVersion)
    .innerJoin(scheme, eq(schemeVersion.schemeId, scheme.id))
    .where(eq(schemeVersion.id, versionId))
    .get()
  if (row === undefined) throw new RangeError(`no scheme version ${versionId}`)
  return infoOf(row.scheme_version, row.scheme.code)
}

/** A version as it was loaded (the round trip loses nothing), with the targets that were changed since. */
export function loadSchemeVersion(db: Database, versionId: number): SchemeVersion {
  const info = schemeVersionInfo(db, versionId)
  const row = db.orm.select().from(schemeVersion).where(eq(schemeVersion.id, versionId)).get()!
  return { ...info, definition: withTargetChanges(db, versionId, storedDefinition(db, row)) }
}

/** The version in force that was loaded last, or null in an empty database. */
export function activeScheme(db: Database): SchemeVersionInfo | null {
  const row = db.orm
    .select()
    .from(schemeVersion)
    .innerJoin(scheme, eq(schemeVersion.schemeId, scheme.id))
    .where(eq(schemeVersion.status, 'active'))
    .orderBy(desc(schemeVersion.id))
    .get()
  return row === undefined ? null : infoOf(row.scheme_version, row.scheme.code)
}

export function listSchemeVersions(db: Database): SchemeVersionInfo[] {
  return db.orm
    .select()
    .from(schemeVersion)
    .innerJoin(scheme, eq(schemeVersion.schemeId, scheme.id))
    .orderBy(asc(scheme.code), asc(schemeVersion.number))
    .all()
    .map((row) => infoOf(row.scheme_version, row.scheme.code))
}
