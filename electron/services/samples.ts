import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#shared/appError.ts'
import { periodKey, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { WorkbookReader } from '../workbook/workbookReader.ts'
import { computePeriod } from './compute.ts'
import { freezePeriod } from './freeze.ts'
import { commitSession } from './importing/commit.ts'
import { workbooksIn } from './importing/folderFiles.ts'
import { createImportSessions } from './importing/sessions.ts'
import type { Library } from './library.ts'
import { loadScheme, readPreset } from './schemes.ts'

export const SAMPLE_PRESET = 'sports-bureau'

/** Quarters of the bundled sample, oldest first. */
export async function samplePeriods(library: Library): Promise<PeriodKey[]> {
  const folder = join(library.paths.resources, 'samples')
  const names = await readdir(folder)
  return names.filter((name) => periodKey.safeParse(name).success).sort()
}

export function sampleFolder(library: Library, period: PeriodKey): string {
  return join(library.paths.resources, 'samples', period)
}

/** The workbooks of a sample quarter. Throws NOT_FOUND for quarters that have none. */
export async function sampleWorkbooks(library: Library, period: PeriodKey): Promise<string[]> {
  if (!(await samplePeriods(library)).includes(period))
    throw new AppError('NOT_FOUND', '示例里没有这一季度的表。')
  return (await workbooksIn(sampleFolder(library, period))).map(({ path }) => path)
}

/**
 * Fills a fresh library with the sample bureau: scheme, the earlier quarters imported and frozen (so that movement
 * has something to compare with), the last quarter open and empty, its workbooks waiting to be imported.
 */
export async function installSample(library: Library, reader: WorkbookReader): Promise<PeriodKey> {
  const scheme = await readPreset(library, SAMPLE_PRESET)
  const periods = await samplePeriods(library)
  const last = periods.at(-1)
  if (last === undefined) throw new AppError('NOT_FOUND', '安装包里没有示例数据。')
  for (const period of periods.slice(0, -1)) {
    loadScheme(library, scheme, period)
    const sessions = createImportSessions(library, reader)
    const files = await sampleWorkbooks(library, period)
    const session = await sessions.add(
      period,
      null,
      files.map((path) => ({ path }))
    )
    commitSession(library, session, false)
    computePeriod(library, period)
    await freezePeriod(library, {
      period,
      accept: ['MISSING_UNITS', 'PREVIOUS_FROZEN', 'ESTIMATED', 'SCHEME_CONFIRMS'],
      reason: '示例数据'
    })
  }
  loadScheme(library, scheme, last)
  return last
}
