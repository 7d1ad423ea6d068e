import { basename } from 'node:path'
import { AppError, isAppError } from '#shared/appError.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import {
  GAP_KEY_SHEET,
  GAP_SHEET,
  readGapKey,
  type GapTemplateKey
} from '#shared/domain/selfReview/gapTemplate.ts'
import { readGapSheet } from '#shared/domain/selfReview/readGapSheet.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { ReadGapFile } from '#shared/ipc/selfReview.ts'
import { append } from '#db/repos/auditRepo.ts'
import { tx } from '#db/tx.ts'
import { writeGapWorkbook } from '../../reports/form/gapWorkbook.ts'
import { freePath } from '../freePath.ts'
import type { Library } from '../library.ts'
import { requirePeriod } from '../periods.ts'
import { getSettings } from '../settings.ts'
import type { WorkbookReader } from '../workspace.ts'
import { writeWhole } from '../writeWhole.ts'
import { saveImportedGap } from './importedGaps.ts'
import { reviewSettings, unitNameIn } from './openReview.ts'
import { reviewOf } from './reviewView.ts'

export interface GapJob {
  signal?: AbortSignal
  progress?(label: string, done: number, total: number): void
}

function stopIfCancelled({ signal }: GapJob, message: string): void {
  if (signal?.aborted === true) throw new AppError('CANCELLED', message)
}

/** The most proposals printed into a sheet: the first of each indicator, what costs most points before the rest. */
const MOST_PROPOSALS = 8

/**
 * Writes a 六问对标 to be filled in for each unit: its gaps so far, then what the data shows. Each file is whole and under a
 * name that is not taken. Throws PERIOD_FROZEN for an archived quarter, CANCELLED, FILE_*.
 */
export async function issueGapTemplates(
  library: Library,
  { period, units, folder }: { period: PeriodKey; units: readonly string[]; folder: string },
  job: GapJob = {}
): Promise<string[]> {
  if (requirePeriod(library, period).state === 'archived')
    throw new AppError('PERIOD_FROZEN', `${periodTitle(period)}已归档，不再填六问对标，没有下发。`)
  const files: string[] = []
  for (const [index, unit] of units.entries()) {
    stopIfCancelled(job, `已停止下发，写好了 ${files.length} 份。`)
    const key = keyFor(library, period, unit)
    job.progress?.(`写六问对标：${key.head.unit.name}`, index, units.length)
    const bytes = await writeGapWorkbook(
      {
        key,
        title: `${periodTitle(period)}六问对标表`,
        issuer: getSettings(library).issuer,
        settings: reviewSettings(library),
        notes: notesOf(key)
      },
      library.now()
    )
    const path = freePath(folder, `${periodTitle(period)}六问对标（${key.head.unit.name}）`, 'xlsx')
    await writeWhole(path, bytes)
    files.push(path)
  }
  append(library.db, {
    at: library.now(),
    who: library.operator(),
    what: '下发六问对标表',
    subject: period,
    after: `${files.length} 份`
  })
  return files
}

function keyFor(library: Library, period: PeriodKey, unit: string): GapTemplateKey {
  const { unitName, rows, proposals } = reviewOf(library, period, unit)
  const known = new Set(rows.map(({ fields }) => fields.indicator))
  const proposed = proposals
    .filter(
      ({ taken, fields }, index) =>
        !taken &&
        !known.has(fields.indicator) &&
        proposals.findIndex((other) => other.fields.indicator === fields.indicator) === index
    )
    .slice(0, MOST_PROPOSALS)
  return {
    head: {
      formatVersion: 1,
      period,
      unit: { code: unit, name: unitName },
      issuedAt: library.now().toISOString()
    },
    rows: [
      ...rows.map(({ id, fields }) => ({ row: id, fields })),
      ...proposed.map(({ fields }) => ({ row: null, fields }))
    ].map((entry, index) => ({ key: String(index + 1), ...entry }))
  }
}

function notesOf({ rows }: GapTemplateKey): string[] {
  const proposed = rows.filter(({ row }) => row === null).length
  return [
    proposed === 0
      ? '请逐条写明差距并回答六问；没有数的差距，标杆值和现状值可以留空。'
      : `前面已按成绩印好 ${rows.length} 条差距，请挑要补的回答三问至六问；四问都留空的一行不算。后面的空行可以写本单位自己找的差距。`
  ]
}

