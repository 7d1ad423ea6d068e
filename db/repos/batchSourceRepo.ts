import { gunzipSync, gzipSync } from 'node:zlib'
import { eq, sql } from 'drizzle-orm'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { Database } from '../open.ts'
import { batchSource } from '../schema/intake.ts'

/** Preview and commit keep the same workbook one after the other: it is packed once. */
const packed = new WeakMap<RawWorkbook, Buffer>()

function pack(raw: RawWorkbook): Buffer {
  const known = packed.get(raw)
  if (known !== undefined) return known
  const fresh = gzipSync(JSON.stringify(raw))
  packed.set(raw, fresh)
  return fresh
}

/** Keeps every cell of a batch's file, and the file itself where it is given. */
export function keepSource(
  db: Database,
  batchId: number,
  raw: RawWorkbook,
  original: Uint8Array | null
): void {
  db.orm
    .insert(batchSource)
    .values({ batchId, workbook: pack(raw), file: original === null ? null : Buffer.from(original) })
    .run()
}

/** The file as it was read. */
export function sourceOfBatch(db: Database, batchId: number): RawWorkbook | null {
  const row = db.orm
    .select({ workbook: batchSource.workbook })
    .from(batchSource)
    .where(eq(batchSource.batchId, batchId))
    .get()
  return row === undefined ? null : (JSON.parse(gunzipSync(row.workbook).toString('utf8')) as RawWorkbook)
}

/** The file byte for byte; null where it was not kept. */
export function fileOfBatch(db: Database, batchId: number): Uint8Array | null {
  const row = db.orm
    .select({ file: batchSource.file })
    .from(batchSource)
    .where(eq(batchSource.batchId, batchId))
    .get()
  return row?.file == null ? null : new Uint8Array(row.file)
}

/** Whether the file itself is kept, without loading it. */
export function hasFile(db: Database, batchId: number): boolean {
  const row = db.orm
    .select({ kept: sql<number>`${batchSource.file} IS NOT NULL` })
    .from(batchSource)
    .where(eq(batchSource.batchId, batchId))
    .get()
  return row?.kept === 1
}
