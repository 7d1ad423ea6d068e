import type { StagedAdjustment, StagedReading } from '#shared/domain/importing/importPlan.ts'
import type { Problem } from '#shared/problem.ts'
import { isReady, type ImportSession, type SessionFile } from './session.ts'

const keyOf = (reading: StagedReading): string =>
  [
    reading.unit,
    reading.indicator,
    reading.field,
    reading.rater?.group ?? '',
    reading.rater?.name ?? ''
  ].join('|')

/** The text of the cell, with the number that it was read as where the two differ: `「0.148」（1480）`. */
function written({ raw, value }: StagedReading): string {
  return value === null || raw.trim() === value ? `「${raw}」` : `「${raw}」（${value}）`
}

/** Files of one name may lie in several folders. */
const nameOf = ({ folder, name }: SessionFile): string => (folder === '' ? name : `${folder}/${name}`)

interface Seen {
  file: SessionFile
  reading: StagedReading
}

/**
 * The same number in two files of one import: fine when they agree, otherwise the clerk must say which file
 * counts. Which of two is the newer one is not guessed from names or dates.
 */
export function findConflicts(session: ImportSession): void {
  for (const file of session.files) file.conflicts = []
  const files = session.files.filter(isReady)
  // Nothing to compare with: the cells of a large file need not become objects.
  if (files.length < 2) return
  const seen = new Map<string, Seen>()
  for (const file of files) {
    const byOther = new Map<SessionFile, { differs: Seen[]; mine: StagedReading[]; same: number }>()
    for (const reading of file.analysis.sheets.flatMap((sheet) => sheet.readings)) {
      const earlier = seen.get(keyOf(reading))
      if (earlier === undefined || earlier.file === file) {
        seen.set(keyOf(reading), { file, reading })
        continue
      }
      const pair = byOther.get(earlier.file) ?? { differs: [], mine: [], same: 0 }
      if (earlier.reading.value === reading.value && earlier.reading.state === reading.state) pair.same += 1
      else {
        pair.differs.push(earlier)
        pair.mine.push(reading)
      }
      byOther.set(earlier.file, pair)
    }
    for (const [other, pair] of byOther) file.conflicts.push(...problemsOf(file, other, pair))
  }
  findRepeatedAdjustments(session)
}

/**
 * The same event (unit, class, date, reason) in the ledgers of two files counts once. That is the usual case of two
 * departments reporting one thing; when they are two things, their reasons must say so.
 */
function findRepeatedAdjustments(session: ImportSession): void {
  const eventOf = (entry: StagedAdjustment): string =>
    JSON.stringify([entry.unit, entry.classCode, entry.date, entry.reason])
  const seen = new Map<string, SessionFile>()
  for (const file of session.files.filter(isReady)) {
    for (const entry of file.analysis.sheets.flatMap((sheet) => sheet.adjustments)) {
      const other = seen.get(eventOf(entry))
      if (other === undefined) seen.set(eventOf(entry), file)
      else if (other !== file) {
        file.conflicts.push({
          code: 'ADJUSTMENT_REPEATED',
          level: 'confirm',
          message: `「${entry.reason}」这笔加减分在《${nameOf(other)}》里也有，只计一次。`,
          suggestion: '如果是两件事，请在事由里写明区别再导入。',
          value: entry.raw,
          place: { file: file.name, sheet: entry.sheet, cell: entry.address },
          group: `ADJUSTMENT_REPEATED:${nameOf(other)}`
        })
      }
    }
  }
}

function problemsOf(
  file: SessionFile,
  other: SessionFile,
  pair: { differs: Seen[]; mine: StagedReading[]; same: number }
): Problem[] {
  const group = `FILE_CONFLICT:${nameOf(other)}`
  if (pair.differs.length === 0) {
    return [
      {
        code: 'REPEATED_IN_FILE',
        level: 'info',
        message: `有 ${pair.same} 个数在《${nameOf(other)}》里也有，两份一致。`,
        place: { file: file.name },
        group
      }
    ]
  }
  return pair.differs.map((earlier, index) => {
    const mine = pair.mine[index]!
    return {
      code: 'FILE_CONFLICT',
      level: 'error',
      message: `这个数与《${nameOf(other)}》${earlier.reading.sheet} ${earlier.reading.address} 不一致：那里是${written(earlier.reading)}，这里是${written(mine)}。`,
      suggestion: '请核对哪一份作数，把另一份设为「不导入」。',
      value: mine.raw,
      place: { file: file.name, sheet: mine.sheet, cell: mine.address },
      group
    }
  })
}
