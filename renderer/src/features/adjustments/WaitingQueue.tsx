import { Button, Checkbox, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import type { LedgerEntryView, LedgerView } from '#shared/ipc/incentive.ts'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { useRoute } from '../../ipc/queries.ts'
import { adjustmentsText } from '../../text/adjustments.ts'
import type { Asked } from './ActDialog.tsx'
import { EffectPanel } from './EffectPanel.tsx'
import { ledgerColumns } from './ledgerColumns.tsx'

const text = adjustmentsText.queue

interface Props {
  view: LedgerView
  onOpen: (id: number) => void
  onAsk: (asked: Asked) => void
}

/** 待审批: what was submitted, what each would do, and approving several together. */
export function WaitingQueue({ view, onOpen, onAsk }: Props): ReactElement {
  const waiting = view.entries.filter((entry) => entry.state === 'submitted')
  const [selected, setSelected] = useState<number | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const current = waiting.find((entry) => entry.id === selected) ?? waiting[0] ?? null
  const effect = useRoute('incentive.effect', current === null ? null : { id: current.id })
  const { attach, height, style } = useTableHeight(waiting.length)
  const picked = waiting.filter((entry) => chosen.has(entry.id))

  if (waiting.length === 0)
    return (
      <Panel>
        <EmptyState title={text.none} hint={text.noneHint} />
      </Panel>
    )
  const pick = (id: number): void =>
    setChosen((now) => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <div className="split split-side">
      <Panel
        title={text.title}
        hint={view.review ? text.reviewOn : text.hint}
        extra={
          <Button
            size="small"
            type="primary"
            disabled={picked.length === 0}
            onClick={() => onAsk({ action: 'APPROVE', entries: picked })}
          >
            {text.approveChosen(picked.length)}
          </Button>
        }
      >
        <div className="fill" ref={attach} style={style}>
          <DataTable
            label={text.title}
            rows={waiting}
            columns={[
              checkColumn(chosen, pick),
              ...ledgerColumns(view.decimals, { unit: true, whole: false })
            ]}
            rowKey={(row) => String(row.id)}
            selected={current === null ? null : String(current.id)}
            onSelect={(key) => setSelected(Number(key))}
            onOpen={(row) => onOpen(row.id)}
            onSpace={(row) => pick(row.id)}
            scroll={{ x: 700, y: height }}
          />
        </div>
      </Panel>
      {current === null ? null : (
        <Panel title={`第 ${current.id} 号 · ${current.unitName}`} scroll pad>
          <p className="bold">{current.reason}</p>
          <EffectPanel effect={effect.data} error={effect.error} />
          <div className="adj-actions">
            <Button onClick={() => onAsk({ action: 'RETURN', entries: [current] })}>
              {adjustmentsText.actions.RETURN}
            </Button>
            <Button onClick={() => onOpen(current.id)}>{text.open}</Button>
            <span className="grow" />
            <Button onClick={() => onAsk({ action: 'APPROVE', entries: [current] })}>
              {adjustmentsText.actions.APPROVE}
            </Button>
          </div>
        </Panel>
      )}
    </div>
  )
}

function checkColumn(
  chosen: ReadonlySet<number>,
  pick: (id: number) => void
): TableColumnsType<LedgerEntryView>[number] {
  return {
    title: '',
    key: 'pick',
    width: 36,
    align: 'center',
    render: (_, row) => (
      <Checkbox aria-label={`选第 ${row.id} 号`} checked={chosen.has(row.id)} onChange={() => pick(row.id)} />
    )
  }
}
