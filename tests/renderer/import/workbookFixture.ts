import { cellAddress } from '#shared/domain/importing/grid/a1.ts'
import type { RawCell, RawRange, RawSheet, RawWorkbook } from '#shared/domain/importing/grid/rawWorkbook.ts'

type Written = string | number | null

function cellOf(row: number, col: number, written: string | number): RawCell {
  const base = { row, col, address: cellAddress(row, col) }
  if (typeof written === 'number')
    return { ...base, kind: 'number', value: String(written), shown: String(written) }
  if (written.startsWith('#'))
    return { ...base, kind: 'error', value: written, shown: written, formula: 'SUM(H5)' }
  return { ...base, kind: 'text', value: written, shown: written }
}

export function sheetOf(
  name: string,
  index: number,
  rows: readonly (readonly Written[])[],
  merges: RawRange[] = [],
  visibility: RawSheet['visibility'] = 'visible'
): RawSheet {
  return {
    name,
    index,
    visibility,
    cells: rows.flatMap((cells, row) =>
      cells.flatMap((written, col) => (written === null ? [] : [cellOf(row, col, written)]))
    ),
    merges,
    hiddenRows: [],
    hiddenCols: [],
    rowCount: rows.length,
    colCount: Math.max(0, ...rows.map((cells) => cells.length))
  }
}

export function workbookOf(fileName: string, sheets: RawSheet[]): RawWorkbook {
  return { fileName, sha256: fileName.padEnd(64, '0'), bytes: 18_432, format: 'xlsx', sheets, problems: [] }
}

const HEAD: Written[][] = [
  ['2026年第三季度目标任务完成情况汇总表'],
  ['填报单位（盖章）：规划财务处', null, null, null, '填报时间：2026.10.8　单位：个、万元'],
  ['序号', '单位', '重点体育项目落地', null, '资金到位', null, '备注'],
  [null, null, '目标', '完成', '目标', '完成', null]
]

const HEAD_MERGES: RawRange[] = [
  { top: 0, left: 0, bottom: 0, right: 6 },
  { top: 1, left: 0, bottom: 1, right: 3 },
  { top: 1, left: 4, bottom: 1, right: 6 },
  { top: 2, left: 0, bottom: 3, right: 0 },
  { top: 2, left: 1, bottom: 3, right: 1 },
  { top: 2, left: 2, bottom: 2, right: 3 },
  { top: 2, left: 4, bottom: 2, right: 5 },
  { top: 2, left: 6, bottom: 3, right: 6 }
]

/** A sheet as a department sends it: title lines, merged two-row header, every kind of dirt of import.png. */
export function dirtySheet(): RawSheet {
  const rows: Written[][] = [
    ...HEAD,
    [1, '办公室', 2, 2, '1500万元', '1480万元', null],
    [2, '组织人事处', 3, 3, '/', '/', '无资金任务'],
    [3, '规划财务处', 2, 2, 8200, 8036, null],
    [4, '政策法规处', 4, 3, '/', '/', '无资金任务'],
    [5, '群众体育处', 6, 6, '7200万元', '7056万元', null],
    [6, '竞技体育处', 5, 5, '6800万元', '6256万元', null],
    [7, '青少年体育处', '５', '５', 3600, '3,420', null],
    [8, '体育产业科', 4, 3, '6000万元', '5000万元', null],
    [9, '场馆管理处', 5, 4, '5400万元', '5076万元', null],
    [10, '行政审批处', 2, 2, '/', '无', null],
    [11, '科教宣传处', 3, 3, 1200, 1044, null],
    [12, '安全监管处', 4, 3, '960万元', '#REF!', null],
    [13, '审计处', null, null, null, null, '未报'],
    [14, '离退休干部处', 2, 2, '400万元', 350, null],
    [null, '合计', 47, 43, 41260, 38616, null],
    ['注：资金数据为1—9月累计口径，由规划财务处提供。']
  ]
  return sheetOf('表1 机关处室', 0, rows, [...HEAD_MERGES, { top: 19, left: 0, bottom: 19, right: 6 }])
}

export function cleanSheet(): RawSheet {
  const rows: Written[][] = [
    ...HEAD,
    [1, '全民健身指导中心', 3, 3, 1200, 1180, null],
    [2, '水上运动中心', 2, 2, 860, 801, null]
  ]
  return sheetOf('表2 直属单位', 1, rows, HEAD_MERGES)
}

export function dirtyWorkbook(): RawWorkbook {
  return workbookOf('目标任务完成情况汇总表.xlsx', [
    dirtySheet(),
    cleanSheet(),
    sheetOf('说明', 2, [['填报说明'], ['请各处室于10月8日前报送。']])
  ])
}

/** A second file that writes the same unknown name. */
export function secondWorkbook(): RawWorkbook {
  return workbookOf('承诺事项办结情况.xlsx', [
    sheetOf('Sheet1', 0, [
      ['承诺事项办结情况（2026年第三季度）'],
      ['单位', '承诺事项按期办结'],
      ['体育产业科', 2],
      ['竞技体育处', 3],
      ['群众体育处', 4]
    ])
  ])
}
