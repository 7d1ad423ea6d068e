import { useState } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReadGapFile } from '#shared/ipc/selfReview.ts'
import { useSavedFile } from '../../app/useSavedFile.tsx'
import { toCallError, type CallError } from '../../ipc/client.ts'
import { useCall } from '../../ipc/queries.ts'
import { selfReviewText as text } from '../../text/selfReview.ts'

export type SheetFormat = 'xlsx' | 'docx' | 'pdf'

export interface Sheets {
  busy: boolean
  error: CallError | null
  /** What became of the workbooks that were read; null when nothing is to be shown. */
  outcomes: readonly ReadGapFile[] | null
  dismiss: () => void
  issue: (units: readonly string[]) => void
  readBack: () => void
  exportUnit: (unit: string, format: SheetFormat) => void
  exportSummary: (format: SheetFormat) => void
}

/** Workbooks that go out, come back, and tables that are exported. */
export function useSheets(period: PeriodKey): Sheets {
  const issue = useCall('selfReview.issue')
  const read = useCall('selfReview.readTemplates')
  const unitTable = useCall('selfReview.export')
  const summary = useCall('selfReview.exportSummary')
  const saved = useSavedFile()
  const [outcomes, setOutcomes] = useState<readonly ReadGapFile[] | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const onError = (reason: unknown): void => setError(toCallError(reason))
  const tell = (title: string) => ({
    onSuccess: (file: { ticket: string; fileName: string; folder: string } | null) => {
      setError(null)
      if (file !== null) saved.tell(title, file)
    },
    onError
  })
  return {
    busy: issue.isPending || read.isPending || unitTable.isPending || summary.isPending,
    error: error ?? saved.error,
    outcomes,
    dismiss: () => setOutcomes(null),
    issue: (units) =>
      issue.mutate(
        { period, units: [...units] },
        {
          onSuccess: (done) => {
            setError(null)
            // The folder is what matters: there is one workbook for each unit in it.
            if (done !== null) saved.tell(text.issued(done.files.length), { ...done, fileName: '' })
          },
          onError
        }
      ),
    readBack: () =>
      read.mutate(
        { period },
        {
          onSuccess: (files) => {
            setError(null)
            setOutcomes(files)
          },
          onError
        }
      ),
    exportUnit: (unit, format) => unitTable.mutate({ period, unit, format }, tell(text.exported)),
    exportSummary: (format) => summary.mutate({ period, format }, tell(text.exported))
  }
}
