import { unitName } from '../build/catalogue.ts'
import { kpiSheet } from '../build/kpiSheet.ts'
import type { Book } from '../build/sheet.ts'
import { unitItemsSheet, type Written } from '../build/unitItems.ts'
import { values2026Q3 } from '../data/values2026Q3.ts'

const NOTES = ['注：1.累计类指标填报1—9月累计数。2.自评分供参考，以考核办核定为准。']

/** Reported by other departments about everybody: project and fund summary, forum, rectification, satisfaction. */
const BY_OTHERS = ['a1', 'a2', 'c2', 'd1', 'd2', 'd3']

const ownCodes = (unit: string): string[] =>
  Object.keys(values2026Q3[unit]!).filter((code) => !BY_OTHERS.includes(code))

interface Filed {
  file: string
  book: Book
}

interface OwnSheet {
  file: string
  unit: string
  written?: Written
  labels?: Readonly<Record<string, string>>
  remarks?: Readonly<Record<string, string>>
}

/** 指标 | 单位 | 目标值 | 实际完成 | 自评分 | 备注, as seven departments hand it in. */
function items(
  own: OwnSheet & { measureHead: '单位' | '计量单位'; unitLine: string; dateLine: string; totalOff?: number }
): Filed {
  const sheet = unitItemsSheet({
    ...own,
    sheetName: 'Sheet1',
    title: '2026年第三季度赛马自评表',
    values: values2026Q3[own.unit]!,
    codes: ownCodes(own.unit),
    notes: NOTES
  })
  return { file: own.file, book: { sheets: [sheet], savedAt: '2026-10-08T02:00:00Z' } }
}

/** The KPI form, as the other six hand it in. Without `metaLine` only the sheet's name says whose it is. */
function kpi(
  own: OwnSheet & { metaLine?: readonly [string, string]; values?: (typeof values2026Q3)[string] }
): Filed {
  const sheet = kpiSheet({
    values: values2026Q3[own.unit]!,
    ...own,
    sheetName: own.metaLine ? 'Sheet1' : unitName(own.unit),
    title: '2026年第三季度绩效考核表',
    codes: ownCodes(own.unit)
  })
  return { file: own.file, book: { sheets: [sheet], savedAt: '2026-10-08T03:00:00Z' } }
}

export const departmentItemBooks = (): Filed[] => [
  items({
    file: '办公室2026年三季度自评表.xlsx',
    unit: 'office',
    measureHead: '单位',
    unitLine: '填报单位（盖章）：办公室',
    dateLine: '填报时间：2026年10月8日',
    written: { 'briefings.actual': { value: '３３' } }
  }),
  items({
    file: '附件2：规划财务处自评表（三季度）.xlsx',
    unit: 'finance',
    measureHead: '计量单位',
    unitLine: '填报单位(盖章)：规划财务处',
    dateLine: '填报时间：2026.10.8',
    written: { 'investment.target': { value: '2.1亿元' }, 'investment.actual': { value: '1.974亿元' } },
    totalOff: 0.5
  }),
  items({
    file: '政策法规处三季度.xlsx',
    unit: 'legal',
    measureHead: '单位',
    unitLine: '填报单位（盖章）：法规处',
    dateLine: '填报时间：2026年10月9日',
    written: { 'a3.actual': { value: '70.5%' }, 'b2.actual': { value: '6天' } },
    remarks: { b1: '1件因上位法修订延期' }
  }),
  items({
    file: '群众体育处2026年三季度自评表.xlsx',
    unit: 'mass',
    measureHead: '单位',
    unitLine: '填报单位（盖章）：群众体育处',
    dateLine: '填报时间：2026年10月8日',
    labels: { 'area-per-head': '人均体育场地面积（平方米）', 'fitness-circle': '10分钟健身圈覆盖率' },
    written: {
      'fitness-circle.target': { value: 0.98, format: '0.00%' },
      'fitness-circle.actual': { value: 0.9506, format: '0.00%' },
      'b2.actual': { value: '６．４' }
    }
  }),
  items({
    file: '产业处-三季度赛马自评.xlsx',
    unit: 'industry',
    measureHead: '计量单位',
    unitLine: '填报单位（盖章）：体育产业处',
    dateLine: '填报时间：2026年10月8日',
    labels: { output: '体育产业总规模' },
    written: {
      'output.actual': { value: '208.8亿元' },
      'gdp-share.actual': { value: '1.92%' },
      'gdp-share.target': { value: '2%' }
    },
    remarks: { b1: '1件与省局会签中' }
  }),
  items({
    file: '行政审批处自评表（终稿）.xlsx',
    unit: 'approval',
    measureHead: '单位',
    unitLine: '填报单位（盖章）：行政审批处',
    dateLine: '填报时间：2026/10/8',
    written: {
      'early-permits.target': { value: 0.9, format: '0%' },
      'early-permits.actual': { value: 0.83, format: '0%' }
    }
  })
]

/** The .xls of the one old PC. */
export function veteransBook(): Filed {
  return items({
    file: '离退休干部处考核表.xls',
    unit: 'veterans',
    measureHead: '计量单位',
    unitLine: '填报单位（盖章）：离退休干部处',
    dateLine: '填报时间：2026年10月7日',
    written: { 'veteran-visits.actual': { value: '216人次' } }
  })
}

const youth = (file: string, first: boolean): Filed =>
  kpi({
    file,
    unit: 'youth',
    metaLine: [
      '被考核单位：青少年体育处',
      first ? '填报时间：2026年10月8日' : '填报时间：2026年10月10日（修正）'
    ],
    // First sent with 3 promises kept; the proof of the fourth came two days later.
    values: first ? { ...values2026Q3['youth']!, b1: ['4', '3'] } : values2026Q3['youth']!,
    written: { 'youth-entries.target': { value: '4,200' }, 'youth-entries.actual': { value: '4,310' } }
  })

export const departmentKpiBooks = (): Filed[] => [
  kpi({
    file: '组织人事处三季度绩效考核表.xlsx',
    unit: 'personnel',
    metaLine: ['被考核单位：组织人事处', '填报时间：2026年10月8日'],
    written: { 'training.actual': { value: '165人次' } }
  }),
  kpi({ file: '竞技体育处三季度.xlsx', unit: 'elite', written: { 'medals.actual': { value: '42枚' } } }),
  youth('青少年体育处三季度赛马考核表.xlsx', true),
  youth('青少年体育处三季度赛马考核表（修正）.xlsx', false),
  kpi({
    file: '场馆管理处季度考核表2026Q3.xlsx',
    unit: 'venues',
    metaLine: ['被考核单位：场馆管理处', '填报时间：2026年10月8日'],
    labels: { 'four-level': '四级场地设施达标率（%）' },
    written: { 'four-level.actual': { value: '87.3％' }, 'open-visits.actual': { value: '58.5万人次' } }
  }),
  kpi({
    file: '科教宣传处三季度考核表.xlsx',
    unit: 'science',
    metaLine: ['被考核单位：科宣处', '填报时间：2026年10月8日']
  }),
  kpi({
    file: '安全监管处第三季度考核表.xlsx',
    unit: 'safety',
    metaLine: ['被考核单位：安全监管处', '填报时间：2026年10月9日'],
    written: { 'hazard-rate.target': { value: '≥95%' } }
  })
]
