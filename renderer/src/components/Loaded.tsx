import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import { ErrorPanel } from './ErrorPanel.tsx'
import { Skeleton } from './Skeleton.tsx'

interface Props<T> {
  query: UseQueryResult<T, Error>
  /** Lines of the skeleton, about as tall as the content. */
  rows?: number
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

/** Loading in place, failure in place, or the content. Old data stays while it is read again. */
export function Loaded<T>({ query, rows, skeleton, children }: Props<T>): ReactElement {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error !== null)
    return <ErrorPanel error={query.error} unchanged={null} onRetry={() => void query.refetch()} />
  return <>{skeleton ?? <Skeleton rows={rows} />}</>
}
