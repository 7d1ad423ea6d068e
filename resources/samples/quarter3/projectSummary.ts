import { DEPARTMENTS, unitName } from '../build/catalogue.ts'
import { bandRow, blanks, cell, headRows, metaRow, type Book, type Cell, type Sheet } from '../build/sheet.ts'
import { values2026Q2 } from '../data/values2026Q2.ts'
import { values2026Q3 } from '../data/values2026Q3.ts'

export const PROJECT_SUMMARY = '附件1：2026年第三季度目标任务完成情况汇总表.xlsx'

const wan = (text: string): Partial<Cell> => ({ value: `${text}万元` })

/** How the finance office wrote single cells: `unit.field` → cell. */
const WRITTEN: Readonly<Record<string, Partial<Cell>>> = {
  'office.fundTarget': wan('1500'),
  'office.fundActual': wan('1480'),
  'mass.fundTarget': wan('7200'),
  'mass.fundActual': wan('6912'),
  'elite.fundTarget': wan('6800'),
  'elite.fundActual': wan('6256'),
  'youth.target': { value: '5' },
  'youth.actual': { value: '５' },
  'youth.fundActual': { value: '3,420' },
  'industry.fundTarget': wan('6000'),
  'industry.fundActual': wan('5000'),
  'venues.fundTarget': wan('5400'),
  'venues.fundActual': wan('5076'),
  'approval.fundTarget': { value: '/' },
  'approval.fundActual': { value: '无' },
  'safety.fundTarget': wan('960'),
  'safety.fundActual': { value: null, formula: 'SUM(#REF!)', error: '#REF!' },
  'veterans.fundTarget': wan('400')
}

const REMARKS: Readonly<Record<string, string>> = {
  personnel: '无资金任务',
  legal: '无资金任务',
  approval: '资金任务二季度已完成',
  audit: '未报'
}

/** 单位×指标 with 目标/完成 under each: cover, table, explanation, and last quarter's draft in a hidden sheet. */
export function projectSummaryBook(): Book {
  return { sheets: [cover(), table(), explanation(), hiddenDraft()], savedAt: '2026-10-08T08:30:00Z' }
}

function cover(): Sheet {
  const sheet: Sheet = { name: '封面', rows: [], merges: [], widths: [20, 20, 20, 20], portrait: true }
  sheet.rows.push([])
  bandRow(sheet, '2026年第三季度目标任务完成情况', 'cover', 4)
  bandRow(sheet, '汇总表', 'cover', 4)
  sheet.rows.push([])
  bandRow(sheet, '编制单位：规划财务处', 'meta', 4)
  bandRow(sheet, '二〇二六年十月', 'meta', 4)
  return sheet
}

function table(): Sheet {
  const sheet: Sheet = {
    name: '表1 机关处室',
    rows: [],
    merges: [],
    widths: [6, 18, 10, 10, 13, 13, 22],
    repeat: [3, 4]
  }
  bandRow(sheet, '2026年第三季度目标任务完成情况汇总表', 'title', 7)
  metaRow(sheet, '填报单位（盖章）：规划财务处', '填报时间：2026.10.8    单位：个、万元', 7)
  headRows(sheet, [
    '序号',
    '单位',
    ['重点体育项目', ['目标', '完成']],
    ['到位资金', ['目标', '累计到位']],
    '备注'
  ])
  DEPARTMENTS.forEach((unit, index) => sheet.rows.push(row(unit, index)))
  sheet.rows.push([
    cell(null, 'total'),
    cell('合计', 'total'),
    cell(47, 'total'),
    // Wrong on purpose: the column adds up to 43.
    cell(44, 'total'),
    cell(41260, 'total'),
    // Right, with the 898 that the #REF! cell should show: that is where the clerk's answer comes from.
    cell('38,472', 'total'),
    cell(null, 'total')
  ])
  bandRow(sheet, '注：资金数据为1—9月累计口径，由规划财务处提供；无资金任务的填“/”。', 'note', 7)
  return sheet
}

function row(unit: string, index: number): (Cell | null)[] {
  const values = values2026Q3[unit]!
  const name = unit === 'industry' ? '体育产业科' : unitName(unit)
  const plain = (text: string | null | undefined): Cell =>
    cell(text === undefined ? null : text === null ? '/' : Number(text))
  const written = (field: string, content: Cell): Cell => ({ ...content, ...WRITTEN[`${unit}.${field}`] })
  const hasFunds = values['a2'] !== undefined
  const noFunds = cell(unit === 'audit' ? null : '/')
  return [
    cell(index + 1, 'name'),
    cell(name),
    written('target', plain(values['a1']?.[0])),
    written('actual', plain(values['a1']?.[1])),
    hasFunds ? written('fundTarget', plain(values['a2']![0])) : noFunds,
    hasFunds ? written('fundActual', plain(values['a2']![1])) : noFunds,
    cell(REMARKS[unit] ?? null)
  ]
}

function explanation(): Sheet {
  const sheet: Sheet = { name: '说明', rows: [], merges: [], widths: [60], portrait: true }
  for (const text of [
    '填报说明',
    '一、重点体育项目以开工令或验收单为准。',
    '二、到位资金为1—9月累计数，单位：万元。',
    '三、直属单位另表报送。'
  ]) {
    sheet.rows.push([cell(text, 'meta')])
  }
  return sheet
}

/** Last quarter's figures that somebody hid instead of deleting: they must not be taken for this quarter's. */
function hiddenDraft(): Sheet {
  const sheet: Sheet = { name: '上季底稿', rows: [], merges: [], widths: [6, 18, 10, 10], hidden: true }
  bandRow(sheet, '2026年第二季度重点体育项目完成情况（底稿）', 'title', 4)
  headRows(sheet, ['序号', '单位', ['重点体育项目', ['目标', '完成']]])
  DEPARTMENTS.forEach((unit, index) => {
    const [target, actual] = values2026Q2[unit]!['a1']!
    sheet.rows.push([
      cell(index + 1, 'name'),
      cell(unitName(unit)),
      cell(Number(target)),
      cell(Number(actual))
    ])
  })
  sheet.rows.push([...blanks(1, 'total'), cell('合计', 'total'), ...blanks(2, 'total')])
  return sheet
}
