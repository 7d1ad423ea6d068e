import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { reportOptions, type ReportOptions } from '#shared/domain/report/reportOptions.ts'
import { call } from '../../ipc/client.ts'
import { routeKey } from '../../ipc/queries.ts'

/** Long enough for a word to be typed, short enough to feel immediate. */
const SETTLE = 350

export interface ReportChoices {
  options: ReportOptions
  /** The options once nothing has been changed for a moment: what the preview shows. */
  settled: ReportOptions
  change: (part: Partial<ReportOptions>) => void
  /** Back to the defaults. */
  reset: () => void
  isDefault: boolean
}

const DEFAULTS = reportOptions.parse({})
const same = (a: ReportOptions, b: ReportOptions): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What the clerk chose for one report; remembered as it changes. */
export function useReportChoices(report: string, remembered: ReportOptions): ReportChoices {
  const client = useQueryClient()
  const [options, setOptions] = useState(remembered)
  const [settled, setSettled] = useState(remembered)
  const stored = useRef(remembered)

  useEffect(() => {
    if (same(options, settled)) return undefined
    const timer = setTimeout(() => setSettled(options), SETTLE)
    return () => clearTimeout(timer)
  }, [options, settled])

  useEffect(() => {
    if (same(settled, stored.current)) return
    stored.current = settled
    client.setQueryData(routeKey('report.options', { report }), settled)
    // A choice that could not be kept is no reason to stop the work: it counts for this report all the same.
    call('report.remember', { report, options: settled }).catch(() => undefined)
  }, [client, report, settled])

  return {
    options,
    settled,
    change: (part) => setOptions((now) => ({ ...now, ...part })),
    reset: () => setOptions(DEFAULTS),
    isDefault: same(options, DEFAULTS)
  }
}
