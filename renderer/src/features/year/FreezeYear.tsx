import { App } from 'antd'
import type { ReactElement } from 'react'
import type { YearSpan } from '#shared/domain/period/yearResult.ts'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { useCall } from '../../ipc/queries.ts'
import { yearText as text } from '../../text/year.ts'

interface Props {
  open: boolean
  year: number
  span: YearSpan
  blocked: boolean
  onClose: () => void
}

export function FreezeYear({ open, year, span, blocked, onClose }: Props): ReactElement {
  const freeze = useCall('year.freeze')
  const { message } = App.useApp()
  const name = `${text.year(year)}${text.spans[span]}`
  return (
    <ConfirmWithReason
      open={open}
      title={text.freezeTitle(name)}
      consequence={text.freezeConsequence}
      verb={text.freezeVerb}
      reason="optional"
      reasonLabel={text.freezeReason}
      blockedBy={blocked ? text.freezeBlocked : null}
      busy={freeze.isPending}
      error={freeze.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        freeze.mutate(
          { year, span, reason },
          {
            onSuccess: () => {
              onClose()
              void message.success(text.done)
            }
          }
        )
      }
    />
  )
}
