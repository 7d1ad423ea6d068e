import {
  FIVE_KEY_TYPES,
  problemSource,
  registerType,
  type RegisterType
} from '../../register/registerItem.ts'
import { PROBLEM_SOURCES, REGISTER_TYPES } from '../../register/registerWords.ts'
import type { WorkbookContent } from '../reportContent.ts'
import type { ReportRow, ReportTable } from '../reportTable.ts'
import {
  ITEM_COLUMNS as C,
  monthColumns,
  STATE_CHOICES,
  type ItemSpec,
  type RegisterFacts,
  type RegisterRow
} from './registerRows.ts'

/** Lists of the registers, in the layouts that offices use (domain.md §1.2, §1.3, §3.1). */
export const REGISTER_EXPORTS = {
  /** S64, S65. */
  PROGRESS: { title: '季度工作推进表', hint: '重点工作 · 责任单位 · 进展情况 · 完成状态' },
  /** S63. */
  TARGETS: { title: '职能目标完成情况表', hint: '目标名称 · 考核内容及指标 · 本季进展 · 累计进展' },
  FIVE: { title: '五重清单', hint: '一类一张表：排位目标、举措、责任分工、完成时限、督导记录' },
  PROBLEMS: { title: '七张问题清单', hint: '按来源分组：整改措施、时限、销号' },
  COMMITMENTS: { title: '承诺事项清单', hint: '承诺事项及兑现情况' },
  PROJECTS: { title: '项目台账', hint: '分月计划与分月完成对照' },
  CLOSED: { title: '销号清单', hint: '已销号的事项：编号、日期、验收人' },
  ALL: { title: '清单台账', hint: '所有事项的全部内容' }
} as const
export type RegisterExport = keyof typeof REGISTER_EXPORTS

const SIGNED = ['填报人：', '审核人：', '负责人：', '日期：']

interface Group {
  name: string
  rows: readonly RegisterRow[]
  columns: readonly ItemSpec[]
  /** Bands inside the table. */
  bands?: (row: RegisterRow) => string
  pinned?: number
}

/** A list as a workbook; the importer reads every one of its sheets back. */
export function registerContent(
  kind: RegisterExport,
  rows: readonly RegisterRow[],
  facts: RegisterFacts
): WorkbookContent {
  const { title } = REGISTER_EXPORTS[kind]
  const full =
    kind === 'PROGRESS' || kind === 'TARGETS'
      ? `${facts.year}年第${'一二三四'[facts.quarter - 1]}${title}`
      : title
  return contentOf(full, groupsOf(kind, rows, facts), facts)
}

/** 下发模板: the rows of one unit, 进展情况 and 完成状态 to be filled in; the 编号 stands in a hidden column. */
export function registerTemplate(
  unitName: string,
  rows: readonly RegisterRow[],
  facts: RegisterFacts
): WorkbookContent {
  const fill = { toFill: true, cell: () => null }
  const columns: ItemSpec[] = [
    ...[C.no, C.type, { ...C.title, head: '重点工作' }, C.content, C.owner, C.due],
    { ...C.progress, ...fill, min: 36, tint: true },
    { ...C.rate, ...fill, min: 9, tint: true },
    { ...C.publicState, ...fill, min: 10, choices: STATE_CHOICES, tint: true },
    C.key
  ]
  const name = '工作推进表'
  const content = contentOf(
    `${facts.year}年第${'一二三四'[facts.quarter - 1]}季度${name}（${unitName}）`,
    [{ name, rows, columns }],
    facts
  )
  const remarks = [
    '请只填有底色的三列：进展情况写本季度做了什么；进度只填数字（0 到 100）；完成状态从下拉里选。',
    '请不要增减列、改表头。没有进展的行可以空着。填好后发回考核办，由系统直接读入。'
  ]
  return {
    ...content,
    sheets: content.sheets.map(({ table, charts }) => ({ table: { ...table, remarks }, charts }))
  }
}

