import type { RawCell, RawSheet, RawWorkbook } from '../importing/grid/rawWorkbook.ts'
import { nameKey, tidy } from '../importing/names/normaliseLabel.ts'
import { readNumberText } from '../importing/values/numberText.ts'
import { canonical, dec } from '../number/decimal.ts'
import type { AdjustmentClass } from '../scheme/schemeDefinition.ts'
import type { Problem } from '../../problem.ts'
import {
  catalogueInput,
  CATALOGUE_HEADS,
  EVIDENCE_WORDS,
  type CatalogueInput,
  type EvidenceNeed
} from './catalogue.ts'
import { LEVELS } from './honourLevel.ts'

type Head = keyof typeof CATALOGUE_HEADS

/** Heads without which a sheet is no catalogue. */
const NEEDED: readonly Head[] = ['NAME', 'CLASS', 'POINTS']
const HEADER_ROWS = 12

export interface CatalogueRead {
  rows: { entry: CatalogueInput; place: { sheet: string; cell: string } }[]
  problems: Problem[]
}

/**
 * Reads a 加减分目录 workbook, as it is exported or as an office keeps one with the same heads. Every cell that cannot be read is
 * a problem with its place; rows with one are not among `rows`. A sheet without the heads is told where no other has them.
 */
export function readCatalogue(workbook: RawWorkbook, classes: readonly AdjustmentClass[]): CatalogueRead {
  const sheets = workbook.sheets.filter((sheet) => sheet.visibility === 'visible' && sheet.cells.length > 0)
  const tables = sheets.flatMap((sheet) => {
    const header = findHeader(sheet)
    return header === null ? [] : [{ sheet, ...header }]
  })
  if (tables.length === 0) return { rows: [], problems: [noHeader(workbook)] }
  const read: CatalogueRead = { rows: [], problems: [] }
  for (const { sheet, row, columns } of tables) readRows(sheet, row, columns, classes, read)
  return read
}

type Columns = ReadonlyMap<Head, number>

function findHeader(sheet: RawSheet): { row: number; columns: Columns } | null {
  for (let row = 0; row < Math.min(sheet.rowCount, HEADER_ROWS); row++) {
    const columns = new Map<Head, number>()
    for (const cell of sheet.cells.filter((candidate) => candidate.row === row)) {
      const head = headOf(cell.value)
      if (head !== null && !columns.has(head)) columns.set(head, cell.col)
    }
    if (NEEDED.every((head) => columns.has(head))) return { row, columns }
  }
  return null
}

function headOf(text: string): Head | null {
  const key = nameKey(text)
  const heads = Object.entries(CATALOGUE_HEADS) as [Head, string][]
  return heads.find(([, word]) => nameKey(word) === key)?.[0] ?? null
}

function noHeader(workbook: RawWorkbook): Problem {
  return {
    code: 'NO_HEADER',
    level: 'error',
    message: '没有找到目录的表头。',
    place: { file: workbook.fileName },
    suggestion: `表头至少应有：${NEEDED.map((head) => CATALOGUE_HEADS[head]).join('、')}。可以先导出目录，在那份表上改。`
  }
}

function readRows(
  sheet: RawSheet,
  header: number,
  columns: Columns,
  classes: readonly AdjustmentClass[],
  read: CatalogueRead
): void {
  const byRow = new Map<number, Map<number, RawCell>>()
  for (const cell of sheet.cells.filter((entry) => entry.row > header)) {
    const line = byRow.get(cell.row) ?? new Map<number, RawCell>()
    byRow.set(cell.row, line.set(cell.col, cell))
  }
  for (const [row, line] of [...byRow].sort(([a], [b]) => a - b)) {
    const reader = rowReader(sheet, row, line, columns, read.problems)
    // Titles, remarks and signatures stand under no head that counts.
    if ([...NEEDED, 'CODE' as const].every((head) => reader.text(head) === '')) continue
    const before = read.problems.length
    const entry = readEntry(reader, classes)
    if (entry !== null && read.problems.length === before)
      read.rows.push({ entry, place: { sheet: sheet.name, cell: reader.address('NAME') } })
  }
}

interface RowReader {
  text(head: Head): string
  address(head: Head): string
  fault(head: Head, code: string, message: string, suggestion: string): void
}

function rowReader(
  sheet: RawSheet,
  row: number,
  line: ReadonlyMap<number, RawCell>,
  columns: Columns,
  problems: Problem[]
): RowReader {
  const cellOf = (head: Head): RawCell | undefined => line.get(columns.get(head) ?? -1)
  const address = (head: Head): string =>
    cellOf(head)?.address ?? [...line.values()][0]?.address.replace(/\d+$/, String(row + 1)) ?? ''
  return {
    text: (head) => tidy(cellOf(head)?.value ?? ''),
    address,
    fault: (head, code, message, suggestion) => {
      const value = cellOf(head)?.shown
      problems.push({
        ...{ code, level: 'error', message, suggestion },
        place: { sheet: sheet.name, cell: address(head) },
        ...(value === undefined ? {} : { value }),
        group: `${code}:${head}`
      })
    }
  }
}

