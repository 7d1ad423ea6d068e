import { addOfficeSheet, finished, newBook, PATTERN_ROW, type OfficeColumn } from './office.ts'

const LEFT = '填报单位：{{落款}}'
const RIGHT = '单位：分　{{日期}}'
const SIGNATURES = ['制表人：', '审核人：', '负责人：', '分管领导审签：']

const column = (
  head: string,
  width: number,
  align: OfficeColumn['align'] = 'center',
  field = head,
  bold = false
): OfficeColumn => ({ head, field, width, align, bold })

/** 排名表: the ranking of all groups, landscape. */
export async function rankingBook(): Promise<Uint8Array> {
  const book = newBook()
  addOfficeSheet(book, {
    name: '排名表',
    title: '{{期间}}“赛马”考核排名表',
    left: LEFT,
    right: RIGHT,
    landscape: true,
    columns: [
      column('名次', 7),
      column('单位', 24, 'left', '单位', true),
      column('组别', 16),
      column('基础分', 10, 'right'),
      column('加分', 9, 'right'),
      column('减分', 9, 'right'),
      column('总得分', 11, 'right', '总得分', true),
      column('上季度\n名次', 9, 'center', '上季度名次'),
      column('升降', 8),
      column('与第一名\n差距', 10, 'right', '与第一名差距'),
      column('等次', 9),
      column('备注', 22, 'left')
    ],
    notes: ['{{说明}}'],
    signatures: SIGNATURES
  })
  return finished(book)
}

/** 晾晒榜: few columns, large letters, one page. */
export async function displayBook(): Promise<Uint8Array> {
  const book = newBook()
  const sheet = addOfficeSheet(book, {
    name: '晾晒榜',
    title: '{{期间}}“赛马”晾晒榜',
    left: '{{机构}}',
    right: '{{日期}}',
    landscape: false,
    titleSize: 24,
    bodySize: 14,
    rowHeight: 28,
    columns: [
      column('名次', 9, 'center', '名次', true),
      column('单位', 34, 'left'),
      column('总得分', 14, 'right', '总得分', true),
      column('得分条', 28, 'left', '总得分'),
      column('升降', 9)
    ]
  })
  // One page, whatever the number of units: what is shown on a wall is not turned over.
  sheet.pageSetup.fitToHeight = 1
  // The bar alone: its number stands beside it.
  sheet.getCell(PATTERN_ROW, 4).numFmt = ';;;'
  sheet.addConditionalFormatting({
    ref: `D${PATTERN_ROW}:D${PATTERN_ROW}`,
    rules: [
      {
        type: 'dataBar',
        priority: 1,
        cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
        color: { argb: 'FFB4483A' },
        gradient: false
      } as never
    ]
  })
  return finished(book)
}

/** 成绩汇总: units in the organisation's order with live sums, means of the groups, a chart. */
export async function summaryBook(): Promise<Uint8Array> {
  const book = newBook()
  const row = PATTERN_ROW
  const mean = (letter: string): { formula: string } => ({
    formula: `IFERROR(AVERAGE(${letter}${row}:${letter}${row}),"/")`
  })
  addOfficeSheet(book, {
    name: '成绩汇总',
    title: '{{期间}}“赛马”成绩汇总表',
    left: LEFT,
    right: RIGHT,
    list: '{{#机构顺序}}',
    landscape: true,
    columns: [
      column('序号', 7),
      column('单位', 26, 'left'),
      column('组别', 16),
      column('基础分', 11, 'right'),
      column('加分', 10, 'right'),
      column('减分', 10, 'right'),
      column('总得分', 12, 'right', '总得分', true),
      column('名次', 8),
      column('备注', 24, 'left')
    ],
    foot: [{ 2: '列出单位的平均', 4: mean('D'), 5: mean('E'), 6: mean('F'), 7: mean('G') }],
    notes: ['“列出单位的平均”是表里各行的平均，含单列的单位；各组的平均见「各组平均」。'],
    signatures: ['制表人：', '审核人：', '负责人：']
  })
  addOfficeSheet(book, {
    name: '各组平均',
    title: '{{期间}}各组平均',
    left: LEFT,
    right: RIGHT,
    list: '{{#各组平均}}',
    landscape: true,
    columns: [
      column('组别', 26, 'left'),
      column('排名单位数', 14),
      column('基础分', 14, 'right'),
      column('加分', 14, 'right'),
      column('减分', 14, 'right'),
      column('总得分', 14, 'right', '总得分', true)
    ]
  })
  const chart = book.addWorksheet('图表')
  chart.pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1 }
  chart.headerFooter.oddFooter = '&L&9快照 {{快照}}'
  const range = (letter: string): string => `成绩汇总!$${letter}$${row}:$${letter}$${row}`
  return finished(book, [
    {
      sheetNumber: 3,
      charts: [
        {
          kind: 'BARS',
          title: '{{期间}}总得分',
          categories: { reference: range('B'), values: ['单位'] },
          series: [{ name: '总得分', values: { reference: range('G'), values: ['0'] }, color: '8C1C13' }],
          format: '0.00',
          scale: null,
          topRow: 0,
          rows: 30,
          columns: 12
        }
      ]
    }
  ])
}

/** 加减分和未报送: what is announced beside the ranking. */
export async function ledgerBook(): Promise<Uint8Array> {
  const book = newBook()
  addOfficeSheet(book, {
    name: '加减分',
    title: '{{期间}}加减分明细表',
    left: LEFT,
    right: RIGHT,
    list: '{{#加减分}}',
    landscape: true,
    columns: [
      column('序号', 7),
      column('单位', 24, 'left'),
      column('加减', 8),
      column('类别', 16),
      column('分值', 9, 'right', '分值', true),
      column('事由', 40, 'left'),
      column('依据', 24, 'left'),
      column('批准人', 12)
    ],
    signatures: ['制表人：', '审核人：', '负责人：']
  })
  addOfficeSheet(book, {
    name: '未报送',
    title: '{{期间}}数据未报齐单位',
    left: LEFT,
    right: '{{日期}}',
    list: '{{#未报送}}',
    landscape: true,
    columns: [
      column('序号', 7),
      column('单位', 26, 'left'),
      column('组别', 18),
      column('情况', 9),
      column('已报项数', 11, 'right'),
      column('应报项数', 11, 'right'),
      column('缺报指标', 50, 'left')
    ]
  })
  return finished(book)
}
