import { mkdir } from 'node:fs/promises'
import { AppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { freeFolder, freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { exportPlan, exportReport, stopIfCancelled, type Exported, type ReportJob } from './exportReport.ts'
import { rememberedOptions } from './reportChoices.ts'
import { requireReport } from './reportKinds.ts'

export interface ExportedSet {
  folder: string
  files: Exported[]
  skipped: { title: string; reason: string }[]
}

/**
 * 会议材料: several reports, each as it was last set up, into a new folder below `folder`. A report that cannot be made is
 * told, the others are written.
 */
export async function exportSet(
  library: Library,
  request: { period: PeriodKey; items: readonly { report: string; format: string }[]; folder: string },
  job: ReportJob
): Promise<ExportedSet> {
  const folder = freeFolder(request.folder, `${periodTitle(request.period)}会议材料`)
  // Each report's own progress would hide how many are done.
  const quiet: ReportJob = { print: job.print, ...(job.signal === undefined ? {} : { signal: job.signal }) }
  const set: ExportedSet = { folder, files: [], skipped: [] }
  for (const [index, { report, format }] of request.items.entries()) {
    stopIfCancelled(job.signal, set.files.length)
    const { title } = requireReport(report)
    job.progress?.(title, index, request.items.length)
    const asked = { period: request.period, report, format, options: rememberedOptions(library, report) }
    try {
      const plan = exportPlan(library, asked)
      await mkdir(folder, { recursive: true })
      const path =
        plan.kind === 'FOLDER' ? freeFolder(folder, plan.stem) : freePath(folder, plan.stem, plan.extension)
      set.files.push(await exportReport(library, { ...asked, path }, quiet))
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error
      set.skipped.push({ title, reason: error.message })
    }
  }
  return set
}
