import { AppError } from '#shared/appError.ts'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { OwnTemplateView } from '#shared/ipc/template.ts'
import { append } from '#db/repos/auditRepo.ts'
import { batchFacts, getBatch, problemsOfBatch } from '#db/repos/batchRepo.ts'
import { fileOfBatch } from '#db/repos/batchSourceRepo.ts'
import {
  endOwnTemplate,
  findOwnTemplate,
  insertOwnTemplate,
  listOwnTemplates,
  type OwnTemplateRow
} from '#db/repos/ownTemplateRepo.ts'
import { listUnits } from '#db/repos/organisationRepo.ts'
import { stagedCellsOf } from '#db/repos/stagedRepo.ts'
import { tx } from '#db/tx.ts'
import { fillWorkbook } from '../../workbook/fill/fillWorkbook.ts'
import { scoringInputOf } from '../compute.ts'
import { catalogueOf } from '../importing/catalogueOf.ts'
import type { Library } from '../library.ts'
import { storedPlaces, type StoredPlace, type StoredPlaces } from './ownPlaces.ts'

export interface OwnTemplate extends OwnTemplateRow {
  stored: StoredPlaces
}

function toView(library: Library, row: OwnTemplateRow): OwnTemplateView {
  const { places } = storedPlaces.parse(row.places)
  const names = new Map(listUnits(library.db).map((unit) => [unit.code, unit.name]))
  return {
    id: row.id,
    name: row.name,
    fileName: row.fileName,
    format: row.format,
    period: row.period,
    places: places.length,
    units: [...new Set(places.map((place) => place.unit))].map((code) => names.get(code) ?? code),
    at: row.createdAt,
    by: row.createdBy
  }
}

/** Templates in use, newest first. */
export function ownTemplateViews(library: Library): OwnTemplateView[] {
  return listOwnTemplates(library.db).map((row) => toView(library, row))
}

/** Throws NOT_FOUND for an unknown or ended template. */
export function requireOwnTemplate(library: Library, id: number): OwnTemplate {
  const row = findOwnTemplate(library.db, id)
  if (row === null || row.endedAt !== null) {
    throw new AppError('NOT_FOUND', '没有这个自有模板，或者它已经停用。', {
      action: '请在「下发模板」里看现有的模板。'
    })
  }
  return { ...row, stored: storedPlaces.parse(row.places) }
}

/**
 * Takes an imported workbook as the template of the next quarters: the file byte for byte, and what the import
 * understood of its cells.
 * @throws NOT_FOUND; CONFLICT where the import does not count, its file was not kept, holds no values or was issued by
 *   this program, or the name is in use; FILE_UNSUPPORTED for .xls, .csv … (with how to save them)
 */
export function takeOwnTemplate(library: Library, batchId: number, name: string): OwnTemplateView {
  const { db } = library
  const batch = getBatch(db, batchId)
  const facts = batchFacts(db, batchId)
  if (batch === null || facts === null) throw new AppError('NOT_FOUND', '没有这次导入的记录。')
  const place = { file: batch.fileName }
  const refuse = (message: string, action: string): AppError =>
    new AppError('CONFLICT', message, { place, action })
  if (batch.state !== 'merged')
    throw refuse('这次导入没有生效（已撤销、被退回或还在等复核），不能作模板。', '请选一次已生效的导入。')
  const workbook = fileOfBatch(db, batchId)
  if (workbook === null) throw refuse('这次导入没有保存原文件，不能作模板。', '请重新导入这个文件后再试。')
  if (wasIssued(facts.mapping))
    throw refuse('这是本程序下发的填报表，不必另存为模板。', '下一季度请用「下发」重新生成。')
  if (listOwnTemplates(db).some((row) => row.name === name))
    throw refuse(`已经有一个叫「${name}」的自有模板。`, '请换一个名称，或先停用原来的。')
  // Says at once what could not be filled later.
  fillWorkbook(workbook, [], { file: batch.fileName })
  const places = placesOf(library, batch.period, batchId)
  if (places.length === 0)
    throw refuse('这次导入没有读出指标数，不能作模板。', '加减分台账一类的表请每季度直接导入。')
  const stored: StoredPlaces = { batch: batchId, places, unread: unreadOf(library, batchId) }
  return tx(db, () => {
    const at = library.now()
    const by = library.operator()
    const { fileName, period, sha256 } = batch
    const { format } = facts
    const id = insertOwnTemplate(db, {
      name,
      fileName,
      format,
      sha256,
      workbook,
      places: stored,
      period,
      at,
      by
    })
    append(db, { at, who: by, what: '留作自有模板', subject: `${period} · ${fileName}`, after: name })
    return toView(library, findOwnTemplate(db, id)!)
  })
}

/** Ends a template; workbooks filled from it are not touched. */
export function removeOwnTemplate(library: Library, id: number): void {
  tx(library.db, () => {
    const { name } = requireOwnTemplate(library, id)
    const at = library.now()
    endOwnTemplate(library.db, id, at)
    append(library.db, { at, who: library.operator(), what: '停用自有模板', subject: name })
  })
}

/** Oldest first: the order of the sheet. */
function placesOf(library: Library, period: PeriodKey, batchId: number): StoredPlace[] {
  const { indicators } = catalogueOf(scoringInputOf(library, period).scheme, period, [])
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  return stagedCellsOf(library.db, batchId)
    .toReversed()
    .flatMap(({ cell }): StoredPlace[] => {
      if (cell.kind !== 'reading') return []
      const { sheet, address, unit, indicator, field, rater, value } = cell
      const known = byCode.get(indicator)
      const then = { measure: known?.unit ?? '', issued: known?.targets.get(unit) ?? null }
      return [{ sheet, address, unit, indicator, field, rater, value, ...then }]
    })
}

function unreadOf(library: Library, batchId: number): StoredPlaces['unread'] {
  const cells = new Map<string, StoredPlaces['unread'][number]>()
  for (const { level, place } of problemsOfBatch(library.db, batchId)) {
    const { sheet, cell: address } = place
    if (level !== 'error' || sheet === undefined || address === undefined) continue
    cells.set(`${sheet}!${address}`, { sheet, address })
  }
  return [...cells.values()]
}

function wasIssued(mapping: unknown): boolean {
  return Array.isArray(mapping) && mapping.some((sheet: { layout?: unknown }) => sheet.layout === 'ISSUED')
}
