import { Drawer } from 'antd'
import type { ReactElement } from 'react'
import type { ItemActionName } from '#shared/domain/register/itemAction.ts'
import type { RegisterItemView } from '#shared/ipc/register.ts'
import { Loaded } from '../../../components/Loaded.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { detailText as text } from '../../../text/registers.ts'
import { canEdit, isDone } from '../itemWords.ts'
import type { RegisterNames } from '../useRegister.ts'
import { EventLog } from './EventLog.tsx'
import { EvidenceList } from '../../../components/EvidenceList.tsx'
import { ItemActions } from './ItemActions.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { ItemHead } from './ItemHead.tsx'
import { Related } from './Related.tsx'
import { StepFlow } from './StepFlow.tsx'

interface Props {
  id: number
  today: string
  names: RegisterNames
  onItem: (id: number) => void
  onAct: (action: ItemActionName, item: RegisterItemView) => void
  onEdit: (id: number) => void
  onSlip: (item: RegisterItemView) => void
  onClose: () => void
}

/** One item with everything that is known of it. */
export function DetailDrawer(props: Props): ReactElement {
  const { id, today, names } = props
  const detail = useRoute('register.get', { id })
  return (
    <Drawer
      open
      size={620}
      rootClassName="below-bar"
      title={detail.data?.item.number ?? text.fields}
      onClose={props.onClose}
      footer={
        detail.data === undefined ? null : (
          <ItemActions
            items={[detail.data.item]}
            onAct={(action) => props.onAct(action, detail.data.item)}
            onEdit={canEdit(detail.data.item) ? () => props.onEdit(id) : null}
            onBulk={null}
            onSlip={
              detail.data.item.voided === null && !isDone(detail.data.item)
                ? () => props.onSlip(detail.data.item)
                : null
            }
          />
        )
      }
    >
      <Loaded query={detail} rows={10}>
        {(view) => (
          <div className="rg-drawer">
            <ItemHead item={view.item} vocabulary={names.vocabulary} />
            <StepFlow item={view.item} events={view.events} today={today} />
            <p className="small soft">{view.item.statusReason}</p>
            <EvidenceList
              subject="ITEM"
              subjectId={view.item.id}
              evidence={view.evidence}
              readOnly={view.item.voided !== null}
            />
            <Related detail={view} today={today} onItem={props.onItem} />
            <section>
              <b>{text.log}</b>
              <EventLog events={view.events} measure={view.item.quantity?.measure ?? ''} today={today} />
            </section>
            <section>
              <b>{text.fields}</b>
              <ItemFacts detail={view} names={names} />
            </section>
          </div>
        )}
      </Loaded>
    </Drawer>
  )
}
