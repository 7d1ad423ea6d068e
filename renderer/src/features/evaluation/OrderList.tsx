import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import type { EvaluationSetup } from '#shared/domain/evaluation/evaluationSetup.ts'
import type { JudgedUnit } from '#shared/domain/evaluation/judgedIndicator.ts'
import { Panel } from '../../components/Panel.tsx'
import { evaluationText } from '../../text/evaluation.ts'

const text = evaluationText.setup

/** 出场顺序: drawn by lot, 机构顺序, or arranged by dragging and by keys. */
export function OrderList(props: {
  setup: EvaluationSetup
  units: readonly JudgedUnit[]
  readOnly: boolean
  onChange: (part: Pick<EvaluationSetup, 'order' | 'orderedBy'>) => void
  /** Null while something is not saved: the lot is drawn by main over what is on record. */
  onDraw: (() => void) | null
}): ReactElement {
  const { setup, units, readOnly, onChange } = props
  const [dragged, setDragged] = useState<string | null>(null)
  const { order } = setup
  const names = new Map(units.map(({ code, name }) => [code, name]))
  const out = units.filter(({ code }) => !order.includes(code))
  const byHand = (next: string[]): void => onChange({ order: next, orderedBy: 'HAND' })

  function move(code: string, to: number): void {
    const rest = order.filter((entry) => entry !== code)
    byHand([...rest.slice(0, to), code, ...rest.slice(to)])
  }

  return (
    <Panel
      className="ev-order"
      title={text.order}
      hint={`${text.orderHint[setup.orderedBy]}，${order.length} 个单位`}
      scroll
      extra={
        readOnly ? null : (
          <>
            <Button
              size="small"
              onClick={() =>
                onChange({
                  order: units.map(({ code }) => code).filter((code) => order.includes(code)),
                  orderedBy: 'ORGANISATION'
                })
              }
            >
              {text.organisation}
            </Button>
            <Button
              size="small"
              disabled={props.onDraw === null}
              title={props.onDraw === null ? text.dirty : undefined}
              onClick={() => props.onDraw?.()}
            >
              {text.draw}
            </Button>
          </>
        )
      }
    >
      <ol className="ev-order-list" title={readOnly ? undefined : text.drag}>
        {order.map((code, index) => (
          <li
            key={code}
            draggable={!readOnly}
            className={dragged === code ? 'ev-dragged' : undefined}
            onDragStart={() => setDragged(code)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              event.preventDefault()
              if (dragged !== null && dragged !== code) move(dragged, index)
            }}
          >
            <span className="ev-no">{index + 1}</span>
            <span className="grow ellipsis">{names.get(code) ?? code}</span>
            {readOnly ? null : (
              <span className="row">
                <button
                  type="button"
                  className="link"
                  disabled={index === 0}
                  aria-label={`${names.get(code) ?? code} ${text.up}`}
                  onClick={() => move(code, index - 1)}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="link"
                  disabled={index === order.length - 1}
                  aria-label={`${names.get(code) ?? code} ${text.down}`}
                  onClick={() => move(code, index + 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  className="link small"
                  disabled={order.length === 1}
                  aria-label={`${names.get(code) ?? code} ${text.out}`}
                  onClick={() => byHand(order.filter((entry) => entry !== code))}
                >
                  {text.out}
                </button>
              </span>
            )}
          </li>
        ))}
        {out.map(({ code, name }) => (
          <li key={code} className="ev-out">
            <span className="ev-no">/</span>
            <span className="grow ellipsis">{name}</span>
            {readOnly ? null : (
              <button
                type="button"
                className="link small"
                aria-label={`${name} ${text.in}`}
                onClick={() => byHand([...order, code])}
              >
                {text.in}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
