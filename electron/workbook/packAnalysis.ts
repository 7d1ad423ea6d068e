import type { SheetAnalysis, WorkbookAnalysis } from '#shared/domain/importing/analysis.ts'
import type { StagedReading } from '#shared/domain/importing/importPlan.ts'
import type { Place, Problem, ProblemLevel } from '#shared/problem.ts'
import { TextTable, textReader, type PackedTexts } from './textTable.ts'

/** Rows of one kind, field by field. A text field holds 0 for none, else its place among the texts + 1. */
type Columns<K extends string> = Record<K, Uint32Array<ArrayBuffer>>

type ReadingField = Exclude<keyof StagedReading, 'kind' | 'sheet' | 'rater'> | 'raterGroup' | 'raterName'
type ProblemField = Exclude<keyof Problem, 'place'> | `at_${keyof Place}`

interface PackedSheet extends Omit<SheetAnalysis, 'readings' | 'problems'> {
  readings: Columns<ReadingField>
  problems: Columns<ProblemField>
  texts: PackedTexts
}

/** An analysis for `postMessage`: what may be long (readings, problems) lies in columns. */
export interface PackedAnalysis extends Omit<WorkbookAnalysis, 'sheets'> {
  sheets: PackedSheet[]
}

function columns<T, K extends string>(
  rows: readonly T[],
  fields: Record<K, (row: T) => string | number | null | undefined>,
  table: TextTable
): Columns<K> {
  const packed: Partial<Columns<K>> = {}
  for (const key of Object.keys(fields) as K[]) {
    const column = new Uint32Array(rows.length)
    const pick = fields[key]
    // Neighbours mostly agree: their text is looked up once.
    let last: string | null = null
    let lastPlace = 0
    rows.forEach((row, i) => {
      const value = pick(row)
      if (typeof value === 'number') column[i] = value
      else if (value != null) {
        if (value !== last) {
          last = value
          lastPlace = table.add(value) + 1
        }
        column[i] = lastPlace
      }
    })
    packed[key] = column
  }
  return packed as Columns<K>
}

function packSheet(analysis: SheetAnalysis): PackedSheet {
  const { readings, problems, ...rest } = analysis
  const table = new TextTable()
  const packed = {
    ...rest,
    readings: columns<StagedReading, ReadingField>(
      readings,
      {
        address: (reading) => reading.address,
        row: (reading) => reading.row,
        col: (reading) => reading.col,
        raw: (reading) => reading.raw,
        unit: (reading) => reading.unit,
        indicator: (reading) => reading.indicator,
        field: (reading) => reading.field,
        state: (reading) => reading.state,
        value: (reading) => reading.value,
        note: (reading) => reading.note,
        raterGroup: (reading) => reading.rater?.group,
        raterName: (reading) => reading.rater?.name
      },
      table
    ),
    problems: columns<Problem, ProblemField>(
      problems,
      {
        code: (problem) => problem.code,
        level: (problem) => problem.level,
        message: (problem) => problem.message,
        value: (problem) => problem.value,
        suggestion: (problem) => problem.suggestion,
        group: (problem) => problem.group,
        candidates: (problem) => problem.candidates && JSON.stringify(problem.candidates),
        at_file: (problem) => problem.place.file,
        at_sheet: (problem) => problem.place.sheet,
        at_cell: (problem) => problem.place.cell,
        at_row: (problem) => problem.place.row
      },
      table
    )
  }
  return { ...packed, texts: table.pack() }
}

export function packAnalysis(analysis: WorkbookAnalysis): PackedAnalysis {
  return { ...analysis, sheets: analysis.sheets.map(packSheet) }
}

/** The buffers that a thread may hand over instead of copying them. */
export function analysisBuffers({ sheets }: PackedAnalysis): ArrayBuffer[] {
  return sheets.flatMap((sheet) =>
    [...Object.values(sheet.readings), ...Object.values(sheet.problems), sheet.texts.ends].map(
      (list) => list.buffer
    )
  )
}

type TextAt = (place: number) => string

