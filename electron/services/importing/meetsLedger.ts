import type { StagedAdjustment } from '#shared/domain/importing/importPlan.ts'
import { nameKey } from '#shared/domain/importing/names/normaliseLabel.ts'
import type { Problem } from '#shared/problem.ts'
import { ledgerEvents, ledgerOf, type LedgerRow } from '#db/repos/ledgerRepo.ts'
import type { Library } from '../library.ts'
import { isReady, type ImportSession, type ReadyFile } from './session.ts'

/** The same event as the ledger tells events apart, without its number among repeats. */
const eventOf = (entry: Pick<LedgerRow, 'unit' | 'classCode' | 'date' | 'reason'>): string =>
  JSON.stringify([entry.unit, entry.classCode, entry.date ?? '', entry.reason])

/**
 * Tells where a ledger of an import meets what people entered in the window or reversed: what they did stands (a difference is
 * told, nothing is counted twice and nothing is overwritten silently), and what looks like the same event under another wording
 * is asked. Adds to the files' conflicts; call after they have been found.
 */
export function findLedgerMeetings(library: Library, session: ImportSession): void {
  const files = session.files.filter(isReady)
  if (!files.some((file) => file.analysis.sheets.some((sheet) => sheet.adjustments.length > 0))) return
  const byPeople = ledgerOf(library.db, session.period)
    .filter((row) => row.entered !== null || row.state === 'reversed')
    .toSorted((a, b) => a.id - b.id)
  if (byPeople.length === 0) return
  for (const file of files) file.conflicts.push(...meetingsOf(library, file, byPeople))
}

function meetingsOf(library: Library, file: ReadyFile, byPeople: readonly LedgerRow[]): Problem[] {
  const met = new Map<string, number>()
  return file.analysis.sheets
    .flatMap((sheet) => sheet.adjustments)
    .flatMap((entry) => {
      const event = eventOf(entry)
      const nth = met.get(event) ?? 0
      met.set(event, nth + 1)
      const same = byPeople.filter((row) => eventOf(row) === event)[nth]
      if (same !== undefined) return [sameEvent(library, file, entry, same)]
      const like = byPeople.find((row) => row.state !== 'reversed' && isLike(row, entry))
      return like === undefined ? [] : [likeEvent(file, entry, like)]
    })
}

/** Same unit and class, and the same day or the same words for it. */
function isLike(row: LedgerRow, entry: StagedAdjustment): boolean {
  if (row.unit !== entry.unit || row.classCode !== entry.classCode) return false
  const sameDay = row.date !== null && row.date === entry.date && row.points === entry.points
  return sameDay || nameKey(row.reason) === nameKey(entry.reason)
}

function problem(
  file: ReadyFile,
  entry: StagedAdjustment,
  parts: Pick<Problem, 'code' | 'level' | 'message' | 'suggestion'>
): Problem {
  return {
    ...parts,
    value: entry.raw,
    place: { file: file.name, sheet: entry.sheet, cell: entry.address },
    group: `${parts.code}:${file.name}`
  }
}

function sameEvent(library: Library, file: ReadyFile, entry: StagedAdjustment, row: LedgerRow): Problem {
  const what = `「${entry.reason}」这一笔`
  const who = `第 ${row.id} 号，${row.entered?.reporter ?? ''}登记`
  if (row.state === 'reversed') {
    const word = ledgerEvents(library.db, [row.id])
      .get(row.id)
      ?.findLast(({ type }) => type === 'REVERSED')
    return problem(file, entry, {
      ...{ code: 'ADJUSTMENT_REVERSED', level: 'confirm' },
      message: `${what}已由${word?.who ?? ''}冲销（第 ${row.id} 号，${word?.text ?? ''}），文件里又有，不计入。`,
      suggestion: '确需计分的，请到「加减分」打开那一笔，照此另记。'
    })
  }
  if (row.state !== 'effective')
    return problem(file, entry, {
      ...{ code: 'ADJUSTMENT_WAITING', level: 'confirm' },
      message: `${what}已在窗口登记（${who}），还没有批准；文件里的不另写入。`,
      suggestion: '批准后按登记的计；以文件为准的，请先冲销那一笔，再照文件另记。'
    })
  if (row.points === entry.points)
    return problem(file, entry, {
      ...{ code: 'ADJUSTMENT_BY_HAND', level: 'info' },
      message: `${what}已在窗口登记并计入（${who}），与文件一致，不重复计。`
    })
  return problem(file, entry, {
    ...{ code: 'ADJUSTMENT_DIFFERS', level: 'confirm' },
    message: `${what}窗口登记的是 ${row.points} 分（${who}，${row.approver ?? ''}批准），文件里是 ${entry.points} 分；按登记的计，文件里的不写入。`,
    suggestion: '以文件为准的，请到「加减分」冲销那一笔，再照文件另记。'
  })
}

function likeEvent(file: ReadyFile, entry: StagedAdjustment, row: LedgerRow): Problem {
  return problem(file, entry, {
    ...{ code: 'ADJUSTMENT_LIKE', level: 'confirm' },
    message: `「${entry.reason}」像是窗口登记的第 ${row.id} 号「${row.reason}」（${row.date ?? '没有日期'}，${row.points} 分）同一件事；照现在的写法两笔都会计。`,
    suggestion: '是同一件事的，请不导入这一格，或到「加减分」冲销那一笔。'
  })
}
