import { monthDays } from '../../calendar/isoDate.ts'
import { canonical, dec, HUNDRED, type DecimalString } from '../../number/decimal.ts'
import type { ItemFields, PlanStep } from '../../register/registerItem.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { conversion } from '../values/measures.ts'
import { readNumberText } from '../values/numberText.ts'
import { cellOf, isSkipped, textOf, wordsOf, type RegisterScope } from './registerScope.ts'
import type { ItemPlan } from './planRegister.ts'
import type { SaidFields, SaidProgress } from './stagedItem.ts'

/** A row of a register on its way: what tells problems, and its numbers. */
export class RowAmounts {
  bad = false
  readonly row: number
  readonly scope: RegisterScope

  constructor(row: number, scope: RegisterScope) {
    this.row = row
    this.scope = scope
  }

  protected tell(
    cell: RawCell,
    level: 'error' | 'confirm' | 'info',
    code: string,
    message: string,
    extra: { suggestion?: string; group?: string } = {}
  ): void {
    if (level === 'error') this.bad = true
    this.scope.sink.add(cell, { code, level, message, ...extra })
  }

  /** A plain number of a cell in the column's measure, or null with the problem told. */
  protected number(cell: RawCell | null, what: string): { value: DecimalString; suffix: string } | null {
    if (cell === null || wordsOf(cell) === '' || isSkipped(cell, this.scope)) return null
    const read = readNumberText(cell.value)
    const numeric =
      cell.kind === 'number' || (cell.kind === 'text' && read !== null && read.suffix.length <= 4)
    if (!numeric || read === null) {
      this.tell(
        cell,
        'confirm',
        'ITEM_NOT_A_NUMBER',
        `${what}「${wordsOf(cell)}」不是单独的一个数，没有按数导入。`,
        {
          suggestion: '请在原表把数单独写在格子里。',
          group: `ITEM_NOT_A_NUMBER:${this.scope.sheet}`
        }
      )
      return null
    }
    return { value: canonical(dec(read.digits)), suffix: read.suffix }
  }

  /** Quantity, plan by month; 总投资 beside 年度计划 is told in the content. */
  quantity(): { fields: Partial<SaidFields>; told: string } {
    const { scope, row } = this
    const yearPlan = planOf('yearPlan', scope)
    const total = planOf('investment', scope)
    const counted = planOf('quantity', scope)
    const chosen = [yearPlan, counted, total].find(
      (plan) => plan !== undefined && wordsOf(scope.grid.at(row, plan.col)) !== ''
    )
    const number = chosen === undefined ? null : this.number(scope.grid.at(row, chosen.col), '目标数量')
    const measureText = textOf('measure', row, scope)
    const measure = number?.suffix || chosen?.unitText || measureText || (scope.meta.measures[0] ?? '')
    const fields: Partial<SaidFields> = number === null ? {} : { quantity: { target: number.value, measure } }
    let told = ''
    if (total !== undefined && total !== chosen) {
      const sum = this.number(scope.grid.at(row, total.col), '总投资')
      if (sum !== null)
        told = `总投资：${sum.value}${sum.suffix || total.unitText || scope.meta.measures[0] || ''}`
    }
    const plan = this.plan(number === null ? null : { target: number.value, measure })
    return { fields: { ...fields, ...(plan.length === 0 ? {} : { plan }) }, told }
  }

  protected plan(quantity: ItemFields['quantity']): PlanStep[] {
    const { scope, row } = this
    const columns = scope.plans.filter(({ field, month }) => field === 'plan' && month !== null)
    const steps = columns.flatMap((column) => {
      const cell = scope.grid.at(row, column.col)
      const number = this.number(cell, '分月计划')
      if (number === null || cell === null) return []
      const scaled = isShare(cell)
      const percent = scaled || number.suffix === '%' || column.unitText === '%' || cell.shown.endsWith('%')
      const value = scaled ? canonical(dec(number.value).times(HUNDRED)) : inMeasure(number, column, quantity)
      return [{ month: column.month!, value, percent, isCumulative: column.isCumulative, cell }]
    })
    if (steps.length === 0) return []
    const cumulative = this.isCumulative(steps, quantity)
    let sum = dec('0')
    return steps.map(({ month, value, percent }) => {
      sum = cumulative ? dec(value) : sum.plus(dec(value))
      const reached = canonical(sum)
      return { month, percent: percent ? reached : null, amount: percent ? null : reached }
    })
  }

