import type { CatalogueIndicator } from '#shared/domain/importing/catalogue.ts'
import { askedOf, isMark, type AskedIndicator } from '#shared/domain/importing/template/asked.ts'
import { KEY_SHEET } from '#shared/domain/importing/template/templateKey.ts'
import { periodTitle } from '#shared/domain/period/periodKey.ts'
import type { TemplateSheet } from '../../reports/template/templateSheet.ts'
import { NOTES_SHEET } from '../../reports/template/templateWorkbook.ts'
import { sheetName } from '../../reports/xlsx/sheetText.ts'
import type { IssueScope } from './issueCells.ts'
import { itemsTable, unitItemsTable, type Item, type Table } from './issueLists.ts'
import { matrixTables, partsTable } from './issueMatrix.ts'

/** An indicator of fewer units than this is a line of a list, not a column that is empty for nearly everybody. */
const COMMON = 4

export interface Addressee {
  code: string
  name: string
}

/**
 * The sheets that a unit gets: its own indicators as a list, those that it reports for others units down, judged ones
 * with their raters across. `to` null: one workbook for all units of `only`.
 */
export function issueSheets(
  scope: IssueScope,
  to: Addressee | null,
  only: ReadonlySet<string> | null
): TemplateSheet[] {
  const asked = askedOf(scope.catalogue, to?.code ?? null, to === null ? only : null)
  const sheets: TemplateSheet[] = []
  const add = (name: string, title: string, table: Table, subject = ''): void => {
    if (table.rows.length === 0) return
    const whose = to === null ? `汇总单位：${scope.catalogue.organisation}` : `填报单位：${to.name}`
    sheets.push({
      name: sheetName(name, [NOTES_SHEET, KEY_SHEET, ...sheets.map((sheet) => sheet.name)]),
      title: `${periodTitle(scope.catalogue.period)}${title}`,
      left: subject === '' ? whose : `${whose}\u3000\u3000考核指标：${subject}`,
      right: '只填白底格子；没有发生填 0，不适用填 /',
      ...table,
      unit: to
    })
  }
  const own = to === null ? [] : asked.filter((entry) => isOwn(entry, to.code))
  if (to !== null) add('考核填报表', '考核填报表', itemsTable(itemsOf(own, to.code, scope), scope))
  const others = asked.filter((entry) => !own.includes(entry))
  const lists = others.filter(({ indicator, units }) => isPlain(indicator) && units.length < COMMON)
  add('分项指标', '分项指标填报表', unitItemsTable(byUnit(lists, scope), scope))
  const matrices = others.filter((entry) => !lists.includes(entry) && !isJudged(entry.indicator))
  for (const [dimension, entries] of byDimension(matrices)) {
    for (const table of matrixTables(entries, scope)) add(dimension, `${dimension}填报表`, table)
  }
  for (const entry of others.filter(({ indicator }) => isJudged(indicator)))
    add(
      entry.indicator.name,
      `${entry.indicator.name}${judgedWord(entry.indicator)}`,
      partsTable(entry, scope),
      entry.indicator.name
    )
  return sheets
}

/** Only about the unit itself, and one number. */
function isOwn({ indicator, units }: AskedIndicator, unit: string): boolean {
  return isPlain(indicator) && units.length === 1 && units[0] === unit
}

/** One number a unit, of its own doing. */
function isPlain({ fields, parts }: CatalogueIndicator): boolean {
  return fields.includes('actual') && !parts
}

/** Marks of raters or providers, votes, events: several numbers a unit and no value of its own. */
function isJudged(indicator: CatalogueIndicator): boolean {
  return isMark(indicator) && indicator.fields.includes('rating')
}

function judgedWord({ parts }: CatalogueIndicator): string {
  if (parts?.kind === 'VOTES') return '票数统计表'
  return parts?.kind === 'EVENTS' ? '扣分情况表' : '评分表'
}

/** With 自评分 the list holds every indicator of the unit; what others report then asks for the own score only. */
function itemsOf(own: readonly AskedIndicator[], unit: string, { catalogue, selfScore }: IssueScope): Item[] {
  const asked = new Set(own.map(({ indicator }) => indicator.code))
  return catalogue.indicators.flatMap((indicator) =>
    asked.has(indicator.code) || (selfScore && indicator.units.has(unit))
      ? [{ unit, indicator, asked: asked.has(indicator.code) }]
      : []
  )
}

function byUnit(entries: readonly AskedIndicator[], { catalogue }: IssueScope): Item[] {
  return catalogue.units.flatMap(({ code }) =>
    entries.flatMap(({ indicator, units }) =>
      units.includes(code) ? [{ unit: code, indicator, asked: true }] : []
    )
  )
}

function byDimension(entries: readonly AskedIndicator[]): Map<string, AskedIndicator[]> {
  const found = new Map<string, AskedIndicator[]>()
  for (const entry of entries) {
    const { dimensionName } = entry.indicator
    found.set(dimensionName, [...(found.get(dimensionName) ?? []), entry])
  }
  return found
}
