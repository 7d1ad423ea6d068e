import type { HonourFact } from '../../incentive/honour.ts'
import { LEVEL_WORDS } from '../../incentive/honourLevel.ts'
import { countCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import type { ReportTable } from '../reportTable.ts'
import { listTable, type ListFrame } from './listTable.ts'

type Numbered = HonourFact & { no: number }

const COLUMNS: readonly ColumnSpec<Numbered>[] = [
  { id: 'NO', head: '序号', align: 'center', min: 5, max: 6, cell: (row) => countCell(row.no) },
  { id: 'KIND', head: '荣誉种类', align: 'left', min: 12, max: 18, cell: (row) => row.kindName },
  { id: 'LEVEL', head: '级别', align: 'center', min: 8, max: 9, cell: (row) => LEVEL_WORDS[row.level] },
  { id: 'TITLE', head: '荣誉名称', align: 'left', min: 18, max: 30, bold: true, cell: (row) => row.title },
  { id: 'UNIT', head: '获奖单位', align: 'left', min: 14, max: 22, cell: (row) => row.unitName },
  { id: 'PERSON', head: '获奖人', align: 'center', min: 11, max: 16, cell: (row) => row.person },
  { id: 'DATE', head: '授予日期', align: 'center', min: 11, max: 12, cell: (row) => row.date },
  { id: 'DOCUMENT', head: '文号', align: 'left', min: 16, max: 24, cell: (row) => row.document },
  { id: 'DEEDS', head: '主要事迹', align: 'left', min: 20, max: 50, cell: (row) => row.deeds }
]

/**
 * 荣誉名册: oldest award first within a level. Its headings are those that the importer reads, so the workbook comes back as it
 * went out.
 */
export function honourTable(
  frame: ListFrame,
  { title, honours }: { title: string; honours: readonly HonourFact[] }
): ReportTable {
  const rows = honours.toSorted((a, b) => a.date.localeCompare(b.date) || a.id - b.id)
  const units = new Set(rows.map((row) => row.unit)).size
  const persons = rows.filter((row) => row.person !== '').length
  return listTable(frame, {
    ...{ id: 'honours', name: '荣誉名册', title, columns: COLUMNS, rows },
    note: rows.length === 0 ? '' : `${rows.length} 项，涉及 ${units} 个单位`,
    empty: '没有登记荣誉。',
    remarks:
      rows.length === 0 ? [] : [`集体 ${rows.length - persons} 项，个人 ${persons} 项。${levelCounts(rows)}`],
    ...{ signed: false, pinned: 4, orientation: 'LANDSCAPE' }
  })
}

/** 「省级 2 项，市级 5 项。」 */
function levelCounts(rows: readonly HonourFact[]): string {
  const parts = Object.entries(LEVEL_WORDS).flatMap(([level, word]) => {
    const count = rows.filter((row) => row.level === level).length
    return count === 0 ? [] : [`${word} ${count} 项`]
  })
  return `${parts.join('，')}。`
}
