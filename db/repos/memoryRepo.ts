import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { MemoryToKeep } from '#shared/domain/importing/memory/rememberSheet.ts'
import { rememberedMapping, type RememberedSheet } from '#shared/domain/importing/memory/rememberedMapping.ts'
import type { Database } from '../open.ts'
import { batch } from '../schema/intake.ts'
import { period } from '../schema/period.ts'
import { importMemory } from '../schema/template.ts'

export interface MemoryRow extends RememberedSheet {
  at: string
  by: string
}

/** Keeps the answers for a header; they take the place of those that were kept for it before. */
export function keepMemory(
  db: Database,
  { fingerprint, moved, dropped, ...content }: MemoryToKeep,
  source: { batchId: number; at: Date; by: string }
): void {
  for (const id of dropped) dropMemories(db, id)
  for (const { id, fingerprint: place } of moved) {
    db.orm.delete(importMemory).where(eq(importMemory.fingerprint, place)).run()
    db.orm.update(importMemory).set({ fingerprint: place }).where(eq(importMemory.id, id)).run()
  }
  const values = {
    ...content,
    batchId: source.batchId,
    rememberedAt: source.at.toISOString(),
    rememberedBy: source.by
  }
  db.orm
    .insert(importMemory)
    .values({ fingerprint, ...values })
    .onConflictDoUpdate({ target: importMemory.fingerprint, set: values })
    .run()
}

/** Everything that is remembered, newest answers first. Rows of a form that this version cannot read are left out. */
export function listMemories(db: Database): MemoryRow[] {
  return db.orm
    .select({ row: importMemory, key: period.key, fileName: batch.fileName })
    .from(importMemory)
    .innerJoin(batch, eq(importMemory.batchId, batch.id))
    .innerJoin(period, eq(batch.periodId, period.id))
    .orderBy(desc(importMemory.rememberedAt), desc(importMemory.id))
    .all()
    .flatMap(({ row, key, fileName }) => {
      const mapping = rememberedMapping.safeParse(row.mapping)
      const labels = z.array(z.string()).safeParse(row.labels)
      if (!mapping.success || !labels.success) return []
      return [
        {
          id: row.id,
          fingerprint: row.fingerprint,
          labels: labels.data,
          mapping: mapping.data,
          period: key,
          fileName,
          sheet: row.sheet,
          at: row.rememberedAt,
          by: row.rememberedBy
        }
      ]
    })
}

/** Forgets one memory, or all (null). How many there were. */
export function dropMemories(db: Database, id: number | null): number {
  return db.orm
    .delete(importMemory)
    .where(id === null ? sql`1` : eq(importMemory.id, id))
    .run().changes
}
