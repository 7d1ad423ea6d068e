import { useEffect, useState } from 'react'
import type { AppEvent } from '#shared/ipc/events.ts'
import { onEvent } from '../ipc/client.ts'

export type Job = Extract<AppEvent, { event: 'progress' }>

/** Jobs under way, oldest first. */
export function useProgress(): readonly Job[] {
  const [jobs, setJobs] = useState<readonly Job[]>([])
  useEffect(
    () =>
      onEvent((event) => {
        if (event.event === 'progress') {
          setJobs((now) =>
            now.some((job) => job.job === event.job)
              ? now.map((job) => (job.job === event.job ? event : job))
              : [...now, event]
          )
        }
        if (event.event === 'progressEnd') setJobs((now) => now.filter((job) => job.job !== event.job))
      }),
    []
  )
  return jobs
}
