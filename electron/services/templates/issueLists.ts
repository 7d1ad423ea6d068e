import type { CatalogueIndicator } from '#shared/domain/importing/catalogue.ts'
import { reporterOf } from '#shared/domain/importing/template/asked.ts'
import type { TemplateCell, TemplateColumn } from '../../reports/template/templateSheet.ts'
import {
  ABOVE,
  actualCell,
  lastCell,
  NOTHING,
  REMARK,
  selfScoreOf,
  spanWords,
  targetCell,
  text,
  type IssueScope
} from './issueCells.ts'

/** The table of a sheet, without what stands above it. */
export interface Table {
  columns: TemplateColumn[]
  rows: TemplateCell[][]
  labels: number[]
  remark: number
  pinned: number
}

/** One line of a list: a unit's number for an indicator. `asked` false: only its own score is asked for. */
export interface Item {
  unit: string
  indicator: CatalogueIndicator
  asked: boolean
}

const column = (name: string, width: number, align: TemplateColumn['align'] = 'center'): TemplateColumn => ({
  path: [name],
  width,
  align
})

/** Indicators down, one unit: 板块 | 指标 | 计量单位 | 分值 | 目标 | 完成. */
export function itemsTable(items: readonly Item[], scope: IssueScope): Table {
  return list(items, scope, {
    lead: [column('板块', 12), column('指标', 30, 'left')],
    leadOf: ({ indicator }, above) => [
      above?.indicator.dimension === indicator.dimension ? ABOVE : text(indicator.dimensionName),
      text(indicator.name)
    ],
    labels: [2]
  })
}

/** One row a unit and indicator, grouped by unit. */
export function unitItemsTable(items: readonly Item[], scope: IssueScope): Table {
  const nameOf = new Map(scope.catalogue.units.map(({ code, name }) => [code, name]))
  return list(items, scope, {
    lead: [column('单位', 18, 'left'), column('指标', 28, 'left')],
    leadOf: ({ unit, indicator }, above) => [
      above?.unit === unit ? ABOVE : text(nameOf.get(unit) ?? unit),
      text(indicator.name)
    ],
    labels: [1, 2]
  })
}

interface Lead {
  lead: TemplateColumn[]
  leadOf: (item: Item, above: Item | undefined) => TemplateCell[]
  labels: number[]
}

function list(items: readonly Item[], scope: IssueScope, { lead, leadOf, labels }: Lead): Table {
  const columns: TemplateColumn[] = [
    column('序号', 5),
    ...lead,
    column('计量单位', 11),
    column('分值', 7),
    column('填写口径', 14),
    column('考核目标', 12, 'right'),
    ...(scope.last === null ? [] : [column('上季度数', 12, 'right')]),
    column('完成数', 14, 'right'),
    ...(scope.selfScore ? [column('自评分', 9, 'right')] : []),
    column('备注', 22, 'left')
  ]
  const rows = items.map((item, index): TemplateCell[] => {
    const { unit, indicator, asked } = item
    return [
      text(String(index + 1)),
      ...leadOf(item, items[index - 1]),
      text(indicator.unit === '' ? '—' : indicator.unit),
      { kind: 'number', value: indicator.fullMark, target: null },
      text(asked ? `按${spanWords(indicator, scope.catalogue)}` : elsewhere(item, scope)),
      targetCellOf(item, scope),
      ...(scope.last === null ? [] : [lastCell(indicator, unit, scope)]),
      asked ? actualCell(indicator, unit, scope) : NOTHING,
      ...(scope.selfScore ? [selfScoreOf(indicator, unit, scope)] : []),
      REMARK
    ]
  })
  return { columns, rows, labels, remark: columns.length - 1, pinned: 3 }
}

/** Who reports what the unit only gives its own score for. */
function elsewhere({ unit, indicator }: Item, { catalogue }: IssueScope): string {
  const reporter = reporterOf(indicator, unit)
  if (reporter === unit) return '另表填报'
  const name = catalogue.units.find(({ code }) => code === reporter)?.name
  return `由${name ?? '考核办'}报`
}

/** A target is only asked for together with the number. */
function targetCellOf({ indicator, unit, asked }: Item, scope: IssueScope): TemplateCell {
  return asked || indicator.targets.has(unit) ? targetCell(indicator, unit, scope) : NOTHING
}