function readingAt(sheet: string, packed: PackedSheet['readings'], text: TextAt, i: number): StagedReading {
  const get = (key: ReadingField): string => text((packed[key][i] as number) - 1)
  const orNull = (key: 'value' | 'note'): string | null => (packed[key][i] === 0 ? null : get(key))
  return {
    kind: 'reading',
    sheet,
    address: get('address'),
    row: packed.row[i] as number,
    col: packed.col[i] as number,
    raw: get('raw'),
    unit: get('unit'),
    indicator: get('indicator'),
    field: get('field') as StagedReading['field'],
    rater: packed.raterName[i] === 0 ? null : { group: get('raterGroup'), name: get('raterName') },
    state: get('state') as StagedReading['state'],
    value: orNull('value'),
    note: orNull('note')
  }
}

function problemAt(packed: PackedSheet['problems'], text: TextAt, i: number): Problem {
  const get = (key: ProblemField): string | undefined => {
    const place = packed[key][i] as number
    return place === 0 ? undefined : text(place - 1)
  }
  const at: Place = {}
  for (const key of ['file', 'sheet', 'cell'] as const) {
    const part = get(`at_${key}`)
    if (part !== undefined) at[key] = part
  }
  const row = packed.at_row[i] as number
  if (row > 0) at.row = row
  const problem: Problem = {
    code: get('code') as string,
    level: get('level') as ProblemLevel,
    message: get('message') as string,
    place: at
  }
  for (const key of ['value', 'suggestion', 'group'] as const) {
    const part = get(key)
    if (part !== undefined) problem[key] = part
  }
  const candidates = get('candidates')
  if (candidates !== undefined) problem.candidates = JSON.parse(candidates) as Problem['candidates']
  return problem
}

/** What can be told of a sheet without making an object of every cell. */
export interface SheetCounts {
  readings: number
  adjustments: number
  /** Rows of registers. */
  items: number
  problems: Record<ProblemLevel, number>
  /** Codes of the units that it has readings of. */
  units: ReadonlySet<string>
}

const counted = new WeakMap<SheetAnalysis, SheetCounts>()

function unpackSheet(packed: PackedSheet): SheetAnalysis {
  const { texts, readings: readingColumns, problems: problemColumns, ...rest } = packed
  const text = textReader(texts)
  const length = { readings: readingColumns.row.length, problems: problemColumns.code.length }
  let readings: StagedReading[] | null = null
  let problems: Problem[] | null = null
  const sheet: SheetAnalysis = {
    ...rest,
    get readings() {
      return (readings ??= Array.from({ length: length.readings }, (_, i) =>
        readingAt(rest.sheet, readingColumns, text, i)
      ))
    },
    get problems() {
      return (problems ??= Array.from({ length: length.problems }, (_, i) =>
        problemAt(problemColumns, text, i)
      ))
    }
  }
  counted.set(sheet, {
    readings: length.readings,
    adjustments: rest.adjustments.length,
    items: rest.items.length,
    problems: levels([...problemColumns.level].map((place) => text(place - 1) as ProblemLevel)),
    units: new Set([...new Set(readingColumns.unit)].map((place) => text(place - 1)))
  })
  return sheet
}

function levels(list: readonly ProblemLevel[]): SheetCounts['problems'] {
  const counts = { error: 0, confirm: 0, info: 0 }
  for (const level of list) counts[level]++
  return counts
}

/**
 * The other half of `packAnalysis`; exactly the analysis that was packed. Readings and problems of a sheet become
 * objects when somebody first asks for them.
 */
export function unpackAnalysis(packed: PackedAnalysis): WorkbookAnalysis {
  return { ...packed, sheets: packed.sheets.map(unpackSheet) }
}

/** Counts of a sheet; of one that came out of a thread they cost nothing. */
export function countsOf(sheet: SheetAnalysis): SheetCounts {
  return (
    counted.get(sheet) ?? {
      readings: sheet.readings.length,
      adjustments: sheet.adjustments.length,
      items: sheet.items.length,
      problems: levels(sheet.problems.map((problem) => problem.level)),
      units: new Set(sheet.readings.map((reading: StagedReading) => reading.unit))
    }
  )
}
