import { Button, Drawer } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { paperName } from '#shared/domain/supervision/slipFact.ts'
import type { SlipActionName } from '#shared/domain/supervision/slipMachine.ts'
import { SLIP_EVENTS } from '#shared/domain/supervision/slipWords.ts'
import type { SlipDetailView } from '#shared/ipc/slip.ts'
import { paths } from '../../app/paths.ts'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { EvidenceList } from '../../components/EvidenceList.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { SlipTag } from '../../components/SlipTag.tsx'
import { useRoute } from '../../ipc/queries.ts'
import { printDay } from '../../text/format.ts'
import { ACT_WORDS, supervisionText } from '../../text/supervision.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { StateText } from './StateText.tsx'
import { usePrint } from './usePrint.ts'

const text = supervisionText.detail

interface Props {
  id: number
  readOnly: boolean
  onClose: () => void
}

/** One slip: what it says, how far it is (S48), its log, its evidence, and what can be done next. */
export function SlipDrawer({ id, readOnly, onClose }: Props): ReactElement {
  const query = useRoute('slip.get', { id })
  return (
    <Drawer
      open
      size={520}
      title={
        query.data === undefined
          ? supervisionText.title
          : `${paperName(query.data.slip)} ${query.data.slip.number}`
      }
      onClose={onClose}
    >
      <Loaded query={query} rows={8}>
        {(detail) => <Detail detail={detail} readOnly={readOnly} />}
      </Loaded>
    </Drawer>
  )
}

function Detail({ detail, readOnly }: { detail: SlipDetailView; readOnly: boolean }): ReactElement {
  const { slip, events, evidence, actions } = detail
  const { fields } = slip
  const [acting, setActing] = useState<SlipActionName | null>(null)
  const print = usePrint()
  return (
    <div className="sup-detail">
      <p className="row">
        <SlipTag level={slip.level} kind={slip.kind} times={slip.nth} />
        <b>{slip.unitName}</b>
        <span className="grow" />
        <StateText slip={slip} />
      </p>
      <h3>{fields.subject}</h3>
      <Steps detail={detail} />
      <dl>
        {slip.item === null ? null : (
          <Fact label={text.item}>
            <Link to={paths.registerItem(slip.item)}>
              {slip.itemNumber} {slip.itemTitle}
            </Link>
          </Fact>
        )}
        <Fact label={text.reason}>{fields.reason}</Fact>
        <Fact label={text.demand}>{fields.demand}</Fact>
        {slip.answerBy === null ? null : (
          <Fact label={text.answerBy}>
            {printDay(slip.answerBy)}
            {slip.workdaysLeft === null ? '' : `，${supervisionText.left(slip.workdaysLeft)}`}
          </Fact>
        )}
        {fields.issuer === '' ? null : <Fact label={text.issuer}>{fields.issuer}</Fact>}
        {fields.copies === '' ? null : <Fact label={text.copies}>{fields.copies}</Fact>}
      </dl>
      <div className="row sup-actions">
        {readOnly
          ? null
          : actions.map((action, index) => (
              <Button
                key={action}
                size="small"
                type={index === 0 ? 'primary' : 'default'}
                onClick={() => setActing(action)}
              >
                {ACT_WORDS[action].verb}
              </Button>
            ))}
        <Button size="small" loading={print.busy} onClick={() => print.run([slip.id], 'docx', 'ONE')}>
          {supervisionText.print} Word
        </Button>
        <Button size="small" loading={print.busy} onClick={() => print.run([slip.id], 'pdf', 'ONE')}>
          {supervisionText.print} PDF
        </Button>
      </div>
      {print.error === null ? null : <ErrorPanel error={print.error} />}
      <h4>{text.log}</h4>
      <ol className="sup-log">
        {[...events].reverse().map(({ id, type, on, who, level, text: words }) => (
          <li key={id}>
            <span className="soft nowrap">{printDay(on)}</span>
            <span className="nowrap">{level === null ? SLIP_EVENTS[type] : <SlipTag level={level} />}</span>
            <span className="grow">
              {words} <span className="soft small">{who}</span>
            </span>
          </li>
        ))}
      </ol>
      <EvidenceList subject="SLIP" subjectId={slip.id} evidence={evidence} readOnly={readOnly} />
      {acting === null ? null : <ActionDialog slip={slip} action={acting} onClose={() => setActing(null)} />}
    </div>
  )
}

function Fact(props: { label: string; children: React.ReactNode }): ReactElement {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  )
}

/** 发出 · 签收 · 反馈 · 复核 · 办结 as boxes: filled is done, outlined strong is where it stands. */
function Steps({ detail: { slip } }: { detail: SlipDetailView }): ReactElement | null {
  const { state, fields } = slip
  if (state === 'WITHDRAWN') return null
  const closed = state === 'CLOSED'
  const done = [
    true,
    fields.received !== null || fields.answer !== null,
    fields.answer !== null,
    closed,
    closed
  ]
  const reached = closed ? 5 : done.lastIndexOf(true, 2) + 1
  return (
    <ol className={`sup-steps${closed ? ' sup-steps-closed' : ''}`}>
      {text.steps.map((word, index) => (
        <li key={word} className={closed || index < reached ? 'on' : index === reached ? 'now' : ''}>
          {word}
        </li>
      ))}
    </ol>
  )
}
