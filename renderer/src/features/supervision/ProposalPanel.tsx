import { App, Button, Checkbox } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import type { ProposalView, SlipProposalsView, SlipRequest } from '#shared/ipc/slip.ts'
import { paths } from '../../app/paths.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { printDay } from '../../text/format.ts'
import { supervisionText } from '../../text/supervision.ts'
import { IssueDialog } from './IssueDialog.tsx'
import { DeclinedList } from './DeclinedList.tsx'
import { ProposalRow } from './ProposalRow.tsx'
import { requestOf } from './requests.ts'

const text = supervisionText.proposals

interface Props {
  /** Items that the register asked for; undefined: what today asks for. */
  items: readonly number[] | undefined
  onDone: () => void
  onShow: (slip: number) => void
}

/** 「今天有 5 件该办」: check, edit, issue. Nothing is issued until a person agrees. */
export function ProposalPanel({ items, onDone, onShow }: Props): ReactElement {
  const query = useRoute('slip.proposals', items === undefined ? {} : { items: [...items] })
  return (
    <Loaded query={query} rows={3}>
      {(view) => <Proposals view={view} asked={items !== undefined} onDone={onDone} onShow={onShow} />}
    </Loaded>
  )
}

interface ListProps {
  view: SlipProposalsView
  asked: boolean
  onDone: () => void
  onShow: (slip: number) => void
}

function Proposals({ view, asked, onDone, onShow }: ListProps): ReactElement {
  const { proposals, blocked, declined } = view
  const settings = useRoute('slip.settings', {}).data?.settings
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [edited, setEdited] = useState<ReadonlyMap<string, SlipRequest>>(new Map())
  const [editing, setEditing] = useState<ProposalView | null>(null)
  const [declining, setDeclining] = useState<ProposalView[] | null>(null)
  const issue = useCall('slip.issue')
  const { message } = App.useApp()
  const chosen = proposals.filter(({ key }) => !left.has(key))
  const wording = settings ?? { issuer: '', copies: '' }
  const request = (proposal: ProposalView): SlipRequest =>
    edited.get(proposal.key) ?? requestOf(proposal, wording)

  function submit(): void {
    issue.mutate(
      { requests: chosen.map(request) },
      {
        onSuccess: (slips) => {
          void message.success(text.done(slips.length))
          setEdited(new Map())
          onDone()
        }
      }
    )
  }

  if (proposals.length === 0 && blocked.length === 0 && !asked)
    return (
      <Panel title={text.none} hint={text.noneHint} extra={<DeclinedList declined={declined} />}>
        {null}
      </Panel>
    )
  return (
    <Panel
      className="sup-proposals"
      title={asked ? text.asked(proposals.length) : text.title(proposals.length, printDay(view.on))}
      hint={view.warnings[0]}
      scroll
      extra={
        <>
          <DeclinedList declined={declined} />
          {asked ? (
            <Button size="small" onClick={onDone}>
              {text.back}
            </Button>
          ) : null}
          <Button size="small" disabled={chosen.length === 0 || asked} onClick={() => setDeclining(chosen)}>
            {text.decline}
          </Button>
          <Button
            size="small"
            type="primary"
            disabled={chosen.length === 0 || settings === undefined}
            loading={issue.isPending}
            onClick={submit}
          >
            {text.issue(chosen.length)}
          </Button>
        </>
      }
    >
      {issue.error === null ? null : <ErrorPanel error={issue.error} />}
      {proposals.length < 2 ? null : (
        <Checkbox
          className="sup-all"
          checked={left.size === 0}
          indeterminate={chosen.length > 0 && chosen.length < proposals.length}
          onChange={({ target }) =>
            setLeft(target.checked ? new Set() : new Set(proposals.map(({ key }) => key)))
          }
        >
          {text.all}
        </Checkbox>
      )}
      <ul className="sup-list" aria-label={text.title(proposals.length, view.on)}>
        {proposals.map((proposal) => (
          <ProposalRow
            key={proposal.key}
            proposal={proposal}
            request={request(proposal)}
            checked={!left.has(proposal.key)}
            onCheck={(checked) => {
              const next = new Set(left)
              if (checked) next.delete(proposal.key)
              else next.add(proposal.key)
              setLeft(next)
            }}
            onEdit={() => setEditing(proposal)}
            onShow={onShow}
          />
        ))}
        {blocked.map(({ item, number, title, reason }) => (
          <li key={item} className="sup-blocked">
            <span className="ask">△</span>
            <Link to={paths.registerItem(item)}>{number}</Link>
            <span className="ellipsis" title={title}>
              {title}
            </span>
            <span className="soft small grow ellipsis" title={reason}>
              {reason}
            </span>
          </li>
        ))}
      </ul>
      {editing === null ? null : (
        <IssueDialog
          start={request(editing)}
          mode="EDIT"
          unitName={editing.unitName}
          onKeep={(next) => setEdited(new Map([...edited, [editing.key, next]]))}
          onClose={() => setEditing(null)}
        />
      )}
      <Decline proposals={declining} onClose={() => setDeclining(null)} />
    </Panel>
  )
}

function Decline(props: { proposals: ProposalView[] | null; onClose: () => void }): ReactElement {
  const decline = useCall('slip.decline')
  const { proposals, onClose } = props
  const count = proposals?.length ?? 0
  return (
    <ConfirmWithReason
      open={proposals !== null}
      title={text.declineTitle(count)}
      consequence={text.declineText}
      verb={text.declineVerb}
      reason="required"
      busy={decline.isPending}
      error={decline.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        decline.mutate(
          {
            proposals: (proposals ?? []).map(({ key, unitName, subject }) => ({
              key,
              subject: `${unitName} · ${subject}`
            })),
            reason
          },
          { onSuccess: onClose }
        )
      }
    />
  )
}
