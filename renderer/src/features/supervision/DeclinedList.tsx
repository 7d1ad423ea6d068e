import { Button, Popover } from 'antd'
import type { ReactElement } from 'react'
import type { SlipProposalsView } from '#shared/ipc/slip.ts'
import { useCall } from '../../ipc/queries.ts'
import { printDay } from '../../text/format.ts'
import { supervisionText } from '../../text/supervision.ts'

const text = supervisionText.proposals

/** What was decided not to be issued, with why, and the way back. */
export function DeclinedList({ declined }: Pick<SlipProposalsView, 'declined'>): ReactElement | null {
  const undecline = useCall('slip.undecline')
  if (declined.length === 0) return null
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <ul className="sup-declined">
          {declined.map(({ key, subject, reason, on, by }) => (
            <li key={key}>
              <span className="grow">
                {subject}
                <br />
                <span className="soft small">
                  {printDay(on)} {by}：{reason}
                </span>
              </span>
              <Button size="small" loading={undecline.isPending} onClick={() => undecline.mutate({ key })}>
                {text.undo}
              </Button>
            </li>
          ))}
        </ul>
      }
    >
      <button type="button" className="link small">
        {text.declined(declined.length)}
      </button>
    </Popover>
  )
}
