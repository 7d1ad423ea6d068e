import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import { printedPage } from './printedPages.ts'

export const APP_ORIGIN = 'app://liangji'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json'
}

/** antd writes its styles into the page, hence 'unsafe-inline' for styles; scripts come from the package only. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** The file that a request means, or null when it points outside of `root`. */
export function fileOfRequest(root: string, url: string): string | null {
  const { host, pathname } = new URL(url)
  if (host !== new URL(APP_ORIGIN).host) return null
  let relative: string
  try {
    relative = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const path = normalize(join(root, relative === '/' ? 'index.html' : relative))
  return path.startsWith(root + sep) ? path : null
}

/** Serves the built page from `root`, and pages that are being printed from memory; anything else is not found. */
export function serveApp(root: string): void {
  protocol.handle('app', async (request) => {
    const printed = printedPage(request.url)
    if (printed !== null) return printed
    const path = fileOfRequest(root, request.url)
    const body = path === null ? null : await readFile(path).catch(() => null)
    if (path === null || body === null) return new Response('not found', { status: 404 })
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': CSP,
        'x-content-type-options': 'nosniff'
      }
    })
  })
}
