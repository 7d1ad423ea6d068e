import type { ReactElement } from 'react'
import { ErrorPanel } from '../../components/ErrorPanel.tsx'
import { Panel } from '../../components/Panel.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { useRoute } from '../../ipc/queries.ts'
import type { SheetStepProps } from './sheetStepProps.ts'
import { SheetWork } from './SheetWork.tsx'

/** 认表头 and 检查 of one file, as soon as main has told what is in it. */
export function SheetStep(props: SheetStepProps): ReactElement {
  const { session, file } = props
  const query = useRoute('import.file', { session: session.session, file })
  if (query.data === undefined) {
    return (
      <Panel className="ip-sheet">
        {query.error === null ? (
          <Skeleton rows={14} />
        ) : (
          <ErrorPanel error={query.error} unchanged={null} onRetry={() => void query.refetch()} />
        )}
      </Panel>
    )
  }
  return <SheetWork key={file} {...props} detail={query.data} />
}
