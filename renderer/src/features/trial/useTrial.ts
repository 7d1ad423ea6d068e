import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { TrialCaseInput, TrialResult } from '#shared/domain/trial/trialCase.ts'
import { call, toCallError, type CallError } from '../../ipc/client.ts'
import { routeKey } from '../../ipc/queries.ts'

const PAUSE = 250

/** Computes the case a moment after the last change. The old result stays in sight until the new one is there. */
export function useTrial(given: TrialCaseInput | null): UseQueryResult<TrialResult, CallError> {
  const [asked, setAsked] = useState<TrialCaseInput | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(given), PAUSE)
    return () => clearTimeout(timer)
    // The case is rebuilt with every render; what it says decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [JSON.stringify(given)])
  return useQuery<TrialResult, CallError>({
    queryKey: asked === null ? ['trial.run', null] : routeKey('trial.run', asked),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    queryFn: () =>
      call('trial.run', asked!).catch((error: unknown) => {
        throw toCallError(error)
      })
  })
}
