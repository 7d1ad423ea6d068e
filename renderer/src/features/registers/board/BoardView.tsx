import { App } from 'antd'
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import type { ItemActionName } from '#shared/domain/register/itemAction.ts'
import { itemState, type ItemState } from '#shared/domain/register/registerItem.ts'
import { ITEM_STATES } from '#shared/domain/register/registerWords.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { actText, boardText as text } from '../../../text/registers.ts'
import { moveBetween } from '../act/actForm.ts'
import type { Vocabulary } from '../facets.ts'
import { BoardCard } from './BoardCard.tsx'

/** Cards that a column draws before it is asked for more. */
const FIRST = 60

interface Props {
  items: readonly RegisterItemView[]
  today: string
  vocabulary: Vocabulary
  selected: number | null
  onSelect: (id: number) => void
  onOpen: (id: number) => void
  onAct: (action: ItemActionName, item: RegisterItemView) => void
}

/** A column a state. Moving a card is the same action with the same dialog as anywhere else. */
export function BoardView(props: Props): ReactElement {
  const { items, selected } = props
  const box = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<RegisterItemView | null>(null)
  const [over, setOver] = useState<ItemState | null>(null)
  const [most, setMost] = useState<Partial<Record<ItemState, number>>>({})
  const { message } = App.useApp()
  const columns = itemState.options.map((state) => ({
    state,
    all: items.filter((item) => item.state === state)
  }))
  const tabStop =
    items.find((item) => item.id === selected)?.id ?? columns.find(({ all }) => all.length > 0)?.all[0]?.id

  function moveCard(item: RegisterItemView, to: ItemState): void {
    if (item.state === to) return
    const action = moveBetween(item.state, to)
    if (action === null) {
      void message.warning(actText.cannotMove(ITEM_STATES[item.state].step, ITEM_STATES[to].step))
    } else props.onAct(action, item)
  }

  function focus(item: RegisterItemView | undefined): void {
    if (item === undefined) return
    props.onSelect(item.id)
    const card = box.current?.querySelector<HTMLElement>(`[data-card="${item.id}"]`)
    card?.focus()
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent, item: RegisterItemView): void {
    if (event.target !== event.currentTarget) return
    const at = itemState.options.indexOf(item.state)
    const own = columns[at]!.all
    const row = own.indexOf(item)
    const side = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if ((event.ctrlKey || event.metaKey) && side !== 0) {
      // Back is always into 办理: a reported item is returned, a closed one opened again.
      const to = side > 0 ? itemState.options[at + 1] : at > 1 ? 'IN_PROGRESS' : undefined
      if (to !== undefined) moveCard(item, to)
    } else if (side !== 0) {
      const next = columns
        .slice(side > 0 ? at + 1 : 0, side > 0 ? undefined : at)
        .filter(({ all }) => all.length > 0)
        .at(side > 0 ? 0 : -1)
      focus(next?.all[Math.min(row, next.all.length - 1)])
    } else if (event.key === 'ArrowDown') focus(own[row + 1])
    else if (event.key === 'ArrowUp') focus(own[row - 1])
    else if (event.key === 'Enter') props.onOpen(item.id)
    else return
    event.preventDefault()
  }

  return (
    <div className="rg-board" ref={box} role="group" aria-label={text.label}>
      {columns.map(({ state, all }) => {
        const shown = all.slice(0, most[state] ?? FIRST)
        return (
          <section
            key={state}
            aria-label={ITEM_STATES[state].name}
            className={over === state ? 'rg-column rg-column-over' : 'rg-column'}
            onDragOver={(event) => {
              if (dragged === null) return
              event.preventDefault()
              setOver(state)
            }}
            onDragLeave={() => setOver((now) => (now === state ? null : now))}
            onDrop={(event) => {
              event.preventDefault()
              setOver(null)
              if (dragged !== null) moveCard(dragged, state)
            }}
          >
            <h2>
              {ITEM_STATES[state].step}
              <span className="quiet">
                {ITEM_STATES[state].name} {all.length}
              </span>
            </h2>
            <div className="rg-cards">
              {shown.map((item) => (
                <BoardCard
                  key={item.id}
                  item={item}
                  today={props.today}
                  vocabulary={props.vocabulary}
                  selected={item.id === selected}
                  inTabOrder={item.id === tabStop}
                  onSelect={() => props.onSelect(item.id)}
                  onOpen={() => props.onOpen(item.id)}
                  onAct={(action) => props.onAct(action, item)}
                  onKeyDown={(event) => onKeyDown(event, item)}
                  onDrag={(dragging) => setDragged(dragging ? item : null)}
                />
              ))}
              {all.length > shown.length ? (
                <button
                  type="button"
                  className="link small"
                  onClick={() => setMost((now) => ({ ...now, [state]: shown.length + FIRST }))}
                >
                  {text.more(all.length - shown.length)}
                </button>
              ) : null}
              {all.length === 0 ? <p className="quiet small">{text.empty}</p> : null}
            </div>
          </section>
        )
      })}
    </div>
  )
}