function groupsOf(kind: RegisterExport, rows: readonly RegisterRow[], facts: RegisterFacts): Group[] {
  const of = (...types: RegisterType[]): RegisterRow[] => rows.filter(({ item }) => types.includes(item.type))
  switch (kind) {
    case 'PROGRESS':
      return byType(rows, [
        ...[C.no, { ...C.title, head: '重点工作目标任务' }, C.owner],
        ...[{ ...C.progress, head: `进展情况（截至${dayWords(facts)}）` }, C.publicState, C.key]
      ])
    case 'TARGETS':
      return byType(rows, [
        ...[C.no, { ...C.title, head: '目标名称' }, { ...C.content, head: '考核内容及指标' }, C.owner],
        ...[{ ...C.quarter, head: `${'一二三四'[facts.quarter - 1]}季度进展` }, C.cumulative, C.key]
      ])
    case 'FIVE':
      return FIVE_KEY_TYPES.map((type): Group => ({
        name: REGISTER_TYPES[type].name,
        rows: of(type),
        columns: [
          ...[C.no, { ...C.title, head: REGISTER_TYPES[type].name }, C.content, C.rank, C.measures],
          ...[
            { ...C.owner, head: '牵头单位', band: '责任分工' },
            { ...C.partners, band: '责任分工' }
          ],
          ...[{ ...C.person, band: '责任分工' }, C.due, C.note, C.state, C.key]
        ]
      }))
    case 'PROBLEMS': {
      const order = problemSource.options
      const at = ({ item }: RegisterRow): number =>
        item.problemSource === null ? order.length : order.indexOf(item.problemSource)
      return [
        {
          name: '七张问题清单',
          rows: of('PROBLEM').toSorted((a, b) => at(a) - at(b)),
          bands: ({ item }) =>
            item.problemSource === null ? '未注明来源的问题' : `${PROBLEM_SOURCES[item.problemSource]}问题`,
          columns: [
            ...[C.no, { ...C.title, head: '问题' }, C.content, C.owner, C.partners, C.person],
            ...[
              { ...C.measures, head: '整改措施' },
              { ...C.due, head: '整改时限' },
              { ...C.progress, head: '整改情况' }
            ],
            ...[C.state, C.closeNumber, C.closeDate, C.verifier, C.key]
          ]
        }
      ]
    }
    case 'COMMITMENTS':
      return [
        {
          name: '承诺事项',
          rows: of('COMMITMENT'),
          columns: [
            ...[C.no, { ...C.title, head: '承诺事项' }, C.content, C.owner, C.person, C.due, C.urgency],
            ...[C.progress, C.state, C.remark, C.key]
          ]
        }
      ]
    case 'PROJECTS':
      return byType(of('PROJECT', 'KEY_PROJECT'), []).map((group) => ({
        ...group,
        columns: [
          ...[
            C.no,
            { ...C.title, head: '项目名称' },
            C.owner,
            C.person,
            C.start,
            C.due,
            C.quantity,
            C.measure
          ],
          ...[...monthColumns(group.rows, facts), C.amount, C.rate, C.progress, C.state, C.key]
        ]
      }))
    case 'CLOSED':
      return byType(
        rows.filter(({ item }) => item.state === 'CLOSED'),
        [
          ...[C.no, C.number, C.title, C.owner, C.person, C.due, C.closeNumber, C.closeDate, C.verifier],
          ...[C.opinion, C.remark]
        ]
      )
    case 'ALL':
      return [
        {
          name: '清单台账',
          rows,
          columns: [
            ...[
              C.no,
              C.number,
              C.type,
              C.title,
              C.content,
              C.parent,
              C.owner,
              C.partners,
              C.person,
              C.leader
            ],
            ...[
              C.rank,
              C.measures,
              C.quantity,
              C.measure,
              C.start,
              C.due,
              C.urgency,
              C.tags,
              C.source,
              C.channel
            ],
            ...[
              C.origin,
              C.indicator,
              ...monthColumns(rows, facts).filter(({ id }) => id.startsWith('PLAN'))
            ],
            ...[
              C.history,
              C.rate,
              C.amount,
              C.state,
              C.note,
              C.closeNumber,
              C.closeDate,
              C.verifier,
              C.opinion
            ],
            C.remark
          ],
          pinned: 4
        }
      ]
  }
}

function dayWords({ days, today }: RegisterFacts): string {
  const day = days.last < today ? days.last : today
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
}

/** One sheet a register: its name says to the importer which one it is. */
function byType(rows: readonly RegisterRow[], columns: readonly ItemSpec[]): Group[] {
  const present = registerType.options.filter((type) => rows.some(({ item }) => item.type === type))
  return present.map((type) => ({
    name: REGISTER_TYPES[type].name,
    rows: rows.filter(({ item }) => item.type === type),
    columns
  }))
}

function contentOf(title: string, groups: readonly Group[], facts: RegisterFacts): WorkbookContent {
  const shown = groups.length > 0 ? groups : [{ name: title, rows: [], columns: [C.no, C.title, C.owner] }]
  const many = shown.length > 1
  return {
    title,
    mark: '',
    provenance: `${facts.today} 导出`,
    sheets: shown.map((group) => ({
      table: tableOf(many && !title.includes(group.name) ? `${title}（${group.name}）` : title, group, facts),
      charts: []
    }))
  }
}

function tableOf(title: string, group: Group, facts: RegisterFacts): ReportTable {
  const { name, rows, columns, bands, pinned = 2 } = group
  return {
    id: `register.${name}`,
    name,
    title,
    left: `填报单位：${facts.organisation}`,
    right: `共 ${rows.length} 项\u3000${facts.today}`,
    columns: columns.map(({ cell: _cell, ...column }) => column),
    rows: rows.length === 0 ? emptyRows(columns) : rowsOf(rows, columns, bands, facts),
    foot: [],
    remarks: [],
    signatures: SIGNED,
    pinned,
    filter: rows.length > 0 && bands === undefined,
    orientation: 'LANDSCAPE'
  }
}

function emptyRows(columns: readonly ItemSpec[]): ReportRow[] {
  const shown = columns.filter(({ hidden }) => hidden !== true)
  return [{ cells: {}, merged: { from: shown[0]!.id, to: shown.at(-1)!.id, text: '没有符合条件的事项。' } }]
}

function rowsOf(
  rows: readonly RegisterRow[],
  columns: readonly ItemSpec[],
  bands: Group['bands'],
  facts: RegisterFacts
): ReportRow[] {
  let last: string | null = null
  let bandNo = 0
  return rows.flatMap((row, index): ReportRow[] => {
    const cells = Object.fromEntries(columns.map((column) => [column.id, column.cell(row, facts, index)]))
    const band = bands?.(row) ?? null
    if (band === null || band === last) return [{ cells }]
    last = band
    bandNo += 1
    return [{ cells: {}, band: `${'一二三四五六七八九'[bandNo - 1]}、${band}` }, { cells }]
  })
}
