import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { toGbkCsv } from './build/toGbkCsv.ts'
import { toXls } from './build/toXls.ts'
import { toXlsx } from './build/toXlsx.ts'
import {
  QUARTER2_FORUM,
  QUARTER2_MEASURES,
  quarter2ForumBook,
  quarter2MeasuresBook
} from './quarter2/books.ts'
import {
  AFFILIATE_LIST,
  AFFILIATE_MATRIX,
  affiliateList,
  affiliateMatrixBook
} from './quarter3/affiliates.ts'
import { departmentItemBooks, departmentKpiBooks, veteransBook } from './quarter3/departments.ts'
import { PROJECT_SUMMARY, projectSummaryBook } from './quarter3/projectSummary.ts'
import {
  JUDGES,
  judgesBook,
  LEDGER,
  ledgerBook,
  RECTIFICATION,
  rectificationBook,
  SATISFACTION,
  satisfactionBook
} from './quarter3/sharedTables.ts'

/** The same file a second time under the name that Windows gives a copy. */
const COPIED = '群众体育处2026年三季度自评表.xlsx'
const COPY = '群众体育处2026年三季度自评表 - 副本.xlsx'

/**
 * Builds all workbooks of the two sample quarters: path under `resources/samples` → bytes. The same data gives the
 * same bytes on every run and machine: no clock, no random numbers, fixed times in the packages.
 */
export async function buildSamples(): Promise<Map<string, Uint8Array>> {
  const books = [
    ...departmentItemBooks(),
    ...departmentKpiBooks(),
    { file: PROJECT_SUMMARY, book: projectSummaryBook() },
    { file: AFFILIATE_MATRIX, book: affiliateMatrixBook() },
    { file: JUDGES, book: judgesBook() },
    { file: RECTIFICATION, book: rectificationBook() },
    { file: SATISFACTION, book: satisfactionBook() },
    { file: LEDGER, book: ledgerBook() }
  ]
  const files = new Map<string, Uint8Array>()
  for (const { file, book } of books) files.set(`2026Q3/${file}`, await toXlsx(book))
  files.set(`2026Q3/${COPY}`, files.get(`2026Q3/${COPIED}`)!)
  const veterans = veteransBook()
  files.set(`2026Q3/${veterans.file}`, toXls(veterans.book))
  files.set(`2026Q3/${AFFILIATE_LIST}`, toGbkCsv(affiliateList()))
  files.set(`2026Q2/${QUARTER2_MEASURES}`, await toXlsx(quarter2MeasuresBook()))
  files.set(`2026Q2/${QUARTER2_FORUM}`, await toXlsx(quarter2ForumBook()))
  return files
}

const WORKBOOK = /\.(xlsx|xls|csv)$/

/** Writes the samples into `folder` and removes workbooks that are no longer made. */
async function write(folder: string): Promise<void> {
  const files = await buildSamples()
  for (const quarter of ['2026Q2', '2026Q3']) {
    mkdirSync(join(folder, quarter), { recursive: true })
    for (const name of readdirSync(join(folder, quarter))) {
      if (WORKBOOK.test(name) && !files.has(`${quarter}/${name}`)) rmSync(join(folder, quarter, name))
    }
  }
  for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes)
  process.stdout.write(`已生成 ${files.size} 个示例文件：${folder}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await write(dirname(fileURLToPath(import.meta.url)))