  /** A plan by month is either each month's own or reached so far: the head says it, or the sum; else it is asked. */
  protected isCumulative(
    steps: readonly { value: DecimalString; percent: boolean; isCumulative: boolean; cell: RawCell }[],
    quantity: ItemFields['quantity']
  ): boolean {
    if (steps.some((step) => step.isCumulative)) return true
    const values = steps.map(({ value }) => dec(value))
    const sum = values.reduce((total, value) => total.plus(value), dec('0'))
    const whole = steps[0]!.percent ? HUNDRED : quantity === null ? null : dec(quantity.target)
    if (whole !== null && sum.equals(whole)) return false
    const rises = values.every((value, at) => at === 0 || value.greaterThanOrEqualTo(values[at - 1]!))
    if (rises && whole !== null && values.at(-1)!.equals(whole)) return true
    if (values.length > 1)
      this.tell(
        steps[0]!.cell,
        'confirm',
        'PLAN_SPAN',
        '分月计划看不出是当月数还是累计数，按当月数逐月相加。',
        {
          suggestion: '是累计数时，请把表头写成「1-3月计划」或「累计」。',
          group: `PLAN_SPAN:${this.scope.sheet}`
        }
      )
    return false
  }

  /** 进展 by column, months' results by month, a percent only where the column is one. */
  progress(): SaidProgress[] {
    const { scope, row } = this
    const texts = scope.plans
      .filter(({ field }) => field === 'progress' || field === 'cumulative')
      .map((plan) => ({ plan, text: wordsOf(scope.grid.at(row, plan.col)) }))
      .filter(({ text }) => text !== '')
    const parts = texts.map(({ plan, text }, at) =>
      plan.field === 'cumulative' && at > 0 && text !== texts[0]!.text ? `累计：${text}` : text
    )
    const text = [...new Set(parts)].join('\n')
    const rateCell = cellOf('rate', row, scope)
    const rate = this.number(rateCell, '进度')
    const percent =
      rate === null ? null : isShare(rateCell!) ? canonical(dec(rate.value).times(HUNDRED)) : rate.value
    const amountPlan = planOf('amount', scope)
    const amount =
      amountPlan === undefined ? null : this.number(scope.grid.at(row, amountPlan.col), '完成数量')
    if (
      rateCell !== null &&
      percent !== null &&
      (dec(percent).lessThan(0) || dec(percent).greaterThan(HUNDRED))
    )
      this.tell(rateCell, 'error', 'PERCENT_OUT_OF_RANGE', `进度 ${percent}% 不在 0 到 100 之间。`, {
        suggestion: '请在原表改正，或不导入这一格。'
      })
    const monthly = this.monthlyDone()
    if (text === '' && percent === null && amount === null) return monthly
    const value = amount === null ? null : amount.value
    return [...monthly, { on: scope.progressOn, text, percent, amount: value }]
  }

  protected monthlyDone(): SaidProgress[] {
    const { scope, row } = this
    let sum = dec('0')
    return scope.plans
      .filter(({ field, month }) => field === 'done' && month !== null)
      .flatMap((column) => {
        const cell = scope.grid.at(row, column.col)
        const number = this.number(cell, '当月完成')
        if (number === null || cell === null) return []
        sum = column.isCumulative ? dec(number.value) : sum.plus(dec(number.value))
        const on = monthDays(column.month!).last
        const isPercent = number.suffix === '%' || column.unitText === '%' || cell.shown.endsWith('%')
        const reached = canonical(sum)
        return [{ on, text: '', percent: isPercent ? reached : null, amount: isPercent ? null : reached }]
      })
  }
}

/** 45% as Excel stores it: 0.45 under a format of percent. A % in quotes only stands behind the number. */
function isShare({ kind, format = '' }: RawCell): boolean {
  return kind === 'number' && /%/.test(format.replace(/"[^"]*"|\\./g, ''))
}

function planOf(field: ItemPlan['field'], { plans }: RegisterScope): ItemPlan | undefined {
  return plans.find((plan) => plan.field === field)
}

function inMeasure(
  { value, suffix }: { value: DecimalString; suffix: string },
  column: ItemPlan,
  quantity: ItemFields['quantity']
): DecimalString {
  const from = suffix || column.unitText
  if (!from || quantity === null || quantity.measure === '') return value
  const how = conversion(from, quantity.measure)
  return how.kind === 'FACTOR' ? canonical(dec(value).times(how.factor)) : value
}
