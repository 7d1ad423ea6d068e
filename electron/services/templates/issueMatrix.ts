import type { CatalogueIndicator } from '#shared/domain/importing/catalogue.ts'
import { numbersOf, type Asked, type AskedIndicator } from '#shared/domain/importing/template/asked.ts'
import type { TemplateCell, TemplateColumn } from '../../reports/template/templateSheet.ts'
import {
  inputOf,
  lastCell,
  NOTHING,
  REMARK,
  targetCell,
  text,
  withMeasure,
  wordOf,
  type IssueScope
} from './issueCells.ts'
import type { Table } from './issueLists.ts'

/** A column below an indicator: what it holds for a unit. */
interface Part {
  word: string
  width: number
  cellOf: (unit: string) => TemplateCell
}

/** Characters that can be read on a page beside the units' names. */
const WIDEST = 118

/** Units down, indicators across; as many tables as pages are wide enough to be read. */
export function matrixTables(asked: readonly AskedIndicator[], scope: IssueScope): Table[] {
  const pages: AskedIndicator[][] = []
  let room = 0
  for (const entry of asked) {
    const width = partsOf(entry.indicator, entry.units, scope).reduce((total, part) => total + part.width, 0)
    if (pages.length === 0 || width > room) {
      pages.push([])
      room = WIDEST
    }
    pages.at(-1)!.push(entry)
    room -= width
  }
  return pages.map((entries) => matrixTable(entries, scope))
}

/** With 目标 | 上季度数 | 完成 below each indicator. */
function matrixTable(asked: readonly AskedIndicator[], scope: IssueScope): Table {
  const units = unitsOf(asked, scope)
  const blocks = asked.map(({ indicator, units: own }) => ({
    indicator,
    own: new Set(own),
    parts: partsOf(indicator, own, scope)
  }))
  const columns: TemplateColumn[] = [
    ...LEAD,
    ...blocks.flatMap(({ indicator, parts }) =>
      parts.map(({ word, width }) => ({
        path: [withMeasure(indicator), word],
        width,
        align: 'right' as const
      }))
    )
  ]
  columns.push(remarkBeside(columns))
  const rows = units.map(({ code, name }, index): TemplateCell[] => [
    text(String(index + 1)),
    text(name),
    ...blocks.flatMap(({ own, parts }) =>
      parts.map(({ cellOf }) => (own.has(code) ? cellOf(code) : NOTHING))
    ),
    REMARK
  ])
  return { columns, rows, labels: [1], remark: columns.length - 1, pinned: 2 }
}

/** Units down, raters, votes or items across, for one indicator. */
export function partsTable({ indicator, units: own }: AskedIndicator, scope: IssueScope): Table {
  const units = unitsOf([{ indicator, units: own }], scope)
  const heads = numbersOf(indicator, own[0]!)
  const grouped = heads.some(({ rater }) => (rater?.group ?? '') !== '')
  const columns: TemplateColumn[] = [
    ...LEAD,
    ...heads.map((head) => ({
      path:
        grouped && head.rater !== null
          ? [head.rater.group === '' ? '一般情形' : head.rater.group, head.rater.name]
          : [wordOf(head)],
      width: 10,
      align: 'right' as const
    }))
  ]
  columns.push(remarkBeside(columns))
  const rows = units.map(({ code, name }, index): TemplateCell[] => [
    text(String(index + 1)),
    text(name),
    ...numbersOf(indicator, code).map((asked) => inputOf(asked, scope)),
    REMARK
  ])
  return { columns, rows, labels: [1], remark: columns.length - 1, pinned: 2 }
}

/** A few columns would make a page too narrow for its title and signatures. */
const NARROWEST = 96

function remarkBeside(columns: readonly TemplateColumn[]): TemplateColumn {
  const width = columns.reduce((total, column) => total + column.width, 0)
  return { path: ['备注'], width: Math.max(18, NARROWEST - width), align: 'left' }
}

const LEAD: readonly TemplateColumn[] = [
  { path: ['序号'], width: 5, align: 'center' },
  { path: ['单位'], width: 20, align: 'left' }
]

function unitsOf(asked: readonly AskedIndicator[], { catalogue }: IssueScope) {
  const codes = new Set(asked.flatMap(({ units }) => units))
  return catalogue.units.filter(({ code }) => codes.has(code))
}

function partsOf(indicator: CatalogueIndicator, units: readonly string[], scope: IssueScope): Part[] {
  const parts: Part[] = []
  const asked = units.map((unit) => numbersOf(indicator, unit))
  const needsTarget = asked.some((numbers) => numbers.some(({ field }) => field === 'target'))
  if (needsTarget || units.some((unit) => indicator.targets.has(unit)))
    parts.push({ word: '目标', width: 11, cellOf: (unit) => targetCell(indicator, unit, scope) })
  if (scope.last !== null && indicator.fields.includes('actual'))
    parts.push({ word: '上季度数', width: 11, cellOf: (unit) => lastCell(indicator, unit, scope) })
  for (const head of asked[0]!.filter(({ field }) => field !== 'target')) {
    parts.push({
      word: wordOf(head),
      width: Math.min(16, Math.max(11, wordOf(head).length * 2 + 2)),
      cellOf: (unit) => {
        const own = numbersOf(indicator, unit).find((number) => isSame(number, head))
        return own === undefined ? NOTHING : inputOf(own, scope)
      }
    })
  }
  return parts
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.field === other.field &&
    one.rater?.group === other.rater?.group &&
    one.rater?.name === other.rater?.name
  )
}
