import type { CatalogueIndicator, ImportCatalogue } from '#shared/domain/importing/catalogue.ts'
import { numbersOf, type Asked } from '#shared/domain/importing/template/asked.ts'
import { AGAINST_GROUP } from '#shared/domain/scoring/kinds/ratioToBestParams.ts'
import { quarterOf } from '#shared/domain/period/periodKey.ts'
import type { AskedCell, TemplateCell } from '../../reports/template/templateSheet.ts'

/** What the sheets of one issue have in common. */
export interface IssueScope {
  catalogue: ImportCatalogue
  /** Last quarter's value by unit and indicator; null when it is not to be printed. */
  last: ((unit: string, indicator: string) => string | null) | null
  selfScore: boolean
}

export const text = (content: string): TemplateCell => ({ kind: 'text', text: content })
export const NOTHING: TemplateCell = { kind: 'none' }
export const ABOVE: TemplateCell = { kind: 'above' }
export const REMARK: TemplateCell = { kind: 'remark' }

/** 到位资金（万元）. */
export function withMeasure({ name, unit }: CatalogueIndicator): string {
  return unit === '' || unit === '分' ? name : `${name}（${unit}）`
}

/** What a value is counted over: 1—9 月累计 or 本季度. */
export function spanWords({ nature }: CatalogueIndicator, { period }: ImportCatalogue): string {
  const { quarter } = quarterOf(period)
  return nature === 'CUMULATIVE' ? `1—${quarter * 3} 月累计` : '本季度'
}

/** The header word of a number: 完成, 名次, 得分, the name of a part. */
export function wordOf({ field, rater, indicator }: Asked): string {
  if (field === 'rating')
    return rater!.group === AGAINST_GROUP ? `${rater!.name}对照数` : `${rater!.group}${rater!.name}`
  if (field === 'target') return '目标'
  if (field === 'self') return '自评分'
  if (field === 'score') return '得分'
  return indicator.readsPlaces === true ? '完成（名次）' : '完成'
}

export function inputOf(asked: Asked, scope: IssueScope): TemplateCell {
  const { unit, indicator, field, rater, measure, blank, range, isWhole } = asked
  const cell: AskedCell = {
    unit,
    indicator: indicator.code,
    name: indicator.name,
    field,
    rater,
    measure,
    blank,
    range,
    isWhole,
    prompt: promptOf(asked, scope)
  }
  return { kind: 'input', asked: cell }
}

/** 只填数，单位万元，填 1—9 月累计数；没有发生填 0，不适用填 /。 */
function promptOf({ indicator, field, measure, range, blank, isWhole }: Asked, scope: IssueScope): string {
  const parts = [isWhole ? '只填整数' : '只填数']
  if (field === 'actual' && indicator.readsPlaces === true) parts.push('填名次')
  else if (measure !== '') parts.push(`单位${measure}`)
  if (field === 'actual') parts.push(`填${spanWords(indicator, scope.catalogue)}数`)
  if (range?.max != null) parts.push(`${range.min} 到 ${range.max}`)
  const empty =
    blank === 'MISSING'
      ? '没有发生填 0，不适用填 /'
      : blank === 'NONE'
        ? '没有的留空或填 0'
        : '没有打分的留空，回避填 /'
  return `${parts.join('，')}；${empty}。`
}

/** The unit's own score for an item, out of its full mark; a blank one means nothing. */
export function selfScoreOf(indicator: CatalogueIndicator, unit: string, scope: IssueScope): TemplateCell {
  return inputOf(
    {
      unit,
      indicator,
      field: 'self',
      rater: null,
      measure: '分',
      blank: 'NONE',
      range: { min: '0', max: indicator.fullMark },
      isWhole: false
    },
    scope
  )
}

/** The target that counts for a unit as a printed number, a cell to fill in where the rule needs one, or nothing. */
export function targetCell(indicator: CatalogueIndicator, unit: string, scope: IssueScope): TemplateCell {
  const target = indicator.targets.get(unit)
  if (target !== undefined)
    return { kind: 'number', value: target, target: { unit, indicator: indicator.code } }
  const asked = numbersOf(indicator, unit).find(({ field }) => field === 'target')
  return asked === undefined ? NOTHING : inputOf(asked, scope)
}

export function lastCell(indicator: CatalogueIndicator, unit: string, scope: IssueScope): TemplateCell {
  const value = scope.last?.(unit, indicator.code) ?? null
  return value === null ? NOTHING : { kind: 'number', value, target: null }
}

export function actualCell(indicator: CatalogueIndicator, unit: string, scope: IssueScope): TemplateCell {
  const asked = numbersOf(indicator, unit).find(({ field }) => field === 'actual')
  return asked === undefined ? NOTHING : inputOf(asked, scope)
}
