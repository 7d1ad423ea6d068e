import { App, Button } from 'antd'
import { useState } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RouteInput } from '#shared/ipc/contract.ts'
import type { ExportedView } from '#shared/ipc/report.ts'
import { useQueryClient } from '@tanstack/react-query'
import { call, toCallError, type CallError } from '../../ipc/client.ts'
import { exportedFile, reportText } from '../../text/report.ts'

type Options = NonNullable<RouteInput<'report.export'>['options']>

export interface Export {
  busy: boolean
  /** Why the last export failed, until the next one starts or it is dismissed. */
  error: CallError | null
  dismiss: () => void
  /** Null when the clerk cancelled the save dialog, or when it failed. */
  run: (report: string, options?: Options) => Promise<ExportedView | null>
  open: (file: ExportedView) => void
  reveal: (file: ExportedView) => void
}

/** Exports a report of a quarter: save dialog in main, then a message that opens the file or its folder. */
export function useExport(period: PeriodKey, { announce = true }: { announce?: boolean } = {}): Export {
  const { notification } = App.useApp()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)

  const act = (route: 'report.open' | 'report.reveal') => (file: ExportedView) => {
    call(route, { ticket: file.ticket }).catch((reason: unknown) => setError(toCallError(reason)))
  }
  const open = act('report.open')
  const reveal = act('report.reveal')

  function tell(file: ExportedView): void {
    notification.success({
      title: exportedFile(file.fileName),
      description: file.folder,
      placement: 'bottomRight',
      actions: (
        <span className="row">
          <Button size="small" onClick={() => open(file)}>
            {reportText.open}
          </Button>
          <Button size="small" onClick={() => reveal(file)}>
            {reportText.reveal}
          </Button>
        </span>
      )
    })
  }

  async function run(report: string, options: Options = {}): Promise<ExportedView | null> {
    setBusy(true)
    setError(null)
    try {
      const file = await call('report.export', { period, report, options })
      if (file !== null) {
        void client.invalidateQueries({ queryKey: ['report.history'] })
        if (announce) tell(file)
      }
      return file
    } catch (reason) {
      setError(toCallError(reason))
      return null
    } finally {
      setBusy(false)
    }
  }

  return { busy, error, dismiss: () => setError(null), run, open, reveal }
}
