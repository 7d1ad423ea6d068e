import type { Problem } from '../../problem.ts'
import { cellAddress } from '../importing/grid/a1.ts'
import type { RawCell, RawSheet } from '../importing/grid/rawWorkbook.ts'
import { nameKey } from '../importing/names/normaliseLabel.ts'
import { parseDateCell } from '../importing/values/parseDate.ts'
import { halfWidth, readNumberText } from '../importing/values/numberText.ts'
import { canonical, dec, HUNDRED, type DecimalString } from '../number/decimal.ts'
import { quarterOf } from '../period/periodKey.ts'
import type { Direction } from '../scheme/schemeDefinition.ts'
import { EMPTY_GAP, isAnswered, isBlankGap, type GapFields } from './gapFields.ts'
import { DIRECTION_WORDS } from './gapWords.ts'
import { GAP_COLUMNS, GAP_ROW_KEY, type GapColumnId, type GapTemplateKey } from './gapTemplate.ts'

export interface ReadGapRow {
  /** Stored gap that the row was issued for. */
  row: number | null
  fields: GapFields
  /** Cell of its topic. */
  address: string
}

export interface GapSheetReading {
  rows: ReadGapRow[]
  /** Printed proposals that nobody answered. */
  skipped: number
  problems: Problem[]
}

type Columns = Partial<Record<GapColumnId | 'key', number>>

/** Reads a 六问对标 that was handed back: columns by their heads, rows by the hidden key, wherever they have moved to. */
export function readGapSheet(sheet: RawSheet, key: GapTemplateKey, file: string): GapSheetReading {
  const at = new Map(sheet.cells.map((cell) => [cellAddress(cell.row, cell.col), cell]))
  const problems: Problem[] = []
  const header = locate(sheet)
  const lacking = GAP_COLUMNS.filter(
    ({ id }) => id !== 'no' && id !== 'gap' && header?.columns[id] === undefined
  )
  if (header === null || lacking.length > 0) {
    const what = lacking.map(({ head }) => `「${head}」`).join('、')
    problems.push({
      code: 'GAP_HEADER_GONE',
      level: 'error',
      message: `表头已被改动，找不到${what === '' ? '「差距事项」' : what}列，没有读入。`,
      place: { file, sheet: sheet.name },
      suggestion: '请把内容填回下发的原表后重新读入。'
    })
    return { rows: [], skipped: 0, problems }
  }
  const { columns } = header
  const printed = new Map(key.rows.map((row) => [row.key, row]))
  const used = new Set<string>()
  const reading: GapSheetReading = { rows: [], skipped: 0, problems }
  for (let row = header.last + 1; row < sheet.rowCount; row += 1) {
    const cell = (id: keyof Columns): RawCell | undefined =>
      columns[id] === undefined ? undefined : at.get(cellAddress(row, columns[id]))
    if (/^填报人/.test(sheet.cells.find((entry) => entry.row === row)?.value ?? '')) break
    const rowKey = cell('key')?.value ?? ''
    // A copied row brings its key along: only the first is the printed one.
    const known = used.has(rowKey) ? undefined : printed.get(rowKey)
    used.add(rowKey)
    const context: CellContext = {
      cell,
      file,
      sheet: sheet.name,
      row,
      columns,
      problems,
      year: quarterOf(key.head.period).year
    }
    const fields = fieldsOf(context, known?.fields ?? EMPTY_GAP)
    if (isBlankGap(fields)) continue
    const address = cellAddress(row, columns.topic!)
    if (known !== undefined && known.row === null && !isAnswered(fields)) {
      reading.skipped += 1
      continue
    }
    if (fields.topic === '')
      tell(
        context,
        'topic',
        'GAP_TOPIC_MISSING',
        '没有写差距事项，这一行不知道说的是什么。',
        '请补上差距事项。'
      )
    else reading.rows.push({ row: known?.row ?? null, fields, address })
  }
  return reading
}

function locate(sheet: RawSheet): { columns: Columns; last: number } | null {
  const top = sheet.cells.find((cell) => nameKey(cell.value) === '差距事项')
  if (top === undefined) return null
  // The head has up to three rows: the part, the question, and the column.
  const heads = sheet.cells.filter((cell) => cell.row >= top.row && cell.row <= top.row + 2)
  const columns: Columns = {}
  for (const { id, head } of GAP_COLUMNS) {
    const found = heads.find((cell) => nameKey(cell.value) === nameKey(head))
    if (found !== undefined) columns[id] = found.col
  }
  const keyCell = heads.find((cell) => cell.value === GAP_ROW_KEY)
  if (keyCell !== undefined) columns.key = keyCell.col
  const lower = heads.find((cell) => cell.col === columns.cause)
  return {
    columns,
    last: Math.max(
      top.row,
      lower?.row ?? 0,
      ...heads.filter((cell) => cell.value === '原因').map((cell) => cell.row)
    )
  }
}

