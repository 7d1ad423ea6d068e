import { hostState } from './hostState.ts'
import { strict } from './strict.ts'

export type Handler = (request: Request) => Response | Promise<Response>

const privileged = new Map<string, object>()
const handlers = new Map<string, Handler>()

/** The handler of a scheme, if the app has given one. */
export function schemeHandler(scheme: string): Handler | undefined {
  return handlers.get(scheme)
}

function isOurs(scheme: string): boolean {
  return privileged.has(scheme) || handlers.has(scheme)
}

/**
 * A stock Chromium cannot be taught a scheme, so `app://host/path` is loaded as `http://host.app.localhost/path` (a
 * secure context), its requests are answered by the app's handler, and the main process only ever sees `app:` URLs.
 */
export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url)
  const scheme = match?.[1]?.toLowerCase()
  if (!match || scheme === undefined || !isOurs(scheme)) return url
  const rest = match[3] ?? ''
  return `http://${match[2]}.${scheme}.localhost${rest.startsWith('/') ? '' : '/'}${rest}`
}

/** The inverse of `toChromium`; other URLs are answered as they are. */
export function fromChromium(url: string): string {
  const match = /^http:\/\/([^/?#]*)\.([a-z0-9+-]+)\.localhost(.*)$/is.exec(url)
  const scheme = match?.[2]
  return match && scheme !== undefined && isOurs(scheme) ? `${scheme}://${match[1]}${match[3] || '/'}` : url
}

/** An origin as Electron gives it: a standard custom scheme has a real one, not Node's 'null'. */
export function originOf(url: string): string {
  if (url === '') return 'null'
  const { protocol, host, origin } = new URL(url)
  return isOurs(protocol.slice(0, -1)) ? `${protocol}//${host}` : protocol === 'file:' ? 'file://' : origin
}

/** Names of the app's schemes in a Content-Security-Policy mean the hosts that stand for them. */
export function policyForChromium(policy: string): string {
  let result = policy
  for (const scheme of new Set([...privileged.keys(), ...handlers.keys()])) {
    result = result.replace(
      new RegExp(`(^|\\s)${scheme}://([^\\s;/]+)`, 'g'),
      `$1http://$2.${scheme}.localhost`
    )
    result = result.replace(
      new RegExp(`(^|\\s)${scheme}:(?=[\\s;]|$)`, 'g'),
      `$1http://*.${scheme}.localhost`
    )
  }
  return result
}

export const protocol = strict(
  {
    registerSchemesAsPrivileged(schemes: { scheme: string; privileges?: object }[]): void {
      if (hostState.ready)
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
      for (const { scheme, privileges } of schemes) privileged.set(scheme, privileges ?? {})
    },
    handle(scheme: string, handler: Handler): void {
      if (!hostState.ready) throw new Error('protocol.handle can only be called after app is ready')
      if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
      handlers.set(scheme, handler)
    },
    unhandle(scheme: string): void {
      if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
    },
    isProtocolHandled: (scheme: string): boolean => handlers.has(scheme)
  },
  'protocol'
)
