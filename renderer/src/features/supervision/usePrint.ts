import { useSavedFile } from '../../app/useSavedFile.tsx'
import { useCall } from '../../ipc/queries.ts'
import type { CallError } from '../../ipc/client.ts'
import { supervisionText as text } from '../../text/supervision.ts'

/** Prints slips as papers, and says where they were written. */
export function usePrint(): {
  run: (ids: number[], format: 'docx' | 'pdf', bundle: 'ONE' | 'FOLDER') => void
  busy: boolean
  error: CallError | null
} {
  const print = useCall('slip.exportPapers')
  const saved = useSavedFile()
  return {
    run: (ids, format, bundle) =>
      print.mutate(
        { ids, format, bundle },
        {
          onSuccess: (file) => {
            if (file !== null) saved.tell(text.printed, file)
          }
        }
      ),
    busy: print.isPending,
    error: print.error ?? saved.error
  }
}
