import { originOf } from './customSchemes.ts'
import { browserConnection } from './hostState.ts'
import { defaultSession } from './session.ts'

/** Electron's names of permissions, and what Chromium's permissions API calls them. */
const PERMISSIONS = [
  { electron: 'geolocation', descriptor: { name: 'geolocation' } },
  { electron: 'notifications', descriptor: { name: 'notifications' } },
  { electron: 'media', descriptor: { name: 'camera' } },
  { electron: 'media', descriptor: { name: 'microphone' } },
  { electron: 'midi', descriptor: { name: 'midi' } },
  { electron: 'idle-detection', descriptor: { name: 'idle-detection' } },
  { electron: 'clipboard-read', descriptor: { name: 'clipboard-read', allowWithoutSanitization: true } },
  {
    electron: 'clipboard-sanitized-write',
    descriptor: { name: 'clipboard-write', allowWithoutSanitization: false }
  }
]

/**
 * Tells the browser what the app's permission handlers answer for a document that was just committed. It cannot ask
 * at the moment of use, as Electron does.
 * @param url the document's address as the app knows it
 * @param chromiumUrl the same as the browser knows it
 */
export async function tellPermissions(contents: object, url: string, chromiumUrl: string): Promise<void> {
  if (!/^https?:/.test(chromiumUrl)) return
  const origin = new URL(chromiumUrl).origin
  for (const { electron, descriptor } of PERMISSIONS) {
    const granted = await defaultSession._mayUse(contents, electron, url, originOf(url))
    const setting = granted ? 'granted' : 'denied'
    // Browsers differ in the permissions that they know: what one does not know, its pages cannot ask for.
    await browserConnection()
      .send('Browser.setPermission', { permission: descriptor, setting, origin })
      .catch(() => undefined)
  }
}
