import type { PaperBlock, PaperDocument } from '#shared/domain/report/reportContent.ts'
import type { ReportFacts } from '#shared/domain/report/reportFacts.ts'
import { RANKING_SIGNATURES, reportFrame, tableFrame } from '#shared/domain/report/reportFrame.ts'
import type { NumberCell, ReportColumn, ReportRow, ReportTable } from '#shared/domain/report/reportTable.ts'
import type { GroupResult, Score, UnitResult } from '#shared/domain/ranking/resultSet.ts'
import { OPTIONS } from '../../../helpers/reportFacts.ts'

function number(score: Score | null): NumberCell | null {
  return score === null ? null : { number: score.printed, decimals: 2 }
}

const score = (id: string, head: string, fullMark: string | null): ReportColumn => ({
  id,
  head,
  fullMark,
  align: 'right',
  min: 7,
  max: 10
})

/** A table like the ranking's, of one group, with as many columns as the race has dimensions. */
export function groupTable(facts: ReportFacts, group: GroupResult): ReportTable {
  const dimensions = group.units[0]!.dimensions
  const rowOf = (unit: UnitResult): ReportRow => ({
    cells: {
      rank: unit.rank === null ? '/' : { number: String(unit.rank), decimals: 0 },
      unit: unit.name,
      base: number(unit.base),
      ...Object.fromEntries(
        unit.dimensions.map((dimension) => [dimension.dimension, number(dimension.score)])
      ),
      bonus: number(unit.adjustments.bonus),
      deduction: number(unit.adjustments.deduction),
      total: number(unit.total),
      remarks: unit.remarks.join('；')
    },
    ...(unit.rank === 1 ? { red: ['rank'] } : {}),
    ...(unit.total === null ? { merged: { from: 'base', to: 'total', text: '缺报，暂不排名' } } : {}),
    ...(unit.rank === null ? { opens: true } : {})
  })
  return {
    ...tableFrame(facts, OPTIONS, `${group.name}排名表`, '单位：分'),
    id: `ranking-${group.group}`,
    name: group.name,
    columns: [
      { id: 'rank', head: '名次', align: 'center', min: 4, max: 6 },
      { id: 'unit', head: '单位', align: 'left', min: 12, max: 30 },
      score('base', '基础分', '100'),
      ...dimensions.map((dimension) => score(dimension.dimension, dimension.name, dimension.fullMark)),
      score('bonus', '加分', null),
      score('deduction', '减分', null),
      { ...score('total', '总得分', null), bold: true, tint: true },
      { id: 'remarks', head: '备注', align: 'left', min: 8, max: 30 }
    ],
    rows: group.units.map(rowOf),
    foot: [{ cells: { unit: '平均', total: { number: group.mean!.total, decimals: 2 } } }],
    remarks: facts.results.footer,
    signatures: RANKING_SIGNATURES,
    pinned: 2,
    filter: false,
    orientation: 'LANDSCAPE'
  }
}

/** The groups of a quarter, a section each. */
export function rankingDocument(facts: ReportFacts): PaperDocument {
  const frame = reportFrame(facts, OPTIONS)
  return {
    title: '排名表',
    mark: frame.mark,
    provenance: frame.provenance,
    sections: facts.results.races[0]!.groups.map((group) => ({
      orientation: 'LANDSCAPE',
      layout: 'TABLE',
      blocks: [{ type: 'table', table: groupTable(facts, group) }]
    }))
  }
}

const BODY =
  '根据《江澜市体育局“季度赛马”考评办法（2026年版）》，考核办对各处室、各直属单位第三季度工作实绩进行了考核，参加排名的单位平均分为88.43分，最高96.15分，为群众体育处；80分以下有3个单位，分别为审计处、体育科学研究所、反兴奋剂中心。'

