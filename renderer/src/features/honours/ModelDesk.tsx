import { Button, Segmented, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useSearchParams } from 'react-router'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ModelView } from '#shared/ipc/honour.ts'
import { FileMenu } from '../../app/FileMenu.tsx'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useTableHeight } from '../../components/useTableHeight.ts'
import { call } from '../../ipc/client.ts'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { printNumber } from '../../text/format.ts'
import { honoursText } from '../../text/honours.ts'
import { ModelDialog } from './ModelDialog.tsx'
import type { Models } from './modelForm.ts'

const text = honoursText.models

/** 看齐标准: how far each unit is from a model, metric by metric. `start` is the honour that a model is to be made of. */
export function ModelDesk({ period, start }: { period: PeriodKey; start: string | null }): ReactElement {
  const models = useRoute('honour.models', { period })
  return (
    <Loaded query={models} rows={10}>
      {(data) => <Desk period={period} data={data} start={start} />}
    </Loaded>
  )
}

function Desk({
  period,
  data,
  start
}: {
  period: PeriodKey
  data: Models
  start: string | null
}): ReactElement {
  const [, setParams] = useSearchParams()
  const [shown, setShown] = useState<string | null>(null)
  const [editing, setEditing] = useState<ModelView | 'NEW' | null>(start === null ? null : 'NEW')
  const [removing, setRemoving] = useState<ModelView | null>(null)
  const remove = useCall('honour.removeModel')
  const model = data.models.find((entry) => entry.id === shown) ?? data.models[0] ?? null
  const close = (): void => {
    setEditing(null)
    setParams({ view: 'MODELS' }, { replace: true })
  }
  return (
    <>
      {model === null ? (
        <Panel>
          <EmptyState title={text.none} hint={text.noneHint}>
            <Button type="primary" onClick={() => setEditing('NEW')}>
              {text.add}
            </Button>
          </EmptyState>
        </Panel>
      ) : (
        <Panel
          className="adj-ledger hon-model"
          title={
            data.models.length === 1 ? (
              model.title
            ) : (
              <Segmented
                size="small"
                value={model.id}
                options={data.models.map(({ id, title }) => ({ value: id, label: title }))}
                onChange={setShown}
              />
            )
          }
          hint={model.holder === '' ? text.hint : `标杆：${model.holder}`}
          extra={
            <>
              <Button size="small" onClick={() => setRemoving(model)}>
                {text.remove}
              </Button>
              <Button size="small" onClick={() => setEditing(model)}>
                {text.edit}
              </Button>
              <FileMenu
                kinds={[{ key: 'MODEL', label: text.exportName }]}
                save={(_, format) => call('honour.exportModel', { period, id: model.id, format })}
              />
              <Button size="small" type="primary" onClick={() => setEditing('NEW')}>
                {text.add}
              </Button>
            </>
          }
        >
          <ModelTable model={model} />
        </Panel>
      )}
      {editing === null ? null : (
        <ModelDialog
          period={period}
          data={data}
          model={editing === 'NEW' ? null : editing}
          honour={editing === 'NEW' && start !== null ? Number(start) : null}
          onClose={close}
          onSaved={(id) => {
            setShown(id)
            close()
          }}
        />
      )}
      {removing === null ? null : (
        <ConfirmWithReason
          open
          title={text.removeTitle}
          consequence={text.removeConsequence(removing.title)}
          verb={text.removeVerb}
          busy={remove.isPending}
          error={remove.error}
          onCancel={() => setRemoving(null)}
          onConfirm={() => remove.mutate({ id: removing.id }, { onSuccess: () => setRemoving(null) })}
        />
      )}
    </>
  )
}

type Row = ModelView['rows'][number]

function ModelTable({ model }: { model: ModelView }): ReactElement {
  const [selected, setSelected] = useState<string | null>(null)
  // A second line in the head: the standard under the name of the metric.
  const { attach, height, style } = useTableHeight(model.rows.length, 38)
  return (
    <div className="fill" ref={attach} style={style}>
      <DataTable
        label={model.title}
        rows={model.rows}
        columns={columns(model)}
        rowKey={(row) => row.unit}
        selected={selected}
        onSelect={setSelected}
        scroll={{ x: 260 + model.metrics.length * 170, y: height }}
      />
    </div>
  )
}

function columns(model: ModelView): TableColumnsType<Row> {
  return [
    { title: text.unit, dataIndex: 'unitName', width: 150, ellipsis: true, fixed: 'left' },
    ...model.metrics.map((metric, index): TableColumnsType<Row>[number] => ({
      key: String(index),
      width: 170,
      align: 'right',
      title: (
        <span
          className="hon-metric"
          title={[metric.directionWord, metric.source].filter((part) => part !== '').join(' · ')}
        >
          {metric.name}
          <span className="soft small">
            {text.standard} {printNumber(metric.value)}
            {metric.measure}
          </span>
        </span>
      ),
      render: (_, row) => <Distance distance={row.distances[index]!} />
    })),
    {
      title: text.reached,
      key: 'reached',
      width: 84,
      align: 'center',
      render: (_, { reached, compared }) => (compared === 0 ? '/' : `${reached} / ${compared}`)
    }
  ]
}

/** Value and distance; reached is 朱砂 and says so by its word. */
function Distance({ distance }: { distance: Row['distances'][number] }): ReactElement {
  const { value, short, word } = distance
  if (value === null || short === null) return <span className="quiet">{word}</span>
  const reached = short === '0' || short.startsWith('-')
  return (
    <>
      <span className="score">{printNumber(value)}</span>
      <span className={reached ? 'hon-distance hon-reached' : 'hon-distance soft'}>{word}</span>
    </>
  )
}
