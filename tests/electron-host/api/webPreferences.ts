import { readFileSync } from 'node:fs'
import { makeCodec } from '../codec.ts'
import { pageRuntime, type PageOptions } from '../page/pageRuntime.ts'
import { defaultSession } from './session.ts'
import { missing } from './strict.ts'

/** The function by which a page posts to the host. */
export const BINDING = '__electronHostPost'

export interface WebPreferences {
  preload?: string
  sandbox?: boolean
  contextIsolation?: boolean
  nodeIntegration?: boolean
  nodeIntegrationInSubFrames?: boolean
  webviewTag?: boolean
  javascript?: boolean
  partition?: string
  session?: unknown
  zoomFactor?: number
  additionalArguments?: string[]
}

/** Refuses what would make the page's side differ from what is tested here. */
export function checkPreferences(preferences: WebPreferences): void {
  if (preferences.sandbox === false) missing('webPreferences.sandbox: false')
  if (preferences.nodeIntegration) missing('webPreferences.nodeIntegration: true')
  if (preferences.nodeIntegrationInSubFrames) missing('webPreferences.nodeIntegrationInSubFrames: true')
  if (preferences.contextIsolation === false) missing('webPreferences.contextIsolation: false')
  if (preferences.webviewTag) missing('webPreferences.webviewTag: true')
  if (preferences.partition !== undefined) missing('webPreferences.partition')
  if (preferences.session !== undefined && preferences.session !== defaultSession)
    missing('webPreferences.session')
}

/** The script that every document starts with: the page's runtime around the app's preload. */
export function startScript(preferences: WebPreferences): string {
  const options: PageOptions = {
    binding: BINDING,
    platform: process.platform,
    arch: process.arch,
    versions: { ...process.versions },
    argv: [process.argv[0] ?? '', ...(preferences.additionalArguments ?? [])]
  }
  const preload = preferences.preload
    ? `function(require,module,exports,process,window,self,globalThis,Buffer){${readFileSync(preferences.preload, 'utf8')}\n}`
    : 'null'
  return `(${String(pageRuntime)})(${String(makeCodec)},${JSON.stringify(options)},${preload})\n//# sourceURL=electron-host-preload.js`
}