/** Reads workbooks that came back; each is taken in whole or not at all, and what was not says why. */
export async function readGapTemplates(
  library: Library,
  reader: Pick<WorkbookReader, 'read'>,
  { period, paths }: { period: PeriodKey; paths: readonly string[] },
  job: GapJob = {}
): Promise<ReadGapFile[]> {
  const outcomes: ReadGapFile[] = []
  for (const [index, path] of paths.entries()) {
    stopIfCancelled(job, `已停止，读入了 ${index} 份，其余没有读。`)
    job.progress?.(basename(path), index, paths.length)
    outcomes.push(await readOne(library, reader, period, path, job))
  }
  return outcomes
}

async function readOne(
  library: Library,
  reader: Pick<WorkbookReader, 'read'>,
  period: PeriodKey,
  path: string,
  { signal }: GapJob
): Promise<ReadGapFile> {
  const file = basename(path)
  try {
    const raw = await reader.read({ path }, signal === undefined ? {} : { signal })
    return takeIn(library, period, raw)
  } catch (error) {
    if (!isAppError(error) || error.code === 'CANCELLED') throw error
    return refused(file, error.code, error.message, error.details.action)
  }
}

function refused(
  file: string,
  code: string,
  message: string,
  suggestion?: string,
  of: Pick<ReadGapFile, 'unit' | 'unitName'> = { unit: null, unitName: null }
): ReadGapFile {
  return {
    file,
    ...of,
    added: 0,
    changed: 0,
    same: 0,
    skipped: 0,
    problems: [
      { code, level: 'error', message, place: { file }, ...(suggestion === undefined ? {} : { suggestion }) }
    ]
  }
}

/** Takes one read workbook in. */
export function takeIn(library: Library, period: PeriodKey, raw: RawWorkbook): ReadGapFile {
  const file = raw.fileName
  const keySheet = raw.sheets.find(({ name }) => name === GAP_KEY_SHEET)
  const key = keySheet === undefined ? null : readGapKey(keySheet)
  const sheet = raw.sheets.find(({ name }) => name === GAP_SHEET)
  if (key === null || sheet === undefined)
    return refused(
      file,
      'GAP_NOT_OURS',
      '不是本程序下发的六问对标表，或隐藏的标识被改动，没有读入。',
      '请用下发的表填写；别的格式的表请从「导入」读入。'
    )
  const { unit } = key.head
  const of = { unit: unit.code, unitName: unit.name }
  if (key.head.period !== period)
    return refused(
      file,
      'GAP_OTHER_QUARTER',
      `这份表是${periodTitle(key.head.period)}的，没有读入${periodTitle(period)}。`,
      `请切换到${periodTitle(key.head.period)}再读入。`,
      of
    )
  const reading = readGapSheet(sheet, key, file)
  if (reading.problems.some(({ level }) => level === 'error'))
    return { ...refused(file, '', '', '', of), problems: reading.problems }
  try {
    return { ...store(library, period, unit.code, file, reading), file, ...of, problems: reading.problems }
  } catch (error) {
    if (!isAppError(error)) throw error
    return refused(file, error.code, error.message, error.details.action, of)
  }
}

function store(
  library: Library,
  period: PeriodKey,
  unit: string,
  file: string,
  { rows, skipped }: ReturnType<typeof readGapSheet>
): Pick<ReadGapFile, 'added' | 'changed' | 'same' | 'skipped'> {
  return tx(library.db, () => {
    const outcomes = rows.map(({ row, fields }) =>
      saveImportedGap(library, { period, unit, row, fields, source: null })
    )
    const count = (of: string): number => outcomes.filter(({ outcome }) => outcome === of).length
    const [added, changed, same] = [count('NEW'), count('CHANGED'), count('SAME')]
    append(library.db, {
      at: library.now(),
      who: library.operator(),
      what: '读入六问对标表',
      subject: `${period} · ${unitNameIn(library, period, unit)}`,
      before: JSON.stringify(
        outcomes.flatMap(({ row, previous }) => (previous === null ? [] : [{ row, previous }]))
      ),
      after: `${file}：新增 ${added} 条，改动 ${changed} 条，没有变化 ${same} 条，没有回答 ${skipped} 条`
    })
    return { added, changed, same, skipped }
  })
}
