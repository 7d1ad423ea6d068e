import type { RawCell } from '../grid/rawWorkbook.ts'
import { cellsOf, isSkipped, textOf, wordsOf, type RegisterScope } from './registerScope.ts'
import type { SaidFields, StagedItem } from './stagedItem.ts'
import { RowWords } from './rowWords.ts'

/** What a row says, before parents are known. `bad`: an error was told, the row waits for its repair. */
export interface ReadRow {
  item: Omit<StagedItem, 'parent'> & { parentNumber: string | null }
  bad: boolean
  /** Neither the row nor the sheet says which register it belongs to. */
  untyped: boolean
  serial: string
}

/** Reads one row of a register, or null where the clerk leaves it out. Lines told as errors keep the row out. */
export function readItemRow(title: RawCell, row: number, scope: RegisterScope): ReadRow | null {
  if (isSkipped(title, scope)) return null
  const work = new RowWords(row, scope)
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

/** Whether a row of the body says anything besides its number. */
export function saysSomething(row: number, scope: RegisterScope): boolean {
  return (['content', 'measures', 'owner', 'progress', 'due'] as const).some((field) =>
    cellsOf(field, row, scope).some((cell) => cell.row === row && wordsOf(cell) !== '')
  )
}
