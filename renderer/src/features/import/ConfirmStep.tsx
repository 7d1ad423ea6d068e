import type { ReactElement, ReactNode } from 'react'
import type { ImportPreview, ImportSessionView } from '#shared/ipc/importViews.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { MovementMark } from '../../components/MovementMark.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { cellCount, importText, itemCount, unitCount } from '../../text/import.ts'
import { ChangeTable } from './ChangeTable.tsx'
import { ItemTable } from './ItemTable.tsx'

const { confirm: text } = importText

/** 确认: the real import, rolled back: what would be new, what changes, which ranks move. */
export function ConfirmStep({ session }: { session: ImportSessionView }): ReactElement {
  const preview = useRoute('import.preview', { session: session.session })
  const { missingUnits } = session.totals
  return (
    <Loaded
      query={preview}
      skeleton={
        <Panel className="ip-grow">
          <Skeleton rows={12} />
        </Panel>
      }
    >
      {(data) => (
        <div className="ip-confirm">
          <Panel
            title={text.title}
            hint={session.review ? text.hintReview : text.hint}
            className="ip-confirm-top"
          >
            <Totals preview={data} />
          </Panel>
          {data.items.length === 0 ? null : (
            <Panel title={text.itemsTitle} hint={itemCount(data.items.length)} className="ip-changes">
              <ItemTable rows={data.items} linked={false} />
            </Panel>
          )}
          {data.items.length > 0 && data.changed.length === 0 ? null : (
            <Panel title={text.changedTitle} hint={cellCount(data.changed.length)} className="ip-changes">
              {data.changed.length === 0 ? (
                <p className="quiet ip-none">{text.changedNone}</p>
              ) : (
                <ChangeTable changes={data.changed} />
              )}
            </Panel>
          )}
          <Panel title={text.ranksTitle} scroll>
            <Ranks preview={data} />
            <h3 className="ip-sub">
              {text.missingTitle}
              {missingUnits.length === 0 ? null : (
                <span className="small quiet"> {unitCount(missingUnits.length)}</span>
              )}
            </h3>
            <p className="ip-sub-text">
              {missingUnits.length === 0 ? text.missingNone : missingUnits.join('、')}
            </p>
          </Panel>
        </div>
      )}
    </Loaded>
  )
}

function Totals({ preview }: { preview: ImportPreview }): ReactElement {
  const count = (outcome: ImportPreview['items'][number]['outcome']): number =>
    preview.items.filter((row) => row.outcome === outcome).length
  return (
    <dl className="ip-totals">
      <Total name={text.created} value={preview.created} />
      <Total name={text.changed} value={preview.changed.length} />
      <Total name={text.same} value={preview.same} />
      <Total name={text.adjustments} value={preview.adjustments} />
      {preview.items.length === 0 ? null : (
        <>
          <Total name={text.itemsNew} value={count('NEW')} />
          <Total name={text.itemsChanged} value={count('CHANGED')} />
          <Total name={text.itemsSame} value={count('SAME')} />
        </>
      )}
      <Total name={text.left} value={preview.left} tone={preview.left > 0 ? 'ask' : undefined} />
    </dl>
  )
}

function Total({
  name,
  value,
  tone
}: {
  name: string
  value: number
  tone?: string | undefined
}): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={tone}>{value}</dd>
    </div>
  )
}

function Ranks({ preview }: { preview: ImportPreview }): ReactNode {
  if (preview.rankChanges.length === 0) return <p className="quiet ip-none">{text.ranksNone}</p>
  return (
    <table className="plain" aria-label={text.ranksTitle}>
      <tbody>
        {preview.rankChanges.map((change) => (
          <tr key={change.name}>
            <td className="bold">{change.name}</td>
            <td className="num nowrap">
              {change.before ?? '/'} → {change.after ?? '/'}
            </td>
            <td className="mid">
              <MovementMark movement={change.movement} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