function readEntry(reader: RowReader, classes: readonly AdjustmentClass[]): CatalogueInput | null {
  const name = reader.text('NAME')
  const classCode = readClass(reader, classes)
  const points = readPoints(reader, 'POINTS')
  if (name === '') reader.fault('NAME', 'CATALOGUE_NAME', '没有写名称。', '请补上名称。')
  if (points === null && reader.text('POINTS') === '')
    reader.fault('POINTS', 'CATALOGUE_POINTS', `「${name}」没有写分值。`, '请补上分值。')
  const levels = LEVELS.flatMap((level) => {
    const own = readPoints(reader, level)
    return own === null ? [] : [{ level, points: own }]
  })
  const fields = {
    ...{ least: readPoints(reader, 'LEAST'), most: readPoints(reader, 'MOST'), levels },
    ...{ evidence: readEvidence(reader), clause: reader.text('CLAUSE') },
    highestOnly: readYes(reader, 'HIGHEST', true),
    instant: readYes(reader, 'INSTANT', false)
  }
  if (name === '' || classCode === null || points === null) return null
  const parsed = catalogueInput.safeParse({
    ...fields,
    code: reader.text('CODE') || name,
    classCode,
    name,
    points
  })
  if (parsed.success) return parsed.data
  reader.fault('NAME', 'CATALOGUE_ROW', parsed.error.issues[0]!.message, '请改正这一行。')
  return null
}

function readClass(reader: RowReader, classes: readonly AdjustmentClass[]): string | null {
  const text = reader.text('CLASS')
  const key = nameKey(text)
  const found = classes.find(({ code, name, aliases }) =>
    [code, name, ...aliases].some((word) => nameKey(word) === key)
  )
  if (found === undefined) {
    const names = [...new Set(classes.map((entry) => entry.name))].join('、')
    const message = text === '' ? '没有写类别。' : `「${text}」不是考核方案里的加减分类别。`
    reader.fault('CLASS', 'CATALOGUE_CLASS', message, `方案里的类别有：${names}。`)
    return null
  }
  const sign = nameKey(reader.text('SIGN'))
  const said = /减|扣/.test(sign) ? 'DEDUCTION' : /加|奖/.test(sign) ? 'BONUS' : null
  if (said !== null && said !== found.sign)
    reader.fault(
      'SIGN',
      'CATALOGUE_SIGN',
      `「${found.name}」是${found.sign === 'BONUS' ? '加分' : '减分'}类别，这里写的却是「${reader.text('SIGN')}」。`,
      '请改正类别，或改正加减。'
    )
  return found.code
}

/** Points of a cell; null where it is empty, or no number (then that is a problem). */
function readPoints(reader: RowReader, head: Head): string | null {
  const text = reader.text(head)
  if (text === '' || text === '/') return null
  const number = readNumberText(text)
  if (number === null || !['', '分'].includes(number.suffix) || /^-|^0*(\.0*)?$/.test(number.digits)) {
    const message = `「${text}」不是大于 0 的分值。`
    reader.fault(head, 'CATALOGUE_POINTS', message, '请只写数，如 3 或 1.5；加还是减由类别决定。')
    return null
  }
  return canonical(dec(number.digits))
}

function readEvidence(reader: RowReader): EvidenceNeed {
  const text = reader.text('EVIDENCE')
  if (text === '') return 'DOCUMENT'
  const found = (Object.entries(EVIDENCE_WORDS) as [EvidenceNeed, string][]).find(
    ([, word]) => nameKey(word) === nameKey(text)
  )
  if (found !== undefined) return found[0]
  const words = Object.values(EVIDENCE_WORDS).join('、')
  reader.fault('EVIDENCE', 'CATALOGUE_EVIDENCE', `「${text}」不是佐证要求。`, `请写其中之一：${words}。`)
  return 'DOCUMENT'
}

function readYes(reader: RowReader, head: Head, absent: boolean): boolean {
  const text = nameKey(reader.text(head))
  if (text === '') return absent
  if (['是', '√', '✓', 'y', 'yes', '1'].includes(text)) return true
  if (['否', '×', 'x', 'n', 'no', '0', '/'].includes(text)) return false
  reader.fault(
    head,
    'CATALOGUE_YES',
    `「${reader.text(head)}」看不出是「是」还是「否」。`,
    '请写「是」或「否」。'
  )
  return absent
}
