import { Dropdown } from 'antd'
import type { KeyboardEvent, ReactElement } from 'react'
import { allowedActions } from '#shared/domain/register/transitions.ts'
import type { ItemActionName } from '#shared/domain/register/itemAction.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { Icon } from '../../../components/Icon.tsx'
import { LampMark } from '../../../components/LampMark.tsx'
import { SlipTag } from '../../../components/SlipTag.tsx'
import { ACTION_TEXT, boardText, registersText as text } from '../../../text/registers.ts'
import type { Vocabulary } from '../facets.ts'
import { dayWords, isDone, leftWords, percentWords } from '../itemWords.ts'
import { UrgencyTag } from '../UrgencyTag.tsx'

interface Props {
  item: RegisterItemView
  today: string
  vocabulary: Vocabulary
  selected: boolean
  inTabOrder: boolean
  onSelect: () => void
  onOpen: () => void
  onAct: (action: ItemActionName) => void
  onKeyDown: (event: KeyboardEvent) => void
  onDrag: (dragging: boolean) => void
}

export function BoardCard(props: Props): ReactElement {
  const { item, today } = props
  const { words, overdue } = leftWords(item)
  return (
    <div
      data-card={item.id}
      role="group"
      aria-label={`${item.number} ${item.title}`}
      aria-roledescription={boardText.hint}
      tabIndex={props.inTabOrder ? 0 : -1}
      className={props.selected ? 'rg-card rg-card-on' : 'rg-card'}
      draggable={item.voided === null}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', item.number)
        props.onDrag(true)
      }}
      onDragEnd={() => props.onDrag(false)}
      onClick={props.onSelect}
      onDoubleClick={props.onOpen}
      onKeyDown={props.onKeyDown}
    >
      <div className="rg-card-top small">
        <span className="quiet">{item.number}</span>
        <UrgencyTag urgency={item.urgency} />
        <span className="grow" />
        <Dropdown
          trigger={['click']}
          menu={{
            items: allowedActions(item).map((action) => ({ key: action, label: ACTION_TEXT[action].button })),
            onClick: ({ key, domEvent }) => {
              domEvent.stopPropagation()
              props.onAct(key as ItemActionName)
            }
          }}
        >
          <button
            type="button"
            className="link"
            aria-label={`${boardText.actions} ${item.number}`}
            onClick={(event) => event.stopPropagation()}
          >
            <Icon name="down" />
          </button>
        </Dropdown>
      </div>
      <p
        className={item.state === 'CLOSED' ? 'rg-card-title rg-card-closed' : 'rg-card-title'}
        title={item.title}
      >
        {item.title}
      </p>
      <div className="small soft">{item.ownerName ?? <span className="ask">{text.noOwner}</span>}</div>
      <div className="rg-card-foot small">
        {item.due === null ? (
          <span className="ask">{text.noDue}</span>
        ) : overdue ? (
          <b className="status status-overdue">
            <Icon name="diamond" />
            {words}
          </b>
        ) : (
          <span className="soft">
            {dayWords(item.due, today)} {words}
          </span>
        )}
        <span className="grow" />
        {item.slip === null ? null : (
          <SlipTag level={item.slip.level} times={item.slip.times} title={item.slip.number} />
        )}
        {isDone(item) ? null : (
          <>
            {item.done === null ? null : <span className="soft">{percentWords(item.done)}</span>}
            <LampMark status={item.status} vocabulary={props.vocabulary} reason={item.statusReason} />
          </>
        )}
      </div>
    </div>
  )
}
