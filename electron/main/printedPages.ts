import { randomUUID } from 'node:crypto'

/** Host of the pages that are being printed: another origin than the window's, so that neither reads the other. */
const PRINT_HOST = 'print'

/** Nothing but what the page carries in itself: no script, no request, no form. */
const CSP = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

const pages = new Map<string, string>()

/** Keeps a page in memory under an address that nobody can guess, until it is withdrawn. */
export function offerPage(html: string): { url: string; withdraw(): void } {
  const id = randomUUID()
  pages.set(id, html)
  return { url: `app://${PRINT_HOST}/${id}`, withdraw: () => pages.delete(id) }
}

/** The answer to a request for a page that is being printed; null when the request means something else. */
export function printedPage(url: string): Response | null {
  const { host, pathname } = new URL(url)
  if (host !== PRINT_HOST) return null
  const html = pages.get(pathname.slice(1))
  if (html === undefined) return new Response('not found', { status: 404 })
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CSP,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff'
    }
  })
}
