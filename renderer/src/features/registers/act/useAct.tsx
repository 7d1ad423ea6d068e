import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import type { ItemAction, ItemActionName } from '#shared/domain/register/itemAction.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { useCall } from '../../../ipc/queries.ts'
import { ACTION_TEXT, actText as text } from '../../../text/registers.ts'
import { ActDialog } from './ActDialog.tsx'
import { rememberVerifier, splitByAction, WAY_BACK } from './actForm.ts'

export interface Acting {
  /** Does an action to items: at once where nothing is to be filled in, otherwise by its dialog. */
  begin: (action: ItemActionName, items: readonly RegisterItemView[]) => void
  dialog: ReactElement | null
}

/** Steps that ask for nothing. */
const AT_ONCE: ReadonlySet<ItemActionName> = new Set(['START', 'RESTORE'])

/** The same actions with the same dialogs for the table, the board, the calendar and the detail. */
export function useAct(today: string, onDone?: () => void): Acting {
  const act = useCall('register.act')
  const { message, notification } = App.useApp()
  const [asked, setAsked] = useState<{ action: ItemActionName; items: readonly RegisterItemView[] } | null>(
    null
  )

  function run(items: readonly RegisterItemView[], action: ItemAction): void {
    act.mutate(
      { ids: items.map((item) => item.id), action },
      {
        onSuccess: () => {
          if ('verifier' in action) rememberVerifier(action.verifier)
          setAsked(null)
          onDone?.()
          tell(action.action, items)
        },
        onError: (error) => {
          if (AT_ONCE.has(action.action)) {
            notification.warning({
              title: error.message,
              description:
                error.details.problems?.map((problem) => problem.message).join('\n') ?? error.details.action,
              placement: 'bottomRight'
            })
          }
        }
      }
    )
  }

  /** Success, with the way back where there is one. */
  function tell(action: ItemActionName, items: readonly RegisterItemView[]): void {
    const back = WAY_BACK[action]
    const key = `act-${items[0]?.id}-${action}`
    if (back === undefined) return void message.success(ACTION_TEXT[action].done(items.length))
    notification.success({
      key,
      title: ACTION_TEXT[action].done(items.length),
      placement: 'bottomRight',
      duration: 8,
      actions: (
        <Button
          size="small"
          onClick={() => {
            notification.destroy(key)
            undo(back, items)
          }}
        >
          {action === 'DONE' || action === 'VOID' ? text.undo : ACTION_TEXT[back].button}
        </Button>
      )
    })
  }

  function undo(back: ItemActionName, items: readonly RegisterItemView[]): void {
    // Going back from a verified or closed item opens it again: that wants a reason of its own.
    if (back === 'REOPEN' || (back === 'RETURN' && items.some((item) => item.state === 'DONE'))) {
      const state = back === 'REOPEN' ? ('CLOSED' as const) : ('VERIFIED' as const)
      setAsked({ action: back, items: items.map((item) => ({ ...item, state })) })
      return
    }
    const action = { action: back as 'RETURN' | 'RESTORE', text: text.undoReason }
    act.mutate(
      { ids: items.map((item) => item.id), action },
      {
        onSuccess: () => void message.success(text.undone),
        onError: (error) => notification.warning({ title: error.message, placement: 'bottomRight' })
      }
    )
  }

  return {
    begin: (action, items) => {
      act.reset()
      const { fit, rest } = splitByAction(items, action)
      if (AT_ONCE.has(action) && rest.length === 0) {
        run(fit, action === 'START' ? { action: 'START' } : { action: 'RESTORE', text: '' })
      } else setAsked({ action, items })
    },
    dialog:
      asked === null ? null : (
        <ActDialog
          key={`${asked.action}-${asked.items.map((item) => item.id).join(',')}`}
          action={asked.action}
          items={asked.items}
          today={today}
          busy={act.isPending}
          error={act.error}
          onRun={run}
          onClose={() => setAsked(null)}
        />
      )
  }
}
