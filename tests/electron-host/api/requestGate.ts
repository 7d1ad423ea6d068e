import type { CDPSession } from 'playwright-core'
import { fromChromium, policyForChromium, schemeHandler } from './customSchemes.ts'
import { note } from './hostState.ts'
import { beforeRequest, headersReceived } from './webRequest.ts'

/** DevTools' Fetch.requestPaused, as far as it is used. */
export interface PausedRequest {
  requestId: string
  resourceType: string
  frameId: string
  redirectedRequestId?: string
  request: {
    url: string
    method: string
    headers: Record<string, string>
    postDataEntries?: { bytes?: string }[]
  }
}

/** What the gate asks of the page that a request comes from. */
export interface RequestingPage {
  id: number
  send: CDPSession['send']
  /** Whether a frame may navigate to `url`; asks the app's will-frame-navigate and will-navigate. */
  mayNavigate(paused: PausedRequest, url: string): boolean
}

/** Decides every request of a page: navigation rules first, then webRequest, then the app's own schemes. */
export async function decideRequest(page: RequestingPage, paused: PausedRequest): Promise<void> {
  const { requestId } = paused
  const url = fromChromium(paused.request.url)
  const fail = (errorReason: 'Aborted' | 'BlockedByClient' | 'Failed'): Promise<unknown> =>
    page.send('Fetch.failRequest', { requestId, errorReason })

  const isNavigation = paused.resourceType === 'Document'
  if (isNavigation && !page.mayNavigate(paused, url)) return void (await fail('Aborted'))
  const details = {
    method: paused.request.method,
    webContentsId: page.id,
    resourceType: resourceTypeOf(paused)
  }
  const answer = await beforeRequest.ask(url, details)
  if (answer?.cancel) return void (await fail('BlockedByClient'))
  if (answer?.redirectURL)
    throw new Error('electron-host: webRequest redirectURL is not provided by this stand-in')

  const scheme = url.slice(0, url.indexOf(':'))
  const handler = schemeHandler(scheme)
  if (!handler && url === paused.request.url)
    return void (await page.send('Fetch.continueRequest', { requestId }))
  if (!handler) return void (await fail('Failed'))
  try {
    const response = await handler(requestFor(url, paused))
    const headers = await headersFor(url, response, details)
    if (!headers) return void (await fail('BlockedByClient'))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    await page.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: headers,
      body
    })
  } catch (error) {
    note(`the handler of ${scheme}: failed for ${url}: ${String(error)}`)
    await fail('Failed').catch(() => undefined)
  }
}

function resourceTypeOf(paused: PausedRequest): string {
  if (paused.resourceType === 'Document') return 'mainFrame'
  const type = paused.resourceType.toLowerCase()
  return type === 'fetch' ? 'xhr' : type
}

function requestFor(url: string, { request }: PausedRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    headers.set(name, /^(origin|referer)$/i.test(name) ? fromChromium(value) : value)
  const entries = request.postDataEntries ?? []
  const body =
    entries.length > 0 ? Buffer.concat(entries.map((e) => Buffer.from(e.bytes ?? '', 'base64'))) : undefined
  return new Request(url, {
    method: request.method,
    headers,
    ...(body ? { body: new Uint8Array(body) } : {})
  })
}

/** The handler's headers, through onHeadersReceived; null when that cancels the request. */
async function headersFor(
  url: string,
  response: Response,
  details: Record<string, unknown>
): Promise<{ name: string; value: string }[] | null> {
  const given: Record<string, string | string[]> = {}
  for (const [name, value] of response.headers) given[name] = [value]
  const statusLine = `HTTP/1.1 ${response.status} ${response.statusText}`.trim()
  const answer = await headersReceived.ask(url, {
    ...details,
    statusCode: response.status,
    statusLine,
    responseHeaders: given
  })
  if (answer?.cancel) return null
  const flat = Object.entries(answer?.responseHeaders ?? given).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value }))
  )
  return flat.map(({ name, value }) =>
    /^content-security-policy/i.test(name) ? { name, value: policyForChromium(value) } : { name, value }
  )
}
