import { existsSync } from 'node:fs'

/**
 * Where the reading thread starts: the source file under Node's type stripping, or the bundle's second entry
 * (beside `index.js`, or one folder up where the bundler moved this module into a chunk).
 */
export function workerEntry(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./readWorker.ts', import.meta.url)
  const beside = new URL('./readWorker.js', import.meta.url)
  return existsSync(beside) ? beside : new URL('../readWorker.js', import.meta.url)
}
