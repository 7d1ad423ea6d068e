import * as XLSX from 'xlsx'
import { schemeDefinition, type SchemeDefinition } from '#shared/domain/scheme/schemeDefinition.ts'

/** A made-up office and the sheets that its departments hand in; values depend only on their place. */

const HEADER = [
  '序号',
  '考核单位',
  '考核指标',
  '计量单位',
  '本季目标',
  '本季完成',
  '完成率',
  '数据来源',
  '填报人',
  '审核人',
  '填报日期',
  '备注'
]

const unitName = (index: number): string => `第${index + 1}业务处`
const indicatorName = (index: number): string => `重点任务${index + 1}完成额`

export function importScheme(units: number, indicators: number): SchemeDefinition {
  const codes = Array.from({ length: units }, (_, index) => `u${index}`)
  const fullMark = String(indicators)
  return schemeDefinition.parse({
    format: 'liangji-scheme',
    formatVersion: 1,
    code: 'bench',
    title: '导入测速方案',
    organisation: '示例',
    year: 2026,
    units: codes.map((code, index) => ({ code, name: unitName(index), kind: 'DEPARTMENT' })),
    groups: [{ code: 'g', name: '处室组', members: codes.map((unit) => ({ unit })) }],
    races: [
      {
        code: 'race',
        name: '季度赛马',
        groups: ['g'],
        fullMark,
        dimensions: [
          {
            code: 'all',
            name: '全部',
            fullMark,
            indicators: Array.from({ length: indicators }, (_, index) => ({
              code: `i${index}`,
              name: indicatorName(index),
              unit: '万元',
              fullMark: '1',
              owner: 'u0',
              provider: 'u0',
              rule: { kind: 'RATIO_TO_TARGET', params: {} },
              targets: [{ unit: '*', base: '100' }]
            }))
          }
        ]
      }
    ]
  })
}

function valueOf(unit: number, indicator: number): number {
  let state = Math.imul(unit + 1, 73856093) ^ Math.imul(indicator + 1, 19349663)
  state = Math.imul(state ^ (state >>> 15), 2246822519)
  return Number((50 + ((state >>> 0) % 10_000) / 100).toFixed(2))
}

/** A long list, 12 columns: one row for each of the units `[from, to)` and each indicator. */
export function longList(from: number, to: number, indicators: number): Uint8Array<ArrayBuffer> {
  const rows: unknown[][] = [['2026年三季度考核数据汇总表'], HEADER]
  for (let unit = from; unit < to; unit++) {
    for (let indicator = 0; indicator < indicators; indicator++) {
      const actual = valueOf(unit, indicator)
      rows.push([
        rows.length - 1,
        unitName(unit),
        indicatorName(indicator),
        '万元',
        100,
        actual,
        actual / 100,
        '统计月报',
        `填报人${unit}`,
        '张三',
        46_300,
        indicator % 10 === 0 ? '含结转' : null
      ])
    }
  }
  const sheet = XLSX.utils.aoa_to_sheet(rows)
  for (let row = 2; row < rows.length; row++) {
    const share = sheet[`G${row + 1}`] as XLSX.CellObject
    share.z = '0.00%'
    const date = sheet[`K${row + 1}`] as XLSX.CellObject
    date.z = 'yyyy/m/d'
  }
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '汇总表')
  return new Uint8Array(
    XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true, bookSST: true }) as Buffer
  )
}
