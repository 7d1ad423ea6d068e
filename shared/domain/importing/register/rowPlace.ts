import type { IsoDate } from '../../calendar/isoDate.ts'
import { canonical, dec, HUNDRED, type DecimalString } from '../../number/decimal.ts'
import { unitProblem } from '../names/nameProblems.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { readDueCell } from './readDue.ts'
import { readUnits, type NamedUnit } from './readUnits.ts'
import { cellOf, isSkipped, wordsOf } from './registerScope.ts'
import type { SaidFields } from './stagedItem.ts'
import { RowAmounts } from './rowAmounts.ts'

/** Whose a row is and until when. */
export class RowPlace extends RowAmounts {
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

  protected namesIn(cell: RawCell | null): NamedUnit[] {
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

  protected shares(names: readonly (NamedUnit | null)[], cell: RawCell | null): void {
    const sum = names.reduce((total, name) => total.plus(dec(name?.share ?? '0')), dec('0'))
    if (cell === null || !sum.greaterThan(HUNDRED)) return
    this.tell(cell, 'error', 'SHARES_ABOVE_100', `分担比例加起来是 ${canonical(sum)}%，超过 100%。`, {
      suggestion: '请在原表改正比例，或不导入这一格。'
    })
  }

  protected missingOwner(owner: string | null): void {
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

  protected startDay(): { start?: IsoDate } {
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