interface CellContext {
  cell: (id: keyof Columns) => RawCell | undefined
  file: string
  sheet: string
  row: number
  columns: Columns
  problems: Problem[]
  year: number
}

function fieldsOf(context: CellContext, printed: GapFields): GapFields {
  const text = (id: GapColumnId, most: number): string => {
    const value = context.cell(id)?.value.trim() ?? ''
    if (value.length > most)
      tell(
        context,
        id,
        'GAP_TOO_LONG',
        `文字有 ${value.length} 个字，最多 ${most} 个。`,
        '请缩短后重新读入。'
      )
    return value.slice(0, most)
  }
  const unitOfMeasure = text('unitOfMeasure', 20)
  const benchmark = text('benchmark', 200)
  const ownValue = numberIn(context, 'ownValue', unitOfMeasure)
  const benchmarkValue = numberIn(context, 'benchmarkValue', unitOfMeasure)
  const place = (id: GapColumnId): string =>
    [context.file, context.sheet, cellAddress(context.row, context.columns[id]!)].join(' · ')
  return {
    ...printed,
    topic: text('topic', 200),
    kind: benchmark === printed.benchmark ? printed.kind : 'EXTERNAL',
    direction: directionIn(context, printed.direction),
    unitOfMeasure,
    benchmark,
    benchmarkValue,
    benchmarkSource: text('benchmarkSource', 400),
    ownValue,
    ownSource: ownValue === printed.ownValue ? printed.ownSource : ownValue === null ? '' : place('ownValue'),
    cause: text('cause', 2000),
    measures: text('measures', 2000),
    person: text('person', 60),
    due: dueIn(context)
  }
}

function tell(
  context: CellContext,
  id: GapColumnId,
  code: string,
  message: string,
  suggestion: string
): void {
  const { file, sheet, row, columns, problems } = context
  const value = context.cell(id)?.value
  problems.push({
    code,
    level: 'error',
    message,
    suggestion,
    place: { file, sheet, cell: cellAddress(row, columns[id]!) },
    ...(value === undefined ? {} : { value })
  })
}

/** A number, or nothing where the cell is empty or says 「/」. Words are told, never dropped. */
function numberIn(
  context: CellContext,
  id: 'ownValue' | 'benchmarkValue',
  unitOfMeasure: string
): DecimalString | null {
  const cell = context.cell(id)
  if (cell === undefined || ['', '/', '／', '无', '缺报'].includes(cell.value.trim())) return null
  if (cell.kind === 'number') {
    const value = dec(cell.value)
    return canonical(cell.format?.includes('%') === true ? value.times(HUNDRED) : value)
  }
  const found = cell.kind === 'text' ? readNumberText(cell.value) : null
  if (found !== null && !found.bracketed && ['', halfWidth(unitOfMeasure)].includes(halfWidth(found.suffix)))
    return canonical(dec(found.digits))
  tell(context, id, 'GAP_NO_NUMBER', `「${cell.value}」不是数。`, `请只填数，计量单位写在「计量单位」一列。`)
  return null
}

function dueIn(context: CellContext): string | null {
  const cell = context.cell('due')
  if (cell === undefined || cell.value.trim() === '') return null
  const day = parseDateCell(cell, context.year)
  if (day === null)
    tell(
      context,
      'due',
      'GAP_BAD_DATE',
      `「${cell.shown}」不是日期。`,
      `请写成 ${context.year}-12-31 这样的日期。`
    )
  return day
}

function directionIn(context: CellContext, printed: Direction): Direction {
  const text = context.cell('direction')?.value.trim() ?? ''
  const found = (Object.keys(DIRECTION_WORDS) as Direction[]).find((key) => DIRECTION_WORDS[key] === text)
  if (found === undefined && text !== '')
    tell(
      context,
      'direction',
      'GAP_BAD_DIRECTION',
      `「${text}」不是方向。`,
      `请填 ${Object.values(DIRECTION_WORDS).join('、')} 中的一个。`
    )
  return found ?? printed
}
