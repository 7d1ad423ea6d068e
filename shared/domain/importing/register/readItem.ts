import { monthDays, type IsoDate } from '../../calendar/isoDate.ts'
import { canonical, dec, HUNDRED, type DecimalString } from '../../number/decimal.ts'
import type { ItemFields, PlanStep } from '../../register/registerItem.ts'
import { PROBLEM_SOURCES } from '../../register/registerWords.ts'
import { unitProblem } from '../names/nameProblems.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { conversion } from '../values/measures.ts'
import { readNumberText } from '../values/numberText.ts'
import { readDueCell } from './readDue.ts'
import { readUnits, type NamedUnit } from './readUnits.ts'
import { channelIn, itemStateIn, problemSourceIn, registerTypeIn, tagsIn, urgencyIn } from './readWords.ts'
import { cellOf, cellsOf, isSkipped, textOf, wordsOf, type RegisterScope } from './registerScope.ts'
import type { ItemPlan } from './planRegister.ts'
import type { SaidFields, SaidProgress, StagedItem } from './stagedItem.ts'

/** What a row says, before parents are known. `bad`: an error was told, the row waits for its repair. */
export interface ReadRow {
  item: Omit<StagedItem, 'parent'> & { parentNumber: string | null }
  bad: boolean
  /** Neither the row nor the sheet says which register it belongs to. */
  untyped: boolean
  serial: string
}

const LONGEST: Partial<Record<keyof ItemFields, number>> = {
  title: 500,
  content: 4000,
  person: 60,
  leader: 60,
  rankTarget: 200,
  measures: 4000,
  origin: 500,
  remark: 2000
}

/** Reads one row of a register, or null where the clerk leaves it out. Lines told as errors keep the row out. */
export function readItemRow(title: RawCell, row: number, scope: RegisterScope): ReadRow | null {
  if (isSkipped(title, scope)) return null
  const work = new RowWork(row, scope)
  const type = work.type()
  const units = work.units()
  if (units === 'SKIP') return null
  const due = work.due()
  const classes = work.classes()
  const quantity = work.quantity()
  const said: SaidFields = {
    type: type ?? 'ANNUAL_TARGET',
    title: wordsOf(title).replace(/\n/g, ''),
    ...filled({
      content: [work.text('content'), quantity.told].filter((text) => text !== '').join('\n'),
      person: oneLine(textOf('person', row, scope)),
      leader: oneLine(textOf('leader', row, scope)),
      rankTarget: oneLine(textOf('rankTarget', row, scope)),
      measures: work.text('measures'),
      origin: [oneLine(textOf('origin', row, scope)), ...classes.origin]
        .filter((text) => text !== '')
        .join('；')
    }),
    ...units.fields,
    ...due.fields,
    ...classes.fields,
    ...quantity.fields,
    ...work.indicator()
  }
  const band = scope.band === null ? '' : `所属部分：${scope.band}`
  const remark = [
    textOf('remark', row, scope),
    band,
    ...due.told,
    ...units.told,
    ...classes.told,
    ...work.extras()
  ]
    .filter((text) => text !== '')
    .join('\n')
  if (remark !== '') said.remark = remark
  const state = work.state()
  const item: ReadRow['item'] = {
    kind: 'ITEM',
    ...{ sheet: scope.sheet, address: title.address, row, col: title.col, raw: title.value },
    number: oneLine(textOf('number', row, scope)) || null,
    fields: said,
    parentNumber: oneLine(textOf('parentNumber', row, scope)) || null,
    progress: work.progress(),
    state: state.state,
    note: textOf('note', row, scope) || null,
    closeOut: null
  }
  const closed = work.closeOut(state.state)
  work.tooLong(said, title)
  return {
    item: { ...item, state: closed.state, closeOut: closed.closeOut },
    bad: work.bad || type === null,
    untyped: type === null,
    serial: oneLine(textOf('serial', row, scope))
  }
}

function oneLine(text: string): string {
  return text.replace(/\n/g, ' ')
}

