import type { PaperBlock, PaperDocument, PaperSection } from '#shared/domain/report/reportContent.ts'
import type { ReportChart } from '#shared/domain/report/reportChart.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import type { ReportColumn, ReportRow, ReportTable, TableCell } from '#shared/domain/report/reportTable.ts'
import type { Score, UnitResult } from '#shared/domain/ranking/resultSet.ts'

const number = (text: string | null, signed = false): TableCell =>
  text === null ? '/' : { number: text, decimals: 2, signed }
const score = (of: Score | null): TableCell => number(of?.printed ?? null)

function columnsOf({ results }: ReportFacts, repeat: number): ReportColumn[] {
  const dimensions = results.races[0]!.groups[0]!.units[0]!.dimensions
  const scores = Array.from({ length: repeat }, (_, round) =>
    dimensions.map((dimension, index): ReportColumn => ({
      id: `${round}.${dimension.dimension}`,
      head: `${dimension.name}${round === 0 ? '' : round + 1}`,
      fullMark: dimension.fullMark,
      ...(index < 2 ? { band: '重点工作' } : {}),
      align: 'right',
      min: 7,
      max: 12
    }))
  ).flat()
  const plain = (id: string, head: string, extra: Partial<ReportColumn> = {}): ReportColumn => ({
    id,
    head,
    align: 'right',
    min: 6,
    max: 12,
    ...extra
  })
  return [
    plain('RANK', '名次', { align: 'center', bold: true }),
    plain('UNIT', '单位', { align: 'left', max: 30 }),
    plain('BASE', '基础分', { fullMark: '100' }),
    ...scores,
    plain('BONUS', '加分'),
    plain('DEDUCTION', '减分'),
    plain('TOTAL', '总得分', { bold: true, tint: true }),
    plain('MOVE', '升降', { align: 'center' }),
    plain('GAP', '与第一名差距'),
    plain('REMARKS', '备注', { align: 'left', max: 36 })
  ]
}

function rowOf(unit: UnitResult, columns: readonly ReportColumn[], opens: boolean): ReportRow {
  const dimension = (id: string): TableCell =>
    score(unit.dimensions.find(({ dimension: code }) => id.endsWith(`.${code}`))?.score ?? null)
  const cells: Record<string, TableCell> = {
    RANK: unit.rank === null ? '/' : String(unit.rank),
    UNIT: unit.name,
    BASE: score(unit.base),
    BONUS: score(unit.adjustments.bonus),
    DEDUCTION: score(unit.adjustments.deduction),
    TOTAL: score(unit.total),
    MOVE: unit.rank === 1 ? '↑2' : '—',
    GAP: unit.rank === null ? '/' : { number: unit.rank === 1 ? '0' : '-1.05', decimals: 2 },
    REMARKS: unit.remarks.join('；')
  }
  const scores = columns.filter(({ id }) => id.includes('.')).map(({ id }) => [id, dimension(id)] as const)
  return {
    cells: { ...cells, ...Object.fromEntries(scores) },
    ...(opens ? { opens } : {}),
    ...(unit.rank === 1 ? { red: ['RANK', 'MOVE'] } : {}),
    ...(unit.total === null ? { merged: { from: 'BASE', to: 'TOTAL', text: '缺报，暂不计分：指标 1' } } : {})
  }
}

