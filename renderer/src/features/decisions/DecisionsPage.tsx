import { App, Button, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { DecisionView } from '#shared/ipc/decision.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { DECISION_TYPES, decisionsText as text } from '../../text/decisions.ts'
import { printStamp } from '../../text/format.ts'
import { WithScheme } from '../scheme/WithScheme.tsx'
import { DecisionDialog } from './DecisionDialog.tsx'
import { FORM_TYPES, YEAR_TYPES, type DecisionFields, type FormType } from './decisionForm.ts'
import './decisions.css'

/** 决定: everything that people decided where no formula answers. */
export function DecisionsPage(): ReactElement {
  return <WithScheme title={text.title}>{(period) => <Decisions key={period} period={period} />}</WithScheme>
}

/** `?add=IMPUTATION&unit=…&indicator=…` opens the form: other pages link here. */
function asked(params: URLSearchParams): { type: FormType; fields: DecisionFields } | null {
  const type = FORM_TYPES.find((entry) => entry === params.get('add'))
  if (type === undefined) return null
  const fields: DecisionFields = {}
  for (const key of ['race', 'unit', 'indicator', 'board'] as const) {
    const value = params.get(key)
    if (value !== null) fields[key] = value
  }
  return { type, fields }
}

function Decisions({ period }: { period: PeriodKey }): ReactElement {
  const { frozen } = usePeriod()
  const [params, setParams] = useSearchParams()
  const list = useRoute('decision.list', { period })
  const scheme = useRoute('scheme.get', { period }).data?.definition
  const [revoking, setRevoking] = useState<DecisionView | null>(null)
  const start = asked(params)
  const open = (type: FormType): void => setParams({ add: type }, { replace: true })
  return (
    <div className="page">
      <PageHead title={text.title} note={text.note}>
        <Button
          type="primary"
          disabled={scheme === undefined}
          onClick={() => open(frozen ? 'LEADERSHIP' : 'IMPUTATION')}
        >
          {frozen ? text.addYear : text.add}
        </Button>
      </PageHead>
      {frozen ? (
        <Notice tone="plain" title={common.frozen}>
          {text.frozen}
        </Notice>
      ) : null}
      <Loaded query={list} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <Panel>
              <EmptyState title={text.empty} hint={text.emptyHint} />
            </Panel>
          ) : (
            <DecisionTable rows={rows} onRevoke={setRevoking} />
          )
        }
      </Loaded>
      {start === null || scheme === undefined || (frozen && !YEAR_TYPES.includes(start.type)) ? null : (
        <DecisionDialog
          period={period}
          scheme={scheme}
          start={start}
          frozen={frozen}
          onClose={() => setParams({}, { replace: true })}
        />
      )}
      <Revoke decision={revoking} onClose={() => setRevoking(null)} />
    </div>
  )
}

function DecisionTable(props: {
  rows: readonly DecisionView[]
  onRevoke: (decision: DecisionView) => void
}): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  const { attach, height, style } = useTableHeight(props.rows.length)
  return (
    <Panel className="dec-table">
      <div className="fill" ref={attach} style={style}>
        <DataTable
          label={text.title}
          rows={props.rows}
          columns={columns(props.onRevoke)}
          rowKey={(row) => String(row.id)}
          selected={selected}
          onSelect={setSelected}
          rowClassName={(row) => (row.revoked === null ? '' : 'dec-revoked')}
          scroll={{ x: 900, y: height }}
        />
      </div>
    </Panel>
  )
}

function columns(onRevoke: (decision: DecisionView) => void): TableColumnsType<DecisionView> {
  const { head } = text
  return [
    { title: head.type, key: 'type', width: 96, render: (_, row) => DECISION_TYPES[row.subject.type].name },
    {
      title: head.text,
      key: 'text',
      ellipsis: true,
      render: (_, row) => (
        <span className="dec-text" title={row.text}>
          {row.text}
        </span>
      )
    },
    {
      title: head.basis,
      key: 'basis',
      width: 220,
      ellipsis: true,
      render: (_, row) => <span title={row.basis}>{row.basis}</span>
    },
    { title: head.decidedBy, dataIndex: 'decidedBy', width: 110, ellipsis: true },
    { title: head.date, dataIndex: 'date', width: 104 },
    {
      title: head.recorded,
      key: 'recorded',
      width: 190,
      render: (_, row) => (
        <span className="soft nowrap">
          {printStamp(row.recordedAt)} {row.recordedBy}
        </span>
      )
    },
    {
      title: head.state,
      key: 'state',
      width: 116,
      render: (_, row) =>
        row.revoked === null ? (
          <span className="row">
            {text.inForce}
            {row.canRevoke ? (
              <Button size="small" onClick={() => onRevoke(row)}>
                {text.revoke}
              </Button>
            ) : null}
          </span>
        ) : (
          <span title={`${printStamp(row.revoked.at)} ${row.revoked.by}：${row.revoked.reason}`}>
            {text.revoked}
          </span>
        )
    }
  ]
}

function Revoke(props: { decision: DecisionView | null; onClose: () => void }): ReactElement {
  const revoke = useCall('decision.revoke')
  const { message } = App.useApp()
  const { decision, onClose } = props
  return (
    <ConfirmWithReason
      open={decision !== null}
      title={text.revokeTitle}
      consequence={decision === null ? '' : text.revokeConsequence(decision.text)}
      verb={text.revokeVerb}
      reason="required"
      reasonLabel={text.revokeReason}
      busy={revoke.isPending}
      error={revoke.error}
      onCancel={onClose}
      onConfirm={(reason) => {
        if (decision === null) return
        revoke.mutate(
          { id: decision.id, reason },
          {
            onSuccess: () => {
              onClose()
              void message.success(text.revokedDone)
            }
          }
        )
      }}
    />
  )
}
