import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const PE_OFFSET_AT = 0x3c
/** The mark by which @electron/fuses finds the fuse wire. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** Version 1, nine fuses, all of them "inherit" ('0' + 0x60), as many as Electron 45 has. */
const FUSE_WIRE = Buffer.from([1, 9, ...Array<number>(9).fill(0x90)])

const EMPTY_FILES = [
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'd3dcompiler_47.dll',
  'ffmpeg.dll',
  'icudtl.dat',
  'libEGL.dll',
  'libGLESv2.dll',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'vk_swiftshader.dll',
  'vulkan-1.dll',
  'locales/en-US.pak',
  'locales/zh-CN.pak',
  'locales/de.pak'
]

/**
 * A folder that electron-builder takes for Electron's Windows distribution, where the real one cannot be downloaded.
 * Its executable is a small Windows program with version information (electron-winstaller's Setup.exe) that carries a
 * fuse wire, so that the hook which flips fuses really works on it.
 */
export function makeStubElectron(root: string, folder: string): void {
  const require = createRequire(join(root, 'package.json'))
  const { version } = require('electron/package.json') as { version: string }
  for (const file of EMPTY_FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  writeFileSync(join(folder, 'version'), version)
  const setup = join(dirname(require.resolve('electron-winstaller/package.json')), 'vendor/Setup.exe')
  cpSync(setup, join(folder, 'electron.exe'))
  writeFileSync(join(folder, 'electron.exe'), withFuses(readFileSync(setup)))
}

/** Writes the wire into the DOS stub, the one part of a program that no tool rewrites. */
function withFuses(program: Buffer): Buffer {
  const wire = Buffer.concat([Buffer.from(FUSE_SENTINEL), FUSE_WIRE])
  const start = PE_OFFSET_AT + 4
  if (program.readUInt32LE(PE_OFFSET_AT) - start < wire.length)
    throw new Error('the stub program has no room for fuses')
  const copy = Buffer.from(program)
  wire.copy(copy, start)
  return copy
}
