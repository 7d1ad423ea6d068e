import { app, session, shell, type WebContents } from 'electron'

/** Hosts that help links may open in the system's browser. The product works offline; there is none yet. */
const ALLOWED_HOSTS: readonly string[] = []

/** Whether an address may be handed to the system's browser: https and a host of the list, nothing else. */
export function mayOpenExternally(text: string): boolean {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' && url.username === '' && ALLOWED_HOSTS.includes(url.host)
  } catch {
    return false
  }
}

function guard(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenExternally(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
  // The page never navigates: it routes inside itself. Every attempt is a mistake or an attack.
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Denies all navigation, windows, webviews and permissions, for every web contents that will ever exist. */
export function hardenApp(): void {
  app.on('web-contents-created', (_event, contents) => guard(contents))
}

/** To be called once the app is ready: sessions do not exist before. */
export function denyPermissions(): void {
  // Copying a calculation, pasting a table by its button, and the board's full screen: all that the page may do.
  const allowed = new Set(['clipboard-sanitized-write', 'clipboard-read', 'fullscreen'])
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowed.has(permission))
  )
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => allowed.has(permission))
}
