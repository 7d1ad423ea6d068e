import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { read } from 'xlsx'
import { libraryPaths } from '#electron/services/library.ts'
import { resultsOf, scoringInputOf } from '#electron/services/compute.ts'
import { installSample, sampleWorkbooks } from '#electron/services/samples.ts'
import { openWorkspace } from '#electron/services/workspace.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { applyAnswers, readAnswers } from '#electron/services/answers.ts'
import { dryRun } from '#db/tx.ts'
import { benchEngine } from './engine.ts'
import { benchImporting } from './importing.ts'
import { multiply } from './multiply.ts'
import { benchReports } from './reports.ts'
import { show, time } from './timing.ts'

/** Reading, importing and computing the sample quarter. */
async function benchSample(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liangji-bench-'))
  const workspace = openWorkspace({
    paths: libraryPaths(folder, resolve(import.meta.dirname, '../..')),
    appVersion: 'bench',
    create: true
  })
  try {
    const period = await installSample(workspace.library, workspace.reader)
    const paths = await sampleWorkbooks(workspace.library, period)
    const workbooks = paths.filter((path) => /\.xlsx?$/.test(path))

    console.log(`\nreading ${workbooks.length} workbooks`)
    const bare = await time(() => workbooks.map((path) => read(readFileSync(path))))
    const ours = await time(async () => {
      for (const path of workbooks) await workspace.reader.read({ path })
    })
    show('SheetJS alone, same thread', bare, bare, 'the parser without any check')
    show('our reader (pre-check, worker, addresses)', ours, bare, 'what safety costs')

    console.log('\nanalysing and importing the quarter')
    const session = await workspace.imports.add(
      period,
      null,
      paths.map((path) => ({ path }))
    )
    await applyAnswers(workspace.imports, session, await readAnswers(join(paths[0]!, '..', 'answers.json')))
    const importing = await time(() =>
      dryRun(workspace.library.db, () => commitSession(workspace.library, session, false))
    )
    show('commit of all files, rolled back', importing, ours, 'against reading them')
    commitSession(workspace.library, session, false)

    console.log('\ncomputing')
    const input = scoringInputOf(workspace.library, period)
    const one = await time(() => resultsOf(input))
    show(`${input.scheme.units.length} units`, one, one, '')
    for (const times of [4, 9]) {
      const many = multiply(input, times)
      show(`${many.scheme.units.length} units`, await time(() => resultsOf(many)), one, `input x${times}`)
    }
  } finally {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `npm run bench -- reports engine` runs only those. */
const PARTS = { sample: benchSample, importing: benchImporting, engine: benchEngine, reports: benchReports }
const asked = process.argv.slice(2)
for (const [name, bench] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(name)) await bench()
