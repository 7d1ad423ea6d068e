import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { read } from 'xlsx'
import { libraryPaths } from '#electron/services/library.ts'
import { sessionView } from '#electron/services/importing/sessionView.ts'
import { loadScheme } from '#electron/services/schemes.ts'
import { openWorkspace, type Workspace } from '#electron/services/workspace.ts'
import { importFixes } from '#shared/domain/importing/importPlan.ts'
import { importScheme, longList } from './importOffice.ts'
import { once, show } from './timing.ts'

const PERIOD = '2026Q3'
const ROUNDS = 3
/** How often the event loop is looked at, ms; delays below it are not seen. */
const RESOLUTION = 5

interface File {
  name: string
  bytes: Uint8Array
}

interface Measured {
  ms: number
  /** Longest time that the main thread did not come back to its event loop, ms. */
  blocked: number
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

/** Runs work while watching how long the main thread is held up. */
async function watched(work: () => Promise<unknown>): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION })
  delay.enable()
  const ms = await once(work)
  // A last turn, so that the work's own end is seen as well.
  await new Promise((done) => setTimeout(done, 4 * RESOLUTION))
  delay.disable()
  return { ms, blocked: Math.max(0, delay.max / 1e6 - RESOLUTION) }
}

async function importOnce({ imports, library }: Workspace, files: readonly File[]): Promise<Measured> {
  return watched(async () => {
    const session = await imports.add(PERIOD, null, files)
    sessionView(library, session)
    imports.discard(session.id)
  })
}

/** Bare parsing and importing in turn, so that both meet the same machine. */
async function compare(label: string, workspace: Workspace, files: readonly File[]): Promise<void> {
  const bare: number[] = []
  const ours: Measured[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const parsed = await once(() => files.forEach(({ bytes }) => void read(bytes)))
    const imported = await importOnce(workspace, files)
    // The first round warms up.
    if (round > 0) {
      bare.push(parsed)
      ours.push(imported)
    }
  }
  const base = median(bare)
  show(`${label}: SheetJS alone`, base, base, 'default options, main thread')
  const blocked = Math.max(...ours.map((one) => one.blocked))
  const memory = Math.round(process.memoryUsage().rss / 1024 ** 2)
  show(
    `${label}: file to checked preview`,
    median(ours.map((one) => one.ms)),
    base,
    `main thread held up ${blocked.toFixed(0)} ms at most, process ${memory} MB`
  )
}

/** Repairing a large file: the thread is busy, the main thread is not. */
async function repair(label: string, { imports }: Workspace, file: File): Promise<void> {
  const session = await imports.add(PERIOD, null, [file])
  const id = session.files[0]!.id
  const fixes = importFixes.parse({ units: { 第1业务处: 'SKIP' } })
  const { ms, blocked } = await watched(() => imports.fix(session.id, id, fixes))
  show(`${label}: one repair`, ms, ms, `main thread held up ${blocked.toFixed(0)} ms`)
  imports.discard(session.id)
}

async function inOffice(
  units: number,
  indicators: number,
  work: (workspace: Workspace) => Promise<void>
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liangji-bench-'))
  const paths = libraryPaths(folder, resolve(import.meta.dirname, '../..'))
  const workspace = openWorkspace({ paths, appVersion: 'bench', create: true })
  try {
    loadScheme(workspace.library, importScheme(units, indicators), PERIOD)
    await work(workspace)
  } finally {
    await workspace.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** From files to the checked preview, against parsing the same files and nothing more. */
export async function benchImporting(): Promise<void> {
  console.log('\nimporting long lists of 12 columns')
  for (const [units, indicators] of [
    [50, 20],
    [200, 50],
    [1000, 100]
  ] as const) {
    await inOffice(units, indicators, async (workspace) => {
      const file = { name: '汇总表.xlsx', bytes: longList(0, units, indicators) }
      const label = `${units * indicators} rows`
      await compare(label, workspace, [file])
      await repair(label, workspace, file)
    })
  }
  await inOffice(80, 60, (workspace) => {
    const files = Array.from({ length: 80 }, (_, unit) => ({
      name: `第${unit + 1}业务处.xlsx`,
      bytes: longList(unit, unit + 1, 60)
    }))
    return compare('80 workbooks of 60 rows', workspace, files)
  })
}
