import type { Database } from './open.ts'

/**
 * Builds something once for each open database: prepared statements of the paths that run thousands of times in an
 * import, where building the query anew costs ten times what running it does.
 */
export function perDatabase<T>(build: (db: Database) => T): (db: Database) => T {
  const built = new WeakMap<Database, T>()
  return (db) => {
    const known = built.get(db)
    if (known !== undefined) return known
    const fresh = build(db)
    built.set(db, fresh)
    return fresh
  }
}
