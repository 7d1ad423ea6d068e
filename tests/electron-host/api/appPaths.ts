import { existsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { hostState } from './hostState.ts'

const overridden = new Map<string, string>()

function standard(name: string, appName: string): string | undefined {
  const home = homedir()
  const inHome = (folder: string): string => join(home, folder)
  switch (name) {
    case 'home':
      return home
    case 'appData':
      return process.env['XDG_CONFIG_HOME'] || inHome('.config')
    case 'userData':
      return hostState.switches.get('user-data-dir') || join(appPath('appData', appName), appName)
    case 'sessionData':
      return appPath('userData', appName)
    case 'temp':
      return tmpdir()
    case 'exe':
    case 'module':
      return process.argv[0]
    case 'desktop':
      return inHome('Desktop')
    case 'documents':
      return inHome('Documents')
    case 'downloads':
      return inHome('Downloads')
    case 'music':
      return inHome('Music')
    case 'pictures':
      return inHome('Pictures')
    case 'videos':
      return inHome('Videos')
    case 'logs':
      return join(appPath('userData', appName), 'logs')
    case 'crashDumps':
      return join(appPath('userData', appName), 'Crashpad')
    default:
      return undefined
  }
}

/** `app.getPath`. @throws as Electron does for a name that it does not know. */
export function appPath(name: string, appName: string): string {
  const path = overridden.get(name) ?? standard(name, appName)
  if (path === undefined) throw new Error(`Failed to get '${name}' path`)
  return path
}

/** `app.setPath`: for known names and existing folders only, as documented. */
export function setAppPath(name: string, path: string, appName: string): void {
  appPath(name, appName)
  if (!isAbsolute(path)) throw new Error('Path must be absolute')
  if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`)
  overridden.set(name, path)
}
