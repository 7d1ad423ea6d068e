import { AppError } from '#shared/appError.ts'
import { seatLabel, type EvaluationSetup } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { JudgedIndicator } from '#shared/domain/evaluation/judgedIndicator.ts'
import {
  readEntry,
  sortMarks,
  type BroughtMark,
  type MarkChange,
  type MarkConflict,
  type MarkPlace
} from '#shared/domain/evaluation/roundMark.ts'
import { marksOf, putMark, type RoundRow } from '#db/repos/evaluationRepo.ts'
import { tx } from '#db/tx.ts'
import type { Library } from '../library.ts'
import { assertCollecting, log, requireJudged, requireRound } from './roundAccess.ts'

export interface EnterOutcome {
  written: number
  same: number
  conflicts: MarkConflict[]
}

/**
 * Writes marks, all or none. A place where something else stands than the writer saw (a judge's second sheet, another
 * window) is a conflict: nothing is written, both marks are told. Throws PERIOD_FROZEN, CONFLICT for a closed round,
 * VALIDATION_FAILED for a place or a mark that the round does not have.
 */
export function enterMarks(library: Library, id: number, brought: readonly BroughtMark[]): EnterOutcome {
  return tx(library.db, () => {
    const row = requireRound(library, id)
    assertCollecting(library, row, '评分不能再改')
    const judged = requireJudged(library, row)
    for (const mark of brought) assertMark(mark, row.setup, judged)
    const { changes, same, conflicts } = sortMarks(marksOf(library.db, id), brought)
    if (conflicts.length > 0) return { written: 0, same, conflicts }
    const isOption = row.kind === 'BALLOTS' && row.setup.entry === 'EACH'
    const at = library.now()
    const who = library.operator()
    for (const { place, to, source } of changes)
      putMark(library.db, id, { place, mark: to, isOption, source, at, who })
    logChanges(library, row, judged, changes)
    return { written: changes.length, same, conflicts: [] }
  })
}

function assertMark(mark: BroughtMark, setup: EvaluationSetup, judged: JudgedIndicator): void {
  if (!isPlace(mark, setup, judged)) {
    throw new AppError('VALIDATION_FAILED', '这次评分里没有这个席位或单位，没有录上。', {
      action: '席位或名单可能刚改过，请回到「评委与顺序」看一下。'
    })
  }
  if (mark.mark === null) return
  const reading = readEntry(mark.mark, judged.scale, setup)
  if ('problem' in reading) throw new AppError('VALIDATION_FAILED', `${reading.problem}。`)
  if (reading.mark !== mark.mark)
    throw new AppError('VALIDATION_FAILED', `「${mark.mark}」不是规范的写法，没有录上。`)
}

function isPlace({ group, seat, unit }: MarkPlace, setup: EvaluationSetup, judged: JudgedIndicator): boolean {
  const own = setup.groups.find(({ name }) => name === group)
  if (own === undefined || !setup.order.includes(unit)) return false
  if (judged.kind === 'JUDGES') return own.seats.some(({ key }) => key === seat)
  if (own.handedOut === null || judged.scale.type !== 'OPTION') return false
  return setup.entry === 'TOTALS'
    ? judged.scale.options.some(({ name }) => name === seat)
    : /^[1-9]\d*$/.test(seat) && Number(seat) <= own.handedOut
}

/** One line an action; what was overwritten stands before it, so that nothing that was once entered is lost. */
function logChanges(
  library: Library,
  row: RoundRow,
  judged: JudgedIndicator,
  changes: readonly MarkChange[]
): void {
  if (changes.length === 0) return
  const units = new Map(judged.units.map(({ code, name }) => [code, name]))
  const words = (which: 'from' | 'to'): string =>
    changes
      .filter(({ from }) => which === 'to' || from !== null)
      .map(
        (change) =>
          `${seatWords(change.place, row)} ${units.get(change.place.unit) ?? change.place.unit} ${change[which] ?? '空'}`
      )
      .join('；')
  const before = words('from')
  const files = [...new Set(changes.map(({ source }) => source.split(' · ')[0]!))].filter(
    (file) => file !== ''
  )
  log(library, row, before === '' ? '录入评分' : '更正评分', {
    ...(before === '' ? {} : { before }),
    after: words('to'),
    ...(files.length === 0 ? {} : { reason: `收回 ${files.join('、')}` })
  })
}

/** 「局领导 评委 3」, 「第 17 票」, 「优秀」. */
export function seatWords(
  { group, seat }: Pick<MarkPlace, 'group' | 'seat'>,
  row: Pick<RoundRow, 'kind' | 'setup'>
): string {
  const own = row.setup.groups.find(({ name }) => name === group)?.seats.find(({ key }) => key === seat)
  const word =
    row.kind === 'JUDGES'
      ? seatLabel(own ?? { key: seat, name: '' })
      : row.setup.entry === 'EACH'
        ? `第 ${seat} 票`
        : `「${seat}」`
  return [group, word].filter((part) => part !== '').join(' ')
}
