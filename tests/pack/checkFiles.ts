import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { getRawHeader, listPackage, statFile } from '@electron/asar'
import { FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { expectation } from './expectation.ts'
import { expect, failed, passed } from './report.ts'

const SHOWN = 10

function shown(files: readonly string[]): string {
  const rest = files.length > SHOWN ? ` and ${files.length - SHOWN} more` : ''
  return files.slice(0, SHOWN).join(', ') + rest
}

function filesOf(archive: string): string[] {
  return listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !('files' in statFile(archive, path)))
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\n') === [...b].sort().join('\n')
}

/** Compares what was packed into `program` (win-unpacked) with expectation.ts. */
export function checkFiles(program: string): void {
  const resources = join(program, 'resources')
  const archive = join(resources, 'app.asar')
  const files = filesOf(archive)
  const { allowed, required, forbidden, unpacked, besideArchive, archiveBytes, locales } = expectation

  for (const { pattern, reason } of forbidden) {
    const found = files.filter((file) => pattern.test(file))
    if (found.length > 0) failed(`packed by mistake (${reason}): ${shown(found)}`)
  }
  const strange = files.filter((file) => !allowed.some((pattern) => pattern.test(file)))
  expect(
    strange.length === 0,
    `app.asar holds ${files.length} files, all expected`,
    `not expected in app.asar: ${shown(strange)}`
  )
  const absent = required.filter((pattern) => !files.some((file) => pattern.test(file)))
  expect(
    absent.length === 0,
    'app.asar holds everything that the program reads',
    `not in app.asar: ${absent.join(' ')}`
  )

  const size = statSync(archive).size
  const bound = `${(size / 1e6).toFixed(1)} MB of at most ${(archiveBytes / 1e6).toFixed(1)} MB`
  expect(size <= archiveBytes, `app.asar: ${bound}`, `app.asar is too large: ${bound}`)
  const outside = filesUnder(`${archive}.unpacked`)
  expect(
    same(outside, unpacked),
    `outside of the archive: ${outside.join(', ')}`,
    `outside of the archive: ${shown(outside)}`
  )
  const beside = readdirSync(resources)
  expect(same(beside, besideArchive), 'nothing else in resources', `in resources: ${shown(beside)}`)
  const packedLocales = readdirSync(join(program, 'locales'))
  expect(same(packedLocales, locales), `locales: ${locales.join(', ')}`, `locales: ${shown(packedLocales)}`)
}

/** The executable carries the hash of the archive's header, which Electron compares before it runs anything. */
export function checkIntegrity(program: string): void {
  const { headerString } = getRawHeader(join(program, 'resources/app.asar'))
  const hash = createHash('sha256').update(headerString).digest('hex')
  const executable = readFileSync(join(program, 'Liangji.exe'))
  expect(
    executable.includes(hash),
    "the executable knows the archive's hash",
    "the executable does not know the archive's hash"
  )
}

/** The fuses of architecture.md §5. @param inspector whether this is a test build, which leaves the inspector on */
export async function checkFuses(program: string, inspector: boolean): Promise<void> {
  const wire = await getCurrentFuseWire(join(program, 'Liangji.exe'))
  if (wire.version !== FuseVersion.V1) return failed('the executable has no fuses of version 1')
  const wanted: [FuseV1Options, boolean][] = [
    [FuseV1Options.RunAsNode, false],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
    [FuseV1Options.EnableNodeCliInspectArguments, inspector],
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
    [FuseV1Options.OnlyLoadAppFromAsar, true]
  ]
  const wrong = wanted.filter(([fuse, on]) => wire[fuse] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
  if (wrong.length === 0) passed(`fuses are set${inspector ? ' (LIANGJI_TEST_BUILD=1: inspector on)' : ''}`)
  else failed(`fuses not set: ${wrong.map(([fuse]) => FuseV1Options[fuse]).join(', ')}`)
}
