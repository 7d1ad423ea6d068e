import { Button, Drawer } from 'antd'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { holderText } from '#shared/domain/incentive/honour.ts'
import { LEVEL_WORDS } from '#shared/domain/incentive/honourLevel.ts'
import type { HonourView } from '#shared/ipc/honour.ts'
import { paths } from '../../app/paths.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { EvidenceList } from '../../components/EvidenceList.tsx'
import { Loaded } from '../../components/Loaded.tsx'
import { useCall, useRoute } from '../../ipc/queries.ts'
import { printStamp } from '../../text/format.ts'
import { honoursText } from '../../text/honours.ts'
import { BonusTag } from './BonusTag.tsx'

const text = honoursText.detail

interface Props {
  id: number
  onClose: () => void
  onEdit: () => void
}

/** One honour whole, with its certificates and what became of its bonus. */
export function HonourDrawer({ id, onClose, onEdit }: Props): ReactElement {
  const detail = useRoute('honour.get', { id })
  return (
    <Drawer
      open
      title={text.title(id)}
      size={460}
      destroyOnHidden
      onClose={onClose}
      footer={detail.data === undefined ? null : <Actions honour={detail.data.honour} onEdit={onEdit} />}
    >
      <Loaded query={detail} rows={10}>
        {({ honour, evidence }) => (
          <div className="adj-detail">
            <Facts honour={honour} />
            <EvidenceList
              subject="HONOUR"
              subjectId={honour.id}
              title={text.evidence}
              evidence={evidence}
              readOnly={honour.voided !== null}
            />
            {honour.deeds === '' ? null : (
              <>
                <h3>{text.deeds}</h3>
                <p className="hon-deeds">{honour.deeds}</p>
              </>
            )}
          </div>
        )}
      </Loaded>
    </Drawer>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Facts({ honour }: { honour: HonourView }): ReactElement {
  const { head } = honoursText
  const { bonus } = honour
  return (
    <>
      <p className="adj-detail-title">
        <b className={honour.voided === null ? '' : 'adj-struck'}>{honour.title}</b>
      </p>
      {honour.voided === null ? null : (
        <p className="check">
          {honoursText.voided}：{honour.voided.by}，{honour.voided.reason}
        </p>
      )}
      <dl className="adj-facts">
        <Line label={head.kind}>
          {honour.kindName} · {LEVEL_WORDS[honour.level]}
        </Line>
        <Line label={text.holder}>{holderText(honour)}</Line>
        <Line label={head.date}>{honour.date}</Line>
        {honour.document === '' ? null : <Line label={head.document}>{honour.document}</Line>}
        {bonus.state === 'NONE' ? null : (
          <Line label={text.bonus}>
            <BonusTag bonus={bonus} />{' '}
            {'sentence' in bonus ? <span className="soft">{bonus.sentence}</span> : null}
            {bonus.state === 'ENTERED' ? (
              <Link to={`${paths.adjustments}?entry=${bonus.entry}`}>{text.entry}</Link>
            ) : null}
          </Line>
        )}
        <Line label={honour.source === null ? text.recorded : text.source}>
          {honour.source === null
            ? `${honour.createdBy} ${printStamp(honour.createdAt)}`
            : `${honour.source.file} · ${honour.source.sheet} · ${honour.source.address}`}
        </Line>
      </dl>
    </>
  )
}

function Actions({ honour, onEdit }: { honour: HonourView; onEdit: () => void }): ReactElement {
  const restore = useCall('honour.restore')
  const discard = useCall('honour.void')
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  if (honour.voided !== null)
    return (
      <div className="adj-actions">
        {restore.error === null ? null : <ErrorPanel error={restore.error} />}
        <span className="grow" />
        <Button loading={restore.isPending} onClick={() => restore.mutate({ id: honour.id })}>
          {text.restore}
        </Button>
      </div>
    )
  return (
    <div className="adj-actions">
      <Button onClick={() => setAsking(true)}>{text.void}</Button>
      <span className="grow" />
      <Button onClick={() => void navigate(`${paths.honours}?view=MODELS&model=${honour.id}`)}>
        {text.model}
      </Button>
      <Button onClick={onEdit}>{text.edit}</Button>
      <ConfirmWithReason
        open={asking}
        title={honoursText.voidTitle}
        consequence={honoursText.voidConsequence(honour.title)}
        verb={honoursText.voidVerb}
        reason="required"
        reasonLabel={honoursText.voidReason}
        busy={discard.isPending}
        error={discard.error}
        onCancel={() => setAsking(false)}
        onConfirm={(reason) =>
          discard.mutate({ id: honour.id, reason }, { onSuccess: () => setAsking(false) })
        }
      />
    </div>
  )
}
