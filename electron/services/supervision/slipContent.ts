import { mkdir } from 'node:fs/promises'
import { AppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { chineseDate } from '#shared/domain/report/reportFrame.ts'
import { slipPaper } from '#shared/domain/report/supervision/slipPaper.ts'
import { slipCounts, slipTable } from '#shared/domain/report/supervision/slipTable.ts'
import { paperName } from '#shared/domain/supervision/slipFact.ts'
import type { SlipFilter, SlipView } from '#shared/ipc/slip.ts'
import { tx } from '#db/tx.ts'
import { freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { schemeOn, today } from '../register/registerContext.ts'
import { contentBytes, type Content, type ContentFormat } from '../reports/exportContent.ts'
import { recordExport } from '../reports/exportHistory.ts'
import { stopIfCancelled, type Exported, type ReportJob } from '../reports/exportReport.ts'
import { getSettings } from '../settings.ts'
import { writeWhole } from '../writeWhole.ts'
import { record } from './issue.ts'
import { requireSlip, slipList, slipViewer } from './slips.ts'

/** Slips to be printed together, in the order asked for. Throws NOT_FOUND. */
export function slipsToPrint(library: Library, ids: readonly number[]): SlipView[] {
  const view = slipViewer(library, today(library))
  return [...new Set(ids)].map((id) => view(requireSlip(library, id)))
}

/** The papers of slips, one document. */
export function slipPapers(library: Library, slips: readonly SlipView[]): { content: Content; stem: string } {
  const paper = slipPaper(slips, { organisation: organisation(library) })
  const [only] = slips
  return {
    content: { title: paper.title, paper },
    stem: slips.length === 1 ? stemOf(only!) : `督办文书${slips.length}份`
  }
}

/** 督办台账 of a quarter, as filtered. */
export function slipLedger(
  library: Library,
  period: PeriodKey,
  filter: SlipFilter
): { content: Content; stem: string } {
  const { slips } = slipList(library, period, filter)
  const title = `${periodTitle(period)}督办台账`
  const table = slipTable(slips, {
    title,
    left: `填报单位：${organisation(library)}`,
    right: [slipCounts(slips), chineseDate(library.now())].filter((part) => part !== '').join('　')
  })
  return {
    content: { title, workbook: { title, mark: '', provenance: title, sheets: [{ table, charts: [] }] } },
    stem: title
  }
}

/** Notes on each slip that it was printed. */
export function notePrinted(library: Library, slips: readonly SlipView[]): void {
  if (library.db.readOnly) return
  tx(library.db, () => {
    for (const slip of slips)
      record(library, slip, { type: 'PRINTED', on: today(library), level: null, text: '导出打印。' })
  })
}

/** A file each into a folder that need not be there yet. Throws CANCELLED with what was written, FILE_*. */
export async function writeSlipFiles(
  library: Library,
  slips: readonly SlipView[],
  { format, folder }: { format: Exclude<ContentFormat, 'xlsx'>; folder: string },
  job: ReportJob
): Promise<Exported> {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const [index, slip] of slips.entries()) {
    stopIfCancelled(job.signal, files.length)
    job.progress?.(slip.number, index, slips.length)
    const { content, stem } = slipPapers(library, [slip])
    const file = freePath(folder, stem, format)
    await writeWhole(file, await contentBytes(content, format, library.now(), job))
    recordExport(library, { period: slip.period, title: content.title, path: file, snapshot: null })
    files.push(file)
  }
  return { path: folder, files, preview: false, snapshot: null }
}

/** 「红色督办单 督〔2026〕7号 体育产业处」. */
const stemOf = (slip: SlipView): string => `${paperName(slip)} ${slip.number} ${slip.unitName}`

function organisation(library: Library): string {
  const { issuer } = getSettings(library)
  const name = issuer === '' ? schemeOn(library, today(library))?.organisation : issuer
  if (name === undefined)
    throw new AppError('SCHEME_MISSING', '还没有考核方案，不知道由哪个单位落款，没有导出。', {
      action: '请先载入考核方案，或在设置里写明落款单位。'
    })
  return name
}