/** All groups in one table, with band rows, a merged row, foot, remarks and signatures. `repeat`: dimensions that often. */
export function rankingTable(facts: ReportFacts, repeat = 1): ReportTable {
  const columns = columnsOf(facts, repeat)
  const { groups } = facts.results.races[0]!
  return {
    id: 'ranking',
    name: '排名表',
    title: '2026年第三季度排名表',
    left: '填报单位：江澜市体育局',
    right: '单位：分　2026年10月15日',
    columns,
    rows: groups.flatMap((group): ReportRow[] => [
      { cells: {}, band: group.name, opens: true },
      ...group.units.map((unit) => rowOf(unit, columns, unit.rank === null))
    ]),
    foot: [{ cells: { UNIT: '组平均', TOTAL: { number: '1088.43', decimals: 2 } } }],
    remarks: facts.results.footer,
    signatures: ['制表人：', '审核人：', '负责人：', '分管领导审签：', '日期：'],
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

export const BARS: ReportChart = {
  kind: 'BARS',
  title: '机关处室组总得分',
  mean: '88.24',
  decimals: 2,
  bars: [
    { label: '群众体育处', value: '96.15', tone: 'FIRST' },
    { label: '青少年体育处', value: '95.10', tone: 'UP' },
    { label: '审计处', value: '77.10', tone: 'DOWN' }
  ]
}

export const TREND: ReportChart = {
  kind: 'TREND',
  title: '总得分走势',
  decimals: 2,
  points: [
    { label: '一季度', value: '88.10', note: '第4名' },
    { label: '二季度', value: null, note: '/' },
    { label: '三季度', value: '95.10', note: '第2名' }
  ]
}

const LONG =
  '参加排名的22个单位平均分为88.43分。机关处室组平均88.24分，最高96.15分，为群众体育处；直属单位组平均88.71分，最高96.50分，为全民健身指导中心。80分以下有3个单位，分别为审计处、体育科学研究所、反兴奋剂中心。'

const LETTER: readonly PaperBlock[] = [
  { type: 'docNumber', text: '江体考〔2026〕9号' },
  { type: 'title', text: '关于2026年第三季度“亮绩赛马”\n考核情况的通报' },
  { type: 'recipients', text: '各处室、各直属单位：' },
  {
    type: 'paragraph',
    runs: [
      { text: '根据《江澜市体育局“亮绩赛马”考核办法（2026年版）》，考核办对' },
      { text: '14', fact: 'units' },
      { text: '个处室工作实绩进行了考核。现将有关情况通报如下。' }
    ]
  },
  { type: 'heading', level: 1, text: '一、总体情况' },
  { type: 'paragraph', runs: [{ text: LONG }] },
  { type: 'heading', level: 1, text: '二、工作亮点' },
  {
    type: 'paragraph',
    runs: [
      { text: '（一）重点任务推进有力。', kai: true },
      { text: '群众体育处6个重点项目全部落地，目标任务得' },
      { text: '47.20', bold: true },
      { text: '分。' }
    ]
  },
  { type: 'heading', level: 2, text: '（二）办事效率持续提升' },
  { type: 'heading', level: 3, text: '1. 整改测评' },
  { type: 'paragraph', runs: [{ text: '正文'.repeat(300) }] },
  {
    type: 'attachments',
    items: ['2026年第三季度机关处室组、直属单位组排名表和加减分明细', '未报送单位名单']
  },
  { type: 'contact', text: '（联系人：张三，电话：0000-12345678）' },
  { type: 'closing', organisation: '江澜市体育局考核办', date: '2026年10月15日' }
]

/** Every kind of block at least once: a letter, a landscape table, a further attachment, a card. */
export function everyBlock(facts: ReportFacts, mark = ''): PaperDocument {
  const table = rankingTable(facts)
  const card: PaperSection = {
    orientation: 'PORTRAIT',
    layout: 'CARD',
    blocks: [
      { type: 'title', text: '群众体育处成绩单' },
      {
        type: 'figures',
        items: [
          { label: '名次', value: '2 / 14', note: '并列' },
          { label: '总得分', value: '95.10', note: '满分 100' },
          { label: '与上一名', value: '−1.05', note: '' }
        ]
      },
      { type: 'caption', text: '走势' },
      { type: 'charts', charts: [BARS, TREND], height: 50 },
      { type: 'note', text: '注：第二季度未参加排名。' }
    ]
  }
  return {
    title: '2026年第三季度考核情况通报',
    mark,
    provenance: '快照 2026Q3-r1-7c3e5a11',
    sections: [
      { orientation: 'PORTRAIT', layout: 'OFFICIAL', blocks: LETTER },
      {
        orientation: 'LANDSCAPE',
        layout: 'TABLE',
        blocks: [
          { type: 'attachmentLabel', text: '附件1' },
          { type: 'table', table }
        ]
      },
      {
        orientation: 'PORTRAIT',
        layout: 'OFFICIAL',
        blocks: [
          { type: 'attachmentLabel', text: '附件2' },
          { type: 'title', text: '未报送单位名单' },
          { type: 'paragraph', runs: [{ text: '无。' }] }
        ]
      },
      card
    ]
  }
}

/** A table alone, as `tablePaper` gives it. */
export function tableOnly(table: ReportTable): PaperDocument {
  return {
    title: table.title,
    mark: '',
    provenance: '快照 2026Q3-r1-7c3e5a11',
    sections: [{ orientation: table.orientation, layout: 'TABLE', blocks: [{ type: 'table', table }] }]
  }
}
