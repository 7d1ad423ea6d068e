import { Button, Modal } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import { periodTitle, type PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { CarryOverView } from '#shared/ipc/period.ts'
import { Loaded } from '../../components/Loaded.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { carryOverText as text } from '../../text/overview.ts'

/** 翻篇归零: what the new quarter takes over, and what starts from nothing. */
export function CarryOverDialog(props: { period: PeriodKey; onClose: () => void }): ReactElement {
  const view = useRoute('period.carryOver', { period: props.period })
  return (
    <Modal
      open
      width={720}
      title={text.title(periodTitle(props.period))}
      onCancel={props.onClose}
      footer={
        <Button type="primary" onClick={props.onClose}>
          {text.start}
        </Button>
      }
    >
      <Loaded query={view} rows={8}>
        {(data) => <Columns view={data} onLeave={props.onClose} />}
      </Loaded>
    </Modal>
  )
}

function Columns({ view, onLeave }: { view: CarryOverView; onLeave: () => void }): ReactElement {
  return (
    <div className="carry">
      <section>
        <h3>{text.carried}</h3>
        {view.carried.length === 0 ? <p className="soft">{text.nothing}</p> : null}
        <dl>
          {view.carried.map(({ code, title, detail, href }) => (
            <div key={code}>
              <dt>
                <Link to={href} onClick={onLeave}>
                  {title}
                </Link>
              </dt>
              <dd className="soft">{detail}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{text.zeroed}</h3>
        <dl>
          {view.zeroed.map(({ name, unit, before, now }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="num">
                <span className="quiet">{view.from === null ? '' : text.before(before, unit)}</span>
                <b>{text.now(now, unit)}</b>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
