import type { SheetAnalysis } from '../analysis.ts'
import { BLANK_NOTE } from '../extract/readCell.ts'
import type { StagedReading } from '../importPlan.ts'
import type { NameIndex } from '../names/nameIndex.ts'
import type { Problem } from '../../../problem.ts'

interface Names {
  file: string
  units: NameIndex
  indicators: NameIndex
}

interface Held {
  sheet: SheetAnalysis
  reading: StagedReading
}

/**
 * The same unit × indicator × field × rater twice in one file. Equal: the first stays. Different: none is staged until the
 * clerk leaves one out. Blanks yield to anything. Returns the sheets with their readings and problems settled.
 */
export function checkDuplicates(sheets: readonly SheetAnalysis[], names: Names): SheetAnalysis[] {
  const byKey = new Map<string, Held[]>()
  for (const sheet of sheets) {
    for (const reading of sheet.readings) {
      const rater = reading.rater === null ? '' : JSON.stringify(reading.rater)
      const key = `${reading.unit}\n${reading.indicator}\n${reading.field}\n${rater}`
      const held = byKey.get(key)
      if (held) held.push({ sheet, reading })
      else byKey.set(key, [{ sheet, reading }])
    }
  }
  const dropped = new Set<StagedReading>()
  const problems = new Map<SheetAnalysis, Problem[]>()
  for (const held of byKey.values()) {
    if (held.length > 1) settle(held, names, dropped, problems)
  }
  if (dropped.size === 0) return [...sheets]
  return sheets.map((sheet) => {
    const blanks = new Set(
      sheet.readings.filter((reading) => dropped.has(reading)).map((reading) => reading.address)
    )
    const isMoot = (problem: Problem): boolean =>
      problem.code === 'BLANK_CELL' && blanks.has(problem.place.cell ?? '')
    return {
      ...sheet,
      readings: sheet.readings.filter((reading) => !dropped.has(reading)),
      problems: [...sheet.problems.filter((problem) => !isMoot(problem)), ...(problems.get(sheet) ?? [])]
    }
  })
}

function settle(
  held: readonly Held[],
  names: Names,
  dropped: Set<StagedReading>,
  problems: Map<SheetAnalysis, Problem[]>
): void {
  const stated = held.filter(({ reading }) => reading.note !== BLANK_NOTE)
  for (const { reading } of held) if (reading.note === BLANK_NOTE && stated.length > 0) dropped.add(reading)
  const blanks = stated.length === 0 ? held.slice(1) : []
  for (const { reading } of blanks) dropped.add(reading)
  const [first, ...others] = stated
  if (!first || others.length === 0) return
  const same = others.every(
    ({ reading }) => reading.value === first.reading.value && reading.state === first.reading.state
  )
  for (const { sheet, reading } of same ? others : stated) {
    dropped.add(reading)
    const other = reading === first.reading ? others[0]! : first
    const list = problems.get(sheet) ?? []
    problems.set(sheet, list)
    list.push(report(reading, other.reading, same, names))
  }
}

function report(reading: StagedReading, other: StagedReading, same: boolean, names: Names): Problem {
  const what = `${names.units.nameOf(reading.unit)}「${names.indicators.nameOf(reading.indicator)}」${reading.rater ? `（${reading.rater.name}）` : ''}`
  const where = other.sheet === reading.sheet ? other.address : `${other.sheet}!${other.address}`
  const place = { file: names.file, sheet: reading.sheet, cell: reading.address, row: reading.row + 1 }
  if (same) {
    return {
      code: 'DUPLICATE_SAME',
      level: 'info',
      message: `${what}在 ${where} 已有相同的数，只取一次。`,
      place,
      value: reading.raw,
      group: 'DUPLICATE_SAME'
    }
  }
  return {
    code: 'DUPLICATE_VALUE',
    level: 'error',
    message: `${what}有两个不同的数：这里 ${shown(reading)}，${where} 是 ${shown(other)}。`,
    place,
    value: reading.raw,
    suggestion: '请核对，把不对的一格设为不导入。',
    group: `DUPLICATE_VALUE:${reading.unit}:${reading.indicator}:${reading.field}:${reading.rater?.group ?? ''}:${reading.rater?.name ?? ''}`
  }
}

function shown(reading: StagedReading): string {
  return reading.value ?? { NA: '不适用', MISSING: '缺报', VALUE: '', ESTIMATED: '' }[reading.state]
}
