import type { ReactElement, ReactNode } from 'react'
import type { ImportPreview, ImportSessionView } from '#shared/ipc/import.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { MovementMark } from '../../components/MovementMark.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { cellCount, FIELD_WORDS, importText } from '../../text/import.ts'

const { confirm: text } = importText

/** 确认: the real import, rolled back: what would be new, what changes, which ranks move. */
export function ConfirmStep({ session }: { session: ImportSessionView }): ReactElement {
  const preview = useRoute('import.preview', { session: session.session })
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
          <Panel title={text.title} hint={text.hint} className="ip-confirm-top">
            <Totals preview={data} />
          </Panel>
          <Panel title={text.changedTitle} hint={cellCount(data.changed.length)} scroll>
            <Changes preview={data} />
          </Panel>
          <Panel title={text.ranksTitle} scroll>
            <Ranks preview={data} />
            <h3 className="ip-sub">{text.missingTitle}</h3>
            <p className="ip-sub-text">
              {session.totals.missingUnits.length === 0
                ? text.missingNone
                : session.totals.missingUnits.join('、')}
            </p>
          </Panel>
        </div>
      )}
    </Loaded>
  )
}

function Totals({ preview }: { preview: ImportPreview }): ReactElement {
  return (
    <dl className="ip-totals">
      <Total name={text.created} value={preview.created} />
      <Total name={text.changed} value={preview.changed.length} />
      <Total name={text.same} value={preview.same} />
      <Total name={text.adjustments} value={preview.adjustments} />
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

function Changes({ preview }: { preview: ImportPreview }): ReactNode {
  if (preview.changed.length === 0) return <p className="quiet ip-none">{text.changedNone}</p>
  return (
    <table className="plain" aria-label={text.changedTitle}>
      <thead>
        <tr>
          <th>{text.unit}</th>
          <th>{text.indicator}</th>
          <th className="num">{text.before}</th>
          <th className="num">{text.after}</th>
          <th>{text.place}</th>
        </tr>
      </thead>
      <tbody>
        {preview.changed.map((change, index) => (
          <tr key={index}>
            <td>{change.unitName}</td>
            <td>
              {change.indicatorName}{' '}
              <span className="small quiet">{FIELD_WORDS[change.field] ?? change.field}</span>
            </td>
            <td className="num soft">{change.before}</td>
            <td className="num bold">{change.after}</td>
            <td className="small soft ip-file-name" title={`${change.file} · ${change.address}`}>
              {change.file} · {change.address}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Ranks({ preview }: { preview: ImportPreview }): ReactNode {
  if (preview.rankChanges.length === 0) return <p className="quiet ip-none">{text.ranksNone}</p>
  return (
    <table className="plain" aria-label={text.ranksTitle}>
      <tbody>
        {preview.rankChanges.map((change) => (
          <tr key={change.unit}>
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
