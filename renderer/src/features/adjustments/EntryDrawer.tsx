import { Button, Drawer } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'
import { LEDGER_EVENT_WORDS } from '#shared/domain/incentive/ledgerEntry.ts'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import type { LedgerEntryView } from '#shared/ipc/incentive.ts'
import { paths } from '../../app/paths.ts'
import { EvidenceList } from '../../components/EvidenceList.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { SourceTag } from '../../components/SourceTag.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { adjustmentsText } from '../../text/adjustments.ts'
import { printStamp } from '../../text/format.ts'
import type { Asked } from './ActDialog.tsx'
import { EffectPanel } from './EffectPanel.tsx'
import { signedCounts, signedPoints } from './ledgerRows.ts'
import { StateTag } from './StateTag.tsx'

const text = adjustmentsText.detail

interface Props {
  id: number
  decimals: number
  frozen: boolean
  onClose: () => void
  onEdit: (entry: LedgerEntryView) => void
  onCopy: (entry: LedgerEntryView) => void
  onAsk: (asked: Asked) => void
}

/** One entry whole: what counts and why, its basis and files, who did what when, and what can be done. */
export function EntryDrawer(props: Props): ReactElement {
  const detail = useRoute('incentive.get', { id: props.id })
  return (
    <Drawer
      open
      title={text.title(props.id)}
      size={460}
      destroyOnHidden
      onClose={props.onClose}
      footer={detail.data === undefined ? null : <Actions {...props} entry={detail.data.entry} />}
    >
      <Loaded query={detail} rows={10}>
        {({ entry, events, evidence }) => (
          <div className="adj-detail">
            <Facts entry={entry} decimals={props.decimals} />
            {entry.state === 'draft' || entry.state === 'submitted' ? <Effect id={entry.id} /> : null}
            <EvidenceList
              subject="ADJUSTMENT"
              subjectId={entry.id}
              title={text.evidence}
              evidence={evidence}
              readOnly={props.frozen || entry.state === 'reversed'}
            />
            {events.length === 0 ? null : (
              <>
                <h3>{text.log}</h3>
                <ol className="adj-log">
                  {events.map((event) => (
                    <li key={event.id}>
                      <span className="soft nowrap">{printStamp(event.at)}</span> {event.who}{' '}
                      {LEDGER_EVENT_WORDS[event.type]}
                      {event.text === '' ? '' : `：${event.text}`}
                    </li>
                  ))}
                </ol>
              </>
            )}
          </div>
        )}
      </Loaded>
    </Drawer>
  )
}

function Effect({ id }: { id: number }): ReactElement {
  const effect = useRoute('incentive.effect', { id })
  return <EffectPanel effect={effect.data} error={effect.error} />
}

function Line({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Facts({ entry, decimals }: { entry: LedgerEntryView; decimals: number }): ReactElement {
  const { head } = adjustmentsText
  const people = [entry.reporter, entry.approver].filter((name) => name !== null && name !== '')
  return (
    <>
      <p className="adj-detail-title">
        <b className={entry.state === 'reversed' ? 'adj-struck' : ''}>{entry.reason}</b>
        <StateTag entry={entry} />
      </p>
      {entry.said === null ? null : (
        <p className="check">
          {entry.said.by}：{entry.said.text}
        </p>
      )}
      <dl className="adj-facts">
        <Line label={head.unit}>
          {entry.unitName} <Link to={paths.unit(entry.unit)}>{text.openUnit}</Link>
        </Line>
        <Line label={head.class}>
          {entry.className}
          {entry.catalogue === null ? '' : ` · ${entry.catalogue.name}`}
          {entry.level === null ? '' : ` · ${LEVEL_WORDS[entry.level]}`}
        </Line>
        <Line label={head.points}>
          <ScoreText value={signedPoints(entry)} places={decimals} signed strong />
        </Line>
        <Line label={text.counts}>
          {entry.counts === null ? null : (
            <ScoreText value={signedCounts(entry)} places={decimals} signed strong />
          )}{' '}
          <span className="soft">{entry.countsWhy}</span>
        </Line>
        <Line label={head.date}>{entry.date ?? '/'}</Line>
        {entry.evidence === '' ? null : <Line label={head.evidence}>{entry.evidence}</Line>}
        {people.length === 0 ? null : <Line label={text.people}>{people.join(' / ')}</Line>}
        {entry.honour === null ? null : (
          <Line label={text.honour}>
            <Link to={`${paths.honours}?honour=${entry.honour.id}`}>{entry.honour.title}</Link>
          </Line>
        )}
        {entry.byHand ? null : (
          <Line label={text.source}>
            <SourceTag source={entry.source} />
          </Line>
        )}
      </dl>
    </>
  )
}

function Actions(props: Props & { entry: LedgerEntryView }): ReactElement {
  const { entry } = props
  const submit = useCall('incentive.act')
  const words = adjustmentsText.actions
  return (
    <div className="adj-actions">
      {submit.error === null ? null : <ErrorPanel error={submit.error} />}
      {entry.actions.includes('REVERSE') ? (
        <Button onClick={() => props.onAsk({ action: 'REVERSE', entries: [entry] })}>{words.REVERSE}</Button>
      ) : null}
      {props.frozen || !entry.byHand ? null : (
        <Button onClick={() => props.onCopy(entry)}>{text.copy}</Button>
      )}
      <span className="grow" />
      {entry.actions.includes('EDIT') ? (
        <Button onClick={() => props.onEdit(entry)}>{words.EDIT}</Button>
      ) : null}
      {entry.actions.includes('RETURN') ? (
        <Button onClick={() => props.onAsk({ action: 'RETURN', entries: [entry] })}>{words.RETURN}</Button>
      ) : null}
      {entry.actions.includes('SUBMIT') ? (
        <Button
          loading={submit.isPending}
          onClick={() => submit.mutate({ ids: [entry.id], action: { action: 'SUBMIT' } })}
        >
          {words.SUBMIT}
        </Button>
      ) : null}
      {entry.actions.includes('APPROVE') ? (
        <Button type="primary" onClick={() => props.onAsk({ action: 'APPROVE', entries: [entry] })}>
          {words.APPROVE}
        </Button>
      ) : null}
    </div>
  )
}
