import type { ReactElement } from 'react'
import type { ItemActionName } from '#shared/domain/register/itemAction.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { BoardView } from './board/BoardView.tsx'
import { CalendarView } from './calendar/CalendarView.tsx'
import type { Vocabulary } from './facets.ts'
import type { RegisterQuery } from './registerQuery.ts'
import type { Checks } from './table/checks.ts'
import { RegisterTable } from './table/RegisterTable.tsx'

interface Props {
  query: RegisterQuery
  items: readonly RegisterItemView[]
  today: string
  vocabulary: Vocabulary
  checks: Checks
  onChecks: (checks: Checks) => void
  onSelect: (id: number) => void
  onOpen: (id: number) => void
  onMonth: (month: string | null) => void
  onUndated: () => void
  onSlip: (item: RegisterItemView) => void
  onAct: (action: ItemActionName, item: RegisterItemView) => void
}

/** The same items as a table, as columns by state, or by due day. */
export function RegisterBody(props: Props): ReactElement {
  const { items, today, vocabulary, onSelect, onOpen } = props
  const common = { items, today, vocabulary, selected: props.query.item, onSelect, onOpen }
  switch (props.query.view) {
    case 'table':
      return (
        <RegisterTable {...common} checks={props.checks} onChecks={props.onChecks} onSlip={props.onSlip} />
      )
    case 'board':
      return <BoardView {...common} onAct={props.onAct} />
    case 'calendar':
      return (
        <CalendarView
          {...common}
          month={props.query.month}
          onMonth={props.onMonth}
          onUndated={props.onUndated}
        />
      )
  }
}
