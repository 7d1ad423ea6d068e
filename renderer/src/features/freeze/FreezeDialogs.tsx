import { App } from 'antd'
import type { ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import { useFreezeDialog } from '../../app/useFreezeDialog.ts'
import { usePeriod } from '../../app/PeriodContext.tsx'
import { ConfirmWithReason } from '../../components/ConfirmWithReason.tsx'
import { useCall } from '../../ipc/queries.ts'
import { freezeText } from '../../text/freeze.ts'
import { FreezeDialog } from './FreezeDialog.tsx'

/** Mounted once by the shell. */
export function FreezeDialogs(): ReactElement | null {
  const { shown, close } = useFreezeDialog()
  const { period, view, frozen } = usePeriod()
  if (period === null || view === null) return null
  return (
    <>
      <FreezeDialog
        key={`freeze-${period}`}
        period={period}
        open={shown === 'freeze' && !frozen}
        onClose={close}
      />
      <ReopenDialog
        key={`reopen-${period}`}
        period={period}
        open={shown === 'reopen' && frozen}
        onClose={close}
      />
    </>
  )
}

interface Props {
  period: PeriodKey
  open: boolean
  onClose: () => void
}

function ReopenDialog({ period, open, onClose }: Props): ReactElement {
  const reopen = useCall('period.reopen')
  const { message } = App.useApp()
  return (
    <ConfirmWithReason
      open={open}
      title={freezeText.reopenTitle(period)}
      consequence={freezeText.reopenConsequence}
      verb={freezeText.reopenVerb(period)}
      reason="required"
      reasonLabel={freezeText.reopenReason}
      reasonPlaceholder={freezeText.reopenReasonHint}
      busy={reopen.isPending}
      error={reopen.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        reopen.mutate(
          { period, reason },
          {
            onSuccess: () => {
              onClose()
              void message.success(freezeText.reopened(period))
            }
          }
        )
      }
    />
  )
}
