import { App, Button, Checkbox, Input, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import type { EvaluationSetup } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { RoundView } from '#shared/ipc/evaluation.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { useCall } from '../../ipc/queries.ts'
import { evaluationText } from '../../text/evaluation.ts'
import { GroupSeats } from './GroupSeats.tsx'
import { OrderList } from './OrderList.tsx'

const text = evaluationText

interface Draft {
  title: string
  heldOn: string | null
  setup: EvaluationSetup
}

/** 评委与顺序: who appears when, who judges. Nothing counts before it is saved. */
export function SetupTab({ view }: { view: RoundView }): ReactElement {
  const saved: Draft = { title: view.title, heldOn: view.heldOn, setup: view.setup }
  const [changed, setChanged] = useState<Draft | null>(null)
  const save = useCall('evaluation.setup')
  const draw = useCall('evaluation.draw')
  const { message } = App.useApp()
  const draft = changed ?? saved
  const readOnly = view.state !== 'OPEN' || !view.canEdit
  const dirty = changed !== null && JSON.stringify(changed) !== JSON.stringify(saved)
  const set = (part: Partial<EvaluationSetup>): void =>
    setChanged({ ...draft, setup: { ...draft.setup, ...part } })

  function submit(): void {
    save.mutate(
      { id: view.id, version: view.version, ...draft },
      {
        onSuccess: () => {
          setChanged(null)
          void message.success(text.setup.saved)
        }
      }
    )
  }

  return (
    <form
      className="ev-setup"
      onSubmit={(event) => {
        event.preventDefault()
        if (dirty) submit()
      }}
    >
      <OrderList
        setup={draft.setup}
        units={view.judged.units}
        readOnly={readOnly}
        onChange={set}
        onDraw={dirty ? null : () => draw.mutate({ id: view.id, version: view.version })}
      />
      <Panel
        className="ev-seats"
        title={text.setup.seats}
        scroll
        pad
        extra={
          readOnly ? null : (
            <>
              <span className="quiet">{dirty ? text.setup.dirty : null}</span>
              <Button
                size="small"
                type="primary"
                htmlType="submit"
                disabled={!dirty}
                loading={save.isPending}
              >
                {text.setup.save}
              </Button>
            </>
          )
        }
      >
        {save.error === null ? null : <ErrorPanel error={save.error} />}
        {draw.error === null ? null : <ErrorPanel error={draw.error} />}
        <div className="ev-facts">
          <label>
            <span className="field-label">{text.fields.title}</span>
            <Input
              value={draft.title}
              maxLength={60}
              disabled={readOnly}
              onChange={(event) => setChanged({ ...draft, title: event.target.value })}
            />
          </label>
          <label>
            <span className="field-label">{text.fields.day}</span>
            <Input
              type="date"
              value={draft.heldOn ?? ''}
              disabled={readOnly}
              onChange={(event) =>
                setChanged({ ...draft, heldOn: event.target.value === '' ? null : event.target.value })
              }
            />
          </label>
        </div>
        <p className="ev-rule">
          <b>{text.rule}</b> {view.judged.ruleInWords}
        </p>
        {view.kind === 'BALLOTS' ? (
          <Segmented<EvaluationSetup['entry']>
            aria-label={text.fields.entry}
            disabled={readOnly}
            value={draft.setup.entry}
            options={[
              { value: 'EACH', label: text.fields.each },
              { value: 'TOTALS', label: text.fields.totals }
            ]}
            onChange={(entry) => set({ entry })}
          />
        ) : null}
        {draft.setup.groups.map((group, index) => (
          <GroupSeats
            key={group.name}
            view={view}
            group={group}
            readOnly={readOnly}
            onChange={(next) =>
              set({ groups: draft.setup.groups.map((entry, at) => (at === index ? next : entry)) })
            }
          />
        ))}
        {view.kind === 'JUDGES' ? (
          <Checkbox
            checked={draft.setup.showNames}
            disabled={readOnly}
            onChange={(event) => set({ showNames: event.target.checked })}
          >
            {text.setup.showNames}
            <span className="small quiet"> {text.setup.anonymous}</span>
          </Checkbox>
        ) : null}
      </Panel>
    </form>
  )
}