/** Every kind of block of a 公文, over several pages, with tables as attachments. */
export function officialDocument(facts: ReportFacts, paragraphs = 6): PaperDocument {
  const frame = reportFrame(facts, OPTIONS)
  const [group] = facts.results.races[0]!.groups
  const table = groupTable(facts, group!)
  const few = table.columns.filter(({ id }) => ['rank', 'unit', 'base', 'total', 'remarks'].includes(id))
  const text = Array.from({ length: paragraphs }, (_, index): PaperBlock => ({
    type: 'paragraph',
    runs: [
      { text: `（${'一二三四五六七八九十'[index % 10]}）重点任务推进有力。`, kai: true, bold: true },
      { text: BODY, fact: 'total' }
    ]
  }))
  return {
    title: '关于2026年第三季度“季度赛马”考核情况的通报',
    mark: frame.mark,
    provenance: frame.provenance,
    sections: [
      {
        orientation: 'PORTRAIT',
        layout: 'OFFICIAL',
        blocks: [
          { type: 'docNumber', text: '江体考〔2026〕9号' },
          { type: 'title', text: '关于2026年第三季度“季度赛马”\n考核情况的通报' },
          { type: 'recipients', text: '各处室、各直属单位：' },
          { type: 'paragraph', runs: [{ text: BODY }] },
          { type: 'heading', level: 1, text: '一、总体情况' },
          ...text,
          { type: 'heading', level: 2, text: '（一）名次' },
          { type: 'heading', level: 3, text: '1. 机关处室组' },
          {
            type: 'table',
            table: { ...table, columns: few, title: '', left: '', right: '', remarks: [], signatures: [] }
          },
          {
            type: 'attachments',
            items: [
              '2026年第三季度机关处室组排名表',
              '未按时报送单位名单（含迟报、零报送单位以及说明了原因的单位）'
            ]
          },
          { type: 'closing', organisation: frame.issuer, date: '2026年10月15日' },
          { type: 'contact', text: '（联系人：张三，电话：0571-88880000）' }
        ]
      },
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
          { type: 'title', text: '未按时报送单位名单' },
          { type: 'paragraph', runs: [{ text: BODY }] },
          { type: 'note', text: '注：报送时间以考核办收到为准。' }
        ]
      }
    ]
  }
}

/** A 成绩单 for each ranked unit of the first group. */
export function cardDocument(facts: ReportFacts, count = 2): PaperDocument {
  const frame = reportFrame(facts, OPTIONS)
  const [group] = facts.results.races[0]!.groups
  return {
    title: '单位成绩单',
    mark: frame.mark,
    provenance: frame.provenance,
    sections: group!.units.slice(0, count).map((unit) => ({
      orientation: 'PORTRAIT',
      layout: 'CARD',
      blocks: [
        { type: 'title', text: `${unit.name}2026年第三季度成绩单` },
        {
          type: 'figures',
          items: [
            { label: '名次', value: `${unit.rank ?? '/'} / ${group!.rankedCount}`, note: '上季度第2名' },
            { label: '总得分', value: unit.total?.printed ?? '缺报', note: `组平均 ${group!.mean!.total}` },
            { label: '与第一名差距', value: unit.gapToFirst ?? '/', note: '' },
            { label: '加减分', value: '+2.00', note: '减 0.50' }
          ]
        },
        { type: 'caption', text: '各板块得分' },
        {
          type: 'charts',
          height: 52,
          charts: [
            {
              kind: 'PROFILE',
              title: '各板块得分率',
              rows: unit.dimensions.map((dimension) => ({
                label: dimension.name,
                score: dimension.score?.printed ?? '/',
                mean: group!.mean!.dimensions[dimension.dimension] ?? null,
                fullMark: dimension.fullMark,
                rate: '0.91',
                meanRate: '0.88'
              }))
            },
            {
              kind: 'TREND',
              title: '总得分',
              decimals: 2,
              points: [
                { label: '第一季度', value: '88.20', note: '第3名' },
                { label: '第二季度', value: null, note: '' },
                { label: '第三季度', value: '90.10', note: '第2名' }
              ]
            }
          ]
        },
        { type: 'caption', text: '各指标得分' },
        {
          type: 'table',
          table: {
            id: `card-${unit.unit}`,
            name: '指标',
            title: '',
            left: '',
            right: '',
            columns: [
              { id: 'indicator', head: '指标', align: 'left', min: 10, max: 30 },
              { id: 'score', head: '得分', align: 'right', min: 6, max: 10 },
              { id: 'how', head: '计算', align: 'left', min: 20, max: 60 }
            ],
            rows: unit.dimensions.flatMap((dimension) =>
              dimension.indicators.map((indicator) => ({
                cells: {
                  indicator: indicator.name,
                  score: number(indicator.score),
                  how: indicator.trace.sentence
                }
              }))
            ),
            foot: [],
            remarks: [],
            signatures: [],
            pinned: 1,
            filter: false,
            orientation: 'PORTRAIT'
          }
        },
        { type: 'note', text: '得分由来可在程序里逐项查看。' }
      ]
    }))
  }
}
