import { sheetGrid } from '../importing/grid/sheetGrid.ts'
import type { RawWorkbook } from '../importing/grid/rawWorkbook.ts'
import { KEY_SHEET, readKey } from '../importing/template/templateKey.ts'
import { locateTable } from '../importing/template/locateTable.ts'
import { cellAddress } from '../importing/grid/a1.ts'
import { readBallotKey, type BallotKey } from './ballotKey.ts'
import { readMark, type MarkScale } from './markScale.ts'

export interface BallotMark {
  unit: string
  /** Canonical number, option or `*`. */
  mark: string
  /** `评分表.xlsx · 评分表 · C5`. */
  source: string
}

/** A returned ballot as far as it can be read; every cell that cannot is told in `problems`, none is guessed. */
export type BallotReading =
  { key: BallotKey; marks: BallotMark[]; blanks: number; problems: string[] } | { problem: string }

/** Reads a ballot by its hidden key: the rows by the names of their units, wherever somebody may have moved them. */
export function readBallot(raw: RawWorkbook, scale: MarkScale): BallotReading {
  const keySheet = raw.sheets.find(({ name }) => name === KEY_SHEET)
  const reading = keySheet === undefined ? null : readKey(keySheet)
  if (reading === null)
    return { problem: '不是本软件下发的评分表（没有识别标记），没有读；请用下发的原表，或直接录入。' }
  if (reading.status !== 'OK') {
    return {
      problem:
        reading.status === 'NEWER'
          ? '这份表是更新版本的软件下发的，读不了；请升级后再收。'
          : '这份表的识别标记被改动过，认不出是谁的评分，没有读；请对照纸质表直接录入。'
    }
  }
  const key = readBallotKey(reading.key.head.id)
  if (key === null) return { problem: '这是报送数据的填报表，不是评分表，没有读；请到「导入」导入它。' }
  const [sheetKey] = reading.key.sheets
  const sheet = raw.sheets.find(({ name }) => name === sheetKey?.sheet)
  if (sheetKey === undefined || sheet === undefined)
    return { problem: `找不到工作表「${sheetKey?.sheet ?? '评分表'}」，可能被改名或删除，没有读。` }
  const grid = sheetGrid(sheet)
  const cells = reading.key.cells
  const at = locateTable(grid, sheetKey, new Set(cells.map(({ path }) => path)))
  if (at === null) return { problem: '表头被改动，认不出评分在哪一列，没有读；请用下发的原表。' }
  const marks: BallotMark[] = []
  const problems: string[] = []
  let blanks = 0
  for (const cell of cells) {
    const row = at.rowOf(cell.label, cell.row)
    const col = at.colOf(cell.path, cell.col)
    if (row === null || col === null) {
      problems.push(`「${cell.label}」这一行找不到了或有两行，没有读它的评分`)
      continue
    }
    const address = cellAddress(row, col)
    const text = grid.own(row, col)?.value ?? ''
    const found = readMark(text, scale)
    if ('problem' in found) problems.push(`${address} ${cell.label}：${found.problem}`)
    else if (found.mark === null) blanks += 1
    else {
      if (found.warning !== null) problems.push(`${address} ${cell.label}：${found.warning}`)
      marks.push({
        unit: cell.unit,
        mark: found.mark,
        source: `${raw.fileName} · ${sheet.name} · ${address}`
      })
    }
  }
  return { key, marks, blanks, problems }
}
