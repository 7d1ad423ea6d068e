import type { ReactElement } from 'react'
import type { PeriodKey } from '#shared/domain/period/periodKey.ts'
import type { ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { Notice } from '../../../components/Notice.tsx'
import { useRoute } from '../../../ipc/queries.ts'
import { circularText as text } from '../../../text/circular.ts'

interface Props {
  period: PeriodKey
  options: ReportOptions
}

/** Before an export: wordings that no longer fit the results are not in the file, and nobody should find that out later. */
export function StaleNotice({ period, options }: Props): ReactElement | null {
  const paragraphs = useRoute('report.text', { period, options }).data?.paragraphs ?? []
  const waiting = paragraphs.filter((paragraph) => paragraph.stale !== null).length
  return waiting === 0 ? null : <Notice title={text.staleTitle(waiting)}>{text.staleNote}</Notice>
}
