import { and, eq, sql } from 'drizzle-orm'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { Reading, ReadingField, ReadingState, SourceRef } from '#shared/domain/scoring/reading.ts'
import type { Database } from '../open.ts'
import { perDatabase } from '../perDatabase.ts'
import { batch, measurement } from '../schema/intake.ts'
import { unit } from '../schema/organisation.ts'
import { period } from '../schema/period.ts'
import { indicator, schemeVersion } from '../schema/scheme.ts'
import { unitId } from './organisationRepo.ts'
import type { CellSource, HandSource, Outcome, StoredReading } from './stored.ts'

export type { CellSource, HandSource }

export interface ReadingKey {
  unit: string
  indicator: string
  field: ReadingField
  rater: { group: string; name: string } | null
}

interface Where {
  periodId: number
  unitId: number
  indicatorId: number
  field: string
  raterGroup: string
  raterName: string
}

const findKeys = perDatabase((db) =>
  db.orm
    .select({ periodId: period.id, indicatorId: indicator.id })
    .from(period)
    .innerJoin(schemeVersion, eq(period.schemeVersionId, schemeVersion.id))
    .innerJoin(
      indicator,
      and(eq(indicator.schemeId, schemeVersion.schemeId), eq(indicator.code, sql.placeholder('indicator')))
    )
    .where(eq(period.key, sql.placeholder('period')))
    .prepare()
)

const findStored = perDatabase((db) =>
  db.orm
    .select()
    .from(measurement)
    .where(
      and(
        eq(measurement.periodId, sql.placeholder('periodId')),
        eq(measurement.unitId, sql.placeholder('unitId')),
        eq(measurement.indicatorId, sql.placeholder('indicatorId')),
        eq(measurement.field, sql.placeholder('field')),
        eq(measurement.raterGroup, sql.placeholder('raterGroup')),
        eq(measurement.raterName, sql.placeholder('raterName'))
      )
    )
    .prepare()
)

/** `basis` comes as JSON text or null: a prepared JSON column would write null as the text `null`. */
const insertStored = perDatabase((db) =>
  db.orm
    .insert(measurement)
    .values({
      periodId: sql.placeholder('periodId'),
      unitId: sql.placeholder('unitId'),
      indicatorId: sql.placeholder('indicatorId'),
      field: sql.placeholder('field'),
      raterGroup: sql.placeholder('raterGroup'),
      raterName: sql.placeholder('raterName'),
      state: sql.placeholder('state'),
      value: sql.placeholder('value'),
      note: sql.placeholder('note'),
      batchId: sql.placeholder('batchId'),
      sheet: sql.placeholder('sheet'),
      address: sql.placeholder('address'),
      raw: sql.placeholder('raw'),
      basis: sql`${sql.placeholder('basis')}`,
      updatedAt: sql.placeholder('updatedAt')
    })
    .prepare()
)

/** All that a reading says and where it comes from; what it is about stays. */
const updateStored = perDatabase((db) =>
  db.orm
    .update(measurement)
    .set({
      state: sql`${sql.placeholder('state')}`,
      value: sql`${sql.placeholder('value')}`,
      note: sql`${sql.placeholder('note')}`,
      batchId: sql`${sql.placeholder('batchId')}`,
      sheet: sql`${sql.placeholder('sheet')}`,
      address: sql`${sql.placeholder('address')}`,
      raw: sql`${sql.placeholder('raw')}`,
      basis: sql`${sql.placeholder('basis')}`,
      updatedAt: sql`${sql.placeholder('updatedAt')}`
    })
    .where(eq(measurement.id, sql.placeholder('id')))
    .prepare()
)

const deleteStored = perDatabase((db) =>
  db.orm
    .delete(measurement)
    .where(eq(measurement.id, sql.placeholder('id')))
    .prepare()
)

