import { useState } from 'react'
import type { CircularPart, ReportOptions } from '#shared/domain/report/reportOptions.ts'
import type { PartsProps } from './CircularParts.tsx'

/** What is left out, at once under the clerk's hand: the options come back a moment later. */
export function useOmit(
  options: ReportOptions,
  onOptions: (options: ReportOptions) => void
): Pick<PartsProps, 'omit' | 'print'> {
  const [omit, setOmit] = useState<readonly CircularPart[]>(options.omit)
  const [given, setGiven] = useState(options.omit)
  if (given !== options.omit) {
    setGiven(options.omit)
    setOmit(options.omit)
  }
  return {
    omit,
    print: (part, printed) => {
      const others = omit.filter((each) => each !== part)
      const next = printed ? others : [...others, part]
      setOmit(next)
      onOptions({ ...options, omit: next })
    }
  }
}
