import { AppError } from '#shared/appError.ts'
import { loadSchemeVersion } from '#db/repos/schemeRepo.ts'
import { writeTemplateWorkbook } from '../../reports/template/templateWorkbook.ts'
import { freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { getSettings } from '../settings.ts'
import { writeWhole } from '../writeWhole.ts'
import { addressWords, ballotAddresses, ballotBook } from './ballotBook.ts'
import { assertCollecting, log, requireJudged, requireRound } from './roundAccess.ts'

export interface IssueJob {
  signal?: AbortSignal
  progress?(label: string, done: number, total: number): void
}

/**
 * Writes a workbook to be filled in for every judge, or for every group of voters, into `folder`; names that are taken are
 * left alone. Throws CONFLICT where votes are entered as totals, PERIOD_FROZEN, CANCELLED (what is written stays), FILE_*.
 */
export async function issueBallots(
  library: Library,
  id: number,
  folder: string,
  job: IssueJob = {}
): Promise<string[]> {
  const row = requireRound(library, id)
  assertCollecting(library, row, '不再下发评分表')
  if (row.kind === 'BALLOTS' && row.setup.entry === 'TOTALS') {
    throw new AppError('CONFLICT', '这次测评只录各选项的合计，收回的电子票没处录，没有下发。', {
      action: '请在「评委与顺序」改为逐票录入，或导出纸质空白票。'
    })
  }
  const judged = requireJudged(library, row)
  const version = loadSchemeVersion(library.db, requirePeriod(library, row.period).schemeVersionId!)
  const { code, title } = version.definition
  const at = library.now()
  const addresses = ballotAddresses(row)
  const files: string[] = []
  for (const [index, address] of addresses.entries()) {
    if (job.signal?.aborted === true)
      throw new AppError('CANCELLED', `已停止下发，写好了 ${files.length} 份。`)
    job.progress?.(`写评分表：${addressWords(address)}`, index, addresses.length)
    const { bytes } = await writeTemplateWorkbook(
      ballotBook(row, judged, address, {
        scheme: { code, number: version.number, title },
        issuedAt: at.toISOString(),
        issuer: getSettings(library).issuer
      }),
      at
    )
    const path = freePath(
      folder,
      `${row.title}${row.kind === 'JUDGES' ? '评分表' : '测评票'}（${addressWords(address)}）`,
      'xlsx'
    )
    await writeWhole(path, bytes)
    files.push(path)
  }
  log(library, row, '下发评分表', { after: `${files.length} 份` })
  return files
}
