import { basename } from 'node:path'
import { isAppError } from '#shared/appError.ts'
import type { JudgedIndicator } from '#shared/domain/evaluation/judgedIndicator.ts'
import { readBallot } from '#shared/domain/evaluation/readBallot.ts'
import { marksByPlace, placeKey, type RoundMark } from '#shared/domain/evaluation/roundMark.ts'
import type { RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'
import type { ReturnedSheet } from '#shared/ipc/evaluation.ts'
import { marksOf, type RoundRow } from '#db/repos/evaluationRepo.ts'
import type { WorkbookReader } from '../../workbook/workbookReader.ts'
import type { Library } from '../library.ts'
import type { IssueJob } from './issueBallots.ts'
import { seatWords } from './marks.ts'
import { assertCollecting, requireJudged, requireRound } from './roundAccess.ts'

/**
 * Reads returned ballots; writes nothing. A file that cannot be read or belongs elsewhere is told and does not stop the
 * others; the same file twice, and a judge's second file, are told too. Anonymous ballots get the next free numbers.
 * Throws PERIOD_FROZEN, CONFLICT for a closed round, CANCELLED.
 */
export async function returnedBallots(
  library: Library,
  reader: WorkbookReader,
  request: { id: number; paths: readonly string[] },
  job: IssueJob = {}
): Promise<ReturnedSheet[]> {
  const row = requireRound(library, request.id)
  assertCollecting(library, row, '不能再收回评分表')
  const judged = requireJudged(library, row)
  const standing = marksOf(library.db, row.id)
  const lot: Lot = { row, judged, standing, hashes: new Map(), seats: new Map(), ballots: new Map() }
  const sheets: ReturnedSheet[] = []
  for (const [index, path] of request.paths.entries()) {
    job.progress?.(`读 ${basename(path)}`, index, request.paths.length)
    try {
      const raw = await reader.read({ path }, job.signal === undefined ? {} : { signal: job.signal })
      sheets.push(sheetOf(raw, lot))
    } catch (error) {
      if (!isAppError(error) || error.code === 'CANCELLED') throw error
      sheets.push(unread(basename(path), error.toSentence()))
    }
  }
  return sheets
}

/** What one lot of files is compared with: what stands, and the files before. */
interface Lot {
  row: RoundRow
  judged: JudgedIndicator
  standing: readonly RoundMark[]
  /** First file with the same bytes. */
  hashes: Map<string, string>
  /** First file of a seat. */
  seats: Map<string, string>
  /** Highest number of a ballot given so far, by group. */
  ballots: Map<string, number>
}

function unread(file: string, problem: string): ReturnedSheet {
  return { file, group: null, seat: null, label: '', marks: [], blanks: 0, problems: [problem], known: false }
}

function sheetOf(raw: RawWorkbook, lot: Lot): ReturnedSheet {
  const { row, judged } = lot
  const file = raw.fileName
  const twin = lot.hashes.get(raw.sha256)
  if (twin !== undefined)
    return unread(file, `与《${twin}》是同一个文件（内容一字不差），不重复计；确是两张票的请分别录入。`)
  const reading = readBallot(raw, judged.scale)
  if ('problem' in reading) return unread(file, reading.problem)
  const { key, blanks, problems } = reading
  if (key.round !== row.id) return unread(file, '这份表是另一次评分下发的，没有读；请打开那一次评分再收。')
  const group = row.setup.groups.find(({ name }) => name === key.group)
  if (group === undefined) return unread(file, `方案里已经没有评价主体「${key.group}」，没有读。`)
  lot.hashes.set(raw.sha256, file)
  const seat = key.seat ?? nextBallot(lot, key.group, group.handedOut ?? 0)
  if (seat === null)
    return unread(
      file,
      `「${key.group}」收回的票已经比发出的 ${group.handedOut ?? 0} 张多，没有读；请核对发出票数。`
    )
  if (key.seat !== null && !group.seats.some((entry) => entry.key === key.seat))
    return unread(file, `评委 ${key.seat} 的席位已经去掉，没有读。`)
  const own = new Set(row.setup.order)
  const marks = reading.marks
    .filter(({ unit }) => own.has(unit))
    .map((mark) => ({ ...mark, group: key.group, seat, seen: null }))
  const place = JSON.stringify([key.group, seat])
  const earlier = lot.seats.get(place)
  lot.seats.set(place, earlier ?? file)
  const stands = marksByPlace(lot.standing)
  const known = marks.length > 0 && marks.every((mark) => stands.get(placeKey(mark))?.mark === mark.mark)
  return {
    file,
    group: key.group,
    seat,
    label: seatWords({ group: key.group, seat }, row),
    marks,
    blanks,
    problems: [
      ...(earlier === undefined ? [] : [`这位评委交了两份：《${earlier}》和这一份；不同的分要选一个`]),
      ...problems
    ],
    known
  }
}

/** The next number for a ballot that bears no seat; null when all that were handed out are there. */
function nextBallot({ row, standing, ballots }: Lot, group: string, handedOut: number): string | null {
  const used = standing.filter((mark) => mark.group === group).map(({ seat }) => Number(seat))
  const last = ballots.get(group) ?? Math.max(0, ...used)
  if (last >= handedOut || row.setup.entry === 'TOTALS') return null
  ballots.set(group, last + 1)
  return String(last + 1)
}
