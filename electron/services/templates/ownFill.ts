import { basename, extname } from 'node:path'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { OwnTemplatePreview } from '#shared/ipc/template.ts'
import { append } from '#db/repos/auditRepo.ts'
import { workbookOfTemplate } from '#db/repos/ownTemplateRepo.ts'
import { safeFileName } from '../../reports/safeFileName.ts'
import { fillWorkbook, type FilledWorkbook } from '../../workbook/fill/fillWorkbook.ts'
import { textsOutsideCells } from '../../workbook/fill/outsideCells.ts'
import { scoringInputOf } from '../compute.ts'
import { catalogueOf } from '../importing/catalogueOf.ts'
import type { Library } from '../library.ts'
import type { WorkbookReader } from '../workspace.ts'
import { writeWhole } from '../writeWhole.ts'
import { listed } from './ownFateNotes.ts'
import { leftNumbers } from './ownLeftovers.ts'
import { placeKey } from './ownPlaces.ts'
import { planOwnFill, type OwnPlan } from './ownPlan.ts'
import { redate } from './ownQuarter.ts'
import { requireOwnTemplate, type OwnTemplate } from './ownTemplates.ts'

export interface OwnFillRequest {
  id: number
  period: PeriodKey
  keepValues?: boolean
}

interface Prepared {
  template: OwnTemplate
  plan: OwnPlan
  filled: FilledWorkbook
  notes: string[]
}

/** Fills in memory: the preview is the filling itself, not written. */
async function prepare(library: Library, reader: WorkbookReader, request: OwnFillRequest): Promise<Prepared> {
  const template = requireOwnTemplate(library, request.id)
  const bytes = workbookOfTemplate(library.db, request.id)!
  const { scheme } = scoringInputOf(library, request.period)
  const raw = await reader.read({ name: template.fileName, bytes })
  const plan = planOwnFill({
    stored: template.stored,
    raw,
    from: template.period,
    to: request.period,
    catalogue: catalogueOf(scheme, request.period, []),
    keepValues: request.keepValues ?? false
  })
  const filled = fillWorkbook(bytes, plan.edits, {
    file: template.fileName,
    refused: 'LEAVE',
    renames: plan.renames
  })
  const notes = [
    ...plan.notes,
    ...refusedNotes(filled),
    ...leftNumbers(library, template.stored, raw),
    ...filled.notes.map(({ sheet, address, message }) =>
      sheet === null || address === null ? message : `${placeKey({ sheet, address })}：${message}`
    ),
    ...outsideNotes(bytes, template, request.period)
  ]
  return { template, plan, filled, notes }
}

function refusedNotes({ refused }: FilledWorkbook): string[] {
  const byMessage = new Map<string, FilledWorkbook['refused']>()
  for (const entry of refused) byMessage.set(entry.message, [...(byMessage.get(entry.message) ?? []), entry])
  return [...byMessage].map(([message, entries]) => `${listed(entries)}：${message}`)
}

function outsideNotes(bytes: Uint8Array, template: OwnTemplate, to: PeriodKey): string[] {
  if (template.period === to) return []
  const texts = textsOutsideCells(bytes, template.fileName).filter(
    (text) => redate(text, template.period, to) !== null
  )
  return texts.length === 0
    ? []
    : [
        `页眉页脚、文本框、批注或图表里还写着${periodTitle(template.period)}，没有改，请手工检查：${texts.slice(0, 3).join('；')}。`
      ]
}

/** What filling would do. Throws NOT_FOUND, SCHEME_MISSING, FILE_*. */
export async function previewOwnFill(
  library: Library,
  reader: WorkbookReader,
  request: OwnFillRequest
): Promise<OwnTemplatePreview> {
  const { plan, filled, notes } = await prepare(library, reader, request)
  const refused = new Set(filled.refused.map(placeKey))
  const kept = new Set(
    filled.notes.flatMap((note) => (note.code === 'SHEET_NOT_RENAMED' ? [note.sheet] : []))
  )
  const made = (keys: ReadonlySet<string>): number => [...keys].filter((key) => !refused.has(key)).length
  return {
    targets: made(plan.targets),
    emptied: made(plan.emptied),
    gone: plan.gone,
    titles: plan.titles.filter((title) =>
      title.address === '' ? !kept.has(title.sheet) : !refused.has(placeKey(title))
    ),
    notes
  }
}

/** The file name that a dialog proposes: the workbook's own with its quarter changed, safe on Windows. */
export function proposedOwnName(
  library: Library,
  { id, period }: OwnFillRequest
): { name: string; extension: string } {
  const template = requireOwnTemplate(library, id)
  const stem = basename(template.fileName, extname(template.fileName))
  const redated = redate(stem, template.period, period)
  const changed =
    redated !== null && redated.text !== stem ? redated.text : `${stem}（${periodTitle(period)}）`
  return { name: safeFileName(changed, template.format), extension: template.format }
}

/** Writes the workbook for another quarter to `path`, whole or not at all; returns what `previewOwnFill` tells. */
export async function fillOwnTemplate(
  library: Library,
  reader: WorkbookReader,
  request: OwnFillRequest & { path: string }
): Promise<{ notes: string[] }> {
  const { template, filled, notes } = await prepare(library, reader, request)
  await writeWhole(request.path, filled.bytes)
  if (!library.db.readOnly) {
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '填写自有模板',
      subject: `${request.period} · ${template.name}`,
      after: JSON.stringify({ file: basename(request.path), from: template.period })
    })
  }
  return { notes }
}
