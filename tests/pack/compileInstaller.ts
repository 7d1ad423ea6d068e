import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { failed, leftOut, passed } from './report.ts'
import { runBuilder } from './runBuilder.ts'
import { stubDll } from './stubDll.ts'

const NSIS_DATA = '/usr/share/nsis'

function pathOf(command: string): string | null {
  try {
    return execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

/** The plug-ins that electron-builder's scripts call, each with the functions called: `Plugin::Function`. */
function pluginCalls(scripts: string): Map<string, Set<string>> {
  const calls = new Map<string, Set<string>>()
  const texts = readdirSync(scripts, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(nsh|nsi)$/.test(file))
    .map((file) => readFileSync(join(scripts, file), 'utf8'))
  for (const [, plugin = '', name = ''] of texts.join('\n').matchAll(/\b([A-Za-z]\w*)::(\w+)/g))
    calls.set(plugin.toLowerCase(), (calls.get(plugin.toLowerCase()) ?? new Set()).add(name))
  return calls
}

/** Folders in the place of electron-builder's downloads: Debian's NSIS, and plug-ins that are only names. */
function makeToolset(root: string, folder: string, makensis: string): Record<string, string> {
  const require = createRequire(join(root, 'package.json'))
  const nsis = join(folder, 'nsis')
  mkdirSync(join(nsis, 'linux'), { recursive: true })
  for (const entry of readdirSync(NSIS_DATA)) symlinkSync(join(NSIS_DATA, entry), join(nsis, entry))
  symlinkSync(makensis, join(nsis, 'linux/makensis'))
  writeFileSync(join(nsis, 'elevate.exe'), '')

  const plugins = join(folder, 'resources/plugins/x86-unicode')
  mkdirSync(plugins, { recursive: true })
  const own = new Set(readdirSync(join(NSIS_DATA, 'Plugins/x86-unicode')).map((file) => file.toLowerCase()))
  const scripts = join(dirname(require.resolve('app-builder-lib/package.json')), 'templates/nsis')
  for (const [plugin, names] of pluginCalls(scripts))
    if (!own.has(`${plugin}.dll`))
      writeFileSync(join(plugins, `${plugin}.dll`), stubDll(`${plugin}.dll`, [...names]))

  // The installer is run once to write its uninstaller: nothing here can run it, so a file stands for the uninstaller.
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  writeFileSync(
    join(bin, 'wine'),
    '#!/bin/sh\nfor a; do case "$a" in *.exe) echo stub > "${a%exe}__uninstaller.exe" ;; esac; done\n'
  )
  chmodSync(join(bin, 'wine'), 0o755)
  return {
    ELECTRON_BUILDER_NSIS_DIR: nsis,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: join(folder, 'resources'),
    PATH: `${bin}:${process.env['PATH'] ?? ''}`
  }
}

/**
 * Compiles the installer's script with Debian's NSIS. What comes out installs nothing, since plug-ins and Electron are
 * stubs: it proves that the script with our options and our include is correct.
 */
export function compileInstaller(root: string, electronDist: string, folder: string): void {
  const makensis = pathOf('makensis')
  const sevenZip = pathOf('7z')
  if (makensis === null || sevenZip === null)
    return leftOut(
      "the installer's script was not compiled: makensis and 7z (Debian: nsis, p7zip-full) are not installed"
    )
  const env = { ...makeToolset(root, folder, makensis), ELECTRON_BUILDER_7ZIP_PATH: sevenZip }
  const output = join(folder, 'dist')
  try {
    runBuilder({ root, electronDist, output, installer: true, env })
  } catch (error) {
    return failed(`the installer's script does not compile: ${String(error)}`)
  }
  const { version } = createRequire(join(root, 'package.json'))('./package.json') as { version: string }
  const setup = readdirSync(output).filter((file) => file.endsWith('.exe'))
  if (setup.join() === `Liangji-Setup-${version}.exe`)
    passed(`the installer's script compiles: ${setup.join()}`)
  else failed(`the installer is named ${setup.join(', ')}`)
}
