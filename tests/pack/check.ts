// `npm run test:pack`, after `npm run build`: what would be shipped is what should be shipped, as far as a machine
// without Windows and without Electron's runtime can tell.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkConfig } from './checkConfig.ts'
import { checkFiles, checkFuses, checkIntegrity } from './checkFiles.ts'
import { compileInstaller } from './compileInstaller.ts'
import { failed, failureCount } from './report.ts'
import { runBuilder } from './runBuilder.ts'
import { startPacked } from './startPacked.ts'
import { makeStubElectron } from './stubElectron.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'liangji-pack-'))

async function run(): Promise<void> {
  await checkConfig(root)
  if (!existsSync(join(root, 'out/main/index.js')))
    return failed('there is no build to pack: run `npm run build` first')

  const electronDist = join(folder, 'electron')
  makeStubElectron(root, electronDist)
  const pack = (name: string, env: Record<string, string>): string => {
    const output = join(folder, name)
    runBuilder({ root, electronDist, output, installer: false, env })
    return join(output, 'win-unpacked')
  }
  const program = pack('shipped', { LIANGJI_TEST_BUILD: '' })
  checkFiles(program)
  checkIntegrity(program)
  await checkFuses(program, false)
  await checkFuses(pack('testing', { LIANGJI_TEST_BUILD: '1' }), true)
  await startPacked(root, program, join(folder, 'started'))
  compileInstaller(root, electronDist, join(folder, 'installer'))
}

try {
  await run()
} catch (error) {
  failed(error instanceof Error ? error.message : String(error))
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
console.log(failureCount() === 0 ? 'package: everything holds' : `package: ${failureCount()} failed`)
process.exit(failureCount() === 0 ? 0 : 1)
