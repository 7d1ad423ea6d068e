import { openDatabase } from '#db/open.ts'
import { append } from '#db/repos/auditRepo.ts'
import { setSetting } from '#db/repos/settingsRepo.ts'
import { tx } from '#db/tx.ts'

/** Writes in one transaction and kills itself before the given step (0–3 inside, 4 after the commit). */
const [path, migrationsFolder, at] = process.argv.slice(2) as [string, string, string]
const die = (step: number): void => {
  if (step === Number(at)) process.kill(process.pid, 'SIGKILL')
}
const db = openDatabase(path, { migrationsFolder })
tx(db, () => {
  die(0)
  setSetting(db, 'first', { rows: 'x'.repeat(200_000) })
  die(1)
  setSetting(db, 'second', { rows: 2 })
  die(2)
  append(db, { at: new Date(0), who: '张三', what: '写入', subject: '测试' })
  die(3)
})
die(4)
