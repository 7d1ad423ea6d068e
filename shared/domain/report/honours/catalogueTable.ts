import { canonical, dec, type DecimalString } from '../../number/decimal.ts'
import { CATALOGUE_HEADS, EVIDENCE_WORDS, type CatalogueEntry } from '../../incentive/catalogue.ts'
import { LEVELS } from '../../incentive/honourLevel.ts'
import { countCell, type ColumnSpec } from '../ranking/columnSpec.ts'
import type { ReportTable, TableCell } from '../reportTable.ts'
import { listTable, type ListFrame } from './listTable.ts'

export interface CatalogueRow extends CatalogueEntry {
  className: string
  sign: 'BONUS' | 'DEDUCTION' | null
}

const points = (value: DecimalString | null | undefined): TableCell =>
  value == null ? null : { number: canonical(dec(value)), decimals: null }

const yes = (value: boolean): string => (value ? '是' : '否')

const number = { align: 'right', min: 7, max: 8 } as const

const COLUMNS: readonly ColumnSpec<CatalogueRow & { no: number }>[] = [
  { id: 'NO', head: '序号', align: 'center', min: 5, max: 6, cell: (row) => countCell(row.no) },
  { id: 'CODE', head: CATALOGUE_HEADS.CODE, align: 'left', min: 8, max: 12, cell: (row) => row.code },
  { id: 'CLASS', head: CATALOGUE_HEADS.CLASS, align: 'left', min: 10, max: 14, cell: (row) => row.className },
  {
    ...{ id: 'SIGN', head: CATALOGUE_HEADS.SIGN, align: 'center', min: 7, max: 8 },
    cell: ({ sign }) => (sign === null ? '' : sign === 'BONUS' ? '加分' : '减分')
  },
  {
    id: 'NAME',
    head: CATALOGUE_HEADS.NAME,
    align: 'left',
    min: 18,
    max: 30,
    bold: true,
    cell: (row) => row.name
  },
  { id: 'POINTS', head: CATALOGUE_HEADS.POINTS, ...number, cell: (row) => points(row.points) },
  { id: 'LEAST', head: CATALOGUE_HEADS.LEAST, ...number, cell: (row) => points(row.least) },
  { id: 'MOST', head: CATALOGUE_HEADS.MOST, ...number, cell: (row) => points(row.most) },
  ...LEVELS.map((level): ColumnSpec<CatalogueRow & { no: number }> => ({
    ...{ id: level, head: CATALOGUE_HEADS[level], ...number, min: 8, max: 9 },
    cell: (row) => points(row.levels.find((entry) => entry.level === level)?.points)
  })),
  {
    ...{ id: 'EVIDENCE', head: CATALOGUE_HEADS.EVIDENCE, align: 'center', min: 11, max: 13 },
    cell: (row) => EVIDENCE_WORDS[row.evidence]
  },
  {
    ...{ id: 'HIGHEST', head: CATALOGUE_HEADS.HIGHEST, align: 'center', min: 8, max: 13 },
    cell: (row) => yes(row.highestOnly)
  },
  {
    id: 'INSTANT',
    head: CATALOGUE_HEADS.INSTANT,
    align: 'center',
    min: 8,
    max: 9,
    cell: (row) => yes(row.instant)
  },
  { id: 'CLAUSE', head: CATALOGUE_HEADS.CLAUSE, align: 'left', min: 12, max: 24, cell: (row) => row.clause }
]

/** 加减分目录 as a sheet that can be changed and read back. */
export function catalogueTable(frame: ListFrame, rows: readonly CatalogueRow[]): ReportTable {
  return listTable<CatalogueRow>(frame, {
    ...{ id: 'catalogue', name: '加减分目录', title: '加减分目录', note: '单位：分', columns: COLUMNS, rows },
    empty: '目录还没有内容。',
    remarks: [
      '分值是通常的分；最少、最多只在一个范围内酌情时填。各级别有分的，登记时按级别取分。',
      '佐证要求：不要求、文号或文件、必须附文件。同项只计最高：同一文件或同一事由只按最高层次计一次。'
    ],
    ...{ signed: false, pinned: 3, orientation: 'LANDSCAPE' }
  })
}