/** Resolves codes to keys. The indicator's identity belongs to the scheme that the period is scored with. */
function whereOf(db: Database, key: PeriodKey, reading: ReadingKey): Where {
  const found = findKeys(db).get({ period: key, indicator: reading.indicator })
  if (found === undefined) throw new RangeError(`no indicator ${reading.indicator} in ${key}`)
  return {
    ...found,
    unitId: unitId(db, reading.unit),
    field: reading.field,
    raterGroup: reading.rater?.group ?? '',
    raterName: reading.rater?.name ?? ''
  }
}

const stored = (row: typeof measurement.$inferSelect): StoredReading => ({
  state: row.state as ReadingState,
  value: row.value,
  batchId: row.batchId,
  sheet: row.sheet,
  address: row.address,
  raw: row.raw,
  basis: row.basis as HandSource | null,
  note: row.note
})

export interface UpsertReading {
  period: PeriodKey
  reading: ReadingKey & { state: ReadingState; value: string | null; note: string | null }
  source: CellSource | HandSource
  at: Date
}

const NO_CELL = { batchId: null, sheet: null, address: null, raw: null }

/** Writes one reading from a cell or by hand. SAME (state and value) leaves the stored row and its source as they are. */
export function upsertReading(
  db: Database,
  input: UpsertReading
): { outcome: Outcome; previous: StoredReading | null } {
  const where = whereOf(db, input.period, input.reading)
  const row = findStored(db).get({ ...where })
  const { state, value, note } = input.reading
  if (row !== undefined && row.state === state && row.value === value)
    return { outcome: 'SAME', previous: stored(row) }
  const source =
    'kind' in input.source ? { ...NO_CELL, basis: input.source } : { ...input.source, basis: null }
  const basis = source.basis === null ? null : JSON.stringify(source.basis)
  const values = { state, value, note, ...source, basis, updatedAt: input.at.toISOString() }
  if (row === undefined) {
    insertStored(db).run({ ...where, ...values })
    return { outcome: 'NEW', previous: null }
  }
  updateStored(db).run({ ...values, id: row.id })
  return { outcome: 'CHANGED', previous: stored(row) }
}

/** Puts a reading back to what it was before a batch; removes it when there was none. */
export function restoreReading(
  db: Database,
  input: { period: PeriodKey; reading: ReadingKey; previous: StoredReading | null; at: Date }
): void {
  const row = findStored(db).get({ ...whereOf(db, input.period, input.reading) })
  if (row === undefined) return
  if (input.previous === null) deleteStored(db).run({ id: row.id })
  else {
    const basis = input.previous.basis === null ? null : JSON.stringify(input.previous.basis)
    updateStored(db).run({ ...input.previous, basis, updatedAt: input.at.toISOString(), id: row.id })
  }
}

/** All readings of a period with their sources, in a fixed order. */
export function readingsOf(db: Database, key: PeriodKey): Reading[] {
  const rows = db.orm
    .select({ row: measurement, unit: unit.code, indicator: indicator.code, file: batch.fileName })
    .from(measurement)
    .innerJoin(period, eq(measurement.periodId, period.id))
    .innerJoin(unit, eq(measurement.unitId, unit.id))
    .innerJoin(indicator, eq(measurement.indicatorId, indicator.id))
    .leftJoin(batch, eq(measurement.batchId, batch.id))
    .where(eq(period.key, key))
    .orderBy(unit.sortNo, indicator.code, measurement.field, measurement.raterGroup, measurement.raterName)
    .all()
  return rows.map(({ row, unit: unitCode, indicator: indicatorCode, file }) => ({
    unit: unitCode,
    indicator: indicatorCode,
    field: row.field as ReadingField,
    rater: row.raterName === '' ? null : { group: row.raterGroup, name: row.raterName },
    state: row.state as ReadingState,
    value: row.value,
    source: sourceOf(row, file),
    note: row.note
  }))
}

function sourceOf(row: typeof measurement.$inferSelect, file: string | null): SourceRef | null {
  if (row.batchId === null) return row.basis as SourceRef | null
  return {
    kind: 'cell',
    batchId: row.batchId,
    file: file ?? '',
    sheet: row.sheet ?? '',
    address: row.address ?? '',
    raw: row.raw ?? ''
  }
}
