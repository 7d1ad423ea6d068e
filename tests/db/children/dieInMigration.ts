import BetterSqlite from 'better-sqlite3'
import { applyMigrations } from '#db/applyMigrations.ts'

/** Migrates with a folder whose SQL calls `die(n)`, and kills itself at the given n. */
const [path, migrationsFolder, at] = process.argv.slice(2) as [string, string, string]
const client = new BetterSqlite(path)
client.function('die', (step: unknown) => {
  if (Number(step) === Number(at)) process.kill(process.pid, 'SIGKILL')
  return 0
})
applyMigrations(client, migrationsFolder)
