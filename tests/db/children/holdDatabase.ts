import { openDatabase } from '#db/open.ts'

/** Opens a database, says so, and keeps it until it is killed. */
const [path, migrationsFolder] = process.argv.slice(2) as [string, string]
const db = openDatabase(path, { migrationsFolder, create: true })
process.stdout.write('open\n')
// Referring to it keeps it from being collected, which would close it.
setInterval(() => db.path, 1000)
