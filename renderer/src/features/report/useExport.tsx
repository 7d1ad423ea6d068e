import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { RouteInput } from '#shared/ipc/contract.ts'
import type { ExportedView } from '#shared/ipc/report.ts'
import { useSavedFile, type SavedFiles } from '../../app/useSavedFile.tsx'
import { call } from '../../ipc/client.ts'
import { exportedFile } from '../../text/report.ts'

type Format = RouteInput<'report.export'>['format']
type Options = NonNullable<RouteInput<'report.export'>['options']>

export interface Export extends Pick<SavedFiles, 'error' | 'dismiss' | 'open' | 'reveal'> {
  busy: boolean
  /** Without options as the report was last set up. Null when the clerk cancelled the save dialog, or when it failed. */
  run: (report: string, format: Format, options?: Options) => Promise<ExportedView | null>
}

/** Exports a report of a quarter: save dialog in main, then a message that opens the file or its folder. */
export function useExport(period: PeriodKey, { announce = true }: { announce?: boolean } = {}): Export {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const { tell, fail, ...saved } = useSavedFile()

  async function run(report: string, format: Format, chosen?: Options): Promise<ExportedView | null> {
    setBusy(true)
    saved.dismiss()
    try {
      const options = chosen ?? (await call('report.options', { report }))
      const file = await call('report.export', { period, report, format, options })
      if (file !== null) {
        void client.invalidateQueries({ queryKey: ['report.history'] })
        if (announce) tell(exportedFile(file.fileName), file)
      }
      return file
    } catch (reason) {
      fail(reason)
      return null
    } finally {
      setBusy(false)
    }
  }

  return { ...saved, busy, run }
}