function filled<T extends Record<string, string>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')) as Partial<T>
}

/** One row on its way; problems are told at their cells. */
class RowWork {
  bad = false
  readonly row: number
  readonly scope: RegisterScope

  constructor(row: number, scope: RegisterScope) {
    this.row = row
    this.scope = scope
  }

  private tell(
    cell: RawCell,
    level: 'error' | 'confirm' | 'info',
    code: string,
    message: string,
    extra: { suggestion?: string; group?: string } = {}
  ): void {
    if (level === 'error') this.bad = true
    this.scope.sink.add(cell, { code, level, message, ...extra })
  }

  /** Several columns of a kind, each under its own head where there are several. */
  text(field: 'content' | 'measures'): string {
    const { plans, grid } = this.scope
    const parts = plans
      .filter((plan) => plan.field === field)
      .map((plan) => wordsOf(grid.at(this.row, plan.col)))
    return [...new Set(parts)].filter((text) => text !== '').join('\n')
  }

  type(): SaidFields['type'] | null {
    const cell = cellOf('type', this.row, this.scope)
    const named = cell === null ? null : registerTypeIn(cell.value)
    if (cell !== null && named === null && wordsOf(cell) !== '')
      this.tell(cell, 'error', 'UNKNOWN_REGISTER', `「${wordsOf(cell)}」不是系统里的清单类型。`, {
        suggestion: '请在原表改成五重清单、问题清单、承诺事项、年度目标任务、项目或专班。',
        group: `UNKNOWN_REGISTER:${wordsOf(cell)}`
      })
    return named ?? this.scope.type
  }

  units(): 'SKIP' | { fields: Partial<SaidFields>; told: string[] } {
    const { scope, row } = this
    const ownerCell = cellOf('owner', row, scope)
    const partnerCell = cellOf('partners', row, scope)
    const owners = this.namesIn(ownerCell)
    if (owners.some(({ match }) => match.status === 'SKIP') && owners.length === 1) return 'SKIP'
    const [lead = null, ...others] = leadFirst(owners)
    const partners = [...others, ...this.namesIn(partnerCell)]
    const told = [...new Set(partners.filter(({ match }) => match.status === 'SKIP').map(({ text }) => text))]
    if (
      ownerCell !== null &&
      others.some(({ part }) => part === null) &&
      !owners.some(({ part }) => part !== null)
    )
      this.tell(
        ownerCell,
        'confirm',
        'SEVERAL_OWNERS',
        `「${wordsOf(ownerCell).replace(/\n/g, '、')}」写了几个单位：按第一个「${lead!.text}」牵头、其余配合。`,
        { suggestion: '牵头的不是第一个时，请在原表注明「牵头」。', group: `SEVERAL_OWNERS:${scope.sheet}` }
      )
    const owner = codeOf(lead) ?? (ownerCell === null || wordsOf(ownerCell) === '' ? scope.unit : null)
    const codes = new Map<string, DecimalString | null>()
    for (const name of partners) {
      const code = codeOf(name)
      if (code !== null && code !== owner) codes.set(code, name.share ?? codes.get(code) ?? null)
    }
    this.shares([lead, ...partners], partnerCell ?? ownerCell)
    if (ownerCell === null || wordsOf(ownerCell) === '') this.missingOwner(owner)
    return {
      fields: {
        ...(owner === null ? {} : { owner }),
        ...(lead?.share == null ? {} : { ownerShare: lead.share }),
        ...(codes.size === 0 ? {} : { partners: [...codes].map(([unit, share]) => ({ unit, share })) })
      },
      told: told.length === 0 ? [] : [`其他配合单位：${told.join('、')}`]
    }
  }

  private namesIn(cell: RawCell | null): NamedUnit[] {
    if (cell === null || wordsOf(cell) === '' || isSkipped(cell, this.scope)) return []
    const { context } = this.scope
    const names = readUnits(cell.value, context.units)
    for (const { text, match } of names) {
      const problem = unitProblem(text, match, context)
      if (problem === null) continue
      this.bad = true
      this.scope.sink.add({ address: cell.address, value: text }, problem)
    }
    return names
  }

