import { Button } from 'antd'
import type { ReactElement } from 'react'
import { Loaded } from '../../../components/Loaded.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { detailText as text } from '../../../text/registers.ts'
import type { Vocabulary } from '../facets.ts'
import { EventLog } from './EventLog.tsx'
import { EvidenceList } from '../../../components/EvidenceList.tsx'
import { ItemHead } from './ItemHead.tsx'
import { Related } from './Related.tsx'
import { StepFlow } from './StepFlow.tsx'

interface Props {
  /** Null: nothing is looked at. */
  id: number | null
  today: string
  vocabulary: Vocabulary
  onItem: (id: number) => void
  onFull: () => void
}

/** Under the table: what the chosen item is, what happened, what proves it. */
export function DetailPane({ id, today, vocabulary, onItem, onFull }: Props): ReactElement {
  const detail = useRoute('register.get', id === null ? null : { id })
  if (id === null) {
    return (
      <section className="panel rg-pane rg-pane-none" aria-label={text.fields}>
        <p className="quiet">{text.pick}</p>
      </section>
    )
  }
  return (
    <section className="panel rg-pane" aria-label={text.fields}>
      <Loaded query={detail} rows={4}>
        {(view) => (
          <>
            <div className="rg-pane-what">
              <ItemHead item={view.item} vocabulary={vocabulary} />
              <StepFlow item={view.item} events={view.events} today={today} />
            </div>
            <div className="rg-pane-log">
              <div className="rg-pane-title">
                <b className="grow">{text.log}</b>
                <Button size="small" type="text" onClick={onFull}>
                  {text.full}
                </Button>
              </div>
              <EventLog
                events={view.events}
                measure={view.item.quantity?.measure ?? ''}
                today={today}
                short
              />
            </div>
            <div className="rg-pane-files">
              <EvidenceList
                subject="ITEM"
                subjectId={view.item.id}
                evidence={view.evidence}
                readOnly={view.item.voided !== null}
              />
              <Related detail={view} today={today} onItem={onItem} />
            </div>
          </>
        )}
      </Loaded>
    </section>
  )
}
