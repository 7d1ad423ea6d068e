import type { AppEvent } from '#shared/ipc/events.ts'

export interface Job {
  signal: AbortSignal
  /** `total` 0 means unknown. */
  progress(label: string, done: number, total: number): void
}

/** Long work that tells how far it is and can be stopped. One job of a name at a time: a new one stops the old. */
export function createJobs(emit: (event: AppEvent) => void) {
  const running = new Map<string, AbortController>()
  return {
    async run<T>(name: string, work: (job: Job) => Promise<T>): Promise<T> {
      running.get(name)?.abort()
      const controller = new AbortController()
      running.set(name, controller)
      try {
        return await work({
          signal: controller.signal,
          progress: (label, done, total) => emit({ event: 'progress', job: name, label, done, total })
        })
      } finally {
        if (running.get(name) === controller) running.delete(name)
        emit({ event: 'progressEnd', job: name })
      }
    },
    cancel(name: string): void {
      running.get(name)?.abort()
    }
  }
}
export type Jobs = ReturnType<typeof createJobs>
