import { createRequire, registerHooks } from 'node:module'

const API = new URL('../api/electron.ts', import.meta.url).href
const NAMES = new Set(['electron', 'electron/main', 'electron/common'])

/** From here on 'electron' means the stand-in, for `require` and `import` alike, as inside Electron. */
export function redirectElectron(): void {
  registerHooks({
    resolve(specifier, context, next) {
      if (NAMES.has(specifier)) return { url: API, format: 'module-typescript', shortCircuit: true }
      // Electron's name for file access that knows no asar; @electron/asar asks for it inside Electron.
      return next(specifier === 'original-fs' ? 'node:fs' : specifier, context)
    }
  })
}

/**
 * Makes this process look like Electron's main process.
 * @param chromeVersion answers '' until the browser runs.
 */
export function dressProcess(executable: string, args: readonly string[], chromeVersion: () => string): void {
  const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }
  const versions = Object.defineProperty({ ...process.versions, electron: version }, 'chrome', {
    get: chromeVersion,
    enumerable: true
  })
  Object.defineProperty(process, 'versions', { value: Object.freeze(versions) })
  Object.defineProperty(process, 'type', { value: 'browser' })
  // As Electron shows it: the executable, then everything that it was given.
  process.argv = [executable, ...args]
}
