import type { ItemFields } from '../../register/registerItem.ts'
import { PROBLEM_SOURCES } from '../../register/registerWords.ts'
import type { RawCell } from '../grid/rawWorkbook.ts'
import { readDueCell } from './readDue.ts'
import { channelIn, itemStateIn, problemSourceIn, registerTypeIn, tagsIn, urgencyIn } from './readWords.ts'
import { cellOf, textOf, wordsOf } from './registerScope.ts'
import type { SaidFields, StagedItem } from './stagedItem.ts'
import { RowPlace } from './rowPlace.ts'

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

/** All that a row says; problems are told at their cells. */
export class RowWords extends RowPlace {
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

function dayInside(text: string, year: number) {
  const found = /(?:\d{4}年)?\d{1,2}月\d{1,2}日?|\d{4}[-./]\d{1,2}[-./]\d{1,2}/.exec(text)?.[0]
  return found === undefined ? null : readDueCell({ kind: 'text', value: found } as RawCell, year)
}
