import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult
} from '@tanstack/react-query'
import { useEffect } from 'react'
import { contract, type RouteInput, type RouteName, type RouteOutput } from '#shared/ipc/contract.ts'
import { call, onEvent, toCallError, type CallError } from './client.ts'

/**
 * One query per route and input. The database is on this machine, so a query never waits for a network and a
 * refused call is an answer, not something to try again.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 30_000, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false }
    }
  })
}

export function routeKey<R extends RouteName>(route: R, input?: RouteInput<R>): readonly unknown[] {
  return input === undefined ? [route] : [route, input]
}

/** Reads a route. `input` null means that it cannot be asked yet (no quarter chosen …). */
export function useRoute<R extends RouteName>(
  route: R,
  input: RouteInput<R> | null
): UseQueryResult<RouteOutput<R>, CallError> {
  return useQuery<RouteOutput<R>, CallError>({
    queryKey: input === null ? [route, null] : routeKey(route, input),
    enabled: input !== null,
    queryFn: () =>
      call(route, input!).catch((error: unknown) => {
        throw toCallError(error)
      })
  })
}

/** Calls a route on demand. After a write route every query is read again: results depend on everything. */
export function useCall<R extends RouteName>(
  route: R
): UseMutationResult<RouteOutput<R>, CallError, RouteInput<R>> {
  const client = useQueryClient()
  return useMutation<RouteOutput<R>, CallError, RouteInput<R>>({
    mutationFn: (input) =>
      call(route, input).catch((error: unknown) => {
        throw toCallError(error)
      }),
    onSettled: () => (contract[route].kind === 'write' ? client.invalidateQueries() : undefined)
  })
}

/** Reads everything again when main says that data changed (imports, the command line, a restore). */
export function useChangedEvents(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === 'changed') void client.invalidateQueries()
      }),
    [client]
  )
}
