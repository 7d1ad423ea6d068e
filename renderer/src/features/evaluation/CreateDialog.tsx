import { Button, Input, InputNumber, Modal, Segmented, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { MOST_SEATS } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { JudgedIndicator } from '#shared/domain/evaluation/judgedIndicator.ts'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { useCall } from '../../ipc/queries.ts'
import { common } from '../../text/common.ts'
import { evaluationText as text } from '../../text/evaluation.ts'
import { localToday } from '../../text/format.ts'

/** Usual sizes to begin with: a table of judges, a room of voters. */
const SEATS = 7
const BALLOTS = 50

/** 新建评分: the indicator, with everything else proposed from its rule. */
export function CreateDialog(props: {
  period: PeriodKey
  judged: readonly JudgedIndicator[]
  onClose: () => void
  onCreated: (id: number) => void
}): ReactElement {
  const { period, judged, onClose, onCreated } = props
  const [code, setCode] = useState(judged[0]!.code)
  const indicator = judged.find((entry) => entry.code === code) ?? judged[0]!
  return (
    <Modal open title={text.create} width={560} footer={null} mask={{ closable: false }} onCancel={onClose}>
      <label className="ev-field">
        <span className="field-label">{text.fields.indicator}</span>
        <Select
          aria-label={text.fields.indicator}
          value={code}
          options={judged.map((entry) => ({
            value: entry.code,
            label: `${entry.name}（${entry.ruleName}，满分 ${entry.fullMark}）`
          }))}
          onChange={setCode}
        />
      </label>
      <CreateForm key={code} period={period} indicator={indicator} onClose={onClose} onCreated={onCreated} />
    </Modal>
  )
}

function CreateForm(props: {
  period: PeriodKey
  indicator: JudgedIndicator
  onClose: () => void
  onCreated: (id: number) => void
}): ReactElement {
  const { period, indicator, onClose, onCreated } = props
  const judges = indicator.kind === 'JUDGES'
  const [title, setTitle] = useState(`${periodTitle(period)}${indicator.name}`)
  const [heldOn, setHeldOn] = useState(localToday())
  const [entry, setEntry] = useState<'EACH' | 'TOTALS'>(judges ? 'EACH' : 'TOTALS')
  const [counts, setCounts] = useState<Record<string, number>>(
    Object.fromEntries(indicator.groups.map(({ name }) => [name, judges ? SEATS : BALLOTS]))
  )
  const create = useCall('evaluation.create')
  const none = Object.values(counts).every((count) => count === 0)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() === '' || none) return
        create.mutate(
          { period, indicator: indicator.code, title, heldOn: heldOn === '' ? null : heldOn, counts, entry },
          { onSuccess: ({ id }) => onCreated(id) }
        )
      }}
    >
      <p className="ev-rule">{indicator.ruleInWords}</p>
      <label className="ev-field">
        <span className="field-label">{text.fields.title}</span>
        <Input autoFocus value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />
        <span className="small quiet">{text.fields.titleHint}</span>
      </label>
      <label className="ev-field">
        <span className="field-label">{text.fields.day}</span>
        <Input type="date" value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
      </label>
      {judges ? null : (
        <div className="ev-field">
          <span className="field-label">{text.fields.entry}</span>
          <Segmented
            aria-label={text.fields.entry}
            value={entry}
            options={[
              { value: 'TOTALS', label: text.fields.totals },
              { value: 'EACH', label: text.fields.each }
            ]}
            onChange={setEntry}
          />
        </div>
      )}
      {indicator.groups.map(({ name, share }) => {
        const label = judges ? text.seatsOf(name) : text.ballotsOf(name)
        return (
          <div className="ev-field ev-count" key={name}>
            <span className="field-label">
              {label}
              {indicator.groups.length > 1 ? <span className="quiet"> {share}%</span> : null}
            </span>
            <InputNumber
              aria-label={label}
              min={0}
              max={judges ? MOST_SEATS : 99_999}
              precision={0}
              value={counts[name] ?? 0}
              onChange={(count) => setCounts({ ...counts, [name]: count ?? 0 })}
            />
          </div>
        )
      })}
      {indicator.groups.length > 1 ? <p className="small quiet">{text.countHint}</p> : null}
      {create.error === null ? null : <ErrorPanel error={create.error} />}
      <div className="confirm-foot">
        <span className="grow soft small" />
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          type="primary"
          htmlType="submit"
          disabled={title.trim() === '' || none}
          loading={create.isPending}
        >
          {text.verbCreate}
        </Button>
      </div>
    </form>
  )
}