  private shares(names: readonly (NamedUnit | null)[], cell: RawCell | null): void {
    const sum = names.reduce((total, name) => total.plus(dec(name?.share ?? '0')), dec('0'))
    if (cell === null || !sum.greaterThan(HUNDRED)) return
    this.tell(cell, 'error', 'SHARES_ABOVE_100', `分担比例加起来是 ${canonical(sum)}%，超过 100%。`, {
      suggestion: '请在原表改正比例，或不导入这一格。'
    })
  }

  private missingOwner(owner: string | null): void {
    const { scope, row } = this
    const title = cellOf('title', row, scope)
    if (owner !== null || title === null || !scope.plans.some(({ field }) => field === 'owner')) return
    this.tell(title, 'confirm', 'ITEM_NO_OWNER', `第 ${row + 1} 行没有写责任单位，导入后标为「待补」。`, {
      suggestion: '建议在原表补上后再导入，也可以导入后在清单台账里补。',
      group: `ITEM_NO_OWNER:${scope.sheet}`
    })
  }

  due(): { fields: Partial<SaidFields>; told: string[] } {
    const { scope, row } = this
    const start = this.startDay()
    const cell = cellOf('due', row, scope)
    if (cell === null || wordsOf(cell) === '') {
      const title = cellOf('title', row, scope)
      if (title !== null && scope.plans.some(({ field }) => field === 'due'))
        this.tell(title, 'confirm', 'ITEM_NO_DUE', `第 ${row + 1} 行没有写完成时限，导入后标为「待补」。`, {
          suggestion: '建议在原表补上后再导入，也可以导入后在清单台账里补。',
          group: `ITEM_NO_DUE:${scope.sheet}`
        })
      return { fields: start, told: [] }
    }
    if (isSkipped(cell, scope)) return { fields: start, told: [] }
    const written = wordsOf(cell)
    const read = readDueCell(cell, scope.year)
    switch (read.kind) {
      case 'DAY':
        if (read.inWords)
          this.tell(cell, 'info', 'DUE_WORDS', `「${written}」读作 ${read.day}。`, {
            group: `DUE_WORDS:${written}→${read.day}`
          })
        return {
          fields: { ...(read.start === null ? {} : { start: read.start }), ...start, due: read.day },
          told: []
        }
      case 'OPEN':
        this.tell(cell, 'info', 'DUE_OPEN', `「${written}」没有定日期，时限留空，原话记在备注里。`, {
          group: `DUE_OPEN:${scope.sheet}`
        })
        return { fields: start, told: [`时限：${written}`] }
      case 'AT_ONCE':
        this.tell(cell, 'confirm', 'DUE_AT_ONCE', `「${written}」按「立即办」登记，没有具体日期。`, {
          suggestion: '具体日期请导入后在清单台账里按立即办的时限补上。',
          group: `DUE_AT_ONCE:${scope.sheet}`
        })
        return { fields: { ...start, urgency: 'IMMEDIATE' }, told: [] }
      case 'IMPOSSIBLE':
        this.tell(cell, 'error', 'BAD_DUE', `「${written}」不是一个存在的日期。`, {
          suggestion: '请在原表改正后重新导入；选「不导入这格」则这一行不带时限导入。'
        })
        return { fields: start, told: [] }
      case 'UNREAD':
        this.tell(cell, 'confirm', 'DUE_UNREAD', `时限「${written}」看不出是哪一天，留空，原话记在备注里。`, {
          suggestion: '请在原表写成 2026-06-30 的样子，或导入后在清单台账里补上。',
          group: `DUE_UNREAD:${scope.sheet}`
        })
        return { fields: start, told: [`时限：${written}`] }
    }
  }

