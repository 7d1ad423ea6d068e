import type { Database } from './open.ts'

/**
 * Runs `work` in one IMMEDIATE transaction; inside another one it becomes a savepoint. Throwing rolls back.
 * `work` is synchronous: a promise is refused, because what it does later would fall outside.
 */
export function tx<T>(db: Database, work: () => T): T {
  return db.client.transaction(work).immediate()
}

/** Runs `work` for real, returns its value and always rolls back: a preview is the command itself. */
export function dryRun<T>(db: Database, work: () => T): T {
  const outcome: T[] = []
  const rollBack = new Error('dry run')
  try {
    tx(db, () => {
      const value = work()
      if (value instanceof Promise) throw new TypeError('a dry run cannot await')
      outcome.push(value)
      throw rollBack
    })
  } catch (error) {
    if (error !== rollBack) throw error
  }
  return outcome[0] as T
}
