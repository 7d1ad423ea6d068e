import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database } from '../open.ts'
import { evidence, evidenceLink } from '../schema/register.ts'

export type EvidenceSubject = 'ITEM' | 'SLIP' | 'ADJUSTMENT' | 'HONOUR' | 'EVALUATION'

/** A piece of evidence on what it is about. */
export interface EvidenceRow {
  /** Id of the link. */
  id: number
  subject: EvidenceSubject
  subjectId: number
  /** Name that the file had when it was added. */
  fileName: string
  sha256: string
  bytes: number
  addedAt: string
  addedBy: string
  ended: boolean
}

/** Evidence of a subject that has not been taken away, oldest first. */
export function evidenceOfSubject(db: Database, subject: EvidenceSubject, id: number): EvidenceRow[] {
  return joined(db)
    .where(
      and(eq(evidenceLink.subject, subject), eq(evidenceLink.subjectId, id), isNull(evidenceLink.endedAt))
    )
    .orderBy(asc(evidenceLink.id))
    .all()
    .map(toRow)
}

/** Everything that is linked now, whatever to. */
export function liveEvidence(db: Database): EvidenceRow[] {
  return joined(db).where(isNull(evidenceLink.endedAt)).orderBy(asc(evidenceLink.id)).all().map(toRow)
}

export function getEvidence(db: Database, linkId: number): EvidenceRow | null {
  const row = joined(db).where(eq(evidenceLink.id, linkId)).get()
  return row === undefined ? null : toRow(row)
}

/** Whether a file was ever kept, by its hash. */
export function isKnownFile(db: Database, sha256: string): boolean {
  return (
    db.orm.select({ id: evidence.id }).from(evidence).where(eq(evidence.sha256, sha256)).get() !== undefined
  )
}

/** How many files each subject of a kind has. */
export function evidenceCounts(db: Database, subject: EvidenceSubject): Map<number, number> {
  const rows = db.client
    .prepare(
      'SELECT subject_id AS id, count(*) AS count FROM evidence_link WHERE subject = ? AND ended_at IS NULL GROUP BY subject_id'
    )
    .all(subject) as { id: number; count: number }[]
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Links a file to a subject; the same bytes are one row. Answers the id of the link. */
export function linkEvidence(
  db: Database,
  entry: {
    subject: EvidenceSubject
    subjectId: number
    fileName: string
    sha256: string
    bytes: number
    at: Date
    by: string
  }
): number {
  const { subject, subjectId, fileName, sha256, bytes, at, by } = entry
  const addedAt = at.toISOString()
  db.orm.insert(evidence).values({ sha256, bytes, addedAt }).onConflictDoNothing().run()
  const file = db.orm.select({ id: evidence.id }).from(evidence).where(eq(evidence.sha256, sha256)).get()!
  return db.orm
    .insert(evidenceLink)
    .values({ evidenceId: file.id, subject, subjectId, fileName, addedAt, addedBy: by })
    .returning({ id: evidenceLink.id })
    .get().id
}

/** Takes a file away from what it is about; the link stays as a record. */
export function endEvidence(db: Database, linkId: number, at: Date, by: string): void {
  db.orm
    .update(evidenceLink)
    .set({ endedAt: at.toISOString(), endedBy: by })
    .where(and(eq(evidenceLink.id, linkId), isNull(evidenceLink.endedAt)))
    .run()
}

const joined = (db: Database) =>
  db.orm
    .select({ link: evidenceLink, file: evidence })
    .from(evidenceLink)
    .innerJoin(evidence, eq(evidenceLink.evidenceId, evidence.id))
    .$dynamic()

function toRow({
  link,
  file
}: {
  link: typeof evidenceLink.$inferSelect
  file: typeof evidence.$inferSelect
}): EvidenceRow {
  const { id, subjectId, fileName, addedAt, addedBy } = link
  return {
    id,
    subject: link.subject as EvidenceSubject,
    subjectId,
    fileName,
    sha256: file.sha256,
    bytes: file.bytes,
    addedAt,
    addedBy,
    ended: link.endedAt !== null
  }
}

/** Links a file again that was taken away. Answers the id of the new link. */
export function relinkEvidence(db: Database, row: EvidenceRow, at: Date, by: string): number {
  const { subject, subjectId, fileName, sha256, bytes } = row
  return linkEvidence(db, { subject, subjectId, fileName, sha256, bytes, at, by })
}

/** What each kind of subject is called, by id. */
const NAMES: Record<EvidenceSubject, string> = {
  ITEM: `SELECT id, number || ' · ' || title AS name FROM register_item`,
  SLIP: `SELECT id, number AS name FROM slip`,
  ADJUSTMENT: `SELECT a.id, u.name || ' · ' || a.reason AS name FROM adjustment a JOIN unit u ON u.id = a.unit_id`,
  HONOUR: `SELECT id, title AS name FROM honour`,
  EVALUATION: `SELECT id, title AS name FROM evaluation`
}

/** Names of all subjects of a kind by id, for messages and checks. */
export function subjectNames(db: Database, subject: EvidenceSubject): Map<number, string> {
  const rows = db.client.prepare(NAMES[subject]).all() as { id: number; name: string }[]
  return new Map(rows.map(({ id, name }) => [id, name]))
}