  private startDay(): { start?: IsoDate } {
    const cell = cellOf('start', this.row, this.scope)
    if (cell === null || wordsOf(cell) === '' || isSkipped(cell, this.scope)) return {}
    const read = readDueCell(cell, this.scope.year)
    if (read.kind === 'DAY') {
      const start =
        read.inWords && read.start === null ? `${read.day.slice(0, 7)}-01` : (read.start ?? read.day)
      if (read.inWords)
        this.tell(cell, 'info', 'START_WORDS', `开始时间「${wordsOf(cell)}」读作 ${start}。`, {
          group: `START_WORDS:${this.scope.sheet}`
        })
      return { start }
    }
    const level = read.kind === 'IMPOSSIBLE' ? 'error' : 'confirm'
    this.tell(cell, level, 'BAD_START', `开始时间「${wordsOf(cell)}」看不出是哪一天，没有导入。`, {
      suggestion: '请在原表写成 2026-03-01 的样子，或不导入这一格。'
    })
    return {}
  }

  /** 类别 and 来源 may mean four things; the words of the cell decide, and what they do not decide is kept. */
  classes(): { fields: Partial<SaidFields>; told: string[]; origin: string[] } {
    const { scope, row } = this
    const fields: Partial<SaidFields> = scope.source === null ? {} : { problemSource: scope.source }
    const told: string[] = []
    const origin: string[] = []
    for (const plan of scope.plans.filter(({ field }) => field === 'class')) {
      const words = wordsOf(scope.grid.at(row, plan.col))
      if (words === '') continue
      const head = plan.path.at(-1) ?? '类别'
      const urgency = urgencyIn(words)
      const tags = tagsIn(words)
      const source = problemSourceIn(words)
      if (urgency !== null) fields.urgency = urgency
      else if (tags !== null && /知/.test(words)) fields.tags = tags
      else if (source !== null && words.length <= 12) {
        fields.problemSource = source
        // 中央环保督察反馈 says more than the source's own name.
        if (words !== PROBLEM_SOURCES[source]) told.push(`${head}：${words}`)
      } else if (/来源/.test(head)) origin.push(words)
      else told.push(`${head}：${words}`)
    }
    const tagCell = cellOf('tags', row, scope)
    if (tagCell !== null && wordsOf(tagCell) !== '') {
      const tags = tagsIn(wordsOf(tagCell))
      if (tags === null) told.push(`四知：${wordsOf(tagCell)}`)
      else fields.tags = tags
    }
    const channel = textOf('channel', row, scope)
    if (channel !== '') {
      const read = channelIn(channel)
      if (read === null) told.push(`督导渠道：${channel}`)
      else fields.channel = read
    }
    return { fields, told, origin }
  }

