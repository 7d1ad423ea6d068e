import { App, Button, Checkbox, Input, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { holderText } from '#shared/domain/incentive/honour.ts'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import type { BonusState, HonourListView, HonourView } from '#shared/ipc/honour.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { ScoreText } from '../../components/ScoreText.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { honoursText } from '../../text/honours.ts'
import { BonusTag } from './BonusTag.tsx'

const text = honoursText.bonus

interface Props {
  onOpen: (id: number) => void
  onRules: () => void
}

/** Bonuses that a rule proposes, whatever the register is narrowed to; refused ones can be asked again. */
export function BonusDesk(props: Props): ReactElement {
  const list = useRoute('honour.list', { filter: {} })
  return (
    <Loaded query={list} rows={8}>
      {(view) => <Proposals {...props} view={view} />}
    </Loaded>
  )
}

type Proposed = HonourView & { bonus: Extract<BonusState, { state: 'PROPOSED' | 'REFUSED' }> }

function isOpen(honour: HonourView): honour is Proposed {
  return honour.bonus.state === 'PROPOSED' || honour.bonus.state === 'REFUSED'
}

function canTake({ bonus }: Proposed): boolean {
  return bonus.state === 'PROPOSED' && bonus.blocked === null
}

function Proposals({ view, onOpen, onRules }: Props & { view: HonourListView }): ReactElement {
  const rows = view.honours.filter(isOpen).toSorted((a, b) => Number(canTake(b)) - Number(canTake(a)))
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [accepting, setAccepting] = useState(false)
  const [refusing, setRefusing] = useState<Proposed | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(rows.length)
  const back = useCall('honour.refuse')
  // Everything that can be taken is chosen until the clerk says otherwise.
  const chosen = rows.filter((row) => canTake(row) && !left.has(row.id))
  const pick = (id: number): void =>
    setLeft((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  if (rows.length === 0)
    return (
      <Panel>
        {view.settings.rules.length === 0 ? (
          <EmptyState title={text.noneRules} hint={text.noneRulesHint}>
            <Button onClick={onRules}>{text.toRules}</Button>
          </EmptyState>
        ) : (
          <EmptyState title={text.none} hint={text.noneHint} />
        )}
      </Panel>
    )
  return (
    <Panel
      className="adj-ledger"
      title={text.title}
      hint={text.hint}
      extra={
        <Button size="small" type="primary" disabled={chosen.length === 0} onClick={() => setAccepting(true)}>
          {text.accept(chosen.length)}
        </Button>
      }
    >
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={text.title}
          rows={rows}
          columns={columns({
            left,
            pick,
            refuse: setRefusing,
            back: (row) => back.mutate({ id: row.id, refused: false, reason: '' })
          })}
          rowKey={(row) => String(row.id)}
          selected={selected}
          onSelect={setSelected}
          onOpen={(row) => onOpen(row.id)}
          onSpace={(row) => pick(row.id)}
          scroll={{ x: 980, y: height }}
        />
      </div>
      {accepting ? <Accept view={view} chosen={chosen} onClose={() => setAccepting(false)} /> : null}
      {refusing === null ? null : <Refuse honour={refusing} onClose={() => setRefusing(null)} />}
    </Panel>
  )
}

interface RowActions {
  left: ReadonlySet<number>
  pick: (id: number) => void
  refuse: (row: Proposed) => void
  back: (row: Proposed) => void
}

function columns({ left, pick, refuse, back }: RowActions): TableColumnsType<Proposed> {
  const { head } = honoursText
  return [
    {
      title: '',
      key: 'pick',
      width: 36,
      align: 'center',
      render: (_, row) => (
        <Checkbox
          aria-label={`选「${row.title}」`}
          disabled={!canTake(row)}
          checked={canTake(row) && !left.has(row.id)}
          onChange={() => pick(row.id)}
        />
      )
    },
    { title: head.title, dataIndex: 'title', width: 200, ellipsis: true },
    { title: head.level, key: 'level', width: 76, render: (_, row) => LEVEL_WORDS[row.level] },
    { title: head.holder, key: 'holder', width: 180, ellipsis: true, render: (_, row) => holderText(row) },
    {
      title: text.points,
      key: 'points',
      width: 64,
      align: 'right',
      render: (_, { bonus }) =>
        bonus.state === 'PROPOSED' ? (
          <ScoreText value={bonus.points} signed strong />
        ) : (
          <BonusTag bonus={bonus} />
        )
    },
    {
      title: text.day,
      key: 'day',
      width: 100,
      render: (_, { bonus }) => (bonus.state === 'PROPOSED' ? bonus.date : '')
    },
    {
      title: text.why,
      key: 'why',
      ellipsis: true,
      render: (_, { bonus }) => {
        const blocked = bonus.state === 'PROPOSED' ? bonus.blocked : null
        return (
          <span className={blocked === null ? 'soft' : 'ask'} title={blocked ?? bonus.sentence}>
            {blocked === null ? bonus.sentence : `${text.blocked}：${blocked}`}
          </span>
        )
      }
    },
    {
      title: '',
      key: 'actions',
      width: 84,
      render: (_, row) =>
        row.bonus.state === 'PROPOSED' ? (
          <Button size="small" onClick={() => refuse(row)}>
            {text.refuse}
          </Button>
        ) : (
          <Button size="small" onClick={() => back(row)}>
            {text.back}
          </Button>
        )
    }
  ]
}

function Accept(props: {
  view: HonourListView
  chosen: readonly Proposed[]
  onClose: () => void
}): ReactElement {
  const { view, chosen, onClose } = props
  const [approver, setApprover] = useState('')
  const accept = useCall('honour.accept')
  const { message } = App.useApp()
  return (
    <ConfirmWithReason
      open
      title={text.acceptTitle(chosen.length)}
      consequence={view.review ? text.acceptReview : text.acceptConsequence}
      verb={text.acceptVerb}
      blockedBy={view.review || approver.trim() !== '' ? null : `请写${text.approver}`}
      busy={accept.isPending}
      error={accept.error}
      onCancel={onClose}
      onConfirm={() =>
        accept.mutate(
          { ids: chosen.map((row) => row.id), approver: view.review ? null : approver.trim() },
          {
            onSuccess: ({ entries }) => {
              onClose()
              void message.success(text.accepted(entries.length))
            }
          }
        )
      }
    >
      {view.review ? null : (
        <label className="confirm-reason">
          <span className="field-label">{text.approver}</span>
          <Input
            autoFocus
            maxLength={40}
            aria-label={text.approver}
            value={approver}
            onChange={(event) => setApprover(event.target.value)}
          />
        </label>
      )}
    </ConfirmWithReason>
  )
}

function Refuse({ honour, onClose }: { honour: Proposed; onClose: () => void }): ReactElement {
  const refuse = useCall('honour.refuse')
  return (
    <ConfirmWithReason
      open
      title={text.refuseTitle}
      consequence={text.refuseConsequence}
      verb={text.refuseVerb}
      reason="required"
      reasonLabel={text.refuseReason}
      busy={refuse.isPending}
      error={refuse.error}
      onCancel={onClose}
      onConfirm={(reason) => refuse.mutate({ id: honour.id, refused: true, reason }, { onSuccess: onClose })}
    />
  )
}
