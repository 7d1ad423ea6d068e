import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { read } from 'xlsx'
import { libraryPaths } from '#electron/services/library.ts'
import { resultsOf, scoringInputOf } from '#electron/services/compute.ts'
import { installSample, sampleWorkbooks } from '#electron/services/samples.ts'
import { openWorkspace } from '#electron/services/workspace.ts'
import { commitSession } from '#electron/services/importing/commit.ts'
import { reportKinds } from '#electron/reports/registry.ts'
import { reportOptions } from '#shared/ipc/report.ts'
import { applyAnswers, readAnswers } from '#electron/services/answers.ts'
import type { ScoringInput } from '#shared/domain/scoring/scoringInput.ts'
import { dryRun } from '#db/tx.ts'

/**
 * Speed as ratios measured side by side in one run; milliseconds depend on the machine, ratios hardly do. Growth ratios
 * near the growth of the input mean linear time.
 */
const ROUNDS = 5

/** Median time of a few runs, after one that warms up. */
async function time(work: () => unknown): Promise<number> {
  await work()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!
}

function show(label: string, value: number, base: number, meaning: string): void {
  console.log(
    `${label.padEnd(44)} ${value.toFixed(1).padStart(9)} ms   x${(value / base).toFixed(2).padStart(6)}  ${meaning}`
  )
}

/** The same quarter with every unit `times` over, under names of their own. */
function multiply(input: ScoringInput, times: number): ScoringInput {
  const copies = Array.from(
    { length: times },
    (_, index) => (code: string) => (index === 0 ? code : `${code}-${index}`)
  )
  const { scheme } = input
  const rename = <T extends { unit: string }>(rows: readonly T[]): T[] =>
    copies.flatMap((copy) => rows.map((row) => ({ ...row, unit: row.unit === '*' ? '*' : copy(row.unit) })))
  return {
    ...input,
    scheme: {
      ...scheme,
      units: copies.flatMap((copy) => scheme.units.map((unit) => ({ ...unit, code: copy(unit.code) }))),
      groups: scheme.groups.map((group) => ({ ...group, members: rename(group.members) })),
      races: scheme.races.map((race) => ({
        ...race,
        dimensions: race.dimensions.map((dimension) => ({
          ...dimension,
          indicators: dimension.indicators.map((indicator) => ({
            ...indicator,
            targets: rename(indicator.targets).filter(
              (target, at, all) => target.unit !== '*' || all.findIndex((t) => t.unit === '*') === at
            ),
            appliesTo: {
              ...indicator.appliesTo,
              ...(indicator.appliesTo.units && {
                units: copies.flatMap((copy) => indicator.appliesTo.units!.map(copy))
              }),
              ...(indicator.appliesTo.exceptUnits && {
                exceptUnits: copies.flatMap((copy) => indicator.appliesTo.exceptUnits!.map(copy))
              })
            }
          }))
        }))
      }))
    },
    readings: rename(input.readings),
    adjustments: rename(input.adjustments)
  }
}

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
  applyAnswers(workspace.imports, session, await readAnswers(join(paths[0]!, '..', 'answers.json')))
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

  console.log('\n排名表')
  const write = (results: ReturnType<typeof resultsOf>) =>
    reportKinds[0]!.write({
      results,
      snapshot: null,
      options: reportOptions.parse({}),
      generatedAt: new Date(0),
      appVersion: 'bench'
    })
  const small = resultsOf(input)
  const large = resultsOf(multiply(input, 9))
  const report = await time(() => write(small))
  show(`${input.scheme.units.length} units`, report, report, '')
  show(`${input.scheme.units.length * 9} units`, await time(() => write(large)), report, 'input x9')
} finally {
  await workspace.close()
  rmSync(folder, { recursive: true, force: true })
}
