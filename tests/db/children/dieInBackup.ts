import { openDatabase } from '#db/open.ts'
import { backupDatabase } from '#db/backup.ts'

/** Starts a backup and kills itself after the given number of copied portions, or once everything is copied (`end`). */
const [path, migrationsFolder, folder, at] = process.argv.slice(2) as [string, string, string, string]
const db = openDatabase(path, { migrationsFolder })
const copy = db.client.backup.bind(db.client)
let portions = 0
db.client.backup = async (target: string) => {
  const done = await copy(target, {
    progress() {
      portions += 1
      if (portions === Number(at)) process.kill(process.pid, 'SIGKILL')
      return 8
    }
  })
  if (at === 'end') process.kill(process.pid, 'SIGKILL')
  return done
}
await backupDatabase(db, folder, '手动', new Date(2026, 10, 23, 11, 30))
