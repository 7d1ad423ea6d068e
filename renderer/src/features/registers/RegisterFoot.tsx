import type { ReactElement } from 'react'
import type { ItemActionName } from '#shared/domain/register/itemAction.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { lampLegend } from '../../components/LampMark.tsx'
import { boardText, registersText as text } from '../../text/registers.ts'
import { ItemActions } from './detail/ItemActions.tsx'
import type { Vocabulary } from './facets.ts'
import { canEdit, isDone } from './itemWords.ts'
import type { RegisterView } from './registerQuery.ts'

interface Props {
  shown: number
  total: number
  view: RegisterView
  vocabulary: Vocabulary
  /** The checked items, or the one that is looked at. */
  chosen: readonly RegisterItemView[]
  checked: number
  onUncheck: () => void
  onAct: (action: ItemActionName) => void
  onEdit: () => void
  onBulk: () => void
  onSlip: () => void
}

/** How many are shown, what lamps mean, and what can be done to the chosen ones. */
export function RegisterFoot(props: Props): ReactElement {
  const { chosen, checked } = props
  // A closed item must be opened again before it can be changed.
  const alive = chosen.some(canEdit)
  const open = chosen.some((item) => item.voided === null && !isDone(item))
  const legend = [props.view === 'board' ? boardText.hint : '', lampLegend(props.vocabulary)]
    .filter((part) => part !== '')
    .join('　')
  return (
    <div className="rg-foot">
      <span className="quiet nowrap">{text.shown(props.shown, props.total)}</span>
      <span className="quiet small grow ellipsis" title={legend}>
        {legend}
      </span>
      {chosen.length === 0 ? null : (
        <>
          <span className="soft nowrap">{checked > 0 ? text.chosen(checked) : chosen[0]!.number}</span>
          {checked > 0 ? (
            <button type="button" className="link small" onClick={props.onUncheck}>
              {text.uncheck}
            </button>
          ) : null}
          <ItemActions
            items={chosen}
            onAct={props.onAct}
            onEdit={chosen.length === 1 && alive ? props.onEdit : null}
            onBulk={chosen.length > 1 && alive ? props.onBulk : null}
            onSlip={open ? props.onSlip : null}
          />
        </>
      )}
    </div>
  )
}
