import type { ReactElement } from 'react'
import { SLIP_STATES } from '#shared/domain/supervision/slipWords.ts'
import type { SlipView } from '#shared/ipc/slip.ts'
import { StatusMark } from '../../components/StatusMark.tsx'

/** 待反馈 (signed for or not), 待复核, 已办结, 已撤回. */
export function StateText({ slip }: { slip: SlipView }): ReactElement {
  const word = SLIP_STATES[slip.state]
  if (slip.state === 'CLOSED') return <StatusMark status="done" word={word} />
  if (slip.state === 'WITHDRAWN') return <span className="soft">{word}</span>
  if (slip.state === 'ISSUED' && slip.fields.received !== null) return <span>已签收，{word}</span>
  return <span>{word}</span>
}
