import { Button, Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { ProposalView, SlipRequest } from '#shared/ipc/slip.ts'
import { paths } from '../../app/paths.ts'
import { SlipTag } from '../../components/SlipTag.tsx'
import { printDay } from '../../text/format.ts'
import { supervisionText } from '../../text/supervision.ts'

const text = supervisionText.proposals

interface Props {
  proposal: ProposalView
  /** As it will be issued. */
  request: SlipRequest
  checked: boolean
  onCheck: (checked: boolean) => void
  onEdit: () => void
  onShow: (slip: number) => void
}

/** One proposal on one line: what, to whom, about what, and why in words with its numbers. */
export function ProposalRow({ proposal, request, checked, onCheck, onEdit, onShow }: Props): ReactElement {
  const { action, kind, times, unitName, item, itemNumber, slip, slipNumber } = proposal
  return (
    <li>
      <Checkbox
        checked={checked}
        aria-label={`${unitName} ${request.subject}`}
        onChange={({ target }) => onCheck(target.checked)}
      />
      <span className="sup-act">{text.action[action]}</span>
      <span className="sup-tag">
        <SlipTag level={request.level} kind={kind} times={times} over={action === 'CLOSE'} />
      </span>
      <b className="sup-unit ellipsis" title={unitName}>
        {unitName}
      </b>
      <span className="sup-subject ellipsis" title={request.subject}>
        {item === null ? null : <Link to={paths.registerItem(item)}>{itemNumber}</Link>} {request.subject}
      </span>
      <span className="soft grow ellipsis" title={request.reason}>
        {request.reason}
      </span>
      {slip === null ? null : (
        <button type="button" className="link small nowrap" onClick={() => onShow(slip)}>
          {slipNumber}
        </button>
      )}
      {action === 'CLOSE' || request.answerBy === null ? null : (
        <span className="soft small nowrap">{text.answerBy(printDay(request.answerBy))}</span>
      )}
      {action === 'CLOSE' ? null : (
        <Button size="small" onClick={onEdit}>
          {text.edit}
        </Button>
      )}
    </li>
  )
}
