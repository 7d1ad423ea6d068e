import { Button, Input, type TableColumnsType } from 'antd'
import { useState, type KeyboardEvent, type ReactElement } from 'react'
import { DAY_LIST_NAMES, type DayListName } from '#shared/domain/cadence/dayLists.ts'
import { isFinished } from '#shared/domain/cadence/cadenceItem.ts'
import { itemStatusText } from '#shared/domain/status/vocabulary.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import type { ProgressRules } from '#shared/domain/scheme/progressRules.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { SlipTag } from '../../components/SlipTag.tsx'
import { cadenceText as text } from '../../text/cadence.ts'
import type { AskedAct } from './ActDialog.tsx'

interface Props {
  label: string
  items: readonly RegisterItemView[]
  /** The list that each item stands on. */
  listOf: ReadonlyMap<number, DayListName>
  vocabulary: ProgressRules['vocabulary']
  /** Null: this list asks for none. */
  reasons: ReadonlyMap<number, string> | null
  onReason: ((item: number, reason: string) => void) | null
  /** Reasons that were given before, to be taken over. */
  last: ReadonlyMap<number, string>
  onOpen: (item: RegisterItemView) => void
  onAct: ((act: AskedAct) => void) | null
}

/** A list of the day. J 记进展, B 报结 on the row that is selected; keys typed in a field stay there. */
export function DayTable(props: Props): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { items, onAct } = props
  function press(event: KeyboardEvent): void {
    const row = event.target instanceof HTMLElement && event.target.tagName === 'TR'
    const item = items.find(({ id }) => String(id) === selected) ?? items[0]
    const kind = { j: 'PROGRESS', b: 'DONE' }[event.key.toLowerCase()] as AskedAct['kind'] | undefined
    if (!row || onAct === null || item === undefined || kind === undefined || isFinished(item)) return
    onAct({ kind, item })
    event.preventDefault()
  }
  return (
    <div className="dy-table" onKeyDown={press}>
      <DataTable
        label={props.label}
        rows={items}
        columns={columns(props)}
        rowKey={({ id }) => String(id)}
        selected={selected}
        onSelect={setSelected}
        onOpen={props.onOpen}
        scroll={{ x: 860 }}
      />
    </div>
  )
}

function columns(props: Props): TableColumnsType<RegisterItemView> {
  const { head } = text.day
  const { listOf, vocabulary, reasons, onReason, last, onAct } = props
  return [
    ...(reasons === null
      ? [
          {
            title: head.list,
            key: 'list',
            width: 108,
            render: (_: unknown, item: RegisterItemView) => {
              const list = listOf.get(item.id)
              return list === undefined ? ITEM_STATES[item.state].name : DAY_LIST_NAMES[list]
            }
          }
        ]
      : []),
    {
      title: head.title,
      key: 'title',
      ellipsis: true,
      render: (_, item) => (
        <span title={`${item.number} ${item.title}`}>
          <b>{item.title}</b> <span className="small quiet">{item.number}</span>
        </span>
      )
    },
    {
      title: head.owner,
      key: 'owner',
      width: 108,
      ellipsis: true,
      render: (_, { ownerName }) => ownerName ?? '未明确'
    },
    {
      title: head.left,
      key: 'left',
      width: 88,
      render: (_, { daysLeft }) => (daysLeft === null ? '/' : text.day.daysLeft(daysLeft))
    },
    {
      title: head.done,
      key: 'done',
      width: 56,
      className: 'num',
      render: (_, { done }) => (done === null ? '未报' : `${done}%`)
    },
    {
      title: head.status,
      key: 'status',
      width: 88,
      render: (_, item) =>
        item.slip === null ? (
          <span title={item.statusReason}>{itemStatusText(item.status, vocabulary)}</span>
        ) : (
          <SlipTag level={item.slip.level} times={item.slip.times} />
        )
    },
    ...(reasons === null
      ? []
      : [
          {
            title: text.day.reason,
            key: 'reason',
            width: 224,
            render: (_: unknown, { id, number }: RegisterItemView) =>
              onReason === null ? (
                (reasons.get(id) ?? '')
              ) : (
                <span className="row">
                  <Input
                    size="small"
                    aria-label={`${number} ${text.day.reason}`}
                    placeholder={last.get(id) ?? text.day.reasonHint}
                    value={reasons.get(id) ?? ''}
                    maxLength={500}
                    onChange={(event) => onReason(id, event.target.value)}
                  />
                  {last.has(id) && (reasons.get(id) ?? '') === '' ? (
                    <Button size="small" onClick={() => onReason(id, last.get(id)!)}>
                      {text.day.sameAsBefore}
                    </Button>
                  ) : null}
                </span>
              )
          }
        ]),
    ...(onAct === null
      ? []
      : [
          {
            title: head.act,
            key: 'act',
            width: 126,
            render: (_: unknown, item: RegisterItemView) =>
              isFinished(item) ? (
                ITEM_STATES[item.state].name
              ) : (
                <span className="row">
                  <Button size="small" onClick={() => onAct({ kind: 'PROGRESS', item })}>
                    {text.day.progress}
                  </Button>
                  <Button size="small" onClick={() => onAct({ kind: 'DONE', item })}>
                    {text.day.done}
                  </Button>
                </span>
              )
          }
        ])
  ]
}