  /** A plain number of a cell in the column's measure, or null with the problem told. */
  private number(cell: RawCell | null, what: string): { value: DecimalString; suffix: string } | null {
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

  private plan(quantity: ItemFields['quantity']): PlanStep[] {
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
  private isCumulative(
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

  private monthlyDone(): SaidProgress[] {
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

  state(): { state: StagedItem['state'] } {
    const cell = cellOf('state', this.row, this.scope)
    const words = wordsOf(cell)
    if (cell === null || words === '') return { state: null }
    const state = itemStateIn(words)
    if (state === null)
      this.tell(
        cell,
        'info',
        'STATE_WORD',
        `「${words}」不是办理状态，没有改状态；快慢由系统按时限和计划判断。`,
        {
          group: `STATE_WORD:${words}`
        }
      )
    return { state }
  }

  /** 销号 needs its day and who checked; without them the row is registered as 待核验 and said to be so. */
  closeOut(state: StagedItem['state']): Pick<StagedItem, 'state' | 'closeOut'> {
    const { scope, row } = this
    const combined = textOf('closeOut', row, scope)
    const number =
      textOf('closeNumber', row, scope) || (/[^\s,，;；]*号(?=[\s,，;；]|$)/.exec(combined)?.[0] ?? '')
    const dateCell = cellOf('closeDate', row, scope)
    const date =
      dateCell !== null && wordsOf(dateCell) !== ''
        ? readDueCell(dateCell, scope.year)
        : dayInside(combined, scope.year)
    const verifier =
      textOf('verifier', row, scope) ||
      (/(?:验收人|核验人|销号人)[:：]?\s*([^\s,，;；]+)/.exec(combined)?.[1] ?? '')
    const opinion = textOf('opinion', row, scope)
    const saysClosed = state === 'CLOSED' || number !== '' || /^已?销号/.test(combined)
    if (!saysClosed) return { state, closeOut: null }
    const at = dateCell ?? cellOf('state', row, scope) ?? cellOf('closeNumber', row, scope)
    if (date?.kind === 'DAY' && verifier !== '')
      return {
        state: 'CLOSED',
        closeOut: { number: number === '' ? null : number, date: date.day, verifier, opinion }
      }
    if (at !== null)
      this.tell(
        at,
        'confirm',
        'CLOSE_INCOMPLETE',
        '写了已销号，但没有写全销号日期和验收人，按「待核验」登记。',
        {
          suggestion: '补上销号日期和验收人后重新导入，或在清单台账里核验、销号。',
          group: `CLOSE_INCOMPLETE:${scope.sheet}`
        }
      )
    return { state: 'DONE', closeOut: null }
  }

  indicator(): Pick<SaidFields, 'indicator'> {
    const cell = cellOf('indicator', this.row, this.scope)
    if (cell === null || wordsOf(cell) === '') return {}
    const match = this.scope.context.indicators.match(cell.value)
    if (match.status === 'FOUND') return { indicator: match.code }
    this.tell(cell, 'info', 'ITEM_INDICATOR', `「${wordsOf(cell)}」不是方案里的指标，没有关联。`, {
      group: `ITEM_INDICATOR:${this.scope.sheet}`
    })
    return {}
  }

  /** Columns of no known use keep their text, under their head, in the remark. */
  extras(): string[] {
    const { plans, grid } = this.scope
    return plans
      .filter(({ field, path }) => field === 'extra' && path.length > 0)
      .flatMap((plan) => {
        const text = wordsOf(grid.at(this.row, plan.col))
        return text === '' ? [] : [`${plan.path.join('/')}：${text.replace(/\n/g, ' ')}`]
      })
  }

  tooLong(said: SaidFields, title: RawCell): void {
    for (const [field, most] of Object.entries(LONGEST)) {
      const text = said[field as keyof SaidFields]
      if (typeof text === 'string' && text.length > most)
        this.tell(
          title,
          'error',
          'TEXT_TOO_LONG',
          `第 ${this.row + 1} 行有一格 ${text.length} 字，超过 ${most} 字，放不下。`,
          {
            suggestion: '请在原表分成几行，或缩短后重新导入。'
          }
        )
    }
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

function codeOf(name: NamedUnit | null): string | null {
  return name?.match.status === 'FOUND' ? name.match.code : null
}

/** The unit that is marked 牵头 comes first, marked partners never. */
function leadFirst(names: readonly NamedUnit[]): NamedUnit[] {
  const known = names.filter(({ match }) => match.status !== 'SKIP')
  const lead = known.find(({ part }) => part === 'LEAD') ?? known.find(({ part }) => part === null)
  return lead === undefined ? [...names] : [lead, ...names.filter((name) => name !== lead)]
}

function dayInside(text: string, year: number) {
  const found = /(?:\d{4}年)?\d{1,2}月\d{1,2}日?|\d{4}[-./]\d{1,2}[-./]\d{1,2}/.exec(text)?.[0]
  return found === undefined ? null : readDueCell({ kind: 'text', value: found } as RawCell, year)
}

/** Whether a row of the body says anything besides its number. */
export function saysSomething(row: number, scope: RegisterScope): boolean {
  return (['content', 'measures', 'owner', 'progress', 'due'] as const).some((field) =>
    cellsOf(field, row, scope).some((cell) => cell.row === row && wordsOf(cell) !== '')
  )
}
