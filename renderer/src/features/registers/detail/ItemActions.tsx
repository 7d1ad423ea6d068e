import { Button, Dropdown } from 'antd'
import type { ReactElement } from 'react'
import { allowedActions } from '#shared/domain/register/transitions.ts'
import type { ItemActionName } from '#shared/domain/register/itemAction.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { Icon } from '../../../components/Icon.tsx'
import { ACTION_TEXT, registersText as text } from '../../../text/registers.ts'

interface Props {
  items: readonly RegisterItemView[]
  onAct: (action: ItemActionName) => void
  /** Null where several are chosen and changed in bulk. */
  onEdit: (() => void) | null
  onBulk: (() => void) | null
  onSlip: (() => void) | null
}

/** In front what most often comes next; the rest under 更多. */
const USUAL: readonly ItemActionName[] = [
  'START',
  'PROGRESS',
  'DONE',
  'VERIFY',
  'CLOSE',
  'RETURN',
  'REOPEN',
  'RESTORE'
]

/** What can be done now to the chosen items, as small buttons. An action stands here when it fits at least one. */
export function ItemActions({ items, onAct, onEdit, onBulk, onSlip }: Props): ReactElement {
  const possible = new Set(items.flatMap((item) => allowedActions(item)))
  const several = items.length > 1
  const front = USUAL.filter((action) => possible.has(action) && !(several && action === 'PROGRESS'))
  const rest: ItemActionName[] = [
    ...front.slice(3),
    ...(possible.has('NOTE') ? (['NOTE'] as const) : []),
    ...(possible.has('VOID') ? (['VOID'] as const) : [])
  ]
  return (
    <span className="rg-actions">
      {onSlip === null ? null : (
        <Button size="small" onClick={onSlip}>
          {text.issueSlip}
        </Button>
      )}
      {front.slice(0, 3).map((action) => (
        <Button key={action} size="small" onClick={() => onAct(action)}>
          {ACTION_TEXT[action].button}
        </Button>
      ))}
      {onBulk === null ? null : (
        <Button size="small" onClick={onBulk}>
          {text.bulkEdit}
        </Button>
      )}
      {onEdit === null ? null : (
        <Button size="small" onClick={onEdit}>
          {text.edit}
        </Button>
      )}
      {rest.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((action) => ({ key: action, label: ACTION_TEXT[action].button })),
            onClick: ({ key }) => onAct(key as ItemActionName)
          }}
        >
          <Button size="small">
            {text.more}
            <Icon name="down" />
          </Button>
        </Dropdown>
      )}
    </span>
  )
}
